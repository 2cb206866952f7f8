/** From facts to measures: which of the engine's functions gets which facts. */
import {
  activeDaysOf, completeWeeks, forecastFinish, hoursOfWeek, lastDayBySkill, nextSteps, seedOf, streak, velocity, weeksOf, whatWouldChange,
  type ActiveWeek, type Activity, type Change, type Forecast, type ForecastInput, type NextStep, type RiskFacts, type Streak, type Velocity,
} from '@cairn/engine/progress';
import type { WalkedSkill } from '../roadmap/index.ts';
import { paceBegan, type Facts } from './progress-facts.ts';

export interface Pace {
  /** Those that the pace is measured by, oldest first; the last one is still going on. */
  readonly weeks: readonly ActiveWeek[];
  /** All of the same stretch of time, whatever was done in them. */
  readonly allWeeks: readonly ActiveWeek[];
  readonly velocity: Velocity;
  readonly risks: RiskFacts;
  readonly steps: readonly NextStep[];
}

export function paceOf({ calendar, today, activities, plan, steps }: Facts): Pace {
  const began = paceBegan(today);
  const recent = activities.filter(({ at }) => calendar.dayOf(at) >= began);
  const basis = plan === null ? 'time' : 'plan';
  // Weeks before the first task are no pace of the plan.
  const counted = basis === 'plan' ? recent.filter(({ at }) => at >= firstTaskAt(recent)) : recent;
  const weeks = weeksOf(counted, calendar, today);
  const measured = velocity(weeks, today, basis);
  const lastDay = lastDayBySkill(activities, calendar);
  return {
    weeks, allWeeks: weeksOf(recent, calendar, today), velocity: measured, steps: nextSteps(steps),
    risks: {
      dueMinutes: steps.dueReviews.reduce((sum, { minutes }) => sum + minutes, 0),
      today, velocity: measured, nextTaskId: plan?.openTasks[0]?.id ?? null,
      // What is finished asks for no hours any more.
      plannedHoursPerWeek: plan === null || plan.doneHours >= plan.totalHours ? null : plan.hoursPerWeek,
      skills: plan?.skills.map(({ skillId, name, doneHours, totalHours, nextTaskId }) => ({ skillId, name, nextTaskId, openHours: totalHours - doneHours, lastActiveDay: lastDay.get(skillId) ?? null })) ?? [],
    },
  };
}

function firstTaskAt(activities: readonly Activity[]): number {
  return activities.reduce((first, { kind, at }) => (kind === 'task' ? Math.min(first, at) : first), Infinity);
}

export function streakOf({ calendar, today, activities }: Facts): Streak {
  return streak(activeDaysOf(activities, calendar), today, calendar);
}


/** The same for the same person, plan and day. */
function forecastInput({ today, plan }: Facts, { weeks }: Pace, userId: string): ForecastInput | null {
  if (plan === null) return null;
  const over = completeWeeks(weeks, today);
  return { openHours: plan.totalHours - plan.doneHours, weeklyHours: over.map((week) => hoursOfWeek(week, 'plan')), today, seed: seedOf(`${userId} ${plan.roadmapId} ${String(today)}`) };
}

export function forecastOf(facts: Facts, pace: Pace, userId: string): Forecast | null {
  const input = forecastInput(facts, pace, userId);
  return input && forecastFinish(input);
}

export function changesOf(facts: Facts, pace: Pace, userId: string, spare: WalkedSkill | null): Change[] {
  const input = forecastInput(facts, pace, userId);
  return input === null ? [] : whatWouldChange(input, spare && { skillId: spare.skillId, name: spare.name, openHours: spare.totalHours - spare.doneHours });
}
