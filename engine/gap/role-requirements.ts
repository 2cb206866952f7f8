import { requirementKinds, type Role } from '../knowledge/types.ts';
import type { Taxonomy } from '../skills/taxonomy.ts';
import type { Requirement } from './types.ts';

/** What a role of knowledge/ asks for, in the role's own order. A skill the taxonomy does not know is left out. */
export function requirementsFromRole(role: Role, taxonomy: Taxonomy): Requirement[] {
  return requirementKinds.flatMap((requirement) =>
    role[requirement].flatMap(({ id, level }): Requirement[] => {
      const skill = taxonomy.skills.get(id);
      if (skill === undefined) return [];
      const evidence = [{ source: 'knowledge', kind: 'role', id: role.id } as const];
      return [{
        skillId: id, name: skill.name, category: skill.category, requirement, level, alternatives: [], mentions: 1,
        reasons: [{ what: { code: 'requirement.role', params: { role: role.name, kind: requirement, level } }, effect: 0, evidence }],
        evidence,
      }];
    }),
  );
}
