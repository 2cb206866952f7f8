import { z } from 'zod';
import { id, idParams, instant, level, listOf, message, page, proficiency } from './common.ts';
import { endpoint } from './endpoint.ts';
import { answerMeta, modelSteps } from './language-models.ts';

const questionForm = z.enum(['single', 'multiple', 'order', 'output', 'blank', 'text']);
const code = z.object({ language: z.string(), text: z.string() }).nullable();

const exercise = z.object({ kind: z.literal('exercise'), questionId: z.string(), form: questionForm, level, ask: z.string(), code, /** Options or items, as shown. */ parts: z.array(z.string()) });
const judgement = z.object({
  kind: z.literal('judgement'), questionId: z.string(), right: z.boolean(), /** 0 to 1. */ score: z.number(),
  misconceptions: z.array(z.string()), points: z.array(z.object({ point: z.string(), made: z.boolean() })),
  /** No further try; then why and the right answer are said. */
  closed: z.boolean(), explanation: z.string().nullable(), rightAnswer: z.string().nullable(),
});

const explanation = z.object({ kind: z.literal('explanation'), lessonId: z.string().nullable(), title: z.string().nullable(), /** Markdown: paragraphs, lists, code. */ text: z.string(), sources: z.array(z.string()) });
const hint = z.object({ kind: z.literal('hint'), number: z.union([z.literal(1), z.literal(2), z.literal(3)]), text: z.string() });
/** What the tutor's tools answer. */
export const tutorMoves = { exercise, judgement, explanation, hint };

/** What stands in a chat. Judgements are the engine's; `words` are a model's. */
const content = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('answer'), /** The options, items or words that were chosen. */ text: z.string() }),
  z.object({ kind: z.literal('ask'), what: z.enum(['hint', 'explain', 'next']) }),
  explanation,
  z.object({ kind: z.literal('worked'), questionId: z.string(), ask: z.string(), code, answer: z.string(), explanation: z.string() }),
  exercise,
  hint,
  judgement,
  z.object({ kind: z.literal('say'), message }),
  z.object({ kind: z.literal('words'), text: z.string(), meta: answerMeta }),
]);
export type TutorContent = z.output<typeof content>;

const chatMessage = z.object({ number: z.int(), author: z.enum(['person', 'tutor']), content, createdAt: instant });
export type TutorMessage = z.output<typeof chatMessage>;

const chatHead = z.object({
  id, skillId: z.string(), skill: z.string(), level, right: z.int(), answered: z.int(), /** The person has shown what the chat is about. */ isFinished: z.boolean(), createdAt: instant, updatedAt: instant,
});
const chat = chatHead.extend({
  messages: z.array(chatMessage),
  /** The exercise that waits for an answer; null when there is none. */
  open: exercise.nullable(),
  hintsLeft: z.int(),
  /** What was written last and came to no answer, since it was stopped or the server was: it can be sent again. */
  unanswered: z.string().nullable(),
});
export type TutorChat = z.output<typeof chat>;

/** Places count as shown, from 0. */
const answer = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['single', 'multiple']), chosen: z.array(z.int().min(0).max(20)).max(20) }),
  z.object({ kind: z.literal('order'), order: z.array(z.int().min(0).max(20)).max(20) }),
  z.object({ kind: z.enum(['output', 'blank', 'text']), text: z.string().max(200_000) }),
]);
const act = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string().trim().min(1).max(200_000) }),
  z.object({ kind: z.literal('answer'), answer }),
  z.object({ kind: z.literal('ask'), what: z.enum(['hint', 'explain', 'next']) }),
]);
export type TutorAct = z.input<typeof act>;

const own = ['auth.signed-out', 'auth.forbidden'] as const;
const writing = [...own, 'request.cross-site', 'request.idempotency-conflict', 'request.in-progress'] as const;

export const tutor = {
  topics: endpoint({
    method: 'GET', path: '/tutor/topics', summary: 'The skills that the tutor teaches, with your level, those of your goal first', access: 'tutor.own',
    answers: { 200: z.object({ items: z.array(z.object({ skillId: z.string(), name: z.string(), level: proficiency, /** One above your level. */ nextLevel: level, isGoal: z.boolean() })) }) }, failures: [...own],
  }),
  begin: endpoint({
    method: 'POST', path: '/tutor/chats', summary: 'Begin to learn a skill with the tutor', access: 'tutor.own',
    body: z.object({ skillId: z.string().max(80), /** Left out: one above yours. */ level: level.optional() }),
    answers: { 201: chat }, failures: [...writing, 'skills.unknown', 'tutor.nothing-to-teach'],
  }),
  list: endpoint({
    method: 'GET', path: '/tutor/chats', summary: 'Your chats with the tutor, newest first', access: 'tutor.own', query: page,
    answers: { 200: listOf(chatHead) }, failures: [...own],
  }),
  read: endpoint({
    method: 'GET', path: '/tutor/chats/:id', summary: 'One chat with the tutor', access: 'tutor.own', params: idParams,
    answers: { 200: chat }, failures: [...own, 'tutor.chat-unknown'],
  }),
  say: endpoint({
    method: 'POST', path: '/tutor/chats/:id/messages', summary: 'Answer the tutor, ask it, or ask for a hint, an explanation or the next exercise', access: 'tutor.own', limit: 'ai', params: idParams,
    body: z.object({ act, /** Number of the last message that was seen: an answer to what another tab has moved on from is not taken. */ after: z.int().min(0).max(1_000_000), language: z.enum(['en', 'hi']).default('en') }),
    progress: z.discriminatedUnion('step', [...modelSteps, z.object({ step: z.literal('looked') })]),
    answers: { 200: chat }, failures: [...writing, 'tutor.chat-unknown', 'tutor.moved-on', 'tutor.message-too-long', 'tutor.not-an-answer', 'tutor.full'],
  }),
  erase: endpoint({
    method: 'DELETE', path: '/tutor/chats/:id', summary: 'Erase a chat with the tutor', access: 'tutor.own', params: idParams,
    answers: { 204: null }, failures: [...own, 'request.cross-site', 'tutor.chat-unknown'],
  }),
};
