import type { PlacedProject, PlannedStep, Stretch, TaskKind } from './types.ts';

/** Learning goes on for at most so long before the same part is practised. */
const longestLearningHours = 6;

/**
 * All the work of a plan in the order in which it is done: for each step, rounds of learning (at most 6 hours) with its
 * share of the practice after each, then the check; after a step, the projects that are placed there.
 */
export function routeOf(steps: readonly PlannedStep[], projectsAfter: ReadonlyMap<string, readonly PlacedProject[]>): Stretch[] {
  const route: Stretch[] = [];
  for (const step of steps) {
    route.push(...stepStretches(step));
    for (const project of projectsAfter.get(`${step.skillId}.${step.level}`) ?? []) {
      route.push({ subjectId: project.projectId, level: project.difficulty, kind: 'build', from: 1, to: project.hours });
    }
  }
  return route;
}

function stepStretches(step: PlannedStep): Stretch[] {
  const { learn, practise, check } = step.hours;
  const rounds = Math.max(1, Math.ceil(learn / longestLearningHours));
  const stretches: Stretch[] = [];
  const add = (kind: TaskKind, after: number, to: number): void => {
    if (to > after) stretches.push({ subjectId: step.skillId, level: step.level, kind, from: after + 1, to });
  };
  for (let round = 0; round < rounds; round += 1) {
    add('learn', Math.floor((round * learn) / rounds), Math.floor(((round + 1) * learn) / rounds));
    add('practise', Math.floor((round * practise) / rounds), Math.floor(((round + 1) * practise) / rounds));
  }
  add('check', 0, check);
  return stretches;
}
