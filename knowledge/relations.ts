import type { RelatedSkill, RelationKind, Skill } from '@cairn/engine/knowledge';

/** These hold both ways, so either skill may declare them for both; `part-of` and `builds-on` have a direction. */
export const mutualKinds: ReadonlySet<RelationKind> = new Set<RelationKind>(['alternative', 'similar', 'used-with']);

/** Gives each mutual relation to the other skill too, unless that one already relates back in its own words. */
export function mirrorRelations(skills: readonly Skill[]): Skill[] {
  const mirrored = new Map<string, RelatedSkill[]>();
  const declared = new Set(skills.flatMap((skill) => skill.related.map((related) => `${skill.id} ${related.id}`)));
  for (const skill of skills) {
    for (const { id, kind, strength } of skill.related) {
      if (!mutualKinds.has(kind) || declared.has(`${id} ${skill.id}`)) continue;
      const back = mirrored.get(id) ?? [];
      back.push({ id: skill.id, kind, strength });
      mirrored.set(id, back);
    }
  }
  return skills.map((skill) => {
    const back = mirrored.get(skill.id);
    return back === undefined ? skill : { ...skill, related: [...skill.related, ...back] };
  });
}
