import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { RoadmapAnswer } from '@cairn/contracts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { formatDay, formatNumber, formatPercent } from '../../lib/format.ts';
import { weeksBehind } from '../../lib/plan-week.ts';
import { Icon } from '../../ui/icons.tsx';
import { MatchBar } from '../../ui/match-bar.tsx';
import { useMovingNumber } from '../../ui/moving-number.ts';
import { useReasonWords } from '../../ui/reason-words.ts';
import { StandingSign } from '../../ui/standing-sign.tsx';
import { FailureNote } from '../../ui/states.tsx';
import { UndoBar } from '../../ui/undo-bar.tsx';
import classes from './dashboard.module.css';

type Task = NonNullable<RoadmapAnswer['firstAction']>;

export const currentRoadmap = queryOptions({ queryKey: ['roadmaps', 'current'], queryFn: ({ signal }) => call('GET /roadmaps/current', { signal }) });

/** The next task, ready to be marked done, and what followed from the last ones. `today` is 'YYYY-MM-DD'. */
export function Today({ roadmap, today }: { roadmap: RoadmapAnswer; today: string }) {
  const { t } = useTranslation('dashboard');
  const words = useReasonWords();
  const queryClient = useQueryClient();
  const [undoable, setUndoable] = useState<Task | null>(null);
  const params = { id: roadmap.id };
  const mark = useMutation({
    mutationFn: ({ task, state }: { task: Task; state: 'done' | 'open' }) => (state === 'done'
      ? call('POST /roadmaps/:id/tasks/:taskId/complete', { params: { ...params, taskId: task.id } })
      : call('POST /roadmaps/:id/tasks/:taskId/undo', { params: { ...params, taskId: task.id } })),
    onSuccess: (answer, { task, state }) => {
      queryClient.setQueryData(currentRoadmap.queryKey, (before) => before && { roadmap: answer, doneTasks: Math.max(0, before.doneTasks + (state === 'done' ? 1 : -1)) });
      queryClient.setQueryData(['roadmaps', 'one', roadmap.id], answer);
      setUndoable(state === 'done' ? task : null);
    },
  });
  const missed = useMutation({
    mutationFn: () => call('POST /roadmaps/:id/replan', { params, body: { kind: 'missed-week' } }),
    onSuccess: (answer) => {
      queryClient.setQueryData(currentRoadmap.queryKey, (before) => before && { ...before, roadmap: answer });
      queryClient.setQueryData(['roadmaps', 'one', roadmap.id], answer);
    },
  });
  const hideUndo = useCallback(() => { setUndoable(null); }, []);
  return (
    <Stack gap="lg">
      <NextStep roadmap={roadmap} isBusy={mark.isPending} onDone={(task) => { mark.mutate({ task, state: 'done' }); }} />
      {mark.isError && <FailureNote failure={mark.error} />}
      {missed.isError && <FailureNote failure={missed.error} />}
      <WhatChanged roadmap={roadmap} today={today} isMoving={missed.isPending} onMissed={() => { missed.mutate(); }} />
      <Lately roadmap={roadmap} />
      <UndoBar message={undoable && t('undo.done', { task: words(undoable.what, undoable.title) })} undo={t('undo.action')} onUndo={() => { if (undoable) mark.mutate({ task: undoable, state: 'open' }); }} onGone={hideUndo} />
    </Stack>
  );
}

function NextStep({ roadmap, isBusy, onDone }: { roadmap: RoadmapAnswer; isBusy: boolean; onDone: (task: Task) => void }) {
  const { t } = useTranslation('dashboard');
  const words = useReasonWords();
  const next = roadmap.firstAction;
  const open = (label: string, isFilled: boolean) => <Button renderRoot={(props) => <Link {...props} to="/roadmaps/$roadmapId" params={{ roadmapId: roadmap.id }} />} variant={isFilled ? 'filled' : 'default'} size="md" mih={44}>{label}</Button>;
  return (
    <Paper component="section" withBorder radius="lg" p={{ base: 'md', sm: 'lg' }} bg="var(--cairn-surface)" aria-labelledby="next-heading">
      {next ? (
        <Stack gap="xs">
          <Text size="sm" c="dimmed">{t('next.label', { roadmap: roadmap.title })}</Text>
          <Title order={2} id="next-heading">{words(next.what, next.title)}</Title>
          <Text size="sm" c="dimmed">{t('next.about', { count: next.hours, week: roadmap.progress.weekNumber, weeks: roadmap.totalWeeks })}</Text>
          <Group gap="sm" mt="xs">
            <Button size="md" mih={44} loading={isBusy} leftSection={<Icon name="check" size={18} />} onClick={(event) => { if (event.detail < 2) onDone(next); }}>{t('next.done')}</Button>
            {open(t('next.open'), false)}
          </Group>
        </Stack>
      ) : (
        <Stack gap="xs">
          <Title order={2} id="next-heading">{t('finished.title')}</Title>
          <Text>{words(roadmap.finalOutcome)}</Text>
          <Group gap="sm" mt="xs"><Button component={Link} to="/gaps" size="md" mih={44}>{t('finished.compare')}</Button>{open(t('finished.open'), false)}</Group>
        </Stack>
      )}
    </Paper>
  );
}

