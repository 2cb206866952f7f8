import type { CheckAnswerSent, CheckJudgement, LessonCheck } from '@cairn/contracts';
import { Anchor, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay, formatPercent } from '../../lib/format.ts';
import { AnswerFields, answerFrom, emptyDraft, type AnswerDraft } from '../../ui/answer-fields.tsx';
import { EvidenceDrawer } from '../../ui/evidence-drawer.tsx';
import { FailureNote } from '../../ui/states.tsx';
import { CodeBlock, Sentence } from '../../ui/words.tsx';
import { useCheck } from './use-check.ts';

interface CheckQuestionProps {
  userId: string;
  lessonId: string;
  check: LessonCheck;
  place: number;
}

/** As long as the contract allows. */
const longestAnswer = 10_000;
type Hints = 0 | 1 | 2 | 3;

/** A question at the end of a lesson: answered, judged by the server, and answered again if one likes. */
export function CheckQuestion({ userId, lessonId, check, place }: CheckQuestionProps) {
  const { t } = useTranslation('study');
  const parts = check.kind === 'order' ? check.items.map(({ text }) => text) : check.kind === 'single' || check.kind === 'multiple' ? check.options : [];
  const [draft, setDraft] = useState(() => emptyDraft(parts));
  const [hints, setHints] = useState<Hints>(0);
  const begunAt = useRef(0);
  useEffect(() => { begunAt.current = 0; }, [check.questionId]);
  const { give, judgement, isPending, isWaiting, failure, reset } = useCheck(userId, lessonId, check);
  const begin = () => { if (begunAt.current === 0) begunAt.current = performance.now(); };
  const change = (after: AnswerDraft) => { begin(); setDraft(after); reset(); };
  const answer = answerOf(check, draft);
  const send = () => {
    if (answer === null) return;
    give({ ...answer, hintsUsed: hints, seconds: Math.round((performance.now() - begunAt.current) / 1000) });
    begunAt.current = performance.now();
  };
  const id = `check-${String(place)}`;
  return (
    <Paper component="form" withBorder radius="md" p="md" onSubmit={(event) => { event.preventDefault(); send(); }}>
      <Stack gap="sm">
        <Text component="h3" fw={600} fz="md" m={0} id={id} lang="en"><span>{`${String(place)}. `}</span><Sentence text={check.ask} /></Text>
        {check.code !== null && <CodeBlock text={check.code.text} language={check.code.language} />}
        <AnswerFields kind={check.kind} parts={parts} draft={draft} onDraft={change} longest={longestAnswer} labelledBy={id} />
        {check.hints.slice(0, hints).map((hint) => <Text key={hint} size="sm" c="dimmed">{t('hint', { hint })}</Text>)}
        <Group>
          <Button type="submit" variant="light" mih={44} loading={isPending} disabled={answer === null}>{t('answer')}</Button>
          {hints < check.hints.length && judgement === undefined && <Button variant="subtle" color="gray" mih={44} onClick={() => { begin(); setHints((hints + 1) as Hints); }}>{t('hint.next')}</Button>}
          {check.wasRight !== null && judgement === undefined && !isWaiting && <Text size="sm" c="dimmed">{t(check.wasRight ? 'check.wasRight' : 'check.wasWrong')}</Text>}
        </Group>
        <div role="status">
          {isWaiting && <Text size="sm">{t('check.waiting')}</Text>}
          {judgement && <Judged judgement={judgement} />}
        </div>
        {failure !== null && <FailureNote failure={failure} />}
      </Stack>
    </Paper>
  );
}

/** Items of an order are shown by the alphabet, and answered by their own places. */
function answerOf(check: LessonCheck, draft: AnswerDraft): CheckAnswerSent | null {
  const given = answerFrom(check.kind, draft);
  return given?.kind === 'order' && check.kind === 'order' ? { ...given, order: given.order.map((at) => check.items[at]?.index ?? 0) } : given;
}

function Judged({ judgement: { isRight, score, misconceptions, explanation, source, rightAnswer, points, counted } }: { judgement: CheckJudgement }) {
  const { t, i18n } = useTranslation('study');
  return (
    <Stack gap="xs">
      <Text fw={600} c={isRight ? 'var(--cairn-match)' : undefined}>{isRight ? t('judged.right') : score > 0 ? t('judged.partly', { share: formatPercent(score * 100, i18n.language) }) : t('judged.wrong')}</Text>
      {misconceptions.map((misconception) => <Text key={misconception} size="sm">{t('judged.behind', { misconception })}</Text>)}
      {points.length > 0 && <ul style={{ margin: 0, paddingInlineStart: 20 }}>{points.map(({ point, made }) => <li key={point}>{t(made ? 'judged.made' : 'judged.missed', { point })}</li>)}</ul>}
      {!isRight && <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>{t('judged.answer')}{' '}<Sentence text={rightAnswer.join('; ')} /></Text>}
      {explanation !== null && <Text size="sm" lang="en"><Sentence text={explanation} /></Text>}
      {source !== null && <Text size="sm" c="dimmed">{source}</Text>}
      <Counted counted={counted} />
    </Stack>
  );
}

/** What the answer is worth beyond the lesson: how likely the level is known now, and when it is asked again. */
function Counted({ counted: { isCounted, skillName, level, probability, provenAt, nextOn, reasons } }: Pick<CheckJudgement, 'counted'>) {
  const { t, i18n } = useTranslation(['study', 'common']);
  const [isExplained, setIsExplained] = useState(false);
  const value = formatPercent(100 * probability, i18n.language);
  const named = `${skillName}, ${t(`common:level.${String(level)}`)}`;
  return (
    <Text size="sm" c="dimmed" component="div">
      {isCounted ? t(provenAt === null ? 'counted' : 'counted.proven', { skill: named, probability: value, day: provenAt === null ? '' : formatDay(provenAt.slice(0, 10), i18n.language) }) : t('counted.not')}
      {nextOn !== null && ` ${t('counted.next', { day: formatDay(nextOn, i18n.language) })}`}{' '}
      <Anchor component="button" type="button" size="sm" mih={32} onClick={() => { setIsExplained(true); }}>{t('common:why')}</Anchor>
      <EvidenceDrawer subject={isExplained ? { title: named, value, reasons } : null} onClose={() => { setIsExplained(false); }} />
    </Text>
  );
}
