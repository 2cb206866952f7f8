/**
 * The way to a language model: a chain of providers, tried in order, that may all fail. Whoever asks has the engine's own
 * answer in hand and shows that one then; `meta` says which it was and why.
 */
import { createHash } from 'node:crypto';
import type { Database } from '../database/database.ts';
import type { Log } from '../log/log.ts';
import { waitingLine, type WaitingLine } from '../waiting-line.ts';
import { askProvider } from './ask-provider.ts';
import { circuitBreaker, type CircuitBreaker, type CircuitState } from './circuit-breaker.ts';
import { insertCall, keepAnswer, keptAnswer, tokensToday, type CallRecord } from './llm.store.ts';
import type { Model } from './model.ts';
import { mapTexts, textsIn } from './output-guard.ts';
import { promptVersionOf, type Prompt } from './prompt.ts';
import type { Chain, Provider, ProviderKind } from './provider.ts';
import { createFence, injectionsIn, type InjectionKind } from './untrusted.ts';

export type FallbackReason = 'no-model' | 'over-budget' | 'circuit-open' | 'line-full' | 'unreachable' | 'timeout' | 'rate-limited' | 'server-error' | 'key-refused' | 'model-unknown' | 'request-refused' | 'cut-off' | 'not-understood' | 'too-long' | 'invalid-answer' | 'truncated' | 'refused';

/** What the person is told of an answer. */
export interface AnswerMeta {
  /** Null when it cannot be rated: no model was asked. */
  readonly callId: string | null;
  /** Null: the engine's own answer. */
  readonly provider: ProviderKind | null;
  readonly model: string | null;
  readonly promptVersion: string;
  readonly latencyMs: number;
  readonly tokensUsed: number;
  readonly cached: boolean;
  readonly fallbackReason: FallbackReason | null;
}

export type Progress =
  | { readonly step: 'waiting'; readonly place: number }
  | { readonly step: 'asking'; readonly provider: ProviderKind; readonly model: string }
  | { readonly step: 'writing'; readonly characters: number }
  | { readonly step: 'repairing' };

/** Of a step, what whoever waits is told. */
export function toldOf(progress: Progress): { step: 'waiting'; place: number } | { step: 'asking' | 'writing' | 'repairing' } {
  return progress.step === 'waiting' ? { step: 'waiting', place: progress.place } : { step: progress.step };
}

