import type { Role } from '../knowledge/types.ts';
import type { Reason } from '../reasons/reason.ts';
import type { OccupationFinder } from './find-occupations.ts';
import { findTitled, prepareTitled } from './find-titled.ts';
import type { TitleModel } from './title-model.ts';

export type RoleToFind = Pick<Role, 'id' | 'name' | 'titles' | 'iscoCode' | 'escoCode'>;

export interface NearestRole {
  readonly id: string;
  readonly name: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly reasons: readonly Reason[];
}

/** Below this another role is too often the right one: bench/tried/titles.md has the shares. */
export const sureOfRole = 0.5;
/** Less alike titles name other work; similarity, 0 to 1. */
const leastSimilarity = 0.5;
/** Occupations beyond these share what is left of the confidence, which is next to nothing. */
const occupationsAsked = 40;

/**
 * The role that an ad is most likely for, null below `least`. Confidence = similarity of the ad's title with the role's most
 * similar one (titleSimilarity, at least 0.5) × likelihood that the ad's occupation stands in the role's ISCO-08 unit group
 * (Σ confidence of its occupations, see createOccupationFinder); of roles alike the one first by title.
 */
export function createRoleFinder(roles: readonly RoleToFind[], model: TitleModel, occupations: OccupationFinder) {
  const titled = prepareTitled(roles, ({ name, titles }) => [name, ...titles], model);
  return (title: string, description: string, least: number = sureOfRole): NearestRole | null => {
    const alike = findTitled(title, titled, model, Math.max(leastSimilarity, least));
    if (alike.length === 0) return null;
    const found = occupations.find({ title, description }, occupationsAsked);
    const judged = alike.map(({ entry, similarity }) => {
      const inGroup = found.filter(({ code }) => groupOf(entry) !== null && code.slice(0, 4) === groupOf(entry));
      const likelihood = inGroup.reduce((sum, { confidence }) => sum + confidence, 0);
      return { role: entry, similarity, likelihood, occupation: inGroup[0]?.titles[0] ?? '' };
    });
    const [nearest] = judged.sort((a, b) => b.similarity * b.likelihood - a.similarity * a.likelihood);
    if (!nearest || nearest.similarity * nearest.likelihood < least) return null;
    const { role, similarity, likelihood, occupation } = nearest;
    const percent = (share: number): number => Math.round(100 * share);
    return {
      id: role.id,
      name: role.name,
      confidence: similarity * likelihood,
      reasons: [
        { what: { code: 'nearest-role.title', params: { title, role: role.name, percent: percent(similarity) } }, effect: similarity, evidence: [{ source: 'knowledge', kind: 'role', id: role.id }] },
        { what: { code: 'nearest-role.occupation', params: { occupation, percent: percent(likelihood) } }, effect: likelihood, evidence: [{ source: 'formula', id: 'nearest-role' }] },
      ],
    };
  };
}

function groupOf({ iscoCode, escoCode }: RoleToFind): string | null {
  return escoCode?.slice(0, 4) ?? iscoCode;
}
