/** Measures as the API answers them: days as dates, skills with their names. */
import type { ProgressAnswer } from '@cairn/contracts';
import { completion, engagement, heatCalendar, hoursOfWeek, masteryBySkill, recentActivity, roundedTo, timeInvested, type AnsweredSkill, type Change, type Forecast, type HeatDay, type NextStep, type Standing, type Streak } from '@cairn/engine/progress';
import { dateOf } from '@cairn/engine/roadmap';
import { mutable } from '../../platform/mutable.ts';
import type { WhatCairnKnows } from '../knowledge/index.ts';
import type { Pace } from './analyse-progress.ts';
import type { Facts } from './progress-facts.ts';

export const calendarWeeks = 53;

export interface Measures {
  readonly pace: Pace;
  readonly streak: Streak;
  readonly forecast: Forecast | null;
  readonly changes: readonly Change[];
  readonly mastery: readonly AnsweredSkill[];
  readonly standing: Standing | null;
}

export function presentProgress(facts: Facts, { pace, streak, forecast, changes, mastery, standing }: Measures, known: WhatCairnKnows): ProgressAnswer {
  const { activities, calendar, today, timeZone, plan } = facts;
  const nameOf = (skillId: string) => known.skills.get(skillId)?.name ?? skillId;
  const time = timeInvested(activities);
  return mutable({
    today: dateOf(today), timeZone,
    roadmap: plan && { id: plan.roadmapId, title: plan.title, hoursPerWeek: plan.hoursPerWeek },
    completion: plan && completion(plan),
    velocity: { ...pace.velocity, weeks: pace.weeks.map((week) => ({ startsOn: dateOf(week.startsOn), hours: roundedTo(hoursOfWeek(week, pace.velocity.basis), 1) })) },
    engagement: engagement({ ...recentActivity(activities, calendar, today), plannedHoursPerWeek: pace.risks.plannedHoursPerWeek }),
    streak: { ...streak, frozenDays: streak.frozenDays.map(dateOf), keptUntil: streak.keptUntil === null ? null : dateOf(streak.keptUntil) },
    timeInvested: { ...time, bySkill: time.bySkill.map(({ skillId, minutes }) => ({ skillId, minutes, name: skillId === null ? null : nameOf(skillId) })) },
    mastery: masteryBySkill(plan?.skills ?? [], mastery).map((one) => ({ ...one, name: nameOf(one.skillId) })),
    forecast: forecast && presentForecast(forecast),
    changes, standing,
    calendar: heatCalendar(activities, calendar, today, calendarWeeks).map(({ day, ...heat }: HeatDay) => ({ day: dateOf(day), ...heat })),
    nextSteps: pace.steps.map((step: NextStep) => ({ ...step, name: nameOf(step.skillId) })),
  });
}

function presentForecast(forecast: Forecast): NonNullable<ProgressAnswer['forecast']> {
  if (forecast.kind !== 'dated') return mutable(forecast);
  const { finishesOn, earliest, latest, ...rest } = forecast;
  return mutable({ ...rest, finishesOn: dateOf(finishesOn), earliest: dateOf(earliest), latest: latest === null ? null : dateOf(latest) });
}
