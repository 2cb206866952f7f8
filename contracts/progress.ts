import { z } from 'zod';
import { day, id, idParams, instant, level, listOf, message, page, reason } from './common.ts';
import { endpoint } from './endpoint.ts';

const reasons = z.array(reason);
const byKind = z.object({ task: z.number(), answers: z.number(), lesson: z.number(), logged: z.number() });

/** What could be done next: `id` is the task's or the lesson's, of a review the skill's. */
const nextStep = z.object({ kind: z.enum(['review', 'task', 'lesson']), id: z.string(), skillId: z.string(), name: z.string(), minutes: z.number(), reason: z.enum(['progress.next.due', 'progress.next.planned', 'progress.next.fits']) });

const change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('more-hours'), hours: z.number(), daysSooner: z.int() }),
  z.object({ kind: z.literal('leave-out'), skillId: z.string(), name: z.string(), hours: z.number(), daysSooner: z.int() }),
]);

const forecast = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('finished'), reasons }),
  /** No date is made up: so many weeks are missing. */
  z.object({ kind: z.literal('too-early'), weeksMissing: z.int(), reasons }),
  z.object({ kind: z.literal('beyond'), reasons }),
  /** Eight of ten futures lie from `earliest` to `latest`; null is beyond ten years. */
  z.object({ kind: z.literal('dated'), finishesOn: day, earliest: day, latest: day.nullable(), monthsLeft: z.number(), reasons }),
]);

const progressAnswer = z.object({
  today: day,
  timeZone: z.string(),
  roadmap: z.object({ id, title: z.string(), hoursPerWeek: z.number() }).nullable(),
  completion: z.object({ percentage: z.number(), doneHours: z.number(), totalHours: z.number(), doneTasks: z.int(), totalTasks: z.int(), reasons }).nullable(),
  velocity: z.object({
    /** Null while fewer than two weeks are over. */
    hoursPerWeek: z.number().nullable(), basis: z.enum(['plan', 'time']),
    trend: z.object({ from: z.number(), to: z.number(), fall: z.number(), weeks: z.int() }).nullable(),
    /** Of the last twelve weeks at most, oldest first; the last one is still going on. */
    weeks: z.array(z.object({ startsOn: day, hours: z.number() })), reasons,
  }),
  engagement: z.object({ score: z.int(), reasons }),
  streak: z.object({
    days: z.int(), longest: z.int(), isTodayDone: z.boolean(), freezes: z.int(), daysToNextFreeze: z.int(), frozenDays: z.array(day), keptUntil: day.nullable(), reasons,
  }),
  timeInvested: z.object({ minutes: z.number(), byKind, bySkill: z.array(z.object({ skillId: z.string().nullable(), name: z.string().nullable(), minutes: z.number() })), reasons }),
  mastery: z.array(z.object({ skillId: z.string(), name: z.string(), state: z.enum(['proven', 'fading', 'learning', 'ahead']), level: level.nullable(), probability: z.number().nullable(), reasons })),
  /** Null without a roadmap. */
  forecast: forecast.nullable(),
  changes: z.array(change),
  /** Among the people of the organisation; null unless more than 20 of them have done something in these four weeks. */
  standing: z.object({ percentile: z.int(), people: z.int(), reasons }).nullable(),
  calendar: z.array(z.object({ day, minutes: z.int(), heat: z.int().min(0).max(4) })),
  nextSteps: z.array(nextStep),
});
export type ProgressAnswer = z.output<typeof progressAnswer>;

const action = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('do-task'), taskId: z.string(), what: message }),
  z.object({ kind: z.literal('change-hours'), hoursPerWeek: z.int(), what: message }),
  z.object({ kind: z.literal('review'), skillId: z.string(), what: message }),
  z.object({ kind: z.literal('plan'), what: message }),
  z.object({ kind: z.literal('log-time'), what: message }),
]);
const insight = z.object({ what: message, priority: z.enum(['high', 'medium', 'low']), action, reasons });
export type ProgressInsight = z.output<typeof insight>;

const historyWeek = z.object({
  startsOn: day, hours: z.number(), plannedHours: z.number(), byKind, tasks: z.int(), activeDays: z.int(),
  /** Planned hours done up to the end of the week, since the first. */
  plannedHoursSoFar: z.number(),
});

const event = z.object({ id, day, minutes: z.int(), skillId: z.string().nullable(), createdAt: instant });
export type ProgressEvent = z.output<typeof event>;

const settings = z.object({ weeklyDigest: z.boolean() });

const own = ['auth.signed-out', 'auth.forbidden'] as const;
const written = [...own, 'request.cross-site', 'request.idempotency-conflict', 'request.in-progress'] as const;

export const progress = {
  read: endpoint({
    method: 'GET', path: '/progress', summary: 'How far you are, how fast, and when you will be there, each number with its reasons', access: 'progress.own',
    answers: { 200: progressAnswer }, failures: [...own],
  }),
  history: endpoint({
    method: 'GET', path: '/progress/history', summary: 'Your weeks, oldest first', access: 'progress.own', query: z.object({ weeks: z.coerce.number().int().min(1).max(520).default(52) }),
    answers: { 200: z.object({ items: z.array(historyWeek) }) }, failures: [...own],
  }),
  insights: endpoint({
    method: 'GET', path: '/progress/insights', summary: 'What may go wrong and what would help, each with one thing to do, the most pressing first', access: 'progress.own',
    answers: { 200: z.object({ items: z.array(insight) }) }, failures: [...own],
  }),
  log: endpoint({
    method: 'POST', path: '/progress/events', summary: 'Log time that you invested outside Cairn', access: 'progress.own',
    body: z.object({
      minutes: z.int().min(1).max(960), skillId: z.string().max(80).nullish(),
      /** Today, in your time zone, when left out; not in the future, and at most a year ago. */
      day: day.optional(),
    }),
    answers: { 201: event }, failures: [...written, 'skills.unknown', 'progress.day-full'],
  }),
  events: endpoint({
    method: 'GET', path: '/progress/events', summary: 'The time you logged, newest first', access: 'progress.own', query: page,
    answers: { 200: listOf(event) }, failures: [...own],
  }),
  unlog: endpoint({
    method: 'DELETE', path: '/progress/events/:id', summary: 'Take logged time back', access: 'progress.own', params: idParams,
    answers: { 204: null }, failures: [...own, 'request.cross-site', 'progress.unknown'],
  }),
  settings: endpoint({
    method: 'GET', path: '/progress/settings', summary: 'Whether a weekly mail comes', access: 'progress.own',
    answers: { 200: settings }, failures: [...own],
  }),
  saveSettings: endpoint({
    method: 'PUT', path: '/progress/settings', summary: 'Say whether a weekly mail comes', access: 'progress.own',
    body: settings, answers: { 200: settings }, failures: [...own, 'request.cross-site'],
  }),
  endDigest: endpoint({
    method: 'POST', path: '/progress/digest/:digestToken/end', summary: 'End the weekly mail, by the link in it (RFC 8058)', access: 'anonymous', params: z.object({ digestToken: z.string().max(400) }), takesForm: true,
    answers: { 204: null }, failures: ['request.cross-site', 'progress.link-invalid'],
  }),
};
