/** The fixed order in which an advisor looks, by what it was asked. */
import type { AdvisorGoal, Call, GapSeen, Looked, TimeSeen } from './types.ts';

/** The last answer of a tool; null where it was not asked or failed. */
export function seen<Seen>(looked: readonly Looked[], tool: Call['tool']): Seen | null {
  return (looked.findLast((one) => one.tool === tool && one.failure === null)?.output ?? null) as Seen | null;
}

/** What is still to be asked. A tool that has answered, or failed at the same, is not asked again; null when all has been. */
export function planAdvice(goal: AdvisorGoal, looked: readonly Looked[]): Call | null {
  return callsFor(goal, looked).find(({ tool, input }) => !looked.some((one) => one.tool === tool && (one.failure === null ? serves(goal, one) : sameInput(one.input, input)))) ?? null;
}

/** Whether enough was looked at for an answer. */
export function isFounded(goal: AdvisorGoal, looked: readonly Looked[]): boolean {
  return needed(goal).every((tool) => looked.some((one) => one.tool === tool && one.failure === null && serves(goal, one)));
}

/** An answer about another role or other hours than were asked for serves nothing. */
function serves({ roleId, hoursPerWeek }: AdvisorGoal, { tool, input }: Looked): boolean {
  const asked = input as { readonly roleId?: string; readonly hoursPerWeek?: number };
  if (tool === 'find-gap') return asked.roleId === roleId;
  if (tool === 'estimate-time' || tool === 'adjust') return asked.roleId === roleId && asked.hoursPerWeek === hoursPerWeek;
  return true;
}

function needed({ kind, roleId }: AdvisorGoal): Call['tool'][] {
  if (kind === 'resources') return ['search-resources'];
  if (kind === 'practise') return ['exercise'];
  if (roleId === null) return ['analyse-skills'];
  return { next: ['find-gap', 'estimate-time'] as const, ready: ['find-gap'] as const, time: ['find-gap', 'estimate-time'] as const }[kind].slice();
}

function callsFor({ kind, roleId, skillId, skill, hoursPerWeek }: AdvisorGoal, looked: readonly Looked[]): Call[] {
  const profile: Call = { tool: 'analyse-skills', input: {} };
  if (kind === 'resources') return [{ tool: 'search-resources', input: { search: skill ?? '' } }, { tool: 'exercise', input: { skillId } }];
  if (kind === 'practise') return [{ tool: 'exercise', input: { skillId } }];
  if (roleId === null) return [profile];
  const gap: Call = { tool: 'find-gap', input: { roleId } };
  const time: Call = { tool: 'estimate-time', input: { roleId, hoursPerWeek } };
  if (kind === 'ready') return [profile, gap];
  if (kind === 'time') return [gap, time, { tool: 'adjust', input: { roleId, hoursPerWeek } }];
  const first = beginWith(seen(looked, 'find-gap'), seen(looked, 'estimate-time'));
  return [profile, gap, time, ...(first === null ? [] : [{ tool: 'search-resources', input: { search: first.name } } as const, { tool: 'exercise', input: { skillId: first.skillId, level: first.level } } as const])];
}

/** What a person begins with: the first step of the plan, since what matters most may need something else first. */
export function beginWith(gap: GapSeen | null, time: TimeSeen | null): { readonly skillId: string; readonly name: string; readonly level: 1 | 2 | 3 | 4 } | null {
  const [step] = time?.steps ?? [];
  if (step) return step;
  const [missing] = gap?.missing ?? [];
  if (missing) return { ...missing, level: 1 };
  const [lower] = gap?.lower ?? [];
  return lower ? { ...lower, level: lower.requiredLevel } : null;
}

function sameInput(one: unknown, other: unknown): boolean {
  const sorted = (value: unknown) => JSON.stringify(Object.entries(value ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return sorted(one) === sorted(other);
}
