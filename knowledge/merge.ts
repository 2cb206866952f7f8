/** An organisation's own entries over Cairn's. */
import type { Knowledge, Resource, Role, Skill } from '@cairn/engine/knowledge';
import { mirrorRelations, mutualKinds } from './relations.ts';

export type OwnEntry =
  | { readonly kind: 'skill'; readonly entry: Skill }
  | { readonly kind: 'role'; readonly entry: Role }
  | { readonly kind: 'resource'; readonly entry: Resource };
export type EntryKind = OwnEntry['kind'];

/**
 * An entry with the id of one of Cairn's overrides it whole; others are added. What an own skill says of a relation that
 * holds both ways holds for the other skill too. References are kept whether or not they lead anywhere.
 */
export function mergeKnowledge(base: Knowledge, own: readonly OwnEntry[]): Knowledge {
  const ownSkills = own.flatMap(({ kind, entry }) => (kind === 'skill' ? [entry] : []));
  const isOwn = idsOf(ownSkills);
  const said = (skill: Skill): Skill => {
    if (isOwn.has(skill.id) || !skill.related.some(({ id }) => isOwn.has(id))) return skill;
    return { ...skill, related: skill.related.filter(({ id, kind }) => !(isOwn.has(id) && mutualKinds.has(kind))) };
  };
  return {
    skills: mirrorRelations(overridden(base.skills, ownSkills).map(said)),
    roles: overridden(base.roles, own.flatMap(({ kind, entry }) => (kind === 'role' ? [entry] : []))),
    resources: overridden(base.resources, own.flatMap(({ kind, entry }) => (kind === 'resource' ? [entry] : []))),
    projects: base.projects,
    said: base.said,
  };
}

/** Without references to what is not there: an entry may have been written for another state of Cairn's knowledge. */
export function withoutLooseReferences({ skills, roles, resources, projects, said }: Knowledge): Knowledge {
  const [isSkill, isRole] = [idsOf(skills), idsOf(roles)];
  const there = ({ id }: { readonly id: string }): boolean => isSkill.has(id);
  return {
    skills: skills.map((skill) => (skill.prerequisites.every(there) && skill.related.every(there) ? skill : { ...skill, prerequisites: skill.prerequisites.filter(there), related: skill.related.filter(there) })),
    roles: roles.map((role) => ({ ...role, must: role.must.filter(there), should: role.should.filter(there), nice: role.nice.filter(there), moves: role.moves.filter((id) => isRole.has(id)) })),
    resources: resources.map((resource) => ({ ...resource, skills: resource.skills.filter((id) => isSkill.has(id)) })),
    projects: projects.map((project) => (project.skills.every(there) ? project : { ...project, skills: project.skills.filter(there) })),
    said: said?.filter(there),
  };
}

function overridden<Entry extends { readonly id: string }>(base: readonly Entry[], own: readonly Entry[]): Entry[] {
  const byId = new Map(own.map((entry) => [entry.id, entry]));
  const ids = idsOf(base);
  return [...base.map((entry) => byId.get(entry.id) ?? entry), ...own.filter(({ id }) => !ids.has(id))];
}

function idsOf(entries: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(entries.map(({ id }) => id));
}
