import { foldKey } from '../text/fold.ts';
import { prepareTitle, titleSimilarity, type PreparedTitle } from './similar-titles.ts';
import { splitTitle } from './split-title.ts';
import type { TitleModel } from './title-model.ts';

/** Something that goes by titles, made ready to be found by them. */
export interface Titled<T> {
  readonly entry: T;
  readonly titles: readonly PreparedTitle[];
}

export interface FoundByTitle<T> {
  readonly entry: T;
  /** 0 to 1, see titleSimilarity: of the entry's title that is most like the one asked for. */
  readonly similarity: number;
}

export function prepareTitled<T>(entries: readonly T[], titlesOf: (entry: T) => readonly string[], model: TitleModel): Titled<T>[] {
  return entries.map((entry) => ({ entry, titles: [...new Set(titlesOf(entry).map((title) => foldKey(splitTitle(title).function)))].map((title) => prepareTitle(title, model)) }));
}

/**
 * Entries one of whose titles names work like the title asked for, the most alike first; seniority and extras are left
 * aside on both sides ("SDE-2 (Remote)" is asked for as Software Development Engineer). `least` is a similarity, 0 to 1.
 */
export function findTitled<T>(title: string, entries: readonly Titled<T>[], model: TitleModel, least: number): FoundByTitle<T>[] {
  const wanted = prepareTitle(splitTitle(title).function, model);
  return entries
    .map(({ entry, titles }) => ({ entry, similarity: titles.reduce((best, one) => Math.max(best, titleSimilarity(wanted, one)), 0) }))
    .filter(({ similarity }) => similarity >= least)
    .sort((a, b) => b.similarity - a.similarity);
}
