/** Runs of agents as they are kept: every step before the next, an end in one transaction with whatever comes of it. */
import type { Database, Transaction } from '../../database/database.ts';
import { CallerGoneError } from '../../http/failure.ts';
import { finishRun, insertRun, insertStep, type AgentOwner, type StoredRun } from './agent.store.ts';
import { longestThinkingSeconds, type ModelDecider } from './model-decides.ts';
import { runAgent, type AgentParts, type AgentResult, type Step } from './run-agent.ts';

export interface AgentRunsParts {
  readonly database: Database;
  /** Unix time in milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
}

/** The run was erased, or given up as lost, while it was at work. */
export class RunGoneError extends Error {
  override readonly name = 'RunGoneError';
}

/** Beyond the thinking, the tools of a fixed plan take seconds. */
const slackSeconds = 60;
export const lostAfterSeconds = longestThinkingSeconds + slackSeconds;

export interface KeptRun<Answer> extends Pick<AgentParts<Answer>, 'use' | 'plan' | 'isFounded' | 'conclude' | 'limits'> {
  readonly owner: AgentOwner;
  readonly feature: string;
  readonly goal: unknown;
  readonly model: ModelDecider;
  readonly signal: AbortSignal;
  readonly onBegun?: (runId: string) => void;
  readonly onStep?: (step: Step) => void;
  /** In the transaction that ends the run. */
  readonly onEnd?: (tx: Transaction, run: StoredRun, result: AgentResult<Answer>) => Promise<void>;
}

export interface AgentRuns {
  /** Throws RunGoneError; rejects with the signal's reason when that fires, after the run is closed as cancelled. */
  run<Answer>(wanted: KeptRun<Answer>): Promise<{ readonly run: StoredRun; readonly result: AgentResult<Answer> }>;
}

export function createAgentRuns({ database, now, newId }: AgentRunsParts): AgentRuns {
  return {
    async run<Answer>({ owner, feature, goal, model, signal, onBegun, onStep, onEnd, ...rules }: KeptRun<Answer>) {
      const begun = { id: newId(), feature, goal, createdAt: new Date(now()), lostAfter: new Date(now() + lostAfterSeconds * 1000) };
      await database.transaction(owner, (tx) => insertRun(tx, owner, begun));
      onBegun?.(begun.id);

      async function record(step: Step): Promise<void> {
        signal.throwIfAborted();
        if (!(await database.transaction(owner, (tx) => insertStep(tx, owner, begun.id, step)))) throw new RunGoneError();
        onStep?.(step);
      }

      try {
        const result = await runAgent({ ...rules, decide: model.decide, record, now });
        const finishedAt = new Date(now());
        const end = { state: 'answered' as const, answer: result.answer, words: result.words, meta: model.meta(), finishedBy: result.finishedBy, brokenBy: result.brokenBy, finishedAt };
        const run: StoredRun = { ...begun, ...end };
        await database.transaction(owner, async (tx) => {
          if (!(await finishRun(tx, owner, begun.id, end))) throw new RunGoneError();
          await onEnd?.(tx, run, result);
        });
        return { run, result };
      } catch (error) {
        const state = signal.aborted && (error === signal.reason || error instanceof CallerGoneError) ? 'cancelled' : 'failed';
        if (!(error instanceof RunGoneError)) await database.transaction(owner, (tx) => finishRun(tx, owner, begun.id, { state, answer: null, words: null, meta: model.meta(), finishedBy: null, brokenBy: null, finishedAt: new Date(now()) }));
        throw error;
      }
    },
  };
}

/** As it is to be shown: a run whose process died is no longer at work, though nobody has swept it yet. */
export function stateOfRun({ state, lostAfter }: Pick<StoredRun, 'state' | 'lostAfter'>, nowMilliseconds: number): StoredRun['state'] {
  return state === 'running' && lostAfter.getTime() < nowMilliseconds ? 'interrupted' : state;
}
