/** A stored gap as the API answers it. */
import type { SkillGap } from '@cairn/contracts';
import { mutable } from '../../platform/mutable.ts';
import type { Places } from '../places/index.ts';
import type { FindNearestRole } from '../titles/index.ts';
import { jobFacts } from './job-facts.ts';
import type { GapHead, StoredGap } from './gap.store.ts';

type Head = Pick<SkillGap, 'id' | 'goal' | 'resumeId' | 'matchPercentage' | 'weightedMatchPercentage' | 'missingCount' | 'createdAt'>;

export function presentGapHead({ id, title, organisation, roleId, jobAdId, url, resumeId, matchPercentage, weightedMatchPercentage, missingCount, createdAt }: GapHead): Head {
  return { id, goal: { title, organisation, roleId, jobAdId, url }, resumeId, matchPercentage, weightedMatchPercentage, missingCount, createdAt: createdAt.toISOString() };
}

export function presentGap(gap: StoredGap, jobText: string | null, { places, nearestRole }: { readonly places: Pick<Places, 'read'>; readonly nearestRole: FindNearestRole }): SkillGap {
  const looksLike = gap.title === null || jobText === null ? null : nearestRole(gap.title, jobText);
  const { matched, missing, proficiencyGaps, strengths, ...analysis } = mutable(gap.analysis);
  return {
    ...presentGapHead(gap), ...analysis, matched: matched.map(asSkill), missing: missing.map(asSkill), proficiencyGaps: proficiencyGaps.map(asSkill), strengths: strengths.map(asSkill),
    otherPhrases: mutable(gap.otherPhrases), warnings: mutable(gap.warnings), job: jobFacts(gap.title, jobText, places), looksLike: mutable(looksLike), jobText,
  };
}

/** Beside requirements and levels a bare "name" would not say whose. */
function asSkill<T extends { name: string }>({ name, ...rest }: T): Omit<T, 'name'> & { skill: string } {
  return { skill: name, ...rest };
}
