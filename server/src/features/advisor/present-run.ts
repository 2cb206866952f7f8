/** A stored run as the API answers it. */
import type { AdvisorAdvice, AdvisorRun, AdvisorStep } from '@cairn/contracts';
import { advisorTools, type Advice, type AdvisorGoal, type AdvisorTool } from '@cairn/engine/advisor';
import { mutable } from '../../platform/mutable.ts';
import { stateOfRun } from '../../platform/llm/agent/agent-runs.ts';
import type { StoredRun } from '../../platform/llm/agent/agent.store.ts';
import type { Step } from '../../platform/llm/agent/run-agent.ts';

/** What was asked, as it is kept. */
export interface AskedGoal {
  readonly question: string;
  readonly goal: AdvisorGoal;
  readonly language: 'en' | 'hi';
}

type Head = Pick<AdvisorRun, 'id' | 'question' | 'goal' | 'createdAt' | 'finishedAt' | 'state'>;

export function presentHead(run: StoredRun, nowMilliseconds: number): Head {
  const { question, goal } = run.goal as AskedGoal;
  return { id: run.id, question, goal: mutable(goal), createdAt: run.createdAt.toISOString(), finishedAt: run.finishedAt?.toISOString() ?? null, state: stateOfRun(run, nowMilliseconds) };
}

export function presentRun(run: StoredRun, steps: readonly Step[], nowMilliseconds: number): AdvisorRun {
  const { words, meta, brokenBy } = run;
  return {
    ...presentHead(run, nowMilliseconds), steps: steps.flatMap((step) => presentStep(step) ?? []), advice: mutable(run.answer as Advice | null) as AdvisorAdvice | null,
    words: words === null || meta === null ? null : { text: words, meta }, brokenBy,
  };
}

/** Null for a turn that asked no tool. */
export function presentStep(step: Step): AdvisorStep | null {
  const { number, tool, decidedBy, failure, startedAt, finishedAt } = step;
  if (!isTool(tool)) return null;
  return { number, tool, decidedBy, said: { code: `advisor.looked.${tool}`, params: paramsOf(step) }, failure, startedAt: startedAt.toISOString(), finishedAt: finishedAt.toISOString() };
}

const isTool = (name: string | null): name is AdvisorTool => (advisorTools as readonly (string | null)[]).includes(name);

/** What of input and answer says what was looked at; what is not known is worded without it. */
function paramsOf({ input, output }: Step): Record<string, string | number> {
  const known = { ...(input as object | null), ...(output as object | null) } as { role?: unknown; roleId?: unknown; hoursPerWeek?: unknown; search?: unknown; skill?: unknown; skillId?: unknown };
  const text = (value: unknown, otherwise: unknown): string => (typeof value === 'string' ? value : typeof otherwise === 'string' ? otherwise : '');
  return { role: text(known.role, known.roleId), hoursPerWeek: typeof known.hoursPerWeek === 'number' ? known.hoursPerWeek : 0, search: text(known.search, ''), skill: text(known.skill, known.skillId) };
}
