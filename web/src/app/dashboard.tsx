import { DailyPlanCard } from '../features/daily-plans/daily-plan-card.tsx';
import { DashboardPage } from '../features/dashboard/dashboard-page.tsx';

/** The letter about today, with what other features have to say in it. */
export function Dashboard() {
  return <DashboardPage day={<DailyPlanCard />} />;
}
