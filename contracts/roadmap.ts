import { z } from 'zod';
import { day, id, idParams, instant, level, listOf, message, page, proficiency, reason } from './common.ts';
import { endpoint } from './endpoint.ts';

const task = z.object({
  id: z.string(), kind: z.enum(['learn', 'practise', 'build', 'check']), title: z.string(), what: message, skillId: z.string(), level, hours: z.number(),
  done: z.boolean(), state: z.enum(['open', 'done', 'skipped']), finishedAt: instant.nullable(), resourceIds: z.array(z.string()),
  /** Those of `resourceIds` of which a part is meant, because the whole takes longer than the way to the level. Left out: none. */
  partResourceIds: z.array(z.string()).optional(), projectId: z.string().nullable(), reasons: z.array(reason),
});
const week = z.object({ number: z.int(), startsOn: day, focus: z.string(), focusSkillIds: z.array(z.string()), hours: z.number(), tasks: z.array(task) });
const project = z.object({ projectId: z.string(), name: z.string(), summary: z.string(), difficulty: level, hours: z.number(), skillIds: z.array(z.string()), provenBy: z.array(z.string()) });
/** A month is a phase of up to four weeks. */
const month = z.object({
  number: z.int(), title: z.string(), what: message, state: z.enum(['completed', 'active', 'locked']), weeks: z.array(week), tools: z.array(z.string()), projects: z.array(project),
  checkpoint: z.object({ statements: z.array(z.object({ skillId: z.string(), level, text: z.string() })) }),
});
const resource = z.object({
  resourceId: z.string(), skillId: z.string(), title: z.string(), provider: z.string(), url: z.string(), kind: z.string(), cost: z.string(), language: z.string(), hours: z.number(), score: z.number(), reasons: z.array(reason),
});
const progress = z.object({ doneHours: z.number(), totalHours: z.number(), percentage: z.number(), doneTasks: z.int(), totalTasks: z.int(), weekNumber: z.int(), nextTaskId: z.string().nullable() });

const roadmapHead = z.object({ id, title: z.string(), targetRoleId: z.string().nullable(), skillGapId: id.nullable(), hoursPerWeek: z.number(), startsOn: day, totalWeeks: z.int(), estimatedMonths: z.number(), progress, version: z.int(), createdAt: instant, updatedAt: instant });

export const roadmapAnswer = roadmapHead.extend({
  overview: message,
  timeline: message,
  finalOutcome: message,
  months: z.array(month),
  resources: z.array(resource),
  /** The names of the skills that tasks and phases refer to, and the level reached so far. */
  skills: z.array(z.object({ skillId: z.string(), name: z.string(), category: z.string(), level: proficiency, targetLevel: level })),
  firstAction: task.nullable(),
  /** The match of the gap it came from, then and now that some of it is learned. */
  match: z.object({ before: z.number(), now: z.number(), after: z.number() }).nullable(),
  /** What was proven by answers since the plan was made. Nothing of it changes the plan by itself. */
  proofs: z.array(z.object({
    skillId: z.string(), name: z.string(), level,
    /** `offered`: its work could be left out. `left-out`: it was. `faded`: it was, and the proof holds no more. */
    state: z.enum(['offered', 'left-out', 'faded']),
    provenOn: day.nullable(), answers: z.int().nullable(), tasks: z.int(), hours: z.number(),
  })),
  reasons: z.array(reason),
  warnings: z.array(message),
  calendarUrl: z.string(),
});
export type RoadmapAnswer = z.output<typeof roadmapAnswer>;

const own = ['auth.signed-out', 'auth.forbidden'] as const;
const taskParams = z.object({ id, taskId: z.string().max(200) });

/** A plan is cut at whole hours; the most is that of `engine/roadmap`. */
export const hoursPerWeek = z.int().min(1).max(60);

const change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('missed-week') }),
  z.object({ kind: z.literal('hours'), hoursPerWeek }),
  z.object({ kind: z.literal('skip-skill'), skillId: z.string().max(80), level, affirmed: z.array(z.boolean()).max(20) }),
]);

