import { addDays } from './calendar-days.ts';
import { message } from './english.ts';
import type { Phase, Plan } from './types.ts';

/** 365.2425 days ÷ 12 months ÷ 7 days. */
const weeksPerMonth = 4.348;
const mostTargetsNamed = 3;
/** The last ones, which stand on the most. */
const mostProjectsNamed = 3;

export type PlanCore = Pick<Plan, 'hoursPerWeek' | 'startsOn' | 'targets' | 'steps' | 'projects' | 'route' | 'resources' | 'reasons'>;

/** The plan's totals and its sentences. `estimatedMonths` = weeks ÷ 4.348, to one decimal, rounded up. */
export function summarise(core: PlanCore, months: readonly Phase[]): Plan {
  const weeks = months.flatMap((phase) => phase.weeks);
  const totalHours = weeks.reduce((sum, week) => sum + week.hours, 0);
  const totalWeeks = weeks.length;
  const estimatedMonths = Math.ceil((totalWeeks / weeksPerMonth) * 10) / 10;
  const totals = { ...core, months, totalHours, totalWeeks, estimatedMonths };
  if (core.steps.length === 0) {
    return {
      ...totals,
      overview: message('roadmap.overview.nothing-to-learn'),
      timeline: message('roadmap.timeline.none'),
      finalOutcome: message('roadmap.final-outcome.reached'),
    };
  }
  const { hoursPerWeek, startsOn } = core;
  const projects = core.projects.length;
  const skills = new Set(core.steps.map((step) => step.skillId)).size;
  return {
    ...totals,
    overview: message('roadmap.overview', { skills, hours: totalHours, weeks: totalWeeks, hoursPerWeek, projects }),
    timeline: message('roadmap.timeline', { weeks: totalWeeks, months: estimatedMonths, startsOn, endsOn: addDays(startsOn, 7 * totalWeeks - 1) }),
    finalOutcome: finalOutcome(core),
  };
}

function finalOutcome(core: PlanCore): Plan['finalOutcome'] {
  const names = new Map(core.steps.map((step) => [step.skillId, step.name]));
  const byImportance = [...core.targets].sort((a, b) => b.importance - a.importance || (a.skillId < b.skillId ? -1 : 1));
  const learned = [...new Set(byImportance.flatMap((target) => names.get(target.skillId) ?? []))];
  const skills = learned.slice(0, mostTargetsNamed).join(', ');
  const more = learned.length - mostTargetsNamed;
  const projects = core.projects.slice(-mostProjectsNamed).map((project) => project.name).join(', ');
  if (projects === '') {
    return more > 0 ? message('roadmap.final-outcome.more', { skills, more }) : message('roadmap.final-outcome', { skills });
  }
  return more > 0
    ? message('roadmap.final-outcome.more-proven', { skills, more, projects })
    : message('roadmap.final-outcome.proven', { skills, projects });
}
