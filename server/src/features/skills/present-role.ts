import { iscoGroups } from '@cairn/knowledge';
import type { Role, RoleSkill } from '@cairn/engine/knowledge';
import { mutable } from '../../platform/mutable.ts';
import type { WhatCairnKnows } from '../knowledge/index.ts';

/** A role with the names of the skills and roles that it speaks of. */
export function presentRole(role: Role, { skills, roles }: Pick<WhatCairnKnows, 'skills' | 'roles'>) {
  const named = (skill: RoleSkill) => ({ ...skill, name: skills.get(skill.id)?.name ?? skill.id });
  const group = role.iscoCode === null ? undefined : iscoGroups.get(role.iscoCode);
  return {
    ...mutable(role),
    must: role.must.map(named), should: role.should.map(named), nice: role.nice.map(named),
    moves: role.moves.flatMap((id) => {
      const next = roles.get(id);
      return next ? [{ id, name: next.name, summary: next.summary }] : [];
    }),
    isco: role.iscoCode !== null && group !== undefined ? { code: role.iscoCode, name: group } : null,
  };
}
