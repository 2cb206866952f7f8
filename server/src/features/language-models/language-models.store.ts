import type { Transaction } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';
import type { ProviderKind } from '../../platform/llm/provider.ts';

export interface StoredProvider {
  readonly id: string;
  readonly kind: ProviderKind;
  readonly address: string;
  readonly model: string;
  readonly sealedKey: string | null;
  readonly contextTokens: number;
  readonly timeoutSeconds: number;
  readonly atOnce: number;
}

export interface StoredSettings {
  readonly providers: readonly StoredProvider[];
  readonly dailyTokens: number;
}

export function settingsOf(tx: Transaction): Promise<StoredSettings | undefined> {
  return tx.maybe<StoredSettings>(sql`select providers, daily_tokens as "dailyTokens" from llm_settings`);
}

export async function writeSettings(tx: Transaction, { organisationId, userId }: { readonly organisationId: string; readonly userId: string }, { providers, dailyTokens }: StoredSettings, now: Date): Promise<void> {
  await tx.query(sql`
    insert into llm_settings (organisation_id, providers, daily_tokens, updated_at, updated_by)
    values (${organisationId}, ${JSON.stringify(providers)}, ${dailyTokens}, ${now}, ${userId})
    on conflict (organisation_id) do update set providers = excluded.providers, daily_tokens = excluded.daily_tokens, updated_at = excluded.updated_at, updated_by = excluded.updated_by`);
}

export async function deleteSettings(tx: Transaction): Promise<void> {
  await tx.query(sql`delete from llm_settings`);
}

export type Verdict = 'helpful' | 'not-helpful';

/** Whether there was a call of this person's without a verdict. */
export async function giveVerdict(tx: Transaction, { userId }: { readonly userId: string }, callId: string, verdict: Verdict, reason: string | null): Promise<boolean> {
  const given = await tx.query(sql`update llm_call set verdict = ${verdict}, verdict_reason = ${reason} where id = ${callId} and user_id = ${userId} and verdict is null returning id`);
  return given.length === 1;
}

export async function isOwnCall(tx: Transaction, { userId }: { readonly userId: string }, callId: string): Promise<boolean> {
  return (await tx.query(sql`select from llm_call where id = ${callId} and user_id = ${userId}`)).length === 1;
}

export async function sweepAnswers(tx: Transaction, now: Date): Promise<void> {
  await tx.query(sql`delete from llm_answer where expires_at <= ${now}`);
}

export async function sweepCalls(tx: Transaction, before: Date): Promise<void> {
  await tx.query(sql`delete from llm_call where created_at < ${before}`);
}
