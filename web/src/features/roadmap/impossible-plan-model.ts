import type { Api } from '@cairn/contracts';
import type { ApiFailure } from '../../lib/api.ts';

export type PlanBody = Api['POST /roadmaps']['request']['body'];

export type Alternative =
  | { kind: 'more-weeks'; weeks: number }
  | { kind: 'more-hours'; hoursPerWeek: number }
  | { kind: 'more-of-both'; weeks: number; hoursPerWeek: number }
  | { kind: 'fewer-skills'; skillIds: readonly string[]; leftOut: readonly string[] };

export interface Impossible {
  neededHours: number;
  availableHours: number;
  alternatives: readonly Alternative[];
}

/** What `roadmap.impossible` carries beside its code. */
export function impossiblePlanOf({ code, problem }: ApiFailure): Impossible | null {
  if (code !== 'roadmap.impossible') return null;
  const { neededHours, availableHours, alternatives } = problem as Partial<Impossible>;
  return { neededHours: neededHours ?? 0, availableHours: availableHours ?? 0, alternatives: alternatives ?? [] };
}

/** The same wish with as much given up as the alternative says. */
export function withAlternative(asked: PlanBody, alternative: Alternative): PlanBody {
  switch (alternative.kind) {
    case 'more-weeks':
      return { ...asked, weeksAvailable: alternative.weeks };
    case 'more-hours':
      return { ...asked, hoursPerWeek: alternative.hoursPerWeek };
    case 'more-of-both':
      return { ...asked, weeksAvailable: alternative.weeks, hoursPerWeek: alternative.hoursPerWeek };
    case 'fewer-skills':
      return { ...asked, leaveOut: [...new Set([...(asked.leaveOut ?? []), ...alternative.leftOut])] };
  }
}
