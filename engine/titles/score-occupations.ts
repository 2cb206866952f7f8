import { compileOccupationLetters } from './occupation-letters.ts';
import { splitTitle } from './split-title.ts';
import type { TitleModel } from './title-model.ts';
import { writeOutWork } from './write-out-work.ts';

export interface TitledText {
  readonly title: string;
  /** What the job is about; an empty text where there is none. */
  readonly description?: string;
  /** A line of business, as a portal files it. */
  readonly sector?: string;
}

export const occupationTerms = ['wholeTitle', 'work', 'letters', 'descriptionToTitles', 'descriptionToGroup', 'workToGroup', 'sectorToGroup', 'words', 'wordOfName'] as const;
export type OccupationWeights = Readonly<Record<(typeof occupationTerms)[number], number>>;

/** Fitted by likelihood on 269 annotated ads (bench/titles/fit-weights.ts) and rounded; bench/tried/titles.md says what other ads may expect. */
export const fittedWeights: OccupationWeights = { wholeTitle: 5, work: 1.5, letters: 2.7, descriptionToTitles: 2, descriptionToGroup: 3, workToGroup: 1.3, sectorToGroup: 6, words: 4.3, wordOfName: -0.6 };
/** Characters of a description; what the job is about stands at its beginning. */
const readDescription = 4000;

/**
 * Reads a job once; then a score of each occupation for any weights, in the order of the model's: wholeTitle × cosine of the whole title with the mean of the
 * occupation's titles + work × of the work in it (see splitTitle) with the same + letters × cosine of the whole title's
 * letters with the preferred title + descriptionToTitles × of the description's words with the titles + descriptionToGroup ×
 * of the description with the occupation's ISCO-08 unit group + workToGroup × of the work with the group + sectorToGroup ×
 * of the sector with the group + words × the words of work and description in common with the occupation's titles and
 * description (BM25, 0 to 1) + wordOfName × the words of the preferred title, for a general title is meant more often than
 * a special one. `writeOut` brings titles and descriptions into the words of the taxonomies first.
 *
 * Source: vectors as in title-model.ts; ESCO 1.1.1.
 */
export function createOccupationScorer(model: TitleModel, writeOut: (text: string) => string = writeOutWork): (job: TitledText) => (weights: OccupationWeights) => Float64Array {
  const names = model.occupations.map(({ words }) => words);
  const lengths = Uint16Array.from(names, ({ length }) => length);
  const lettersInCommon = compileOccupationLetters(names);
  return ({ title, description = '', sector = '' }) => {
    const work = writeOut(splitTitle(title).function);
    const whole = writeOut(title);
    const text = writeOut(description.slice(0, readDescription));
    const [asked, askedWhole, about, filed] = [model.titleVector(work), model.titleVector(whole), model.textVector(text), model.textVector(sector)];
    const inCommon = model.wordsInCommon(`${work} ${text}`);
    const letters = lettersInCommon(whole);
    return (weights) => {
      // Cosines with one vector add up, so that one product a vector is enough.
      const likeTitles = model.likeTitles(asked.map((value, axis) => weights.work * value + weights.wholeTitle * (askedWhole[axis] as number) + weights.descriptionToTitles * (about[axis] as number)));
      const likeGroups = model.likeGroups(asked.map((value, axis) => weights.workToGroup * value + weights.descriptionToGroup * (about[axis] as number) + weights.sectorToGroup * (filed[axis] as number)));
      return likeTitles.map((likeness, index) =>
        likeness + (likeGroups[index] as number) + weights.letters * (letters[index] as number) + weights.words * (inCommon[index] as number) + weights.wordOfName * (lengths[index] as number));
    };
  };
}
