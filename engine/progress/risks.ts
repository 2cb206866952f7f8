import type { Message, Reason } from '../reasons/reason.ts';
import { roundedTo } from './statistics.ts';
import type { Velocity } from './velocity.ts';

export const priorities = ['high', 'medium', 'low'] as const;
export type Priority = (typeof priorities)[number];

/** The one thing to do about it; the page knows where it is done. */
export type Action =
  | { readonly kind: 'do-task'; readonly taskId: string }
  | { readonly kind: 'change-hours'; readonly hoursPerWeek: number }
  | { readonly kind: 'review'; readonly skillId: string }
  | { readonly kind: 'plan' }
  | { readonly kind: 'log-time' };

export interface Insight {
  readonly what: Message;
  readonly priority: Priority;
  readonly action: Action & { readonly what: Message };
  readonly reasons: readonly Reason[];
}

/** A skill of the plan, and when something was last done for it. */
export interface SkillInPlan {
  readonly skillId: string;
  readonly name: string;
  readonly openHours: number;
  readonly nextTaskId: string | null;
  /** Day number; null: never. */
  readonly lastActiveDay: number | null;
}

export interface RiskFacts {
  /** Of all reviews that are due. */
  readonly dueMinutes: number;
  readonly today: number;
  readonly velocity: Velocity;
  readonly plannedHoursPerWeek: number | null;
  readonly skills: readonly SkillInPlan[];
  /** The first open task of the plan. */
  readonly nextTaskId: string | null;
}

const stalledDays = 14;
const longStalledDays = 28;
const notableFall = 0.3;
const steepFall = 0.6;
const overloadRatio = 1.3;
const heavyOverloadRatio = 2;

/**
 * What may go wrong, named early, each with exactly one thing to do, the most pressing first:
 * - overload: the plan asks for more than 1.3 times the velocity (from 2 times on: high);
 * - falling pace: the Theil–Sen line lost 30 % or more over the weeks looked at (60 %: high);
 * - a stalled skill: begun, not finished, and nothing done for it in 14 days (28: medium); of several the longest.
 * Source: docs/formulas.md, progress-risks.
 */
export function risksOf({ today, velocity, plannedHoursPerWeek, skills, nextTaskId }: RiskFacts): Insight[] {
  const found = [overload(velocity, plannedHoursPerWeek), fallingPace(velocity, nextTaskId), stalledSkill(skills, today)].filter((risk) => risk !== null);
  return found.sort((a, b) => priorities.indexOf(a.priority) - priorities.indexOf(b.priority));
}

function overload({ hoursPerWeek, weeks }: Velocity, planned: number | null): Insight | null {
  if (hoursPerWeek === null || hoursPerWeek <= 0 || planned === null) return null;
  const ratio = planned / hoursPerWeek;
  const fitting = Math.max(1, Math.round(hoursPerWeek));
  if (ratio < overloadRatio || fitting >= planned) return null;
  return {
    what: { code: 'progress.risk.overload', params: { planned, hours: hoursPerWeek } },
    priority: ratio >= heavyOverloadRatio ? 'high' : 'medium',
    action: { kind: 'change-hours', hoursPerWeek: fitting, what: { code: 'progress.action.change-hours', params: { count: fitting } } },
    reasons: [{ what: { code: 'progress.risk.overload.why', params: { planned, hours: hoursPerWeek, count: weeks } }, effect: roundedTo(planned - hoursPerWeek, 1), evidence: [{ source: 'formula', id: 'progress-risks' }] }],
  };
}

function fallingPace({ trend }: Velocity, nextTaskId: string | null): Insight | null {
  if (trend === null || trend.fall < notableFall) return null;
  return {
    what: { code: 'progress.risk.falling-pace', params: { from: trend.from, to: trend.to, count: trend.weeks } },
    priority: trend.fall >= steepFall ? 'high' : 'medium',
    action: nextTaskId === null
      ? { kind: 'log-time', what: { code: 'progress.action.log-time', params: {} } }
      : { kind: 'do-task', taskId: nextTaskId, what: { code: 'progress.action.next-task', params: {} } },
    reasons: [{ what: { code: 'progress.risk.falling-pace.why', params: { percent: Math.round(100 * trend.fall), count: trend.weeks } }, effect: roundedTo(trend.to - trend.from, 1), evidence: [{ source: 'formula', id: 'progress-risks' }] }],
  };
}

function stalledSkill(skills: readonly SkillInPlan[], today: number): Insight | null {
  const stalled = skills
    .flatMap((skill) => (skill.lastActiveDay === null || skill.openHours <= 0 || skill.nextTaskId === null ? [] : [{ ...skill, nextTaskId: skill.nextTaskId, days: today - skill.lastActiveDay }]))
    .filter(({ days }) => days >= stalledDays)
    .sort((a, b) => b.days - a.days || a.skillId.localeCompare(b.skillId));
  const [longest] = stalled;
  if (longest === undefined) return null;
  const { name, days, openHours, nextTaskId } = longest;
  return {
    what: { code: 'progress.risk.stalled', params: { skill: name, count: days } },
    priority: days >= longStalledDays ? 'medium' : 'low',
    action: { kind: 'do-task', taskId: nextTaskId, what: { code: 'progress.action.resume-skill', params: { skill: name } } },
    reasons: [{ what: { code: 'progress.risk.stalled.why', params: { skill: name, hours: openHours, count: days } }, effect: 0, evidence: [{ source: 'formula', id: 'progress-risks' }] }],
  };
}
