import { dailyPlans } from '@cairn/contracts';
import type { Http } from '../../platform/http/http.ts';
import type { DailyPlansService } from './daily-plans.service.ts';

export function dailyPlansRoutes({ implement }: Pick<Http, 'implement'>, service: DailyPlansService): void {
  implement(dailyPlans.today, async ({ person }) => ({ status: 200, body: await service.today(person) }));
  implement(dailyPlans.resize, async ({ person, body }) => ({ status: 200, body: await service.resize(person, body.minutes) }));
  implement(dailyPlans.mark, async ({ person, params, body }) => ({ status: 200, body: await service.mark(person, params.itemId, body.done) }));
  implement(dailyPlans.rhythm, async ({ person }) => ({ status: 200, body: await service.rhythm(person) }));
  implement(dailyPlans.changeRhythm, async ({ person, body }) => ({ status: 200, body: await service.changeRhythm(person, body) }));
}
