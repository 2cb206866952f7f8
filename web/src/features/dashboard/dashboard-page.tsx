import { Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { dayOf } from '../../lib/plan-week.ts';
import { useMe } from '../../lib/session.ts';
import { Page } from '../../ui/page.tsx';
import { FailureNote } from '../../ui/states.tsx';
import { FirstSteps } from './first-steps.tsx';
import { journeyOf } from './journey.ts';
import { JourneyTrail } from './journey-trail.tsx';
import { currentRoadmap, Today } from './today.tsx';

/** A short letter about today: the one next step, what changed, how far the way has been walked. */
export function DashboardPage({ day, progress }: { day: ReactNode; progress: ReactNode }) {
  const { t } = useTranslation('dashboard');
  const me = useMe();
  const resumes = useQuery({ queryKey: ['resumes', 'newest'], queryFn: ({ signal }) => call('GET /resumes', { query: { limit: 1 }, signal }) });
  const gaps = useQuery({ queryKey: ['gaps', 'newest'], queryFn: ({ signal }) => call('GET /skill-gaps', { query: { limit: 1 }, signal }) });
  const current = useQuery(currentRoadmap);
  const all = [resumes, gaps, current];
  const failed = all.find(({ isError }) => isError);
  // Deferred: what the answers change is drawn in slices, between which a slow phone can react.
  const known = useDeferredValue(resumes.data && gaps.data && current.data ? { resumes: resumes.data.items, gaps: gaps.data.items, current: current.data } : null);
  const journey = known && journeyOf(known.resumes, known.gaps, known.current);
  const name = me?.name.split(/\s+/)[0];
  return (
    <Page title={t(greetingAt(new Date().getHours()), { name })} width={720} lead={journey ? t(`lead.${journey.step}`) : undefined}>
      {failed && !journey && <FailureNote failure={failed.error} retry={() => { for (const query of all) void query.refetch(); }} />}
      {/* As high as the screen, so that what stands below does not move through it when the answers come. */}
      {!failed && !journey && <Stack gap="lg" aria-busy="true" mih="100dvh"><Skeleton height={220} radius="lg" /><Skeleton height={44} /><Skeleton height={44} /><Skeleton height={44} /></Stack>}
      {journey && (known?.current.roadmap ? <Today roadmap={known.current.roadmap} today={dayOf(new Date())} /> : <FirstSteps journey={journey} />)}
      {known?.current.roadmap && day}
      {journey && <JourneyTrail journey={journey} />}
      {/* Before there is a roadmap, the first steps are all there is to see. */}
      {known?.current.roadmap && progress}
    </Page>
  );
}

function greetingAt(hour: number): string {
  if (hour < 5) return 'greeting.night';
  if (hour < 12) return 'greeting.morning';
  return hour < 17 ? 'greeting.afternoon' : 'greeting.evening';
}
