import { z } from 'zod';
import { day, id, message, reason } from './common.ts';
import { endpoint } from './endpoint.ts';

const minutes = z.int().min(0).max(600);
const itemBase = z.object({ id: z.string(), skillId: z.string(), skill: z.string(), minutes: z.int(), done: z.boolean(), reasons: z.array(reason) });
const item = z.discriminatedUnion('kind', [
  itemBase.extend({ kind: z.literal('review'), questions: z.int() }),
  itemBase.extend({ kind: z.literal('lesson'), lessonId: z.string(), title: z.string() }),
  /** `ofMinutes`: of the whole task, of which a day may hold a part. */
  itemBase.extend({ kind: z.literal('task'), roadmapId: id, taskId: z.string(), what: message, title: z.string(), ofMinutes: z.int() }),
]);
export const dailyPlan = z.object({
  day,
  /** What there is to spend; smaller after missed days, and `reasons` says so. */
  minutes,
  items: z.array(item),
  reasons: z.array(reason),
});
export type DailyPlan = z.output<typeof dailyPlan>;

export const rhythm = z.object({
  /** Monday to Sunday; null: by the hours of the roadmap. */
  minutesByWeekday: z.array(minutes).length(7).nullable(),
  /** The plan comes by mail in the morning. */
  mailed: z.boolean(),
});
export type DailyRhythm = z.output<typeof rhythm>;

const own = ['auth.signed-out', 'auth.forbidden'] as const;

export const dailyPlans = {
  today: endpoint({
    method: 'GET', path: '/daily-plans/today', summary: 'What to do today, sized to the minutes you have', access: 'daily-plan.own',
    answers: { 200: dailyPlan }, failures: [...own],
  }),
  resize: endpoint({
    method: 'PUT', path: '/daily-plans/today', summary: 'Plan today anew for other minutes; what is done stays', access: 'daily-plan.own',
    body: z.object({ minutes }), answers: { 200: dailyPlan }, failures: [...own, 'request.cross-site'],
  }),
  mark: endpoint({
    method: 'PUT', path: '/daily-plans/today/items/:itemId', summary: 'Tick something of today, or take the tick back', access: 'daily-plan.own',
    params: z.object({ itemId: z.string().max(240) }), body: z.object({ done: z.boolean() }), answers: { 200: dailyPlan }, failures: [...own, 'request.cross-site', 'daily-plan.item-unknown'],
  }),
  rhythm: endpoint({
    method: 'GET', path: '/daily-plans/rhythm', summary: 'The minutes you have, day by day', access: 'daily-plan.own',
    answers: { 200: rhythm.extend({ /** What holds while nothing is set. */ usual: z.array(minutes).length(7) }) }, failures: [...own],
  }),
  changeRhythm: endpoint({
    method: 'PUT', path: '/daily-plans/rhythm', summary: 'Set the minutes you have, day by day, and whether the plan comes by mail; plans from tomorrow on follow', access: 'daily-plan.own',
    body: rhythm, answers: { 200: rhythm }, failures: [...own, 'request.cross-site'],
  }),
};
