/** Runs of agents as they are kept: every step before the next, an end in one transaction with whatever comes of it. */
import type { Database, Transaction } from '../../database/database.ts';
import { CallerGoneError } from '../../http/failure.ts';
import type { Log } from '../../log/log.ts';
import { finishRun, insertRun, insertStep, keepRunAlive, type AgentOwner, type StoredRun } from './agent.store.ts';
import type { ModelDecider } from './model-decides.ts';
import { runAgent, type AgentParts, type AgentResult, type Step } from './run-agent.ts';

export interface AgentRunsParts {
  readonly database: Database;
  readonly log: Pick<Log, 'warn'>;
  /** Unix time in milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
}

/** The run was erased, or given up as lost, while it was at work. */
export class RunGoneError extends Error {
  override readonly name = 'RunGoneError';
}

/** A run that nobody has been heard of for so long has lost its process: whoever asked sees it and asks again. */
export const lostAfterSeconds = 8;
const aliveEveryMilliseconds = 2000;

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
  /** In the transaction that closes a run without an answer. */
  readonly onUnanswered?: (tx: Transaction, runId: string) => Promise<void>;
}

export interface AgentRuns {
  /** Throws RunGoneError; rejects with the signal's reason when that fires, after the run is closed as cancelled. */
  run<Answer>(wanted: KeptRun<Answer>): Promise<{ readonly run: StoredRun; readonly result: AgentResult<Answer> }>;
}

export function createAgentRuns({ database, log, now, newId }: AgentRunsParts): AgentRuns {
  const lostAfter = () => new Date(now() + lostAfterSeconds * 1000);

  /** Says now and then that the run is still worked on, until the answered function is called. */
  function saysAlive(owner: AgentOwner, runId: string): () => void {
    const timer = setInterval(() => {
      database.transaction(owner, (tx) => keepRunAlive(tx, owner, runId, lostAfter())).catch((error: unknown) => { log.warn({ error, runId }, 'a run of an agent could not say that it goes on'); });
    }, aliveEveryMilliseconds);
    return () => { clearInterval(timer); };
  }

  return {
    async run<Answer>({ owner, feature, goal, model, signal, onBegun, onStep, onEnd, onUnanswered, ...rules }: KeptRun<Answer>) {
      const begun = { id: newId(), feature, goal, createdAt: new Date(now()), lostAfter: lostAfter() };
      await database.transaction(owner, (tx) => insertRun(tx, owner, begun));
      const stopSaying = saysAlive(owner, begun.id);
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
        if (!(error instanceof RunGoneError)) await database.transaction(owner, async (tx) => {
          await finishRun(tx, owner, begun.id, { state, answer: null, words: null, meta: model.meta(), finishedBy: null, brokenBy: null, finishedAt: new Date(now()) });
          await onUnanswered?.(tx, begun.id);
        });
        throw error;
      } finally {
        stopSaying();
      }
    },
  };
}

/** As it is to be shown: a run whose process died is no longer at work, though nobody has swept it yet. */
export function stateOfRun({ state, lostAfter }: Pick<StoredRun, 'state' | 'lostAfter'>, nowMilliseconds: number): StoredRun['state'] {
  return state === 'running' && lostAfter.getTime() < nowMilliseconds ? 'interrupted' : state;
}
