import { Skeleton, Stack, Text } from '@mantine/core';
import type { ProgressAnswer } from '@cairn/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatPercent } from '../../lib/format.ts';
import { EvidenceDrawer, type EvidenceSubject } from '../../ui/evidence-drawer.tsx';
import { Page } from '../../ui/page.tsx';
import { FailureNote } from '../../ui/states.tsx';
import { DaysCard } from './days-card.tsx';
import { useDurationWords } from './duration.ts';
import { HistoryTable } from './history-table.tsx';
import { InsightList } from './insight-list.tsx';
import { LogTime } from './log-time.tsx';
import { LoggedList } from './logged-list.tsx';
import { MasteryCard } from './mastery-card.tsx';
import { MeasureCard, type OnWhy } from './measure-card.tsx';
import { insightsQuery, progressQuery } from './progress-queries.ts';
import { SkillTable, TimeBySkill } from './skill-table.tsx';
import { StreakCard } from './streak-card.tsx';
import { VelocityCard } from './velocity-card.tsx';
import { WayCard } from './way-card.tsx';
import classes from './progress.module.css';

const calendarWeeks = 53;

/** Everything that is measured, how it comes about, and the weeks behind it. */
export function ProgressPage() {
  const { t } = useTranslation('progress');
  const [subject, setSubject] = useState<EvidenceSubject | null>(null);
  const progress = useQuery(progressQuery);
  const insights = useQuery(insightsQuery);
  const failed = [progress, insights].find(({ isError }) => isError);
  return (
    <Page title={t('title')} lead={t('lead')}>
      {failed && <FailureNote failure={failed.error} retry={() => { void progress.refetch(); void insights.refetch(); }} />}
      {progress.isPending && <Stack gap="md" aria-busy="true" mih="100dvh"><Skeleton height={140} radius="lg" /><Skeleton height={220} radius="lg" /></Stack>}
      {progress.data && (
        <>
          {insights.data && <InsightList insights={insights.data.items} roadmapId={progress.data.roadmap?.id ?? null} onWhy={setSubject} order={2} />}
          <Measures progress={progress.data} onWhy={setSubject} />
          <DaysCard progress={progress.data} weeks={calendarWeeks} />
          <LogTime today={progress.data.today} />
          <LoggedList />
          <SkillTable progress={progress.data} onWhy={setSubject} />
          <HistoryTable />
        </>
      )}
      <EvidenceDrawer subject={subject} onClose={() => { setSubject(null); }} />
    </Page>
  );
}

function Measures({ progress, onWhy }: { progress: ProgressAnswer; onWhy: OnWhy }) {
  const { t, i18n } = useTranslation('progress');
  const duration = useDurationWords();
  const { engagement, standing, timeInvested } = progress;
  return (
    <div className={classes['measures']}>
      <WayCard progress={progress} onWhy={onWhy} />
      <StreakCard streak={progress.streak} onWhy={onWhy} />
      <VelocityCard velocity={progress.velocity} onWhy={onWhy} />
      <WhatChangesIt progress={progress} onWhy={onWhy} />
      <MasteryCard mastery={progress.mastery} />
      <MeasureCard title={t('time.title')} value={duration(timeInvested.minutes)} reasons={timeInvested.reasons} onWhy={onWhy}><TimeBySkill time={timeInvested} /></MeasureCard>
      <MeasureCard title={t('engagement.title')} value={t('engagement.value', { score: formatNumber(engagement.score, i18n.language) })} reasons={engagement.reasons} onWhy={onWhy} />
      {standing === null
        ? <MeasureCard title={t('standing.title')}><Text size="sm">{t('standing.none')}</Text></MeasureCard>
        : <MeasureCard title={t('standing.title')} value={t('standing.value', { percent: formatPercent(standing.percentile, i18n.language) })} reasons={standing.reasons} onWhy={onWhy}><Text size="sm" c="dimmed">{t('standing.people', { count: standing.people })}</Text></MeasureCard>}
    </div>
  );
}

const daysPerWeek = 7;

/** What would bring the finish nearer, in the same futures that the date comes from. */
function WhatChangesIt({ progress, onWhy }: { progress: ProgressAnswer; onWhy: OnWhy }) {
  const { t, i18n } = useTranslation('progress');
  const { changes, forecast } = progress;
  if (forecast === null || changes.length === 0) return null;
  return (
    <MeasureCard title={t('forecast.title')} reasons={forecast.reasons} onWhy={onWhy}>
      <Stack component="ul" gap={4} m={0} ps="md">
        {changes.map((change) => {
          const weeks = formatNumber(change.daysSooner / daysPerWeek, i18n.language, 1);
          return <li key={change.kind}><Text size="sm">{change.kind === 'more-hours' ? t('change.more-hours', { weeks }) : t('change.leave-out', { weeks, skill: change.name, hours: formatNumber(change.hours, i18n.language) })}</Text></li>;
        })}
      </Stack>
    </MeasureCard>
  );
}
