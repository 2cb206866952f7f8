import { createHash } from 'node:crypto';
import { foldKey } from '@cairn/engine/text';
import type { OccupationWeights } from '@cairn/engine/titles';
import { fitWeights } from './fit-weights.ts';
import type { OccupationCase } from './occupation-cases.ts';
import type { ScoredTerms } from './score-terms.ts';

export const folds = 5;

/** The fold of each ad: ads of one title stand together, titles in an order of chance that is the same every time. */
export function foldsOf(ads: readonly Pick<OccupationCase, 'title'>[]): number[] {
  const digest = (title: string): string => createHash('sha256').update(title).digest('hex');
  const titles = [...new Set(ads.map(({ title }) => foldKey(title)))].sort((a, b) => (digest(a) < digest(b) ? -1 : 1));
  const places = new Map(titles.map((title, place) => [title, place % folds]));
  return ads.map(({ title }) => places.get(foldKey(title)) ?? 0);
}

/** For each ad weights that were fitted without its fold; null where there are not titles enough for the folds. */
export function weightsWithoutOwnFold(ads: readonly OccupationCase[], terms: readonly ScoredTerms[]): OccupationWeights[] | null {
  const own = foldsOf(ads);
  if (new Set(own).size < folds) return null;
  const fitted = Array.from({ length: folds }, (_, fold) => fitWeights(terms.filter((_term, at) => own[at] !== fold)));
  return own.map((fold) => fitted[fold] as OccupationWeights);
}
