import { roundedTo } from './statistics.ts';
import type { Change, Forecast } from './forecast.ts';
import type { NextStep } from './next-steps.ts';
import { priorities, risksOf, type Insight, type RiskFacts } from './risks.ts';
import type { Streak } from './streak.ts';

export interface InsightFacts extends RiskFacts {
  /** Null: not asked for. */
  readonly streak: Streak | null;
  readonly forecast: Forecast | null;
  readonly changes: readonly Change[];
  readonly steps: readonly NextStep[];
}

const longStreak = 3;

/**
 * The most pressing first; of equal ones risks, then a review that is due, a streak that ends today, what would bring the
 * finish nearer, and, if nothing else is to be said, the next step. Each with one thing to do. The first is the suggestion.
 */
export function insightsOf(facts: InsightFacts): Insight[] {
  const found = [...risksOf(facts), ...dueReview(facts), ...endingStreak(facts), ...soonerBy(facts)];
  return found.length > 0 ? found.sort((a, b) => priorities.indexOf(a.priority) - priorities.indexOf(b.priority)) : [nextThing(facts)];
}

function dueReview({ steps, dueMinutes }: InsightFacts): Insight[] {
  const due = steps.find(({ kind }) => kind === 'review');
  if (due === undefined) return [];
  return [{
    what: { code: 'progress.insight.review', params: { minutes: Math.max(1, Math.round(dueMinutes)) } }, priority: 'medium',
    action: { kind: 'review', skillId: due.skillId, what: { code: 'progress.action.review', params: {} } },
    reasons: [{ what: { code: 'progress.next.due', params: {} }, effect: 0, evidence: [] }],
  }];
}

function endingStreak({ streak, today, nextTaskId }: InsightFacts): Insight[] {
  if (streak === null || streak.isTodayDone || streak.days < longStreak || streak.keptUntil !== today) return [];
  return [{
    what: { code: 'progress.insight.streak-ends', params: { count: streak.days } }, priority: 'medium',
    action: nextTaskId === null ? { kind: 'log-time', what: { code: 'progress.action.log-time', params: {} } } : { kind: 'do-task', taskId: nextTaskId, what: { code: 'progress.action.next-task', params: {} } },
    reasons: streak.reasons,
  }];
}

function soonerBy({ changes, forecast }: InsightFacts): Insight[] {
  const best = [...changes].sort((a, b) => b.daysSooner - a.daysSooner)[0];
  if (best === undefined || forecast === null) return [];
  const weeks = roundedTo(best.daysSooner / 7, 1);
  return [{
    what: best.kind === 'more-hours'
      ? { code: 'progress.insight.more-hours', params: { weeks } }
      : { code: 'progress.insight.leave-out', params: { skill: best.name, hours: best.hours, weeks } },
    priority: 'low',
    action: { kind: 'plan', what: { code: 'progress.action.see-plan', params: {} } },
    reasons: forecast.reasons,
  }];
}

function nextThing({ nextTaskId, steps }: InsightFacts): Insight {
  const [first] = steps;
  if (nextTaskId !== null) {
    return {
      what: { code: 'progress.insight.next', params: {} }, priority: 'low',
      action: { kind: 'do-task', taskId: nextTaskId, what: { code: 'progress.action.next-task', params: {} } },
      reasons: [{ what: { code: first?.reason ?? 'progress.next.planned', params: {} }, effect: 0, evidence: [] }],
    };
  }
  return {
    what: { code: 'progress.insight.no-plan', params: {} }, priority: 'low',
    action: { kind: 'plan', what: { code: 'progress.action.make-plan', params: {} } },
    reasons: [{ what: { code: 'progress.insight.no-plan.why', params: {} }, effect: 0, evidence: [] }],
  };
}
