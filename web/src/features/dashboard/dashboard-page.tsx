import { Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { useMe } from '../../lib/session.ts';
import { Page } from '../../ui/page.tsx';
import { FailureNote } from '../../ui/states.tsx';
import { FirstSteps } from './first-steps.tsx';
import { journeyOf } from './journey.ts';
import { JourneyTrail } from './journey-trail.tsx';
import { Today } from './today.tsx';

/** A short letter about today: the one next step, what changed, how far the way has been walked. */
export function DashboardPage() {
  const { t } = useTranslation('dashboard');
  const me = useMe();
  const resumes = useQuery({ queryKey: ['resumes', 'newest'], queryFn: ({ signal }) => call('GET /resumes', { query: { limit: 1 }, signal }) });
  const gaps = useQuery({ queryKey: ['gaps', 'newest'], queryFn: ({ signal }) => call('GET /skill-gaps', { query: { limit: 1 }, signal }) });
  const roadmaps = useQuery({ queryKey: ['roadmaps', 'newest'], queryFn: ({ signal }) => call('GET /roadmaps', { query: { limit: 10 }, signal }) });
  const all = [resumes, gaps, roadmaps];
  const failed = all.find(({ isError }) => isError);
  const isKnown = resumes.data && gaps.data && roadmaps.data;
  const journey = isKnown ? journeyOf(resumes.data.items, gaps.data.items, roadmaps.data.items) : null;
  const name = me?.name.split(/\s+/)[0];
  return (
    <Page title={t(greetingAt(new Date().getHours()), { name })} width={720} lead={journey ? t(`lead.${journey.step}`) : undefined}>
      {failed && !isKnown && <FailureNote failure={failed.error} retry={() => { for (const query of all) void query.refetch(); }} />}
      {!failed && !journey && <Stack gap="lg" aria-busy="true"><Skeleton height={176} radius="lg" /><Skeleton height={96} radius="lg" /></Stack>}
      {journey && (journey.roadmapId !== null ? <Today roadmapId={journey.roadmapId} /> : <FirstSteps journey={journey} />)}
      {journey && <JourneyTrail journey={journey} />}
    </Page>
  );
}

function greetingAt(hour: number): string {
  if (hour < 5) return 'greeting.night';
  if (hour < 12) return 'greeting.morning';
  return hour < 17 ? 'greeting.afternoon' : 'greeting.evening';
}
