import { Button, Group, Skeleton, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EvidenceDrawer, type EvidenceSubject } from '../../ui/evidence-drawer.tsx';
import { FailureNote } from '../../ui/states.tsx';
import { DaysCard } from './days-card.tsx';
import { InsightList } from './insight-list.tsx';
import { MasteryCard } from './mastery-card.tsx';
import { insightsQuery, progressQuery } from './progress-queries.ts';
import { StreakCard } from './streak-card.tsx';
import { VelocityCard } from './velocity-card.tsx';
import { WayCard } from './way-card.tsx';
import classes from './progress.module.css';

/** As many weeks as a phone shows without scrolling. */
const overviewWeeks = 20;
const insightsShown = 2;

/** Below today's letter: how it is going, and what would help. */
export function ProgressOverview() {
  const { t } = useTranslation('progress');
  const [subject, setSubject] = useState<EvidenceSubject | null>(null);
  const progress = useQuery(progressQuery);
  const insights = useQuery(insightsQuery);
  const failed = [progress, insights].find(({ isError }) => isError);
  return (
    <Stack component="section" gap="md" aria-labelledby="progress-heading">
      <Group justify="space-between">
        <Title order={2} id="progress-heading">{t('section')}</Title>
        <Button component={Link} to="/progress" variant="subtle" mih={44}>{t('all')}</Button>
      </Group>
      {failed && <FailureNote failure={failed.error} retry={() => { void progress.refetch(); void insights.refetch(); }} />}
      {progress.isPending && <Stack gap="md" aria-busy="true"><Skeleton height={120} radius="lg" /><Skeleton height={180} radius="lg" /></Stack>}
      {progress.data && (
        <>
          {insights.data && <InsightList insights={insights.data.items.slice(0, insightsShown)} roadmapId={progress.data.roadmap?.id ?? null} onWhy={setSubject} order={3} />}
          <div className={classes['measures']}>
            <StreakCard streak={progress.data.streak} onWhy={setSubject} />
            <WayCard progress={progress.data} onWhy={setSubject} />
            <VelocityCard velocity={progress.data.velocity} onWhy={setSubject} />
            <MasteryCard mastery={progress.data.mastery} />
          </div>
          <DaysCard progress={progress.data} weeks={overviewWeeks} />
        </>
      )}
      <EvidenceDrawer subject={subject} onClose={() => { setSubject(null); }} />
    </Stack>
  );
}