export const roadmap = {
  create: endpoint({
    method: 'POST', path: '/roadmaps', summary: 'Plan the way to a goal, week by week', access: 'roadmap.own',
    body: z.object({
      skillGapId: id.optional(), targetRoleId: z.string().max(80).optional(), hoursPerWeek, weeksAvailable: z.int().min(1).max(260).nullish(),
      startsOn: day.optional(),
      /** What is left out comes from the saved career form, as do weeks, language, cost and style; null counts no current role. */
      currentRoleId: z.string().max(80).nullish(), currentRole: z.string().trim().max(120).nullish(), yearsOfExperience: z.number().min(0).max(60).nullish(),
      /** For this plan, in place of what the profile says of these skills; 0 is a skill the person does not have. */
      skills: z.array(z.object({ skillId: z.string().max(80), level: proficiency })).max(300).optional(),
      language: z.enum(['en', 'hi']).optional(), freeOnly: z.boolean().optional(), learningStyle: z.enum(['reading', 'watching', 'doing', 'mixed']).optional(),
      /** Leave these skills out (what an impossible plan may offer). */
      leaveOut: z.array(z.string().max(80)).max(200).optional(),
      /** Also what is only nice to have; without it, that is planned when nothing else is open. */
      withNice: z.boolean().optional(),
    }),
    answers: { 201: roadmapAnswer },
    failures: [...own, 'request.cross-site', 'request.idempotency-conflict', 'request.in-progress', 'roadmap.one-goal', 'gap.unknown', 'role.unknown', 'skills.unknown', 'roadmap.impossible', 'roadmap.nothing-to-learn'],
  }),
  list: endpoint({
    method: 'GET', path: '/roadmaps', summary: 'Your roadmaps, newest first', access: 'roadmap.own', query: page,
    answers: { 200: listOf(roadmapHead) }, failures: [...own],
  }),
  assumptions: endpoint({
    method: 'GET', path: '/roadmaps/assumptions', summary: 'What a new plan would take for granted because of your current role', access: 'roadmap.own',
    answers: { 200: z.object({
      currentRole: z.object({ roleId: z.string(), name: z.string(), yearsOfExperience: z.number(), skills: z.array(z.object({ skillId: z.string(), name: z.string(), level: proficiency })) }).nullable(),
      /** The current role as the person wrote it, where Cairn cannot say which role it is. */
      unknownRole: z.string().nullable(),
    }) }, failures: [...own],
  }),
  current: endpoint({
    method: 'GET', path: '/roadmaps/current', summary: 'The roadmap that you are on: the newest with something open, else the newest', access: 'roadmap.own',
    answers: { 200: z.object({ roadmap: roadmapAnswer.nullable(), /** Over all your roadmaps. */ doneTasks: z.int() }) }, failures: [...own],
  }),
  read: endpoint({
    method: 'GET', path: '/roadmaps/:id', summary: 'One roadmap', access: 'roadmap.own', params: idParams,
    answers: { 200: roadmapAnswer }, failures: [...own, 'roadmap.unknown'],
  }),
  rename: endpoint({
    method: 'PATCH', path: '/roadmaps/:id', summary: 'Rename a roadmap', access: 'roadmap.own', params: idParams, body: z.object({ title: z.string().trim().min(1).max(160) }),
    answers: { 200: roadmapAnswer }, failures: [...own, 'request.cross-site', 'roadmap.unknown'],
  }),
  erase: endpoint({
    method: 'DELETE', path: '/roadmaps/:id', summary: 'Erase a roadmap; what you learned stays', access: 'roadmap.own', params: idParams,
    answers: { 204: null }, failures: [...own, 'request.cross-site', 'roadmap.unknown'],
  }),
  complete: endpoint({
    method: 'POST', path: '/roadmaps/:id/tasks/:taskId/complete', summary: 'Mark a task done', access: 'roadmap.own', params: taskParams,
    answers: { 200: roadmapAnswer }, failures: [...own, 'request.cross-site', 'roadmap.unknown', 'roadmap.task-unknown', 'roadmap.already-done'],
  }),
  undo: endpoint({
    method: 'POST', path: '/roadmaps/:id/tasks/:taskId/undo', summary: 'Take a done task back', access: 'roadmap.own', params: taskParams,
    answers: { 200: roadmapAnswer }, failures: [...own, 'request.cross-site', 'roadmap.unknown', 'roadmap.task-unknown', 'roadmap.not-done'],
  }),
  replan: endpoint({
    method: 'POST', path: '/roadmaps/:id/replan', summary: 'Plan the rest again: a missed week, other hours, a skill you already have', access: 'roadmap.own', params: idParams, body: change,
    answers: { 200: roadmapAnswer }, failures: [...own, 'request.cross-site', 'roadmap.unknown', 'skills.unknown', 'roadmap.self-check-not-passed'],
  }),
  chooseProof: endpoint({
    method: 'POST', path: '/roadmaps/:id/proofs/:skillId', summary: 'Leave out what you have proven, keep it in the plan, or put it back', access: 'roadmap.own', params: z.object({ id, skillId: z.string().max(80) }),
    body: z.object({ level, choice: z.enum(['leave-out', 'keep', 'put-back', 'stay-out']) }),
    answers: { 200: roadmapAnswer }, failures: [...own, 'request.cross-site', 'roadmap.unknown', 'roadmap.proof-changed'],
  }),
  rate: endpoint({
    method: 'PUT', path: '/resources/:resourceId/rating', summary: 'Rate a resource from 1 to 5; it counts in the plans of your organisation', access: 'roadmap.own', params: z.object({ resourceId: z.string().max(80) }), body: z.object({ rating: z.int().min(1).max(5) }),
    answers: { 204: null }, failures: [...own, 'request.cross-site', 'roadmap.resource-unknown'],
  }),
  selfCheck: endpoint({
    method: 'GET', path: '/roadmaps/:id/self-check/:skillId', summary: 'What to affirm to skip a skill', access: 'roadmap.own', params: z.object({ id, skillId: z.string().max(80) }),
    answers: { 200: z.object({ skillId: z.string(), name: z.string(), level, statements: z.array(z.object({ level, text: z.string().nullable(), what: message })) }) }, failures: [...own, 'roadmap.unknown', 'skills.unknown'],
  }),
  export: endpoint({
    method: 'GET', path: '/roadmaps/:id/export', summary: 'The roadmap as PDF or Markdown', access: 'roadmap.own', params: idParams, query: z.object({ format: z.enum(['pdf', 'markdown']).default('pdf') }),
    answers: { 200: 'application/octet-stream' }, failures: [...own, 'roadmap.unknown'],
  }),
  calendar: endpoint({
    method: 'GET', path: '/calendars/:feedToken', summary: 'The roadmap as an iCalendar feed; the address is the secret', access: 'anonymous', params: z.object({ feedToken: z.string().max(100) }),
    answers: { 200: 'text/calendar' }, failures: ['roadmap.feed-unknown'],
  }),
  renewCalendar: endpoint({
    method: 'POST', path: '/roadmaps/:id/calendar', summary: 'Make the calendar address anew; the old one stops', access: 'roadmap.own', params: idParams,
    answers: { 200: z.object({ calendarUrl: z.string() }) }, failures: [...own, 'request.cross-site', 'roadmap.unknown'],
  }),
};
