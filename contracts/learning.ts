import { z } from 'zod';
import { day, id, idParams, instant, level, proficiency, reason } from './common.ts';
import { endpoint } from './endpoint.ts';
import { answerMeta, modelSteps } from './language-models.ts';

const skillId = z.string().max(80);
const namedSkill = z.object({ skillId: z.string(), name: z.string() });

/** Above it nothing is read as an answer: an answer in one's own words is a few sentences. */
const longestAnswer = 5000;
const place = z.int().min(0).max(99);
/** Places count as shown. Null says "I do not know". */
const answer = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['single', 'multiple']), chosen: z.array(place).max(20) }),
  z.object({ kind: z.literal('order'), order: z.array(place).max(20) }),
  z.object({ kind: z.enum(['text', 'output', 'blank']), text: z.string().max(longestAnswer) }),
]).nullable();

/** What stands in a page while it is asked: no right answer, no rubric, no hint that was not asked for, and not the question's id, in which its answer may stand. */
const shownQuestion = z.object({
  id, number: z.int(), skillId: z.string(), skill: z.string(), level,
  kind: z.enum(['single', 'multiple', 'order', 'output', 'blank', 'text']),
  ask: z.string(), code: z.object({ language: z.string(), text: z.string() }).nullable(),
  /** The options of a choice and the items of an order, as shown. */
  parts: z.array(z.string()),
  hints: z.array(z.string()), hintsLeft: z.int(),
  /** Why this one, and why now. */
  share: z.enum(['due', 'weak', 'new']), reasons: z.array(reason),
});

const verdict = z.object({
  shownQuestionId: id, questionId: z.string(), skillId: z.string(), skill: z.string(), level, ask: z.string(),
  right: z.boolean(),
  /** 0 to 100. */
  accuracy: z.int(),
  depth: z.object({ value: z.int(), name: z.enum(['surface', 'intermediate', 'deep']), reasons: z.array(reason) }),
  misconceptions: z.array(z.string()),
  /** The points of a rubric, null for what has none. */
  points: z.array(z.object({ point: z.string(), made: z.boolean(), by: z.string().nullable() })).nullable(),
  rightAnswer: z.object({ places: z.array(z.int()), text: z.string().nullable() }),
  /** Null where an organisation's own question does not say. */
  explanation: z.string().nullable(), source: z.string().nullable(),
  reinforce: z.array(z.object({ skillId: z.string(), skill: z.string(), level, lesson: z.object({ lessonId: z.string(), title: z.string(), minutes: z.number() }).nullable() })),
  hintsUsed: z.int(),
  /** When it is asked again. */
  nextOn: day, nextInDays: z.int(),
  answeredAt: instant,
});

const mastery = z.object({
  skillId: z.string(), name: z.string(), level,
  /** 0 to 1. */
  probability: z.number(), uncertainty: z.number(), answers: z.int(),
  provenAt: instant.nullable(), fadedAt: instant.nullable(), reasons: z.array(reason),
});

const placement = z.object({
  skillId: z.string(), name: z.string(), level: proficiency, lowest: proficiency, highest: proficiency,
  /** In standard deviations of learners. */
  ability: z.object({ mean: z.number(), deviation: z.number() }),
  placedAt: instant, reasons: z.array(reason),
});

const sessionHead = z.object({
  id, kind: z.enum(['practice', 'placement']), skills: z.array(namedSkill),
  /** One of them says how long it is; a placement ends by itself. */
  minutes: z.int().nullable(), questions: z.int().nullable(),
  state: z.enum(['open', 'finished', 'expired']),
  answered: z.int(), right: z.int(), minutesSpent: z.number(),
  createdAt: instant, finishedAt: instant.nullable(),
  /** When it closes if nobody goes on with it; every answer stays. */
  expiresAt: instant,
});

const session = sessionHead.extend({
  /** Null when it is over. */
  current: shownQuestion.nullable(),
  /** Of what was answered. */
  mixed: z.object({ due: z.int(), weak: z.int(), new: z.int() }),
  answers: z.array(z.object({ shownQuestionId: id, ask: z.string(), skillId: z.string(), skill: z.string(), level, right: z.boolean(), accuracy: z.int(), hintsUsed: z.int(), nextOn: day })),
  /** Of the levels that it asked, as they stand now. */
  mastery: z.array(mastery),
  placement: placement.nullable(),
});
export type LearningSession = z.output<typeof session>;
export type LearningVerdict = z.output<typeof verdict>;