export interface Question<Input, Output> {
  readonly prompt: Prompt<Input, Output>;
  readonly input: Input;
  readonly person: { readonly organisationId: string; readonly userId: string };
  /** ISO 639-1 of the language that the answer should be in; null where any will do. */
  readonly language: string | null;
  /** Texts that are the person's own (name, address): hidden from providers that are not local. */
  readonly personal: readonly string[];
  /** What of knowledge/ the answer may name although it is not in the input: addresses and numbers. */
  readonly allowed: string;
  /** Texts from outside that the prompt leaves out: that they speak to a model is recorded all the same. */
  readonly watched?: readonly string[] | undefined;
  readonly signal: AbortSignal;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

export interface Answered<Output> {
  /** Null: no model gave an answer that can be used. */
  readonly output: Output | null;
  readonly meta: AnswerMeta;
}

export interface LlmParts {
  readonly database: Database;
  readonly log: Log;
  /** Unix time in milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly chainOf: (organisationId: string) => Promise<Chain>;
  readonly createModel: (provider: Provider) => Promise<Model>;
  readonly detectLanguage: (text: string) => string | null;
}

export interface Llm {
  /** Rejects with the signal's reason when that fires, and for faults of ours; never because a model failed. */
  ask<Input, Output>(question: Question<Input, Output>): Promise<Answered<Output>>;
  stateOf(provider: Provider): CircuitState;
  /** Somebody has found that the provider answers: nobody need wait for the next try. */
  answersAgain(provider: Provider): void;
}

/** Longer lines than this are no use to anybody who stands in them. */
const mostWaiting = 50;

interface Lane {
  readonly line: WaitingLine;
  readonly breaker: CircuitBreaker;
  model: Promise<Model> | undefined;
}

export function createLlm(parts: LlmParts): Llm {
  const { database, now, newId, log, chainOf } = parts;
  const lanes = new Map<string, Lane>();

  /** A key that is changed gets a lane of its own: the old one's failures are not the new one's. */
  function laneOf(provider: Provider): Lane {
    const identity = createHash('sha256').update(JSON.stringify(provider)).digest('base64url');
    let lane = lanes.get(identity);
    if (lane === undefined) lanes.set(identity, (lane = { line: waitingLine(provider.atOnce, mostWaiting), breaker: circuitBreaker(), model: undefined }));
    return lane;
  }

  async function modelOf(provider: Provider): Promise<Model> {
    const lane = laneOf(provider);
    return (lane.model ??= parts.createModel(provider));
  }

  async function overBudget(organisationId: string, dailyTokens: number): Promise<boolean> {
    return (await database.transaction({ organisationId }, (tx) => tokensToday(tx, now()))) >= dailyTokens;
  }

  async function store(call: CallRecord, kept: Parameters<typeof keepAnswer>[1] | null): Promise<void> {
    await database.transaction(call, async (tx) => {
      await insertCall(tx, call);
      if (kept !== null) await keepAnswer(tx, kept);
    });
    if (call.failures.length > 0) log.warn({ callId: call.id, prompt: call.prompt, failures: call.failures }, 'a language model failed');
    if (call.injections.length > 0) log.warn({ callId: call.id, prompt: call.prompt, injections: call.injections }, 'material for a language model spoke to it');
  }

  /** What every call has in common, whatever comes of it. */
  function begin<Input, Output>({ prompt, input, person, watched = [] }: Question<Input, Output>): Begun {
    const begun = now();
    const fence = createFence(Buffer.from(parts.randomBytes(6)).toString('hex'));
    const injections = new Set<InjectionKind>(watched.flatMap(injectionsIn));
    const outside = new Set<string>();
    const data = (name: string, text: string) => {
      for (const kind of injectionsIn(text)) injections.add(kind);
      outside.add(text);
      return fence.data(name, text);
    };
    const { system, user } = prompt.render(input, { ...fence, data });
    const promptVersion = promptVersionOf(prompt);
    return {
      system, user, promptVersion, outside,
      record: (how) => ({
        id: newId(), organisationId: person.organisationId, userId: person.userId, prompt: promptVersion, provider: null, model: null, fallbackReason: null, inputTokens: 0, outputTokens: 0,
        repaired: false, failures: [], injections: [...injections], latencyMilliseconds: now() - begun, createdAt: new Date(now()), ...how,
      }),
    };
  }

  async function fromCache<Input, Output>({ prompt, person }: Question<Input, Output>, key: Buffer, { record }: Begun): Promise<Answered<Output> | null> {
    if (prompt.cacheSeconds === 0) return null;
    const kept = await database.transaction(person, (tx) => keptAnswer(tx, key, new Date(now())));
    const read = prompt.output.safeParse(kept?.output);
    if (kept === undefined || !read.success) return null;
    const call = record({ outcome: 'cached', provider: kept.provider, model: kept.model });
    await store(call, null);
    return { output: read.data, meta: metaOf(call) };
  }

  async function fromProviders<Input, Output>(question: Question<Input, Output>, providers: readonly Provider[], key: Buffer, { system, user, outside, record }: Begun): Promise<Answered<Output>> {
    const { prompt, input, person } = question;
    const failures: CallRecord['failures'][number][] = [];
    const used = { inputTokens: 0, outputTokens: 0 };
    const given = mapTexts(input, (text) => (outside.has(text) ? '' : text));
    const allowed = { everything: `${textsIn(given).join('\n')}\n${JSON.stringify(given)}\n${question.allowed}`, numbers: prompt.echoesNumbers === false ? '' : [...outside].join('\n') };
    for (const provider of providers) {
      const outcome = await askProvider<Input, Output>({ ...parts, ...question, provider, lane: laneOf(provider), model: () => modelOf(provider), system, user, allowed });
      used.inputTokens += outcome.tokens.input;
      used.outputTokens += outcome.tokens.output;
      failures.push(...outcome.failures.map((kind) => ({ provider: provider.kind, kind })));
      if (!outcome.ok) continue;
      const by = { provider: provider.kind, model: provider.model };
      const call = record({ outcome: 'answered', ...by, ...used, repaired: outcome.repaired, failures });
      const kept = { ...by, organisationId: person.organisationId, userId: prompt.shared ? null : person.userId, key, output: outcome.output, expiresAt: new Date(now() + prompt.cacheSeconds * 1000) };
      await store(call, prompt.cacheSeconds === 0 ? null : kept);
      return { output: outcome.output, meta: metaOf(call) };
    }
    const call = record({ outcome: 'fell-back', fallbackReason: failures.at(-1)?.kind ?? 'unreachable', ...used, failures });
    await store(call, null);
    return { output: null, meta: metaOf(call) };
  }

  return {
    async ask(question) {
      const { prompt, input, language, person } = question;
      const { providers, dailyTokens } = await chainOf(person.organisationId);
      const begun = begin(question);
      if (providers.length === 0) return { output: null, meta: { ...metaOf(begun.record({ outcome: 'fell-back', fallbackReason: 'no-model' })), callId: null } };
      const key = cacheKey(begun.promptVersion, input, language, prompt.shared ? null : person.userId);
      const kept = await fromCache(question, key, begun);
      if (kept !== null) return kept;
      if (!(await overBudget(person.organisationId, dailyTokens))) return fromProviders(question, providers, key, begun);
      const call = begun.record({ outcome: 'fell-back', fallbackReason: 'over-budget' });
      await store(call, null);
      return { output: null, meta: metaOf(call) };
    },

    stateOf: (provider) => laneOf(provider).breaker.state(now()),
    answersAgain: (provider) => { laneOf(provider).breaker.succeeded(); },
  };
}

interface Begun {
  readonly system: string;
  readonly user: string;
  readonly promptVersion: string;
  /** The texts from outside, each whole. */
  readonly outside: ReadonlySet<string>;
  record(how: Pick<CallRecord, 'outcome'> & Partial<CallRecord>): CallRecord;
}

function metaOf({ id, provider, model, prompt, latencyMilliseconds, inputTokens, outputTokens, outcome, fallbackReason }: CallRecord): AnswerMeta {
  const answered = outcome !== 'fell-back';
  return {
    callId: id, provider: answered ? provider as ProviderKind : null, model: answered ? model : null, promptVersion: prompt, latencyMs: latencyMilliseconds, tokensUsed: inputTokens + outputTokens,
    cached: outcome === 'cached', fallbackReason: fallbackReason as FallbackReason | null,
  };
}

/** All that an answer depends on. With the person where it may hold something of theirs. */
function cacheKey(promptVersion: string, input: unknown, language: string | null, userId: string | null): Buffer {
  return createHash('sha256').update(JSON.stringify([promptVersion, input, language, userId])).digest();
}
