import { lettersOf } from './similar-titles.ts';
import { splitTitle } from './split-title.ts';
import { cosine, type KnownOccupation, type TitleModel } from './title-model.ts';

export interface TitledText {
  readonly title: string;
  /** What the job is about; an empty text where there is none. */
  readonly description?: string;
  /** A line of business, as a portal files it. */
  readonly sector?: string;
}

export interface FoundOccupation extends KnownOccupation {
  /** Higher is likelier; only the order means something. */
  readonly score: number;
  /** The title of the occupation that is most like the one asked about. */
  readonly bestTitle: string;
}

export interface OccupationFinder {
  /** The likeliest occupations for a job, the best first. */
  find(job: TitledText, count: number): FoundOccupation[];
}

/** Round values on a plateau; bench/tried/titles.md says how they were chosen and what others give. */
const weights = { bestTitle: 1, meanTitle: 0.3, letters: 0.4, descriptionToDescription: 0.5, descriptionToTitles: 0.7, sector: 0.2 } as const;
/** Characters of a description; what the job is about stands at its beginning. */
const readDescription = 4000;
/** Occupations whose every title is compared: those that the rest of the score puts first. */
const closelyCompared = 150;

/**
 * Puts ESCO's occupations in order for a job. Score = cosine of the job's work (see splitTitle) with the occupation's most
 * similar title + 0.3 × with the mean of its titles + 0.4 × cosine of the letters with its preferred title + 0.5 × cosine of
 * the description's words with the occupation's description + 0.7 × with its titles + 0.2 × the sector with either. All
 * titles are compared for the 150 occupations that are first without them. About 3 ms a job once warm.
 *
 * Source: vectors as in title-model.ts; ESCO 1.1.1.
 */
export function createOccupationFinder(model: TitleModel): OccupationFinder {
  const occupations = model.occupations.map((occupation, index) => ({ ...occupation, byTitles: model.occupationByTitles(index), byDescription: model.occupationByDescription(index) }));
  const titleVectors = new Map<string, readonly Float32Array[]>();
  /** For each feature the occupations whose preferred title has it, and how much it weighs there. */
  const byLetters = new Map<string, { readonly index: number; readonly weight: number }[]>();
  occupations.forEach(({ titles }, index) => {
    for (const [key, weight] of lettersOf(titles[0] ?? '')) {
      const known = byLetters.get(key);
      if (known) known.push({ index, weight });
      else byLetters.set(key, [{ index, weight }]);
    }
  });

  function vectorsOf({ code, titles }: KnownOccupation): readonly Float32Array[] {
    const known = titleVectors.get(code) ?? titles.map((title) => model.titleVector(title));
    titleVectors.set(code, known);
    return known;
  }

  return {
    find({ title, description = '', sector = '' }, count) {
      const work = splitTitle(title).function;
      const asked = model.titleVector(work);
      const about = model.textVector(description.slice(0, readDescription));
      const filed = model.textVector(sector);
      const letters = new Float32Array(occupations.length);
      for (const [key, weight] of lettersOf(work)) for (const own of byLetters.get(key) ?? []) letters[own.index] = (letters[own.index] as number) + weight * own.weight;
      // Cosines with one vector add up, so that one product a vector is enough.
      const withTitles = asked.map((value, axis) => (weights.bestTitle + weights.meanTitle) * value + weights.descriptionToTitles * (about[axis] as number) + weights.sector * (filed[axis] as number));
      const withDescription = about.map((value, axis) => weights.descriptionToDescription * value + weights.sector * (filed[axis] as number));
      return occupations
        .map((occupation, index) => ({ occupation, likely: cosine(withTitles, occupation.byTitles) + cosine(withDescription, occupation.byDescription) + weights.letters * (letters[index] as number) }))
        .sort((a, b) => b.likely - a.likely)
        .slice(0, closelyCompared)
        .map(({ occupation, likely }) => {
          let [best, bestAt] = [-1, 0];
          vectorsOf(occupation).forEach((vector, at) => {
            const alike = cosine(asked, vector);
            if (alike > best) [best, bestAt] = [alike, at];
          });
          const score = likely + weights.bestTitle * (best - cosine(asked, occupation.byTitles));
          return { code: occupation.code, titles: occupation.titles, score, bestTitle: occupation.titles[bestAt] ?? '' };
        })
        .sort((a, b) => b.score - a.score)
        .slice(0, count);
    },
  };
}
