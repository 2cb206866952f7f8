import type { RequirementKind, SkillCategory } from '../knowledge/types.ts';
import type { Evidence, Message, Reason } from '../reasons/reason.ts';
import { roundPartsToTenths, roundToTenths } from '../skills/rounding.ts';
import type { Taxonomy } from '../skills/taxonomy.ts';
import { rarity, type CorpusStatistics } from './corpus.ts';
import type { Requirement } from './types.ts';

/** The most points each part can give; together 100. docs/formulas.md, importance. */
const points = { strength: 50, frequency: 20, demand: 15, category: 15 } as const;
const strengthShare: Readonly<Record<RequirementKind, number>> = { must: 1, should: 0.6, nice: 0.2 };
/** Technical before soft: what a course teaches comes before what a team teaches. */
const categoryShare: Readonly<Partial<Record<SkillCategory, number>>> = { 'soft-skill': 0.3, 'spoken-language': 0.5, office: 0.6 };

export interface Importance {
  /** 0 to 100, one decimal. */
  readonly importance: number;
  /** One per part; their effects add up to the importance. */
  readonly reasons: readonly Reason[];
}

/**
 * How much a requirement matters: 50 × strength (must 1, should 0.6, nice 0.2) + 20 × (1 − 2^−mentions) × rarity in the
 * corpus (TF-IDF, both scaled to 1) + 15 × demand of the market + 15 × category (soft 0.3, languages 0.5, office 0.6, the
 * rest 1). With alternatives, demand, rarity and category are those of the first. Depends on the ad only, never on the
 * person.
 */
export function importanceOf(requirement: Requirement, taxonomy: Taxonomy, corpus: CorpusStatistics | null): Importance {
  const { skillId, category, mentions } = requirement;
  const demand = taxonomy.skills.get(skillId)?.demand ?? 0;
  const share = categoryShare[category] ?? 1;
  const formula: Evidence = { source: 'formula', id: 'importance' };
  const knowledge: Evidence = { source: 'knowledge', kind: 'skill', id: skillId };
  const parts: { code: string; params: Message['params']; value: number; evidence: readonly Evidence[] }[] = [
    { code: `importance.${requirement.requirement}`, params: {}, value: points.strength * strengthShare[requirement.requirement], evidence: requirement.evidence },
    { code: 'importance.frequency', params: { mentions }, value: points.frequency * (1 - 0.5 ** mentions) * rarity(skillId, corpus), evidence: requirement.evidence },
    { code: 'importance.demand', params: { percent: Math.round(demand * 100) }, value: points.demand * demand, evidence: [knowledge] },
    { code: 'importance.category', params: { category }, value: points.category * share, evidence: [knowledge] },
  ];
  const effects = roundPartsToTenths(parts.map(({ value }) => value));
  return {
    importance: roundToTenths(effects.reduce((sum, effect) => sum + effect, 0)),
    reasons: parts.map(({ code, params, evidence }, index) => ({ what: { code, params }, effect: effects[index] as number, evidence: [...evidence, formula] })),
  };
}
