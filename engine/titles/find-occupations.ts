import { createOccupationScorer, fittedWeights, type OccupationWeights, type TitledText } from './score-occupations.ts';
import { cosine, type KnownOccupation, type TitleModel } from './title-model.ts';
import { writeOutWork } from './write-out-work.ts';

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

/**
 * Puts ESCO's occupations in order for a job by their scores (see createOccupationScorer). Confidence = e^score / Σ e^score;
 * the weights in a score are those of maximum likelihood of that confidence.
 */
export function createOccupationFinder(model: TitleModel, weights: OccupationWeights = fittedWeights): OccupationFinder {
  const read = createOccupationScorer(model);

  function mostAlike(asked: Float32Array, titles: readonly string[]): string {
    let [best, highest] = [titles[0] ?? '', -Infinity];
    for (const title of titles) {
      const alike = cosine(asked, model.titleVector(title));
      if (alike > highest) [best, highest] = [title, alike];
    }
    return best;
  }

  return {
    find(job, count) {
      const scored = Array.from(read(job)(weights), (score, index) => ({ score, occupation: model.occupations[index] as KnownOccupation })).sort((a, b) => b.score - a.score);
      const highest = scored[0]?.score ?? 0;
      const sum = scored.reduce((total, { score }) => total + Math.exp(score - highest), 0);
      const asked = model.titleVector(writeOutWork(job.title));
      return scored.slice(0, count).map(({ occupation: { code, titles }, score }) => ({ code, titles, score, confidence: Math.exp(score - highest) / sum, bestTitle: mostAlike(asked, titles) }));
    },
  };
}
