import { Alert, Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { LearningVerdict } from '@cairn/contracts';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay, formatPercent } from '../../lib/format.ts';
import { EvidenceDrawer } from '../../ui/evidence-drawer.tsx';
import { useModelCall, wasStopped } from '../../lib/use-model-call.ts';
import { ModelWait } from '../../ui/model-wait.tsx';
import { FailureNote } from '../../ui/states.tsx';
import classes from './learning.module.css';
import { ModelWords } from './model-words.tsx';
import type { ShownQuestion } from './learning-queries.ts';
import { CodeBlock, Sentence } from '../../ui/words.tsx';

interface VerdictCardProps {
  sessionId: string;
  /** The question as it was shown: the right places count in it. */
  question: ShownQuestion;
  verdict: LearningVerdict;
  isLast: boolean;
  onNext: () => void;
}

/** What became of the answer, why, and when it comes back. */
export function VerdictCard({ sessionId, question, verdict, isLast, onNext }: VerdictCardProps) {
  const { t, i18n } = useTranslation(['learning', 'common']);
  const [explained, setExplained] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => { heading.current?.focus(); }, []);
  const words = useModelCall('POST /learning/sessions/:id/explanations');
  const explain = useMutation({ mutationFn: () => words.call({ params: { id: sessionId }, body: { shownQuestionId: verdict.shownQuestionId } }) });
  const depth = t(`depth.${verdict.depth.name}`);
  return (
    <Paper withBorder radius="lg" p={{ base: 'md', sm: 'lg' }} component="section" aria-labelledby="verdict">
      <Stack gap="md">
        <Stack gap={4}>
          <Title order={2} size="h3" id="verdict" ref={heading} tabIndex={-1} style={{ outline: 'none' }}>{t(verdict.right ? 'verdict.right' : verdict.accuracy > 0 ? 'verdict.partly' : 'verdict.wrong')}</Title>
          <Group gap="xs">
            <Text size="sm" c="dimmed">{t('verdict.numbers', { accuracy: formatPercent(verdict.accuracy, i18n.language), depth })}</Text>
            <Anchor component="button" type="button" size="sm" mih={44} onClick={() => { setExplained(true); }}>{t('common:why')}</Anchor>
          </Group>
        </Stack>
        <Text lang="en"><Sentence text={verdict.ask} /></Text>
        {verdict.misconceptions.map((misconception) => <Alert key={misconception} color="amber" variant="light" title={t('verdict.misconception')}><Text size="sm" c="var(--mantine-color-text)" lang="en"><Sentence text={misconception} /></Text></Alert>)}
        {!verdict.right && <RightAnswer question={question} verdict={verdict} />}
        {verdict.points && <Points points={verdict.points} />}
        <Stack gap={4} lang="en">
          {verdict.explanation !== null && <Text><Sentence text={verdict.explanation} /></Text>}
          {verdict.source !== null && <Text size="sm" c="dimmed">{verdict.source}</Text>}
        </Stack>
        {verdict.reinforce.length > 0 && (
          <Stack gap={4}>
            <Text fw={600}>{t('verdict.reinforce')}</Text>
            <ul className={classes['list']}>
              {verdict.reinforce.map(({ skill, level, lesson }) => <li key={level}><Text size="sm">{t(lesson ? 'verdict.lesson' : 'verdict.level', { skill, level: t(`common:level.${String(level)}`), title: lesson?.title ?? '', count: lesson?.minutes ?? 0 })}</Text></li>)}
            </ul>
          </Stack>
        )}
        <Text size="sm">{t('verdict.next', { count: verdict.nextInDays, day: formatDay(verdict.nextOn, i18n.language) })}</Text>
        {explain.data ? <ModelWords explained={explain.data} /> : (
          explain.isPending ? <ModelWait latest={words.latest} onStop={words.stop} /> : <Group><Button variant="default" mih={44} onClick={() => { explain.mutate(); }}>{t('explain')}</Button></Group>
        )}
        {explain.isError && !wasStopped(explain.error) && <FailureNote failure={explain.error} />}
        <Group><Button size="md" mih={44} onClick={onNext}>{t(isLast ? 'toSummary' : 'next')}</Button></Group>
      </Stack>
      <EvidenceDrawer subject={explained ? { title: t('depth.title'), value: `${depth} · ${String(verdict.depth.value)} / 100`, reasons: verdict.depth.reasons } : null} onClose={() => { setExplained(false); }} />
    </Paper>
  );
}

function RightAnswer({ question, verdict: { rightAnswer } }: { question: ShownQuestion; verdict: LearningVerdict }) {
  const { t } = useTranslation('learning');
  const { places, text } = rightAnswer;
  return (
    <Stack gap={4}>
      <Text fw={600}>{t('verdict.rightAnswer')}</Text>
      {text !== null && (question.kind === 'text' ? <Text lang="en">{text}</Text> : <CodeBlock text={text} />)}
      {places.length > 0 && (
        <Stack gap={4} component={question.kind === 'order' ? 'ol' : 'ul'} m={0} ps="lg" lang="en">
          {places.map((place) => <li key={place}><Sentence text={question.parts[place] ?? ''} /></li>)}
        </Stack>
      )}
    </Stack>
  );
}

function Points({ points }: { points: NonNullable<LearningVerdict['points']> }) {
  const { t } = useTranslation('learning');
  return (
    <Stack gap={4}>
      <Text fw={600}>{t('verdict.points')}</Text>
      <ul className={classes['list']}>
        {points.map(({ point, made, by }) => (
          <li key={point} className={classes['row']}>
            <Stack gap={0} lang="en"><Text size="sm"><Sentence text={point} /></Text>{by !== null && <Text size="xs" c="dimmed">{`“${by}”`}</Text>}</Stack>
            <Text size="sm" fw={600}>{t(made ? 'verdict.made' : 'verdict.missed')}</Text>
          </li>
        ))}
      </ul>
    </Stack>
  );
}
