import { z } from 'zod';
import { id, idParams, instant, level, listOf, message, page, reason } from './common.ts';
import { endpoint } from './endpoint.ts';
import { answerMeta } from './language-models.ts';
import { hoursPerWeek } from './roadmap.ts';

const kind = z.enum(['next', 'ready', 'time', 'resources', 'practise']);
const tool = z.enum(['analyse-skills', 'find-gap', 'estimate-time', 'adjust', 'search-resources', 'exercise', 'hint', 'assess']);

/** One thing that was looked at, or tried to be. */
const step = z.object({
  number: z.int(), tool, decidedBy: z.enum(['model', 'plan']),
  /** What was looked at. */
  said: message,
  /** Why it gave nothing; null when it did. */
  failure: z.string().nullable(),
  startedAt: instant, finishedAt: instant,
});
export type AdvisorStep = z.output<typeof step>;

const resource = z.object({ resourceId: z.string(), title: z.string(), provider: z.string(), url: z.string(), kind: z.string(), cost: z.string(), hours: z.number() });
const nextAction = z.object({
  kind: z.enum(['tutor', 'plan', 'compare', 'resume', 'choose-role']),
  skillId: z.string().nullable(), skill: z.string().nullable(), level: level.nullable(), roleId: z.string().nullable(), role: z.string().nullable(),
});
/** Computed: no model has a part in it. */
const advice = z.object({ sentences: z.array(message), reasons: z.array(reason), resources: z.array(resource), next: nextAction });
export type AdvisorAdvice = z.output<typeof advice>;

/** What the question was taken for. */
const goal = z.object({ kind, roleId: z.string().nullable(), role: z.string().nullable(), skillId: z.string().nullable(), skill: z.string().nullable(), hoursPerWeek });

const head = z.object({
  id, question: z.string(), goal, createdAt: instant, finishedAt: instant.nullable(),
  /** `interrupted`: its process died; ask again. */
  state: z.enum(['running', 'answered', 'cancelled', 'interrupted', 'failed']),
});
const run = head.extend({
  steps: z.array(step),
  /** Null until it is answered. */
  advice: advice.nullable(),
  /** A model's words, beside the advice; null where none wrote. */
  words: z.object({ text: z.string(), meta: answerMeta }).nullable(),
  /** Why the model's own way was broken off and Cairn's finished: a limit, a loop, or why no model answered. Null where it was not. */
  brokenBy: z.string().nullable(),
});
export type AdvisorRun = z.output<typeof run>;

const own = ['auth.signed-out', 'auth.forbidden'] as const;

export const advisor = {
  ask: endpoint({
    method: 'POST', path: '/advisor/runs', summary: 'Ask what to learn next, how far you are from a role, or how long it takes', access: 'advisor.own', limit: 'ai',
    body: z.object({
      question: z.string().trim().min(1).max(1000).optional(),
      /** In place of what the question would be taken for. */
      goal: kind.optional(), roleId: z.string().max(80).optional(), skillId: z.string().max(80).optional(), hoursPerWeek: hoursPerWeek.optional(),
      language: z.enum(['en', 'hi']).default('en'),
    }),
    progress: z.discriminatedUnion('step', [
      z.object({ step: z.literal('begun'), runId: id, goal }),
      z.object({ step: z.literal('waiting'), place: z.int() }),
      z.object({ step: z.enum(['asking', 'writing', 'repairing']) }),
      z.object({ step: z.literal('looked'), looked: step }),
    ]),
    answers: { 201: run }, failures: [...own, 'request.cross-site', 'request.idempotency-conflict', 'request.in-progress', 'advisor.nothing-asked', 'advisor.run-unknown', 'role.unknown', 'skills.unknown'],
  }),
  list: endpoint({
    method: 'GET', path: '/advisor/runs', summary: 'What you asked the advisor, newest first', access: 'advisor.own', query: page,
    answers: { 200: listOf(head) }, failures: [...own],
  }),
  read: endpoint({
    method: 'GET', path: '/advisor/runs/:id', summary: 'One question to the advisor, with what was looked at', access: 'advisor.own', params: idParams,
    answers: { 200: run }, failures: [...own, 'advisor.run-unknown'],
  }),
  replay: endpoint({
    method: 'GET', path: '/advisor/runs/:id/replay', summary: 'Decide an answered question once more over what was looked at then, and say whether the advice is the same', access: 'advisor.own', params: idParams,
    answers: { 200: z.object({ same: z.boolean(), advice, brokenBy: z.string().nullable() }) }, failures: [...own, 'advisor.run-unknown', 'advisor.not-answered'],
  }),
  erase: endpoint({
    method: 'DELETE', path: '/advisor/runs/:id', summary: 'Erase a question to the advisor; one at work is ended', access: 'advisor.own', params: idParams,
    answers: { 204: null }, failures: [...own, 'request.cross-site', 'advisor.run-unknown'],
  }),
};
