import type { Knowledge, Skill } from '@cairn/engine/knowledge';
import { repeated, type Problem } from './problem.ts';
import { codeProblems } from './validate-codes.ts';
import { formProblems } from './validate-forms.ts';
import { relationProblems } from './validate-relations.ts';
import { reachProblems, skillsOf } from './validate-reach.ts';
import { resourceProblems } from './validate-resources.ts';

/** Every problem in a body of knowledge whose form is already right; none when it may be used. */
export function validateKnowledge(knowledge: Knowledge): Problem[] {
  return [
    duplicateIds(knowledge),
    unknownReferences(knowledge),
    repeatedReferences(knowledge),
    formProblems(knowledge.skills, knowledge.roles),
    codeProblems(knowledge.roles),
    implausibleHours(knowledge.skills),
    relationProblems(knowledge.skills),
    orphanSkills(knowledge),
    missingCheckpoints(knowledge.skills),
    reachProblems(knowledge),
    resourceProblems(knowledge.resources),
  ].flat();
}

function duplicateIds(knowledge: Knowledge): Problem[] {
  const kinds = { skill: knowledge.skills, role: knowledge.roles, resource: knowledge.resources, project: knowledge.projects, said: knowledge.said ?? [] };
  return Object.entries(kinds).flatMap(([kind, entries]) =>
    repeated(entries.map((entry) => entry.id)).map((id) => ({
      code: 'knowledge.duplicate-id', entry: `${kind} ${id}`, message: 'is written more than once',
    })),
  );
}

interface References {
  readonly entry: string;
  readonly field: string;
  readonly to: 'skill' | 'role';
  readonly ids: readonly string[];
}

function referencesOf(knowledge: Knowledge): References[] {
  const ids = (items: readonly { readonly id: string }[]) => items.map((item) => item.id);
  return [
    ...knowledge.skills.flatMap((skill): References[] => [
      { entry: `skill ${skill.id}`, field: 'prerequisites', to: 'skill', ids: ids(skill.prerequisites) },
      { entry: `skill ${skill.id}`, field: 'related', to: 'skill', ids: ids(skill.related) },
    ]),
    ...knowledge.roles.flatMap((role): References[] => [
      { entry: `role ${role.id}`, field: 'must, should and nice', to: 'skill', ids: ids(skillsOf(role)) },
      { entry: `role ${role.id}`, field: 'moves', to: 'role', ids: role.moves },
    ]),
    ...knowledge.resources.map((resource): References => (
      { entry: `resource ${resource.id}`, field: 'skills', to: 'skill', ids: resource.skills }
    )),
    ...knowledge.projects.map((project): References => (
      { entry: `project ${project.id}`, field: 'skills', to: 'skill', ids: ids(project.skills) }
    )),
    ...(knowledge.said ?? []).map(({ id }): References => ({ entry: `said ${id}`, field: 'id', to: 'skill', ids: [id] })),
  ];
}

function unknownReferences(knowledge: Knowledge): Problem[] {
  const known = { skill: idsOf(knowledge.skills), role: idsOf(knowledge.roles) };
  return referencesOf(knowledge).flatMap(({ entry, field, to, ids }) =>
    ids.filter((id) => !known[to].has(id)).map((id) => ({
      code: 'knowledge.unknown-reference', entry, message: `${field} names the ${to} "${id}", which is not known`,
    })),
  );
}

/** A role that asks for one skill as must and as should, a relation declared twice, an entry that refers to itself. */
function repeatedReferences(knowledge: Knowledge): Problem[] {
  return referencesOf(knowledge).flatMap(({ entry, field, to, ids }): Problem[] => [
    ...repeated(ids).map((id): Problem => ({
      code: 'knowledge.repeated-reference', entry, message: `${field} names "${id}" more than once`,
    })),
    ...ids.filter((id) => entry === `${to} ${id}`).map((): Problem => ({
      code: 'knowledge.repeated-reference', entry, message: `${field} names the entry itself`,
    })),
  ]);
}

/** The most that the next level may take, as a multiple of the last, and the hours from nothing to beginner. */
const steepestStep = 6;
const longestFirstStepHours = 400;

function implausibleHours(skills: readonly Skill[]): Problem[] {
  return skills.flatMap(({ id, hours }) => {
    const flat = hours.findIndex((step, index) => index > 0 && step < (hours[index - 1] ?? 0));
    const steep = hours.findIndex((step, index) => index > 0 && step > steepestStep * (hours[index - 1] ?? 0));
    const messages = [
      flat > 0 ? `level ${flat + 1} takes fewer hours than level ${flat}` : '',
      steep > 0 ? `level ${steep + 1} takes over ${steepestStep} times the hours of level ${steep}` : '',
      hours[0] > longestFirstStepHours ? `the first level takes over ${longestFirstStepHours} hours` : '',
    ];
    return messages.filter((message) => message !== '').map((message) => ({ code: 'knowledge.implausible-hours', entry: `skill ${id}`, message }));
  });
}

function orphanSkills({ skills, roles, resources, projects }: Knowledge): Problem[] {
  const used = new Set([
    ...skills.flatMap((skill) => [...skill.prerequisites, ...skill.related].map(({ id }) => id)),
    ...roles.flatMap((role) => skillsOf(role).map(({ id }) => id)),
    ...resources.flatMap((resource) => resource.skills),
    ...projects.flatMap((project) => project.skills.map(({ id }) => id)),
  ]);
  return skills.filter((skill) => !used.has(skill.id)).map((skill) => ({
    code: 'knowledge.orphan-skill', entry: `skill ${skill.id}`, message: 'no role, prerequisite, related skill, resource or project names it',
  }));
}

function missingCheckpoints(skills: readonly Skill[]): Problem[] {
  return skills.flatMap((skill) =>
    ([1, 2, 3] as const).filter((level) => skill.checkpoints[level] === undefined).map((level) => ({
      code: 'knowledge.missing-checkpoint', entry: `skill ${skill.id}`, message: `has no checkpoint for level ${level}`,
    })),
  );
}

function idsOf(entries: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(entries.map((entry) => entry.id));
}
