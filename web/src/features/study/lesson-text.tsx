import { Anchor } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { MarkdownBlock } from '../../ui/markdown-block.tsx';
import { readMarkdown, type Block } from '../../ui/markdown.ts';
import classes from './lesson.module.css';

/** From so many headings on a lesson says first what is in it. */
const headingsWithContents = 4;

/** A lesson by its blocks, which say how far somebody has read. */
export function LessonText({ text }: { text: string }) {
  const blocks = useMemo(() => readMarkdown(text), [text]);
  return (
    <>
      <Contents blocks={blocks} />
      {blocks.map((block, at) => <div key={at} data-block={at}><MarkdownBlock block={block} /></div>)}
    </>
  );
}

function Contents({ blocks }: { blocks: readonly Block[] }) {
  const { t } = useTranslation('study');
  const headings = blocks.filter((block) => block.kind === 'heading');
  if (headings.length < headingsWithContents) return null;
  return (
    <nav aria-label={t('contents')} className={classes['contents']}>
      <ul>{headings.map(({ id, text }) => <li key={id}><Anchor href={`#${id}`} mih={32} display="inline-block">{text}</Anchor></li>)}</ul>
    </nav>
  );
}
