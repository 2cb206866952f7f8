/** What is kept of calls to models: that and how they went, never what was asked; and answers that hold for a time. */
import type { Transaction } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { ModelErrorKind } from './model.ts';

export interface CallRecord {
  readonly id: string;
  readonly organisationId: string;
  readonly userId: string;
  /** Name and version of the prompt: `skills-advice.v1`. */
  readonly prompt: string;
  readonly provider: string | null;
  readonly model: string | null;
  readonly outcome: 'answered' | 'cached' | 'fell-back';
  readonly fallbackReason: string | null;
  readonly latencyMilliseconds: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly repaired: boolean;
  /** What went wrong on the way, also where another provider answered in the end. */
  readonly failures: readonly { readonly provider: string; readonly kind: ModelErrorKind | 'invalid-answer' | 'truncated' | 'refused' | 'circuit-open' | 'line-full' }[];
  readonly injections: readonly string[];
  readonly createdAt: Date;
}

export async function insertCall(tx: Transaction, call: CallRecord): Promise<void> {
  await tx.query(sql`
    insert into llm_call (organisation_id, id, user_id, prompt, provider, model, outcome, fallback_reason, latency_ms, input_tokens, output_tokens, repaired, failures, injections, created_at)
    values (${call.organisationId}, ${call.id}, ${call.userId}, ${call.prompt}, ${call.provider}, ${call.model}, ${call.outcome}, ${call.fallbackReason}, ${call.latencyMilliseconds},
      ${call.inputTokens}, ${call.outputTokens}, ${call.repaired}, ${JSON.stringify(call.failures)}, ${call.injections}, ${call.createdAt})`);
}

/** Tokens of an organisation on the UTC day of `nowMilliseconds`, in and out. */
export async function tokensToday(tx: Transaction, nowMilliseconds: number): Promise<number> {
  const from = new Date(new Date(nowMilliseconds).setUTCHours(0, 0, 0, 0));
  return Number((await tx.one<{ tokens: string | number }>(sql`select coalesce(sum(input_tokens + output_tokens), 0) as tokens from llm_call where created_at >= ${from}`)).tokens);
}

export interface KeptAnswer {
  readonly output: unknown;
  readonly provider: string;
  readonly model: string;
}

export function keptAnswer(tx: Transaction, key: Buffer, now: Date): Promise<KeptAnswer | undefined> {
  return tx.maybe<KeptAnswer>(sql`select output, provider, model from llm_answer where key = ${key} and expires_at > ${now}`);
}

/** `userId` is null for an answer that holds nothing personal. */
export async function keepAnswer(tx: Transaction, answer: KeptAnswer & { readonly organisationId: string; readonly userId: string | null; readonly key: Buffer; readonly expiresAt: Date }): Promise<void> {
  await tx.query(sql`
    insert into llm_answer (organisation_id, key, user_id, output, provider, model, expires_at)
    values (${answer.organisationId}, ${answer.key}, ${answer.userId}, ${JSON.stringify(answer.output)}, ${answer.provider}, ${answer.model}, ${answer.expiresAt})
    on conflict (organisation_id, key) do update set output = excluded.output, provider = excluded.provider, model = excluded.model, expires_at = excluded.expires_at`);
}
