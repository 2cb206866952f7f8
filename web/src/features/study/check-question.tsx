import type { CheckAnswer, CheckJudgement, LessonCheck } from '@cairn/contracts';
import { Button, Checkbox, Group, Paper, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { formatPercent } from '../../lib/format.ts';
import { useOnline } from '../../lib/use-online.ts';
import { FailureNote } from '../../ui/states.tsx';
import { CodeBlock, Words } from './lesson-text.tsx';
import classes from './lesson.module.css';

interface Draft {
  readonly chosen: readonly number[];
  readonly order: readonly number[];
  readonly text: string;
}

/** A question at the end of a lesson: answered, judged by the server, and answered again if one likes. */
export function CheckQuestion({ lessonId, check, place }: { lessonId: string; check: LessonCheck; place: number }) {
  const { t } = useTranslation('study');
  const isOnline = useOnline();
  const [draft, setDraft] = useState<Draft>({ chosen: [], order: check.kind === 'order' ? check.items.map(({ index }) => index) : [], text: '' });
  const [hints, setHints] = useState(0);
  const answer = useMutation({ mutationFn: () => call('POST /study/lessons/:lessonId/checks/:questionId', { params: { lessonId, questionId: check.questionId }, body: answerFrom(check, draft) }) });
  const change = (part: Partial<Draft>) => { setDraft({ ...draft, ...part }); answer.reset(); };
  const isEmpty = check.kind === 'single' || check.kind === 'multiple' ? draft.chosen.length === 0 : check.kind !== 'order' && draft.text.trim() === '';
  return (
    <Paper component="form" withBorder radius="md" p="md" onSubmit={(event) => { event.preventDefault(); answer.mutate(); }}>
      <Stack gap="sm">
        <Text component="h3" fw={600} fz="md" m={0} id={`check-${String(place)}`}><span>{`${String(place)}. `}</span><Words text={check.ask} /></Text>
        {check.code !== null && <CodeBlock text={check.code.text} language={check.code.language} />}
        <Answering check={check} draft={draft} labelledBy={`check-${String(place)}`} onChange={change} />
        {check.hints.slice(0, hints).map((hint) => <Text key={hint} size="sm" c="dimmed">{t('hint', { hint })}</Text>)}
        <Group>
          <Button type="submit" variant="light" mih={44} loading={answer.isPending} disabled={isEmpty || !isOnline}>{t('answer')}</Button>
          {hints < check.hints.length && answer.data === undefined && <Button variant="subtle" color="gray" mih={44} onClick={() => { setHints(hints + 1); }}>{t('hint.next')}</Button>}
          {check.wasRight !== null && answer.data === undefined && <Text size="sm" c="dimmed">{t(check.wasRight ? 'check.wasRight' : 'check.wasWrong')}</Text>}
        </Group>
        {!isOnline && <Text size="sm" c="dimmed">{t('check.offline')}</Text>}
        <div role="status">{answer.data && <Judged judgement={answer.data} />}</div>
        {answer.isError && <FailureNote failure={answer.error} />}
      </Stack>
    </Paper>
  );
}

function answerFrom({ kind }: LessonCheck, { chosen, order, text }: Draft): CheckAnswer {
  if (kind === 'single' || kind === 'multiple') return { kind, chosen: [...chosen] };
  return kind === 'order' ? { kind, order: [...order] } : { kind, text };
}

function Answering({ check, draft, labelledBy, onChange }: { check: LessonCheck; draft: Draft; labelledBy: string; onChange: (part: Partial<Draft>) => void }) {
  const { t } = useTranslation('study');
  switch (check.kind) {
    case 'single': return (
      <Radio.Group aria-labelledby={labelledBy} value={draft.chosen[0] === undefined ? '' : String(draft.chosen[0])} onChange={(value) => { onChange({ chosen: [Number(value)] }); }}>
        <Stack gap="xs">{check.options.map((option, at) => <Radio key={at} value={String(at)} label={<Words text={option} />} size="md" />)}</Stack>
      </Radio.Group>
    );
    case 'multiple': return (
      <Checkbox.Group aria-labelledby={labelledBy} description={t('check.several')} value={draft.chosen.map(String)} onChange={(values) => { onChange({ chosen: values.map(Number) }); }}>
        <Stack gap="xs" mt="xs">{check.options.map((option, at) => <Checkbox key={at} value={String(at)} label={<Words text={option} />} size="md" />)}</Stack>
      </Checkbox.Group>
    );
    case 'order': return <Ordering check={check} order={draft.order} onChange={(order) => { onChange({ order }); }} />;
    case 'blank': return <TextInput aria-labelledby={labelledBy} size="md" maxLength={500} autoComplete="off" value={draft.text} onChange={(event) => { onChange({ text: event.currentTarget.value }); }} />;
    default: return <Textarea aria-labelledby={labelledBy} size="md" autosize minRows={3} maxLength={10_000} value={draft.text} onChange={(event) => { onChange({ text: event.currentTarget.value }); }} />;
  }
}

function Ordering({ check, order, onChange }: { check: Extract<LessonCheck, { kind: 'order' }>; order: readonly number[]; onChange: (order: number[]) => void }) {
  const { t } = useTranslation('study');
  const textOf = new Map(check.items.map(({ index, text }) => [index, text]));
  const move = (at: number, by: 1 | -1) => {
    const moved = [...order];
    [moved[at], moved[at + by]] = [moved[at + by] ?? 0, moved[at] ?? 0];
    onChange(moved);
  };
  return (
    <ol className={classes['order']}>
      {order.map((index, at) => {
        const text = textOf.get(index) ?? '';
        return (
          <li key={index}>
            <Text flex="1 1 200px"><span>{`${String(at + 1)}. `}</span><Words text={text} /></Text>
            <Group gap={4} wrap="nowrap">
              <Button variant="default" px="sm" mih={44} disabled={at === 0} aria-label={t('order.up', { item: text })} onClick={() => { move(at, -1); }}><span aria-hidden="true">{'↑'}</span></Button>
              <Button variant="default" px="sm" mih={44} disabled={at === order.length - 1} aria-label={t('order.down', { item: text })} onClick={() => { move(at, 1); }}><span aria-hidden="true">{'↓'}</span></Button>
            </Group>
          </li>
        );
      })}
    </ol>
  );
}

function Judged({ judgement: { isRight, score, misconceptions, explanation, source, rightAnswer, points } }: { judgement: CheckJudgement }) {
  const { t, i18n } = useTranslation('study');
  return (
    <Stack gap="xs">
      <Text fw={600} c={isRight ? 'var(--cairn-match)' : undefined}>{isRight ? t('judged.right') : score > 0 ? t('judged.partly', { share: formatPercent(score * 100, i18n.language) }) : t('judged.wrong')}</Text>
      {misconceptions.map((misconception) => <Text key={misconception} size="sm">{t('judged.behind', { misconception })}</Text>)}
      {points.length > 0 && <ul style={{ margin: 0, paddingInlineStart: 20 }}>{points.map(({ point, made }) => <li key={point}>{t(made ? 'judged.made' : 'judged.missed', { point })}</li>)}</ul>}
      {!isRight && <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>{t('judged.answer', { answer: rightAnswer.join('; ') })}</Text>}
      {explanation !== null && <Text size="sm"><Words text={explanation} /></Text>}
      {source !== null && <Text size="sm" c="dimmed">{source}</Text>}
    </Stack>
  );
}
