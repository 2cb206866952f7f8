import { gramHashes } from '@cairn/engine/embeddings';

const rounds = 8;
const firstStep = 0.5;

/**
 * Vectors for the buckets of letter pieces, such that the mean over a word's buckets comes near the word's own vector:
 * stochastic gradient descent on the squared difference, the words in their order (Pinter et al., 2017, mimick the same).
 */
export function fitGrams(words: readonly string[], vectors: Float32Array, firstRow: number, dimensions: number, buckets: number): Float32Array {
  const grams = new Float32Array(buckets * dimensions);
  const hashes = words.map((word) => gramHashes(word, buckets));
  for (let round = 0; round < rounds; round += 1) {
    const step = firstStep * (1 - round / rounds);
    hashes.forEach((own, index) => {
      for (let at = 0; at < dimensions; at += 1) {
        let mean = 0;
        for (const gram of own) mean += (grams[gram * dimensions + at] as number) / own.length;
        const change = step * ((vectors[(firstRow + index) * dimensions + at] as number) - mean);
        for (const gram of own) grams[gram * dimensions + at] = (grams[gram * dimensions + at] as number) + change;
      }
    });
  }
  return grams;
}
