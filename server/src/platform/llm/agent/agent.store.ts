/** Runs of agents and their steps. Steps are added and never changed. */
import type { Transaction } from '../../database/database.ts';
import { newestFirst, type NewestFirst, type Place } from '../../database/newest-first.ts';
import { sql } from '../../database/sql.ts';
import type { AnswerMeta } from '../llm.ts';
import type { AgentResult, Step } from './run-agent.ts';

export interface AgentOwner {
  readonly organisationId: string;
  readonly userId: string;
}

export const runStates = ['running', 'answered', 'cancelled', 'interrupted', 'failed'] as const;
export type RunState = (typeof runStates)[number];

/** Of which feature a run is, by its name; `goal` and `answer` are that feature's. */
export interface StoredRun {
  readonly id: string;
  readonly feature: string;
  readonly goal: unknown;
  readonly state: RunState;
  readonly answer: unknown;
  readonly words: string | null;
  readonly meta: AnswerMeta | null;
  readonly finishedBy: AgentResult<unknown>['finishedBy'] | null;
  readonly brokenBy: string | null;
  /** Until then whoever works on it is believed to live; they put it off while they do. */
  readonly lostAfter: Date;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

const columns = sql`id, feature, goal, state, answer, words, meta, finished_by as "finishedBy", broken_by as "brokenBy", lost_after as "lostAfter", created_at as "createdAt", finished_at as "finishedAt"`;

export async function insertRun(tx: Transaction, { organisationId, userId }: AgentOwner, run: Pick<StoredRun, 'id' | 'feature' | 'goal' | 'lostAfter' | 'createdAt'>): Promise<void> {
  await tx.query(sql`
    insert into agent_run (organisation_id, user_id, id, feature, goal, state, lost_after, created_at)
    values (${organisationId}, ${userId}, ${run.id}, ${run.feature}, ${JSON.stringify(run.goal)}, 'running', ${run.lostAfter}, ${run.createdAt})`);
}

/** False when the run is not going on any more: erased, or given up as lost. */
export async function insertStep(tx: Transaction, { organisationId, userId }: AgentOwner, runId: string, step: Step): Promise<boolean> {
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value));
  const going = await tx.maybe(sql`select id from agent_run where id = ${runId} and user_id = ${userId} and state = 'running' for share`);
  if (going === undefined) return false;
  await tx.query(sql`
    insert into agent_step (organisation_id, user_id, run_id, number, decided_by, tool, input, output, failure, tokens, started_at, finished_at)
    values (${organisationId}, ${userId}, ${runId}, ${step.number}, ${step.decidedBy}, ${step.tool}, ${json(step.input)}, ${json(step.output)}, ${step.failure}, ${step.tokens}, ${step.startedAt}, ${step.finishedAt})`);
  return true;
}

export async function keepRunAlive(tx: Transaction, { userId }: AgentOwner, runId: string, lostAfter: Date): Promise<void> {
  await tx.query(sql`update agent_run set lost_after = ${lostAfter} where id = ${runId} and user_id = ${userId} and state = 'running'`);
}

/** False when the run is not going on any more. */
export async function finishRun(tx: Transaction, { userId }: AgentOwner, runId: string, end: Pick<StoredRun, 'state' | 'answer' | 'words' | 'meta' | 'finishedBy' | 'brokenBy'> & { readonly finishedAt: Date }): Promise<boolean> {
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value));
  return (await tx.query(sql`
    update agent_run set state = ${end.state}, answer = ${json(end.answer)}, words = ${end.words}, meta = ${json(end.meta)}, finished_by = ${end.finishedBy}, broken_by = ${end.brokenBy}, finished_at = ${end.finishedAt}
    where id = ${runId} and user_id = ${userId} and state = 'running' returning id`)).length === 1;
}

/** A run whose process died; whoever asked asks anew. */
export async function giveUpLostRuns(tx: Transaction, now: Date): Promise<void> {
  await tx.query(sql`update agent_run set state = 'interrupted', finished_at = ${now} where state = 'running' and lost_after < ${now}`);
}

export function findRun(tx: Transaction, { userId }: AgentOwner, feature: string, id: string): Promise<StoredRun | undefined> {
  return tx.maybe<StoredRun>(sql`select ${columns} from agent_run where id = ${id} and user_id = ${userId} and feature = ${feature}`);
}

/** The newest one whose goal holds all of this. */
export function newestRunAbout(tx: Transaction, { userId }: AgentOwner, feature: string, about: Readonly<Record<string, string | number>>): Promise<StoredRun | undefined> {
  return tx.maybe<StoredRun>(sql`select ${columns} from agent_run where user_id = ${userId} and feature = ${feature} and goal @> ${JSON.stringify(about)}::jsonb order by created_at desc, id desc limit 1`);
}

export function listRuns(tx: Transaction, { userId }: AgentOwner, feature: string, after: Place | null, limit: number): Promise<NewestFirst<StoredRun>> {
  return newestFirst<StoredRun>(tx, columns, sql`agent_run where user_id = ${userId} and feature = ${feature}`, after, limit);
}

export function stepsOfRun(tx: Transaction, { userId }: AgentOwner, runId: string): Promise<Step[]> {
  return tx.query<Step>(sql`
    select number, decided_by as "decidedBy", tool, input, output, failure, tokens, started_at as "startedAt", finished_at as "finishedAt"
    from agent_step where run_id = ${runId} and user_id = ${userId} order by number`);
}

export async function deleteRun(tx: Transaction, { userId }: AgentOwner, feature: string, id: string): Promise<boolean> {
  return (await tx.query(sql`delete from agent_run where id = ${id} and user_id = ${userId} and feature = ${feature} returning id`)).length === 1;
}
