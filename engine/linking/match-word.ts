import type { ConceptIndex } from './compile-concepts.ts';
import { editDistance } from './edit-distance.ts';
import { rootOf, stemOf } from './stems.ts';
import type { WordLink } from './types.ts';
import { gramsOf } from './words.ts';

export interface WordMatch {
  readonly word: number;
  /** 0 to 1. */
  readonly similarity: number;
  readonly link: WordLink;
}

const inflectionSimilarity = 0.97;
const familySimilarity = 0.85;
/** One wrong letter in words of 4 to 7, two in longer ones. */
const shortestWithTwoErrors = 8;
const shortestWithError = 4;
/** What a word loses by a wrong letter beyond its share of the letters: "assess" is not "assets". */
const errorShare = 0.95;
/** Dice's coefficient of three-letter pieces from which unknown words count as kin ("postgres", "postgresql"). */
const leastKinship = 0.6;
const kinshipShare = 0.85;
/** Fewer common pieces cannot be a word with one or two wrong letters. */
const leastForErrors = 0.3;

/**
 * The words of labels that a folded word may stand for. A word that some label has, in this form or another, is taken at
 * its word; one that is unknown may be misspelt: its edit distance and common three-letter pieces (Dice) decide.
 */
export function matchWord(index: ConceptIndex, key: string): WordMatch[] {
  const found = new Map<number, WordMatch>();
  const add = (word: number, similarity: number, link: WordLink): void => {
    if ((found.get(word)?.similarity ?? 0) < similarity) found.set(word, { word, similarity, link });
  };
  const same = index.words.get(key);
  if (same !== undefined) add(same, 1, 'exact');
  for (const word of index.byStem.get(stemOf(key)) ?? []) add(word, inflectionSimilarity, 'inflection');
  for (const word of index.byRoot.get(rootOf(key)) ?? []) add(word, familySimilarity, 'word-family');
  if (found.size === 0 && key.length >= shortestWithError) addMisspelt(index, key, add);
  return [...found.values()];
}

function addMisspelt(index: ConceptIndex, key: string, add: (word: number, similarity: number, link: WordLink) => void): void {
  const grams = gramsOf(key);
  const shared = new Map<number, number>();
  for (const gram of grams) for (const word of index.byGram.get(gram) ?? []) shared.set(word, (shared.get(word) ?? 0) + 1);
  const most = key.length >= shortestWithTwoErrors ? 2 : 1;
  for (const [word, count] of shared) {
    const kinship = (2 * count) / (grams.size + (index.gramCounts[word] as number));
    if (kinship < leastForErrors) continue;
    const spelling = index.spellings[word] as string;
    const errors = editDistance(key, spelling, most);
    if (errors <= most) add(word, errorShare * (1 - errors / Math.max(key.length, spelling.length)), 'edit-distance');
    if (kinship >= leastKinship) add(word, kinshipShare * kinship, 'character-n-grams');
  }
}
