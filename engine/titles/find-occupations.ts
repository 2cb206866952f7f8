import { lettersOf } from './similar-titles.ts';
import { splitTitle } from './split-title.ts';
import { titleWords } from './title-features.ts';
import { cosine, type KnownOccupation, type TitleModel } from './title-model.ts';
import { writeOutWork } from './write-out-work.ts';

export interface TitledText {
  readonly title: string;
  /** What the job is about; an empty text where there is none. */
  readonly description?: string;
  /** A line of business, as a portal files it. */
  readonly sector?: string;
}

export interface FoundOccupation extends KnownOccupation {
  /** Higher is likelier; a difference of 1 is e times as likely. */
  readonly score: number;
  /** How likely this one is the right one of all, 0 to 1. */
  readonly confidence: number;
  /** The title of the occupation that is most like the one asked about. */
  readonly bestTitle: string;
}

export interface OccupationFinder {
  /** The likeliest occupations for a job, the best first. */
  find(job: TitledText, count: number): FoundOccupation[];
}

/** Fitted by likelihood on 269 annotated ads and rounded; bench/tried/titles.md says how, and what other ads may expect. */
const weights = { wholeTitle: 5, work: 1.5, letters: 2.7, descriptionToTitles: 2, descriptionToGroup: 3, workToGroup: 1.3, sectorToGroup: 6, words: 4.3, wordOfName: -0.6 } as const;
/** Characters of a description; what the job is about stands at its beginning. */
const readDescription = 4000;

/**
 * Puts ESCO's occupations in order for a job. Score = 5 × cosine of the whole title with the mean of the occupation's titles
 * + 1.5 × of the work in it (see splitTitle) with the same + 2.7 × cosine of the whole title's letters with the preferred
 * title + 2 × of the description's words with the titles + 3 × of the description with the occupation's ISCO-08 unit group
 * + 1.3 × of the work with the group + 6 × of the sector with the group + 4.3 × the words of work and description in common
 * with the occupation's titles and description (BM25, 0 to 1) - 0.6 × the words of the preferred title, for a general title
 * is meant more often than a special one. Titles and description are written out first (see writeOutWork). Confidence =
 * e^score / Σ e^score.
 *
 * Source: vectors as in title-model.ts; ESCO 1.1.1; weights by maximum likelihood of that confidence.
 */
export function createOccupationFinder(model: TitleModel): OccupationFinder {
  const occupations = model.occupations.map((occupation, index) => ({
    ...occupation, byTitles: model.occupationByTitles(index), byGroup: model.occupationByGroup(index), ofName: weights.wordOfName * titleWords(occupation.titles[0] ?? '').length,
  }));
  /** For each feature the occupations whose preferred title has it, and how much it weighs there. */
  const byLetters = new Map<string, { readonly index: number; readonly weight: number }[]>();
  occupations.forEach(({ titles }, index) => {
    for (const [key, weight] of lettersOf(titles[0] ?? '')) {
      const known = byLetters.get(key);
      if (known) known.push({ index, weight });
      else byLetters.set(key, [{ index, weight }]);
    }
  });

  function mostAlike(asked: Float32Array, titles: readonly string[]): string {
    let [best, highest] = [titles[0] ?? '', -Infinity];
    for (const title of titles) {
      const alike = cosine(asked, model.titleVector(title));
      if (alike > highest) [best, highest] = [title, alike];
    }
    return best;
  }

  return {
    find({ title, description = '', sector = '' }, count) {
      const work = writeOutWork(splitTitle(title).function);
      const whole = writeOutWork(title);
      const text = writeOutWork(description.slice(0, readDescription));
      const [asked, askedWhole, about, filed] = [model.titleVector(work), model.titleVector(whole), model.textVector(text), model.textVector(sector)];
      const inCommon = model.wordsInCommon(`${work} ${text}`);
      const letters = new Float32Array(occupations.length);
      for (const [key, weight] of lettersOf(whole)) for (const own of byLetters.get(key) ?? []) letters[own.index] = (letters[own.index] as number) + weight * own.weight;
      // Cosines with one vector add up, so that one product a vector is enough.
      const withTitles = asked.map((value, axis) => weights.work * value + weights.wholeTitle * (askedWhole[axis] as number) + weights.descriptionToTitles * (about[axis] as number));
      const withGroup = asked.map((value, axis) => weights.workToGroup * value + weights.descriptionToGroup * (about[axis] as number) + weights.sectorToGroup * (filed[axis] as number));
      const scored = occupations
        .map((occupation, index) => ({ occupation, score: cosine(withTitles, occupation.byTitles) + cosine(withGroup, occupation.byGroup) + weights.letters * (letters[index] as number) + weights.words * (inCommon[index] as number) + occupation.ofName }))
        .sort((a, b) => b.score - a.score);
      const highest = scored[0]?.score ?? 0;
      const sum = scored.reduce((total, { score }) => total + Math.exp(score - highest), 0);
      return scored.slice(0, count).map(({ occupation: { code, titles }, score }) => ({ code, titles, score, confidence: Math.exp(score - highest) / sum, bestTitle: mostAlike(askedWhole, titles) }));
    },
  };
}