const latelyShown = 3;

/** What was finished last. */
function Lately({ roadmap }: { roadmap: RoadmapAnswer }) {
  const { t, i18n } = useTranslation('dashboard');
  const words = useReasonWords();
  const finished = roadmap.months
    .flatMap(({ weeks }) => weeks.flatMap(({ tasks }) => tasks))
    .flatMap((task) => (task.done && task.finishedAt !== null ? [{ task, at: task.finishedAt }] : []))
    .reverse().sort((a, b) => b.at.localeCompare(a.at)).slice(0, latelyShown);
  if (finished.length === 0) return null;
  return (
    <Stack component="section" gap={4} aria-labelledby="lately-heading">
      <Title order={3} id="lately-heading">{t('lately.title')}</Title>
      <ul className={classes['lately']}>
        {finished.map(({ task, at }) => (
          <li key={task.id}>
            <StandingSign standing="met" />
            <Text span size="sm">{words(task.what, task.title)}</Text>
            <Text span size="sm" c="dimmed">{formatDay(at.slice(0, 10), i18n.language)}</Text>
          </li>
        ))}
      </ul>
    </Stack>
  );
}

/** Two sentences with their bars: the week, and the match then and now. */
function WhatChanged({ roadmap, today, isMoving, onMissed }: { roadmap: RoadmapAnswer; today: string; isMoving: boolean; onMissed: () => void }) {
  const { t, i18n } = useTranslation('dashboard');
  const { match, progress } = roadmap;
  const week = roadmap.months.flatMap(({ weeks }) => weeks).find(({ number }) => number === progress.weekNumber);
  const total = week?.tasks.reduce((sum, { hours }) => sum + hours, 0) ?? 0;
  const done = week?.tasks.reduce((sum, { hours, state }) => sum + (state === 'open' ? 0 : hours), 0) ?? 0;
  const behind = weeksBehind(roadmap.startsOn, progress.weekNumber, today);
  const now = useMovingNumber(match?.now ?? 0);
  const percent = (value: number) => formatPercent(value, i18n.language);
  const hours = (value: number) => formatNumber(value, i18n.language, 1);
  return (
    <Stack gap="md">
      {progress.nextTaskId !== null && week && (
        <Stack gap={6}>
          <Text role="status">{behind > 0 ? t('week.behind', { number: progress.weekNumber, count: behind, done: hours(done), total: hours(total) }) : t(behind === 0 ? 'week.hours' : 'week.ahead', { number: progress.weekNumber, done: hours(done), total: hours(total) })}</Text>
          <MatchBar height={8} parts={[{ kind: 'met', share: total === 0 ? 0 : done / total }]} />
          {behind > 0 && <Group><Button variant="default" mih={44} loading={isMoving} onClick={onMissed}>{t('week.missed')}</Button></Group>}
        </Stack>
      )}
      <Stack gap={6}>
        <Text>{t('way.hours', { done: hours(progress.doneHours), total: hours(progress.totalHours), percent: percent(progress.percentage) })}</Text>
        <MatchBar height={8} parts={[{ kind: 'met', share: progress.percentage / 100 }]} />
      </Stack>
      {match && (
        <Stack gap={6}>
          <Text>{match.now > match.before ? t('match.moved', { before: percent(match.before), now: percent(now) }) : t('match.still', { now: percent(match.now), after: percent(match.after) })}</Text>
          <MatchBar height={8} parts={[{ kind: 'met', share: match.now / 100 }, { kind: 'gain', share: Math.max(0, match.after - match.now) / 100 }]} />
        </Stack>
      )}
    </Stack>
  );
}
