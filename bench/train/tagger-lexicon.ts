import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashText, longestListedPhrase, phraseHash, type ListedLexicon } from '@cairn/engine/phrases';
import { loadKnowledge } from '@cairn/knowledge';
import { kMeans, wordVectors } from './clusters.ts';
import { column, unlabelledSentences, wordsOf, type LabelledSentence } from './text-sources.ts';

export const lexiconSettings = { minimumCount: 3, contextWords: 1500, dimensions: 64, fineClusters: 400, coarseClusters: 64, iterations: 12, seed: 1 } as const;

/** Bits of the lists a phrase can be in. */
const escoLabel = 1;
const namedTechnology = 2;
const softSkill = 4;

/** Word clusters from text without labels, and the phrases of ESCO, O*NET and Cairn's own skills. */
export function buildLexicon(data: string, sentences: readonly LabelledSentence[]): ListedLexicon {
  const { dimensions, fineClusters, coarseClusters, iterations, seed } = lexiconSettings;
  const { words, vectors } = wordVectors(unlabelledSentences(data, sentences), lexiconSettings);
  const fine = kMeans(vectors, dimensions, fineClusters, iterations, seed);
  const coarse = kMeans(vectors, dimensions, coarseClusters, iterations, seed + 1);
  const clusters = new Map(words.map((word, id) => [hashText(word), (fine[id] as number) * 256 + (coarse[id] as number)]));

  const phrases = new Map<number, number>();
  const list = (texts: readonly string[], bit: number): void => {
    for (const text of texts) {
      const own = wordsOf(text);
      if (own.length === 0 || own.length > longestListedPhrase) continue;
      const hash = phraseHash(own.map((word) => hashText(word)));
      phrases.set(hash, (phrases.get(hash) ?? 0) | bit);
    }
  };
  list(readFileSync(join(data, 'skills/esco_1.1.0_skill_labels_en.txt'), 'utf8').split('\n'), escoLabel);
  list(column(join(data, 'taxonomy/onet_29.3/Technology_Skills.txt'), 'Example'), namedTechnology);
  for (const { name, aliases, category } of loadKnowledge().skills) list([name, ...aliases], category === 'soft-skill' ? softSkill : namedTechnology);
  return { clusters, phrases };
}
