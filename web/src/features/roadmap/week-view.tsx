import { ActionIcon, Button, Group, Stack, Text, Title } from '@mantine/core';
import type { RoadmapAnswer } from '@cairn/contracts';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay, formatNumber } from '../../lib/format.ts';
import { weeksBehind } from '../../lib/plan-week.ts';
import type { EvidenceSubject } from '../../ui/evidence-drawer.tsx';
import { MatchBar } from '../../ui/match-bar.tsx';
import { hoursOf, weekToShow, type Task, type Week } from './roadmap-model.ts';
import classes from './week.module.css';
import { TaskRow } from './task-row.tsx';

interface WeekViewProps {
  roadmap: RoadmapAnswer;
  week: Week;
  /** 'YYYY-MM-DD'. */
  today: string;
  headingRef: RefObject<HTMLHeadingElement | null>;
  onShowWeek: (number: number) => void;
  onToggle: (task: Task) => void;
  onExplain: (subject: EvidenceSubject) => void;
  onSkip: (skillId: string) => void;
  onMissed: () => void;
}

/** One week: what it is about, its tasks to tick, and the weeks before and after. */
export function WeekView({ roadmap, week, today, headingRef, onShowWeek, onToggle, onExplain, onSkip, onMissed }: WeekViewProps) {
  const { t, i18n } = useTranslation('roadmap');
  const { done, total } = hoursOf(week.tasks);
  const next = roadmap.progress.nextTaskId === null ? null : weekToShow(roadmap);
  const behind = weeksBehind(roadmap.startsOn, week.number, today);
  const isBehind = week.number === next && behind > 0;
  return (
    <section aria-labelledby="week-heading">
      <Group justify="space-between" wrap="nowrap" align="flex-start" mb="sm">
        <Stack gap={0} miw={0}>
          <Title order={2} id="week-heading" ref={headingRef} tabIndex={-1} style={{ outline: 'none', scrollMarginTop: 16 }}>
            {isBehind ? t('week.behind', { number: week.number, count: behind }) : t(behind === 0 ? 'week.current' : 'week.other', { number: week.number })}
          </Title>
          <Text size="sm" c="dimmed" role="status">
            {t('week.from', { date: formatDay(week.startsOn, i18n.language) })}{' · '}{t('hoursDone', { done: formatNumber(done, i18n.language, 1), total: formatNumber(total, i18n.language, 1) })}
          </Text>
        </Stack>
        <Group gap={4} wrap="nowrap">
          <ActionIcon variant="default" size={44} aria-label={t('week.before')} disabled={week.number <= 1} onClick={() => { onShowWeek(week.number - 1); }}><Chevron d="M14 6 8 12l6 6" /></ActionIcon>
          <ActionIcon variant="default" size={44} aria-label={t('week.after')} disabled={week.number >= roadmap.totalWeeks} onClick={() => { onShowWeek(week.number + 1); }}><Chevron d="m10 6 6 6-6 6" /></ActionIcon>
        </Group>
      </Group>
      {isBehind && <Button variant="default" mih={44} mb="sm" onClick={onMissed}>{t('change.missed')}</Button>}
      <MatchBar height={6} parts={[{ kind: 'met', share: total === 0 ? 0 : done / total }]} />
      <ul className={classes['tasks']}>
        {week.tasks.map((task) => <TaskRow key={task.id} roadmap={roadmap} task={task} isNext={task.id === roadmap.progress.nextTaskId} onToggle={onToggle} onExplain={onExplain} onSkip={onSkip} />)}
      </ul>
      {done === total && next !== null && next !== week.number && (
        <Button variant="subtle" mih={44} mt="xs" onClick={() => { onShowWeek(next); }}>{t('week.onTo', { number: next })}</Button>
      )}
    </section>
  );
}

function Chevron({ d }: { d: string }) {
  return <svg width="20" height="20" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true"><path d={d} /></svg>;
}
