import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { DailyPlanCard } from '../features/daily-plans/daily-plan-card.tsx';
import { DashboardPage } from '../features/dashboard/dashboard-page.tsx';

/** Stands below the letter: on a slow line it may come later. */
const ProgressOverview = lazy(async () => ({ default: (await import('../features/progress/progress-overview.tsx')).ProgressOverview }));

/** The letter about today, with what other features have to say in it. */
export function Dashboard() {
  return <DashboardPage day={<DailyPlanCard />} progress={<Suspense fallback={<Skeleton height={240} radius="lg" />}><ProgressOverview /></Suspense>} />;
}
