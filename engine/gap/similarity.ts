/** How much of a skill a person has by having another: the one place for its formula and its threshold. */
import type { RelatedSkill, RelationKind } from '../knowledge/types.ts';
import type { Taxonomy } from '../skills/taxonomy.ts';

/**
 * Similar enough to stand in for each other. Model: related graph, version 1 (docs/formulas.md, similarity). Calibrated on
 * the labelled pairs of similarity.test.ts, where it keeps precision at 0.9 or more.
 */
export const similarityThreshold = 0.52;

/**
 * How much of a relation's strength means the same work. What is used together, or is a part or the ground of the other,
 * is another skill: Python is where machine learning is written, not machine learning.
 */
const kindShare: Readonly<Record<RelationKind, number>> = { similar: 1, alternative: 1, 'part-of': 0.5, 'builds-on': 0.5, 'used-with': 0.2 };
/** A relation between kinds of work carries less over than one inside a kind. */
const otherCategoryShare = 0.9;
/** What common neighbours add at most to skills that are related themselves; alone they say nothing. */
const commonNeighbourBonus = 0.1;
/** Only a skill and itself are the same. */
const mostSimilar = 0.99;

function strongest(related: readonly RelatedSkill[], id: string): number {
  return related.reduce((most, relation) => (relation.id === id ? Math.max(most, relation.strength * kindShare[relation.kind]) : most), 0);
}

/** Weighted Jaccard of what the two are related to, themselves left out. */
function commonNeighbours(one: readonly RelatedSkill[], other: readonly RelatedSkill[], ids: readonly [string, string]): number {
  const weigh = (related: readonly RelatedSkill[]): Map<string, number> =>
    new Map(related.filter(({ id }) => !ids.includes(id)).map(({ id, strength }) => [id, strength]));
  const first = weigh(one);
  const second = weigh(other);
  let shared = 0;
  let all = 0;
  for (const id of new Set([...first.keys(), ...second.keys()])) {
    shared += Math.min(first.get(id) ?? 0, second.get(id) ?? 0);
    all += Math.max(first.get(id) ?? 0, second.get(id) ?? 0);
  }
  return all === 0 ? 0 : shared / all;
}

/**
 * 0 to 1, the same both ways: 1 for a skill and itself; 0 for two that nothing relates, and for two
 * spoken languages, of which one never does for the other; otherwise the strongest relation
 * between them × the share of its kind × (0.9 in different categories) + 0.1 × what they are related to in common. Shared
 * words are not evidence: "machine learning" and "e-learning" have one.
 */
export function skillSimilarity(taxonomy: Taxonomy, one: string, other: string): number {
  if (one === other) return 1;
  const first = taxonomy.skills.get(one);
  const second = taxonomy.skills.get(other);
  if (first === undefined || second === undefined) return 0;
  if (first.category === 'spoken-language' && second.category === 'spoken-language') return 0;
  const direct = Math.max(strongest(first.related, other), strongest(second.related, one));
  if (direct === 0) return 0;
  const category = first.category === second.category ? 1 : otherCategoryShare;
  return Math.min(mostSimilar, direct * category + commonNeighbourBonus * commonNeighbours(first.related, second.related, [one, other]));
}
