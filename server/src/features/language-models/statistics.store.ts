/** How the models of one organisation did, from what is kept of each call. Tests by the office are not counted, save their tokens. */
import type { Transaction } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';
import type { FallbackReason } from '../../platform/llm/llm.ts';
import type { ProviderKind } from '../../platform/llm/provider.ts';
import type { InjectionKind } from '../../platform/llm/untrusted.ts';

export interface Counted<What> {
  readonly what: What;
  readonly count: number;
}

export interface ProviderFigures {
  readonly kind: ProviderKind;
  /** Calls in which it was asked, once each; not those that it was spared. */
  readonly calls: number;
  readonly answered: number;
  readonly failures: readonly Counted<FallbackReason>[];
  /** Milliseconds, of the calls it answered; null without one. */
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

export interface Figures {
  readonly calls: number;
  /** 0 to 1; null without calls. */
  readonly cacheHitRate: number | null;
  readonly fallbacks: readonly Counted<FallbackReason>[];
  readonly injections: readonly Counted<InjectionKind>[];
  readonly providers: readonly ProviderFigures[];
}

/** `testPrompt`: name and version of the prompt that tests a provider. */
export async function figuresSince(tx: Transaction, from: Date, testPrompt: string): Promise<Figures> {
  const { calls, cached } = await tx.one<{ calls: number; cached: number }>(sql`
    select count(*) as calls, count(*) filter (where outcome = 'cached') as cached from llm_call where created_at >= ${from} and prompt <> ${testPrompt}`);
  const fallbacks = await tx.query<Counted<FallbackReason>>(sql`
    select fallback_reason as what, count(*) as count from llm_call
    where created_at >= ${from} and prompt <> ${testPrompt} and outcome = 'fell-back' group by 1 order by count desc, what`);
  const injections = await tx.query<Counted<InjectionKind>>(sql`
    select kind as what, count(*) as count from llm_call, unnest(injections) as kind
    where created_at >= ${from} and prompt <> ${testPrompt} group by 1 order by count desc, what`);
  return { calls, cacheHitRate: calls === 0 ? null : cached / calls, fallbacks, injections, providers: await providerFigures(tx, from, testPrompt) };
}

async function providerFigures(tx: Transaction, from: Date, testPrompt: string): Promise<ProviderFigures[]> {
  const figures = await tx.query<Omit<ProviderFigures, 'failures'>>(sql`
    with call as (select * from llm_call where created_at >= ${from} and prompt <> ${testPrompt} and outcome <> 'cached'),
    came as (
      select id, provider as kind, true as asked from call where outcome = 'answered'
      union all select id, failure ->> 'provider', failure ->> 'kind' not in ('circuit-open', 'line-full') from call, jsonb_array_elements(failures) as failure
    ),
    counts as (select kind, count(distinct id) filter (where asked) as calls from came group by kind),
    well as (
      select provider as kind, count(*) as answered, percentile_disc(0.5) within group (order by latency_ms) as p50, percentile_disc(0.95) within group (order by latency_ms) as p95
      from call where outcome = 'answered' group by provider
    ),
    used as (select coalesce(provider, failures -> -1 ->> 'provider') as kind, sum(input_tokens)::bigint as input, sum(output_tokens)::bigint as output from call group by 1)
    select kind, calls, coalesce(answered, 0) as answered, p50 as "p50Ms", p95 as "p95Ms", coalesce(input, 0) as "inputTokens", coalesce(output, 0) as "outputTokens"
    from counts left join well using (kind) left join used using (kind) order by calls desc, kind`);
  const failures = await tx.query<Counted<FallbackReason> & { kind: string }>(sql`
    select failure ->> 'provider' as kind, failure ->> 'kind' as what, count(*) as count from llm_call, jsonb_array_elements(failures) as failure
    where created_at >= ${from} and prompt <> ${testPrompt} group by 1, 2 order by count desc, what`);
  return figures.map((each) => ({ ...each, failures: failures.filter(({ kind }) => kind === each.kind).map(({ what, count }) => ({ what, count })) }));
}

export interface PromptFigures {
  readonly promptVersion: string;
  readonly calls: number;
  /** By a model, kept answers among them. */
  readonly answered: number;
  /** Milliseconds and tokens in and out, of answers that were not kept ones; null without one. */
  readonly p50Ms: number | null;
  readonly meanTokens: number | null;
  readonly helpful: number;
  readonly notHelpful: number;
  readonly reasons: readonly { readonly verdict: 'helpful' | 'not-helpful'; readonly reason: string }[];
}

/** Of each version of a prompt; more say nothing that these do not. */
const mostReasons = 8;

/** Of all calls that are kept, by version of the prompt: the versions of one prompt stand together, the newest first. */
export async function figuresByPrompt(tx: Transaction, testPrompt: string): Promise<PromptFigures[]> {
  return tx.query<PromptFigures>(sql`
    select prompt as "promptVersion", count(*) as calls, count(*) filter (where outcome <> 'fell-back') as answered,
      percentile_disc(0.5) within group (order by latency_ms) filter (where outcome = 'answered') as "p50Ms",
      round(avg(input_tokens + output_tokens) filter (where outcome = 'answered'))::int as "meanTokens",
      count(*) filter (where verdict = 'helpful') as helpful, count(*) filter (where verdict = 'not-helpful') as "notHelpful",
      coalesce((
        select jsonb_agg(jsonb_build_object('verdict', said.verdict, 'reason', said.verdict_reason) order by said.created_at desc)
        from (select verdict, verdict_reason, created_at from llm_call one where one.prompt = call.prompt and verdict_reason is not null order by created_at desc limit ${mostReasons}) said
      ), '[]') as reasons
    from llm_call call where prompt <> ${testPrompt} group by prompt
    order by substring(prompt from '^(.*)\.v[0-9]+$'), substring(prompt from '[0-9]+$')::int desc`);
}
