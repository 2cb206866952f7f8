import { queryOptions } from '@tanstack/react-query';
import { call } from '../../lib/api.ts';

export const dailyPlanQuery = queryOptions({ queryKey: ['daily-plans', 'today'], queryFn: ({ signal }) => call('GET /daily-plans/today', { signal }) });
export const rhythmQuery = queryOptions({ queryKey: ['daily-plans', 'rhythm'], queryFn: ({ signal }) => call('GET /daily-plans/rhythm', { signal }) });

const usualChoices = [0, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240];

/** What can be chosen, with what is chosen among it. */
export function minuteChoices(chosen: number): number[] {
  return usualChoices.includes(chosen) ? usualChoices : [...usualChoices, chosen].sort((a, b) => a - b);
}
