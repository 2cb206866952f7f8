/** In how many job ads each skill is asked for: what makes a skill special to one ad rather than common to all. */
export interface CorpusStatistics {
  readonly documents: number;
  readonly documentFrequency: Readonly<Record<string, number>>;
}

/** Below this many documents the frequencies say little, and the prior speaks for all skills alike. */
const fewestDocuments = 20;
const neutralRarity = 0.5;

/**
 * How rare a skill is among the ads, 0 (in every one) to 1 (in none): ln((N + 1) ÷ (df + 1)) ÷ ln(N + 1), the inverse
 * document frequency of TF-IDF scaled to 1. 0.5 without a corpus of `fewestDocuments` ads.
 */
export function rarity(skillId: string, corpus: CorpusStatistics | null): number {
  if (corpus === null || corpus.documents < fewestDocuments) return neutralRarity;
  const frequency = Math.min(corpus.documents, corpus.documentFrequency[skillId] ?? 0);
  return Math.log((corpus.documents + 1) / (frequency + 1)) / Math.log(corpus.documents + 1);
}
