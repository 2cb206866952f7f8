import fc from 'fast-check';
import type { Knowledge, Level, Proficiency, ProjectBrief, Resource, Skill } from '../../knowledge/types.ts';
import { noFeedback, planRoadmap } from '../plan-roadmap.ts';
import type { Plan, PlanRequest, Progress, RoadmapChange, TaskState } from '../types.ts';
import { tasksOf } from '../progress.ts';
import { parseTaskId, streamKey } from '../task-id.ts';

/** Builders and arbitraries for this folder's tests. */

export function aSkill(id: string, facts: Partial<Skill> = {}): Skill {
  return {
    id, name: id.toUpperCase(), category: 'web', aliases: [], ambiguous: [], hours: [10, 20, 40, 80], demand: 0.5,
    prerequisites: [], related: [], checkpoints: { 1: `${id}: first steps`, 2: `${id}: on my own` }, ...facts,
  };
}

export function aResource(id: string, skills: readonly string[], facts: Partial<Resource> = {}): Resource {
  return {
    id, title: id, provider: 'x', url: `https://example.org/${id}`, kind: 'course', cost: 'free', language: 'en', hours: 10,
    fromLevel: 0, toLevel: 2, skills, checked: true, ...facts,
  };
}

export function aProject(id: string, skills: ProjectBrief['skills'], facts: Partial<ProjectBrief> = {}): ProjectBrief {
  return { id, name: id, summary: 'A thing', difficulty: 1, hours: 6, skills, provenBy: ['It runs'], ...facts };
}

export function aKnowledge(facts: Partial<Knowledge>): Knowledge {
  return { skills: [], roles: [], resources: [], projects: [], ...facts };
}

export function aRequest(facts: Partial<PlanRequest>): PlanRequest {
  return {
    targets: [], known: [], hoursPerWeek: 10, weeksAvailable: null, startsOn: '2026-01-05', language: 'en',
    freeOnly: false, learningStyle: 'mixed', ...facts,
  };
}

/** The plan, for requests that are possible. */
export function planOf(request: PlanRequest, knowledge: Knowledge): Plan {
  const result = planRoadmap(request, knowledge, noFeedback);
  if (!result.ok) throw new Error(`impossible: ${JSON.stringify(result.impossible)}`);
  return result.plan;
}

/** Skills whose prerequisites point backwards only, with projects and resources on them. */
export const anyKnowledge: fc.Arbitrary<Knowledge> = fc.integer({ min: 1, max: 14 }).chain((count) => {
  const ids = Array.from({ length: count }, (_, index) => `s${index}`);
  const skill = (index: number): fc.Arbitrary<Skill> => fc.record({
    hours: fc.tuple(anyHours, anyHours, anyHours, anyHours),
    category: fc.constantFrom('web', 'web', 'soft-skill', 'spoken-language'),
    prerequisites: index === 0 ? fc.constant([]) : fc.uniqueArray(
      fc.record({ id: fc.integer({ min: 0, max: index - 1 }).map((at) => `s${at}`), level: anyLevel }),
      { maxLength: 3, selector: (prerequisite) => prerequisite.id },
    ),
  }).map((facts) => aSkill(`s${index}`, facts));
  const someSkills = fc.uniqueArray(fc.record({ id: fc.constantFrom(...ids), level: anyLevel }), { minLength: 1, maxLength: 3, selector: (some) => some.id });
  const project = fc.record({ skills: someSkills, hours: fc.integer({ min: 1, max: 30 }), difficulty: anyLevel });
  const resource = fc.record({
    skills: someSkills.map((some) => some.map(({ id }) => id)), cost: fc.constantFrom('free', 'free-to-audit', 'paid' as const),
    language: fc.constantFrom('en', 'hi'), kind: fc.constantFrom('course', 'practice', 'book' as const),
    levels: fc.constantFrom([0, 1], [0, 3], [1, 2], [2, 4] as const),
  });
  return fc.record({
    skills: fc.tuple(...ids.map((_, index) => skill(index))),
    projects: fc.array(project, { maxLength: 5 }),
    resources: fc.array(resource, { maxLength: 12 }),
  }).map(({ skills, projects, resources }) => aKnowledge({
    skills,
    projects: projects.map(({ skills: used, hours, difficulty }, index) => aProject(`p${index}`, used, { hours, difficulty })),
    resources: resources.map(({ skills: taught, cost, language, kind, levels }, index) =>
      aResource(`r${index}`, taught, { cost, language, kind, fromLevel: levels[0] as Proficiency, toLevel: levels[1] as Level })),
  }));
});