const overview = z.object({
  today: day,
  due: z.array(z.object({ skillId: z.string(), name: z.string(), questions: z.int(), minutes: z.int() })),
  /** The next day on which something is due after today. */
  nextDueOn: day.nullable(),
  weak: z.array(z.object({ skillId: z.string(), name: z.string(), level, probability: z.number() })),
  /** Skills of one's plan and profile in which nobody knows yet where one stands. */
  placements: z.array(namedSkill),
  placed: z.array(placement),
  mastery: z.array(mastery),
  /** How long this person remembers beside most people, from their own reviews. */
  memory: z.object({ factor: z.number(), deviation: z.number(), reviews: z.int() }),
  openSession: sessionHead.nullable(),
  /** Every skill that has questions. */
  skills: z.array(namedSkill.extend({ questions: z.int() })),
});
export type LearningOverview = z.output<typeof overview>;

const signed = ['auth.signed-out', 'auth.forbidden'] as const;
const writing = [...signed, 'request.cross-site', 'request.idempotency-conflict', 'request.in-progress'] as const;
const ofQuestion = [...writing, 'learning.session-unknown', 'learning.question-unknown', 'learning.session-over', 'learning.already-answered'] as const;

export const learning = {
  overview: endpoint({ method: 'GET', path: '/learning', summary: 'What is due, weak and proven', access: 'learning.own', answers: { 200: overview }, failures: signed }),
  begin: endpoint({
    method: 'POST', path: '/learning/sessions', summary: 'Begin a session: for skills, or for what is due and weak', access: 'learning.own',
    body: z.object({
      kind: z.enum(['practice', 'placement']).default('practice'),
      /** None: what is due and weak, and what the plan comes to next. A placement takes one. */
      skillIds: z.array(skillId).max(10).default([]),
      minutes: z.int().min(5).max(120).optional(), questions: z.int().min(1).max(50).optional(),
    }),
    answers: { 201: session }, failures: [...writing, 'learning.skill-unknown', 'learning.one-size', 'learning.one-skill', 'learning.nothing-to-ask'],
  }),
  read: endpoint({ method: 'GET', path: '/learning/sessions/:id', summary: 'A session with its open question', access: 'learning.own', params: idParams, answers: { 200: session }, failures: [...signed, 'learning.session-unknown'] }),
  answer: endpoint({
    method: 'POST', path: '/learning/sessions/:id/answers', summary: 'Answer the open question', access: 'learning.own', params: idParams,
    body: z.object({ shownQuestionId: id, answer, seconds: z.number().min(0).max(86_400) }),
    answers: { 200: z.object({ verdict, session }) }, failures: [...ofQuestion, 'learning.answer-does-not-fit', 'learning.answer-language'],
  }),
  verdict: endpoint({
    method: 'GET', path: '/learning/sessions/:id/answers/:shownQuestionId', summary: 'What became of an answer', access: 'learning.own', params: idParams.extend({ shownQuestionId: id }),
    answers: { 200: verdict }, failures: [...signed, 'learning.session-unknown', 'learning.question-unknown'],
  }),
  hint: endpoint({
    method: 'POST', path: '/learning/sessions/:id/hints', summary: 'Reveal a hint of the open question; each makes a right answer count for less', access: 'learning.own', params: idParams,
    body: z.object({ shownQuestionId: id, /** Which of the three: asking for one again counts once. */ number: z.int().min(1).max(3) }),
    answers: { 200: session }, failures: [...ofQuestion, 'learning.hint-not-yet', 'learning.no-more-hints'],
  }),
  finish: endpoint({ method: 'POST', path: '/learning/sessions/:id/finish', summary: 'End a session early', access: 'learning.own', params: idParams, answers: { 200: session }, failures: [...writing, 'learning.session-unknown'] }),
  explain: endpoint({
    method: 'POST', path: '/learning/sessions/:id/explanations', summary: 'The explanation in other words, by a language model where there is one', access: 'learning.own', params: idParams, limit: 'ai',
    body: z.object({ shownQuestionId: id }),
    progress: z.discriminatedUnion('step', [...modelSteps]),
    answers: { 200: z.object({ /** Null where neither a model nor the question's author says any. */ words: z.string().nullable(), meta: answerMeta }) }, failures: [...writing, 'learning.session-unknown', 'learning.question-unknown'],
  }),
};
