import { Anchor, Box, Code, Table, Text, Title } from '@mantine/core';
import { Fragment, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './lesson.module.css';
import { readInline, readMarkdown, type Block } from './markdown.ts';

/** From so many headings on a lesson says first what is in it. */
const headingsWithContents = 4;

/** A lesson drawn from its blocks: every word of it is a text, never markup. */
export function LessonText({ text }: { text: string }) {
  const blocks = useMemo(() => readMarkdown(text), [text]);
  return (
    <>
      <Contents blocks={blocks} />
      {blocks.map((block, at) => <div key={at} data-block={at}><Drawn block={block} /></div>)}
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

function Drawn({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading': return <Title order={2} id={block.id} mt="lg" mb="xs" tabIndex={-1}><Words text={block.text} /></Title>;
    case 'paragraph': return <Text component="p" my="sm"><Words text={block.text} /></Text>;
    case 'code': return <CodeBlock text={block.text} language={block.language} />;
    case 'list': {
      const items = block.items.map((item, at) => <li key={at}>{item.map((inner, place) => (inner.kind === 'paragraph' ? <Words key={place} text={inner.text} /> : <Drawn key={place} block={inner} />))}</li>);
      return block.isOrdered ? <ol start={block.start} className={classes['list']}>{items}</ol> : <ul className={classes['list']}>{items}</ul>;
    }
    case 'table': return (
      <Table.ScrollContainer minWidth={0} my="sm" tabIndex={0}>
        <Table withTableBorder withColumnBorders>
          <Table.Thead><Table.Tr>{block.head.map((cell, at) => <Table.Th key={at} scope="col"><Words text={cell} /></Table.Th>)}</Table.Tr></Table.Thead>
          <Table.Tbody>{block.rows.map((row, at) => <Table.Tr key={at}>{row.map((cell, place) => <Table.Td key={place}><Words text={cell} /></Table.Td>)}</Table.Tr>)}</Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    );
  }
}

/** Wider than a phone it is moved sideways by itself, also by keyboard. */
export function CodeBlock({ text, language }: { text: string; language: string }) {
  const { t } = useTranslation('study');
  return <Box component="pre" className={classes['code']} tabIndex={0} role="region" aria-label={language === '' || language === 'text' ? t('code') : t('codeIn', { language })}><code>{text}</code></Box>;
}

/** A sentence with its code, weight and emphasis. */
export function Words({ text }: { text: string }) {
  return readInline(text).map(({ kind, text: words }, at) => {
    switch (kind) {
      case 'code': return <Code key={at} className={classes['inline']}>{words}</Code>;
      case 'strong': return <strong key={at}>{words}</strong>;
      case 'emphasis': return <em key={at}>{words}</em>;
      case 'text': return <Fragment key={at}>{words}</Fragment>;
    }
  });
}
