import type { Api } from '@cairn/contracts';
import type { WhatCairnKnows } from '../knowledge/index.ts';
import type { CurrentRole } from './from-career-form.ts';

export type Assumptions = Api['GET /roadmaps/assumptions']['answer'];

export function presentAssumptions({ credit, unknownTitle }: CurrentRole, known: WhatCairnKnows): Assumptions {
  const named = credit?.skills.map(({ skillId, level }) => ({ skillId, level, name: known.skills.get(skillId)?.name ?? skillId }));
  return {
    currentRole: credit && named ? { roleId: credit.roleId, name: credit.name, yearsOfExperience: credit.yearsOfExperience, skills: named } : null,
    unknownRole: unknownTitle ?? null,
  };
}
