/** What to do today, made in the night or when somebody looks. */
import type { Http } from '../../platform/http/http.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import { makePlanJob, queueDue, type NightParts } from './daily-plans.jobs.ts';
import { dailyPlansRoutes } from './daily-plans.routes.ts';
import { createDailyPlansService, type DailyPlansParts } from './daily-plans.service.ts';
import { mailPlanJob, type MailPlanDeps } from './mail-plan.jobs.ts';

export { dailyPlansData } from './daily-plans-data.ts';

export function createDailyPlans(parts: DailyPlansParts & NightParts & MailPlanDeps & { readonly jobs: Jobs }): { register(http: Pick<Http, 'implement'>): void } {
  const service = createDailyPlansService(parts);
  parts.jobs.register(makePlanJob, { ...parts, makeFor: service.makeFor });
  parts.jobs.register(mailPlanJob, parts);
  parts.jobs.chore('daily-plans.make-due', '3 * * * *', () => queueDue(parts));
  return { register: (http) => { dailyPlansRoutes(http, service); } };
}