const anyLevel = fc.constantFrom<Level>(1, 2, 3, 4);
const anyHours = fc.integer({ min: 1, max: 60 });

export interface Wish {
  readonly knowledge: Knowledge;
  readonly request: PlanRequest;
}

/** Knowledge and a request on it that sets no limit in weeks. */
export const anyWish: fc.Arbitrary<Wish> = anyKnowledge.chain((knowledge) => {
  const ids = fc.constantFrom(...knowledge.skills.map((skill) => skill.id));
  return fc.record({
    targets: fc.uniqueArray(fc.record({ skillId: ids, level: anyLevel, importance: fc.integer({ min: 0, max: 100 }) }), { maxLength: 6, selector: (target) => target.skillId }),
    known: fc.uniqueArray(fc.record({ skillId: ids, level: fc.constantFrom<Proficiency>(0, 1, 2, 3, 4) }), { maxLength: 6, selector: (known) => known.skillId }),
    hoursPerWeek: fc.integer({ min: 1, max: 40 }),
  }).map((facts) => ({ knowledge, request: aRequest(facts) }));
});

/** What a person has, reckoned naively: what they know, and what known skills show was met, unless it is asked for. (Prerequisites point backwards here.) */
export function levelsOf({ knowledge, request }: Wish): Map<string, number> {
  const had = new Map<string, number>();
  for (const { skillId, level } of request.known) had.set(skillId, Math.max(level, had.get(skillId) ?? 0));
  const asked = new Set(request.targets.map((target) => target.skillId));
  for (const skill of [...knowledge.skills].reverse()) {
    if ((had.get(skill.id) ?? 0) === 0) continue;
    for (const { id, level } of skill.prerequisites) if (!asked.has(id)) had.set(id, Math.max(level, had.get(id) ?? 0));
  }
  return had;
}

/** Records on some of a plan's tasks, and a change on some day around its weeks. */
export function anyProgressOn(plan: Plan, states: readonly TaskState[] = ['done']): fc.Arbitrary<Progress> {
  const ids = tasksOf(plan).map((task) => task.id);
  return fc.subarray(ids).chain((some) => fc.tuple(...some.map((taskId) => fc.constantFrom(...states).map((state) => ({ taskId, state, changedAt: '2026-01-06T10:00:00Z' })))));
}

export function anyChangeOf(plan: Plan): fc.Arbitrary<RoadmapChange> {
  const at = '2026-02-01T10:00:00Z';
  const from = fc.integer({ min: -10, max: 7 * plan.totalWeeks + 20 }).map((days) => dateAfter(plan.startsOn, days));
  const skills = plan.steps.map(({ skillId, level }) => ({ skillId, level }));
  const ids = tasksOf(plan).map((task) => task.id);
  const kinds: fc.Arbitrary<RoadmapChange>[] = [from.map((day) => ({ kind: 'missed-week', from: day, at }))];
  if (plan.hoursPerWeek > 1) kinds.push(fc.tuple(from, fc.integer({ min: 1, max: plan.hoursPerWeek - 1 })).map(([day, hoursPerWeek]) => ({ kind: 'less-time', from: day, at, hoursPerWeek })));
  kinds.push(fc.tuple(from, fc.integer({ min: plan.hoursPerWeek + 1, max: 60 })).map(([day, hoursPerWeek]) => ({ kind: 'more-time', from: day, at, hoursPerWeek })));
  if (skills.length > 0) kinds.push(fc.tuple(from, fc.constantFrom(...skills)).map(([day, step]) => ({ kind: 'skip-skill', from: day, at, ...step })));
  if (ids.length > 0) kinds.push(fc.tuple(from, fc.subarray(ids, { maxLength: Math.min(4, ids.length) })).map(([day, taskIds]) => ({ kind: 'undo', from: day, at, taskIds })));
  if (ids.length > 0) kinds.push(fc.tuple(from, fc.subarray(ids, { maxLength: Math.min(4, ids.length) })).map(([day, taskIds]) => ({ kind: 'put-back', from: day, at, taskIds })));
  return fc.oneof(...kinds);
}

/** Every hour of work in a plan's weeks, by name, in order. */
export function hourNames(plan: Plan): string[] {
  return tasksOf(plan).flatMap((task) => namesOfHours(task.id));
}

export function namesOfHours(taskId: string): string[] {
  const stretch = parseTaskId(taskId);
  if (stretch === null) return [];
  return Array.from({ length: stretch.to - stretch.from + 1 }, (_, index) => `${streamKey(stretch)}.${stretch.from + index}`);
}

/** An own reckoning of dates, so that tests do not lean on the code they test. */
export function dateAfter(date: string, days: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}
