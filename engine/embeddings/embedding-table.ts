import { functionWords } from '../linking/ad-words.ts';
import { wordsOf } from '../linking/words.ts';
import { findSkills } from '../skills/find-skills.ts';
import type { Taxonomy } from '../skills/taxonomy.ts';
import { gramHashes } from './gram-hashes.ts';
import { wordKey } from './word-key.ts';

/** Vectors of skills and words in one space, 8 bits a number; scripts/train-embeddings.ts makes them. */
export interface EmbeddingTable {
  /** Changes with the numbers: likeness by one model says nothing about another's. */
  readonly model: string;
  readonly dimensions: number;
  readonly skills: readonly string[];
  readonly words: readonly string[];
  /** So many buckets hold the three- to five-letter pieces of words, for words that the table does not have. */
  readonly grams: number;
  /** 0 to 255 for each word: a ÷ (a + p), p its share of all that was read: frequent words say less (Arora et al., 2017). */
  readonly weights: Uint8Array;
  /** Skills, then words, then buckets, `dimensions` numbers each; the longest number of a row is 127 or -127. */
  readonly vectors: Int8Array;
  /** What a number of each row stands for: row × scale. */
  readonly scales: Float32Array;
}

export interface Embedder {
  readonly model: string;
  readonly dimensions: number;
  /** For each text a vector of length 1; null where no word of it says anything. */
  embed(texts: readonly string[]): Promise<readonly (Float32Array | null)[]>;
}

/** A word that is not in the table is guessed from its letters. */
const guessedShare = 0.5;
const fullWeight = 255;

export interface PhraseEmbedder {
  readonly model: string;
  readonly dimensions: number;
  /**
   * The skills that the text names and the rest of its words: the skills' vectors plus the direction of the words' weighted
   * sum, made length 1. "machine learning" is then a skill and not two words. Null when nothing is known or can be guessed.
   */
  phrase(text: string): Float32Array | null;
  /** Of length 1; null when the table does not have the skill. */
  skill(id: string): Float32Array | null;
}

/** Reads vectors from a table; skills are found by the taxonomy, which may have ones that the table lacks. Pure. */
export function createPhraseEmbedder(table: EmbeddingTable, taxonomy: Taxonomy): PhraseEmbedder {
  const { dimensions, skills, words, grams, weights, vectors, scales } = table;
  const wordRows = new Map(words.map((word, at) => [word, at]));
  const skillRows = new Map(skills.map((id, at) => [id, at]));
  const addRow = (sum: Float32Array, row: number, weight: number): void => {
    const scale = (scales[row] as number) * weight;
    for (let at = 0; at < dimensions; at += 1) sum[at] = (sum[at] as number) + scale * (vectors[row * dimensions + at] as number);
  };
  const addWord = (sum: Float32Array, key: string): void => {
    const row = wordRows.get(wordKey(key));
    if (row !== undefined) {
      addRow(sum, skills.length + row, (weights[row] as number) / fullWeight);
      return;
    }
    const hashes = gramHashes(wordKey(key), grams);
    for (const hash of hashes) addRow(sum, skills.length + words.length + hash, guessedShare / hashes.length);
  };
  return {
    model: table.model,
    dimensions,
    phrase(text) {
      const named = findSkills(taxonomy, text).filter(({ skillId }) => skillRows.has(skillId));
      const isNamed = (at: number): boolean => named.some(({ start, end }) => at >= start && at < end);
      const rest = new Float32Array(dimensions);
      for (const { key, start } of wordsOf(text)) if (!functionWords.has(key) && !isNamed(start)) addWord(rest, key);
      const sum = unit(rest) ?? rest;
      for (const { skillId } of named) addRow(sum, skillRows.get(skillId) as number, 1);
      return unit(sum);
    },
    skill(id) {
      const row = skillRows.get(id);
      if (row === undefined) return null;
      const sum = new Float32Array(dimensions);
      addRow(sum, row, 1);
      return unit(sum);
    },
  };
}

/** Made length 1; null for one of no length. */
export function unit(vector: Float32Array): Float32Array | null {
  const length = Math.sqrt(cosine(vector, vector));
  return length === 0 ? null : vector.map((value) => value / length);
}

/** The cosine of two vectors of length 1, -1 to 1. */
export function cosine(one: Float32Array, other: Float32Array): number {
  let product = 0;
  for (let at = 0; at < one.length; at += 1) product += (one[at] as number) * (other[at] as number);
  return product;
}
