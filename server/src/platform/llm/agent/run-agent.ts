/**
 * The loop of an agent: a model says which tool to ask next, or that it has an answer, within limits; when it cannot be
 * asked, is wrong or goes round in circles, a fixed plan asks the rest. What the person is told is concluded from the
 * tools' answers by the same rules either way; the model's own words stand beside that.
 */
import { loopIn, type Looked, type LoopKind } from './detect-loop.ts';
import type { ToolCall, ToolOutcome } from './tool.ts';

/** A turn of the model. Null: it gave none that can be used, and `reason` says why. */
export interface Decided {
  readonly decision: ToolCall | { readonly answer: string } | null;
  readonly reason: string | null;
  /** In and out. */
  readonly tokens: number;
}

/** A row of a run: a tool that was asked, the model's answer, or a turn that came to nothing (`failure` says why). */
export interface Step {
  /** From 1. */
  readonly number: number;
  readonly decidedBy: 'model' | 'plan';
  readonly tool: string | null;
  readonly input: unknown;
  readonly output: unknown;
  readonly failure: string | null;
  readonly tokens: number;
  readonly startedAt: Date;
  readonly finishedAt: Date;
}

export interface AgentLimits {
  /** Turns of the model. */
  readonly steps: number;
  /** Of all turns, in and out; the turn that passes it is the last. */
  readonly tokens: number;
}

export interface AgentParts<Answer> {
  readonly decide: (looked: readonly Looked[]) => Promise<Decided>;
  readonly use: (call: ToolCall) => Promise<ToolOutcome>;
  /** What the fixed plan asks next; null when it has all that there is to have. */
  readonly plan: (looked: readonly Looked[]) => ToolCall | null;
  /** Whether enough was looked at for an answer. */
  readonly isFounded: (looked: readonly Looked[]) => boolean;
  readonly conclude: (looked: readonly Looked[]) => Answer;
  readonly record: (step: Step) => Promise<void>;
  readonly limits: AgentLimits;
  /** Unix time in milliseconds. */
  readonly now: () => number;
}

/** `unfounded`: the model answered without having looked. Else a loop, a limit, or why no model answered. */
export type BrokenBy = LoopKind | 'step-limit' | 'token-limit' | 'unfounded' | (string & {});

export interface AgentResult<Answer> {
  readonly answer: Answer;
  /** The model's; null where the fixed plan finished. */
  readonly words: string | null;
  readonly finishedBy: 'model' | 'plan';
  /** Why the model's own way was broken off; null where it came to its end. */
  readonly brokenBy: BrokenBy | null;
}

/** A fixed plan that asks more is no plan. */
const mostPlanned = 12;

export async function runAgent<Answer>(parts: AgentParts<Answer>): Promise<AgentResult<Answer>> {
  const { plan, conclude } = parts;
  const trail = createTrail(parts);
  const ending = await followModel(parts, trail);
  if (ending.words !== null) return { answer: conclude(trail.looked), words: ending.words, finishedBy: 'model', brokenBy: null };
  for (let count = 0; ; count += 1) {
    const call = plan(trail.looked);
    if (call === null) break;
    if (count === mostPlanned) throw new Error(`A fixed plan asks ${call.tool} and comes to no end`);
    await trail.use('plan', call, 0, parts.now());
  }
  return { answer: conclude(trail.looked), words: null, finishedBy: 'plan', brokenBy: ending.brokenBy };
}

async function followModel<Answer>({ decide, isFounded, limits, now }: AgentParts<Answer>, trail: Trail): Promise<{ words: string; brokenBy: null } | { words: null; brokenBy: BrokenBy }> {
  let tokens = 0;
  for (let turn = 0; ; turn += 1) {
    if (turn === limits.steps) return { words: null, brokenBy: 'step-limit' };
    if (tokens >= limits.tokens) return { words: null, brokenBy: 'token-limit' };
    const startedAt = now();
    const { decision, reason, tokens: used } = await decide(trail.looked);
    tokens += used;
    if (decision === null) return { words: null, brokenBy: await trail.note(reason ?? 'no-model', used, startedAt) };
    if ('answer' in decision) {
      if (!isFounded(trail.looked)) return { words: null, brokenBy: await trail.note('unfounded', used, startedAt) };
      await trail.add({ decidedBy: 'model', tool: null, input: null, output: decision, failure: null, tokens: used, startedAt });
      return { words: decision.answer, brokenBy: null };
    }
    const loop = loopIn(trail.looked, decision);
    if (loop !== null) {
      await trail.add({ decidedBy: 'model', ...decision, output: null, failure: loop, tokens: used, startedAt });
      return { words: null, brokenBy: loop };
    }
    await trail.use('model', decision, used, startedAt);
  }
}

type Trail = ReturnType<typeof createTrail>;

/** What has been asked so far; each row is kept before the next is begun. */
function createTrail({ use, record, now }: Pick<AgentParts<unknown>, 'use' | 'record' | 'now'>) {
  const looked: Looked[] = [];
  let number = 0;
  async function add(row: Omit<Step, 'number' | 'startedAt' | 'finishedAt'> & { readonly startedAt: number }): Promise<void> {
    number += 1;
    await record({ ...row, number, startedAt: new Date(row.startedAt), finishedAt: new Date(now()) });
  }
  return {
    looked, add,
    async use(decidedBy: Step['decidedBy'], { tool, input }: ToolCall, tokens: number, startedAt: number): Promise<void> {
      const outcome = await use({ tool, input });
      looked.push({ tool, input, ...outcome });
      await add({ decidedBy, tool, input, ...outcome, tokens, startedAt });
    },
    async note(reason: string, tokens: number, startedAt: number): Promise<string> {
      // Where no model is set there was no turn to keep.
      if (reason !== 'no-model') await add({ decidedBy: 'model', tool: null, input: null, output: null, failure: reason, tokens, startedAt });
      return reason;
    },
  };
}
