/** BM25 weights of words in documents, as columns: for each word the documents that have it, in the order of both. */
import type { OccupationWordsTable } from '../../engine/titles/occupation-words.ts';

/** What becomes the table of compileOccupationWords; the words themselves as a list. */
export interface WeighedWords extends Omit<OccupationWordsTable, 'words'> {
  readonly words: readonly string[];
}

/** Usual values (Robertson and Zaragoza 2009): how soon a repeated word stops counting, how far a long document is discounted. */
const [k1, b] = [1.2, 0.75];
const highestWeight = 255;

export function weighWords(documents: readonly (readonly string[])[]): WeighedWords {
  const meanLength = documents.reduce((sum, { length }) => sum + length, 0) / documents.length;
  const places = new Map<string, { document: number; count: number }[]>();
  documents.forEach((document, index) => {
    for (const word of document) {
      const known = places.get(word) ?? [];
      const last = known.at(-1);
      if (last?.document === index) last.count += 1;
      else known.push({ document: index, count: 1 });
      places.set(word, known);
    }
  });
  const words = [...places.keys()].sort();
  const all = words.flatMap((word) => {
    const own = places.get(word) ?? [];
    const rarity = Math.log(1 + (documents.length - own.length + 0.5) / (own.length + 0.5));
    return own.map(({ document, count }) => {
      const length = documents[document]?.length ?? 0;
      return { document, weight: (rarity * count * (k1 + 1)) / (count + k1 * (1 - b + (b * length) / meanLength)) };
    });
  });
  const highest = all.reduce((most, { weight }) => Math.max(most, weight), 0);
  return {
    words,
    counts: Uint16Array.from(words, (word) => places.get(word)?.length ?? 0),
    occupations: Uint16Array.from(all, ({ document }) => document),
    weights: Uint8Array.from(all, ({ weight }) => Math.round((weight / highest) * highestWeight)),
  };
}
