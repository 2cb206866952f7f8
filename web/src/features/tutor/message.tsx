import { Box, List, Stack, Text } from '@mantine/core';
import type { TutorContent, TutorMessage } from '@cairn/contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPercent } from '../../lib/format.ts';
import { ModelNote } from '../../ui/model-note.tsx';
import { MarkdownText } from '../../ui/markdown-block.tsx';
import { CodeBlock, Sentence, Words } from '../../ui/words.tsx';

/** One message: the person's to the right, the tutor's in full width. */
export function Message({ message: { author, content } }: { message: TutorMessage }) {
  const { t } = useTranslation('tutor');
  const isOwn = author === 'person';
  return (
    <Box
      component="li" px="md" py="sm" ms={isOwn ? 'auto' : 0} maw={isOwn ? '85%' : '100%'} bg={isOwn ? 'var(--cairn-chosen)' : 'var(--cairn-surface)'}
      style={{ listStyle: 'none', border: '1px solid var(--mantine-color-default-border)', borderRadius: 8, overflowWrap: 'anywhere' }}
    >
      <Text size="xs" c="dimmed" mb={2}>{t(isOwn ? 'you' : 'tutor')}</Text>
      <Content content={content} />
    </Box>
  );
}

function Content({ content }: { content: TutorContent }) {
  const { t } = useTranslation('tutor');
  switch (content.kind) {
    case 'text': return <Text style={{ whiteSpace: 'pre-wrap' }}>{content.text}</Text>;
    // Of a choice it is the option as the question words it, with its code.
    case 'answer': return <Text style={{ whiteSpace: 'pre-wrap' }}><Sentence text={content.text} /></Text>;
    case 'ask': return <Text>{t(`asked.${content.what}`)}</Text>;
    case 'say': return <Text>{t(`said.${content.message.code.slice('tutor.'.length)}`, { count: Number(content.message.params['days'] ?? 0) })}</Text>;
    case 'words': return <Stack gap={4}><Text style={{ whiteSpace: 'pre-wrap' }}>{content.text}</Text><ModelNote meta={content.meta} /></Stack>;
    case 'hint': return <Titled title={t('hint.title', { number: content.number })}><Text><Words text={content.text} /></Text></Titled>;
    case 'explanation': return <Titled title={content.title ?? t('explanation')}><MarkdownText text={content.text} /><Sources sources={content.sources} /></Titled>;
    case 'worked': return (
      <Titled title={t('worked')}>
        <Question {...content} />
        <Text fw={600} mt="xs">{t('worked.answer')}</Text>
        <Text style={{ whiteSpace: 'pre-wrap' }}><Words text={content.answer} /></Text>
        <Text mt="xs"><Words text={content.explanation} /></Text>
      </Titled>
    );
    case 'exercise': return <Titled title={t('exercise')}><Question {...content} /></Titled>;
    case 'judgement': return <Judgement content={content} />;
  }
}

function Titled({ title, children }: { title: string; children: ReactNode }) {
  return <Stack gap={6}><Text fw={650}><Words text={title} /></Text>{children}</Stack>;
}

function Question({ ask, code }: Pick<Extract<TutorContent, { kind: 'exercise' }>, 'ask' | 'code'>) {
  return (
    <Stack gap="xs" className="cairn-prose">
      <Text style={{ whiteSpace: 'pre-wrap' }}><Words text={ask} /></Text>
      {code && <CodeBlock text={code.text} language={code.language} />}
    </Stack>
  );
}

/** The engine's, by the rules of the question; no model has a part in it. */
function Judgement({ content }: { content: Extract<TutorContent, { kind: 'judgement' }> }) {
  const { t, i18n } = useTranslation('tutor');
  const { right, score, misconceptions, points, explanation, rightAnswer } = content;
  const isPartly = !right && score > 0;
  return (
    <Titled title={t(right ? 'judgement.right' : isPartly ? 'judgement.partly' : 'judgement.wrong', { percent: formatPercent(score * 100, i18n.language) })}>
      {misconceptions.map((belief) => <Text key={belief}><Words text={belief} /></Text>)}
      {points.length > 0 && (
        <List listStyleType="none" spacing={2}>
          {points.map(({ point, made }) => <List.Item key={point}>{t(made ? 'judgement.made' : 'judgement.missed')}{' '}<Words text={point} /></List.Item>)}
        </List>
      )}
      {rightAnswer !== null && !right && <><Text fw={600}>{t('judgement.rightAnswer')}</Text><Text style={{ whiteSpace: 'pre-wrap' }}><Words text={rightAnswer} /></Text></>}
      {explanation !== null && <Text><Words text={explanation} /></Text>}
    </Titled>
  );
}

function Sources({ sources }: { sources: readonly string[] }) {
  const { t } = useTranslation('tutor');
  return sources.length === 0 ? null : <Text size="xs" c="dimmed">{t('sources', { sources: sources.join('; ') })}</Text>;
}
