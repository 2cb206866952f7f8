import { z } from 'zod';
import { id } from './common.ts';
import { endpoint } from './endpoint.ts';

const kind = z.enum(['ollama', 'openai', 'anthropic']);
/** `open`: left alone for a while after failures in a row; `trying`: the next call tries whether it works again. */
const state = z.enum(['closed', 'open', 'trying']);
/** Why a provider gave no answer that can be used, or none was asked. */
export const modelFailures = ['no-model', 'over-budget', 'circuit-open', 'line-full', 'unreachable', 'timeout', 'rate-limited', 'server-error', 'key-refused', 'model-unknown', 'request-refused', 'cut-off', 'not-understood', 'too-long', 'invalid-answer', 'truncated', 'refused'] as const;
/** What in material from outside spoke to a model. */
export const injections = ['ignore-instructions', 'reveal-prompt', 'new-identity', 'demands-score', 'control-tokens', 'hidden-text', 'other-people', 'encoded-text'] as const;
const failure = z.enum(modelFailures);
const verdict = z.enum(['helpful', 'not-helpful']);

/** Who wrote an answer's words: what every answer that a model may have worded carries. */
export const answerMeta = z.object({
  /** What POST /ai/feedback speaks of; null where no model is set. */
  callId: id.nullable(),
  /** Null: no model wrote; what stands there is Cairn's own. */
  provider: kind.nullable(), model: z.string().nullable(),
  /** Name and version of the prompt. */
  promptVersion: z.string(),
  latencyMs: z.int(),
  /** In and out; 0 for a kept answer. */
  tokensUsed: z.int(),
  cached: z.boolean(),
  /** Why no model's words are there; null where they are. */
  fallbackReason: failure.nullable(),
});
export type AnswerMeta = z.output<typeof answerMeta>;

/** How it stands with a model's words while somebody waits for them. */
export const modelSteps = [z.object({ step: z.literal('waiting'), /** In the line, from 1. */ place: z.int() }), z.object({ step: z.enum(['asking', 'writing', 'repairing']) })] as const;

const counted = <What extends z.ZodType>(what: What) => z.array(z.object({ what, count: z.int() }));
const period = z.object({
  /** Questions put to models, answered or not; tests are not among them. */
  calls: z.int(),
  /** Share of the calls that a kept answer served, 0 to 1; null without calls. */
  cacheHitRate: z.number().nullable(),
  /** Calls that Cairn's own answer served in the end, by reason. */
  fallbacks: counted(failure),
  /** Calls whose material spoke to the model, by kind of words. */
  injections: counted(z.enum(injections)),
  /** Providers of one kind together. Latency is of whole answers that were not kept ones; tokens go to whoever answered, else to the last one asked. */
  providers: z.array(z.object({ kind, calls: z.int(), answered: z.int(), failures: counted(failure), p50Ms: z.int().nullable(), p95Ms: z.int().nullable(), inputTokens: z.int(), outputTokens: z.int() })),
});

const provider = z.object({
  /** Null for one of the installation. */
  id: id.nullable(),
  kind, address: z.string(), model: z.string(),
  /** Personal data may go there: it stands in the installation's own network. */
  local: z.boolean(),
  hasKey: z.boolean(),
  /** Prompt and answer together. */
  contextTokens: z.int(), timeoutSeconds: z.int(), atOnce: z.int(), state,
});

const inForce = z.object({
  /** Whose chain is in force. */
  source: z.enum(['installation', 'organisation']),
  providers: z.array(provider),
  /** In and out, a UTC day. */
  dailyTokens: z.int(), tokensToday: z.int(),
  /** Addresses at which the installation has models, which an organisation may name although they are not public. */
  installationOrigins: z.array(z.string()),
  lastDay: period, lastWeek: period,
  /** How the versions of each prompt did in the last 180 days, so that they can be compared; the newest version of a prompt first. */
  prompts: z.array(z.object({
    promptVersion: z.string(), calls: z.int(),
    /** Answered by a model, kept answers among them. */
    answered: z.int(), p50Ms: z.int().nullable(), /** In and out, of an answer that was not a kept one. */ meanTokens: z.int().nullable(),
    helpful: z.int(), notHelpful: z.int(),
    /** The newest reasons that people gave, without a name. */
    reasons: z.array(z.object({ verdict, reason: z.string() })),
  })),
});
export type LanguageModels = z.output<typeof inForce>;

const givenProvider = z.object({
  /** Of the provider as it was read: it keeps its key. */
  id: id.optional(),
  kind,
  address: z.string().trim().min(1).max(300),
  model: z.string().trim().min(1).max(200).regex(/^[^\s\0]+$/),
  /** Left out: the key that it had. Null: none. It is never sent back. */
  key: z.string().trim().min(1).max(500).nullable().optional(),
  contextTokens: z.int().min(1024).max(2_000_000).optional(),
  timeoutSeconds: z.int().min(1).max(900).optional(),
  atOnce: z.int().min(1).max(64).optional(),
});

const reading = ['auth.signed-out', 'auth.forbidden'] as const;
const writing = [...reading, 'request.cross-site'] as const;
const withKey = [...writing, 'request.idempotency-conflict', 'request.in-progress'] as const;

export const languageModels = {
  health: endpoint({
    method: 'GET', path: '/health/llm', summary: 'Whether the installation\'s language models answer; Cairn works whole without', access: 'anonymous',
    answers: { 200: z.object({ status: z.enum(['off', 'ok', 'degraded', 'down']), providers: z.array(z.object({ kind, state })) }) }, failures: [],
  }),
  read: endpoint({
    method: 'GET', path: '/language-models', summary: 'The language models that answer for your organisation, and how they did', access: 'models.read',
    answers: { 200: inForce }, failures: reading,
  }),
  change: endpoint({
    method: 'PUT', path: '/language-models', summary: 'Set your organisation\'s own language models, in the order in which they are asked, and its daily tokens; an empty list asks none', access: 'models.manage',
    body: z.object({ providers: z.array(givenProvider).max(5), dailyTokens: z.int().min(0).max(2_000_000_000) }),
    answers: { 200: inForce }, failures: [...writing, 'language-models.address-not-allowed', 'language-models.key-needed', 'language-models.provider-unknown'],
  }),
  reset: endpoint({
    method: 'DELETE', path: '/language-models', summary: 'Go back to the installation\'s language models; your organisation\'s keys are erased', access: 'models.manage',
    answers: { 200: inForce }, failures: writing,
  }),
  test: endpoint({
    method: 'POST', path: '/language-models/test', summary: 'Put a small question to one provider of the chain in force', access: 'models.read', limit: 'ai',
    body: z.object({ /** Place in the chain, from 0. */ index: z.int().min(0).max(99) }),
    progress: z.object({ step: z.enum(['waiting', 'asking', 'writing', 'repairing']) }),
    answers: { 200: z.object({ answered: z.boolean(), latencyMs: z.int(), inputTokens: z.int(), outputTokens: z.int(), /** What went wrong last; null when it answered. */ failure: failure.nullable() }) },
    failures: [...withKey, 'language-models.provider-unknown'],
  }),
  feedback: endpoint({
    method: 'POST', path: '/ai/feedback', summary: 'Say once whether a model\'s answer to you helped', access: 'gap.own',
    body: z.object({ callId: id, verdict, reason: z.string().trim().max(500).optional() }),
    answers: { 204: null }, failures: [...writing, 'language-models.call-unknown', 'language-models.verdict-given'],
  }),
};
