/** What skills say of each other: that both say the same, that a part is no more work than its whole, that none stands alone. */
import type { RelatedSkill, Skill } from '@cairn/engine/knowledge';
import type { Problem } from './problem.ts';
import { mutualKinds } from './relations.ts';

/** Of skills whose mutual relations are mirrored. */
export function relationProblems(skills: readonly Skill[]): Problem[] {
  const byId = new Map(skills.map((skill) => [skill.id, skill]));
  return [
    ...skills.flatMap((skill) => skill.related.flatMap((relation) => [...disagreements(skill, relation, byId), ...partsAboveWhole(skill, relation, byId)])),
    ...unrelatedSkills(skills),
  ];
}

/** Two skills that each relate to the other say one mutual thing: a relation with a direction has no second side. */
function disagreements(skill: Skill, relation: RelatedSkill, byId: ReadonlyMap<string, Skill>): Problem[] {
  const back = byId.get(relation.id)?.related.find((other) => other.id === skill.id);
  if (back === undefined || relation.id < skill.id) return [];
  const agrees = mutualKinds.has(relation.kind) && back.kind === relation.kind && back.strength === relation.strength;
  return agrees ? [] : [{
    code: 'knowledge.disagreeing-relation', entry: `skill ${skill.id}`, message: `is ${relation.kind} ${relation.strength} to ${relation.id}, which says ${back.kind} ${back.strength} back`,
  }];
}

/** Who knows the whole at a level knows the part at it. Hours are compared from nothing on: a part may be begun more slowly than a later step of the whole. */
function partsAboveWhole(skill: Skill, { id, kind }: RelatedSkill, byId: ReadonlyMap<string, Skill>): Problem[] {
  const whole = byId.get(id);
  if (kind !== 'part-of' || whole === undefined) return [];
  const ofWhole = hoursToLevels(whole);
  const level = 1 + hoursToLevels(skill).findIndex((hours, at) => hours > (ofWhole[at] ?? 0));
  return level === 0 ? [] : [{ code: 'knowledge.part-above-whole', entry: `skill ${skill.id}`, message: `takes longer to level ${level} than ${id}, of which it is a part` }];
}

function hoursToLevels({ hours }: Skill): number[] {
  return hours.map((_, level) => hours.slice(0, level + 1).reduce((sum, step) => sum + step, 0));
}

function unrelatedSkills(skills: readonly Skill[]): Problem[] {
  const named = new Set(skills.flatMap(({ related }) => related.map(({ id }) => id)));
  return skills.filter(({ id, related }) => related.length === 0 && !named.has(id)).map(({ id }) => ({
    code: 'knowledge.unrelated-skill', entry: `skill ${id}`, message: 'is related to no other skill',
  }));
}
