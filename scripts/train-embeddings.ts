/**
 * `node scripts/train-embeddings.ts [--data DIR]`: vectors of Cairn's skills and of words, into knowledge/embeddings/, and the
 * neighbours of some skills into docs/skill-neighbours.md. A minute; the same input gives the same table.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { EmbeddingTable } from '@cairn/engine/embeddings';
import { loadKnowledge } from '@cairn/knowledge';
import { seededRandom } from '@cairn/engine/seeds';
import { readCorpus } from './embeddings/corpus.ts';
import { countPairs } from './embeddings/count-pairs.ts';
import { fitGrams } from './embeddings/fit-grams.ts';
import { neighboursPage } from './embeddings/neighbours.ts';
import { randomisedEigen } from './embeddings/sparse.ts';
import { quantise, writeTable } from './embeddings/write-table.ts';

const root = resolve(import.meta.dirname, '..');
const { values } = parseArgs({ options: { data: { type: 'string', default: resolve(root, '../shared/data') } } });

const settings = { dimensions: 96, seed: 20_261_128, fewestReadings: 3, mostWords: 14_000, fewestPairs: 0.3, powerIterations: 3, extraColumns: 16, grams: 4096, frequencyWeight: 1e-3 } as const;
const { dimensions } = settings;

const corpus = readCorpus(resolve(process.env['INIT_CWD'] ?? process.cwd(), values.data));
const knowledge = loadKnowledge();
const { nodes, pairs } = countPairs(corpus, knowledge, { fewest: settings.fewestReadings, most: settings.mostWords });
const information = pairs.toPositiveInformation(settings.fewestPairs);
console.log(`${nodes.skills.length} skills, ${nodes.words.length} words, ${information.values.length / 2} pairs that say something`);
const { values: eigenvalues, vectors } = randomisedEigen(information, { dimensions, extra: settings.extraColumns, rounds: settings.powerIterations, random: seededRandom(settings.seed) });
const rows = toUnitRows(vectors, eigenvalues);
const grams = fitGrams(nodes.words, rows, nodes.skills.length, dimensions, settings.grams);
const all = new Float32Array(rows.length + grams.length);
all.set(rows);
all.set(grams, rows.length);
const readings = nodes.frequencies.reduce((sum, count) => sum + count, 0);
const table: EmbeddingTable = {
  model: 'cairn-skills-1', dimensions, skills: nodes.skills, words: nodes.words, grams: settings.grams,
  weights: Uint8Array.from(nodes.frequencies, (count) => Math.round((255 * settings.frequencyWeight) / (settings.frequencyWeight + count / readings))),
  ...quantise(all, dimensions),
};
writeTable(join(root, 'knowledge/embeddings'), table, {
  command: 'node scripts/train-embeddings.ts',
  method: 'Positive pointwise mutual information of skills and word stems in one symmetric matrix, its largest eigenvalues by randomised subspace iteration, rows × root of the eigenvalues, length 1; buckets of letter pieces fitted to the words',
  settings, sources: corpus.sources,
  knowledge: { skills: knowledge.skills.length, sha256: createHash('sha256').update(JSON.stringify(knowledge)).digest('hex') },
  note: 'Derived numbers; no text of the sources is in the table beside single words. O*NET is a trademark of USDOL/ETA; this table includes information from the O*NET 29.3 Database, used under CC BY 4.0 and modified. It uses the ESCO classification of the European Commission.',
});
writeFileSync(join(root, 'docs/skill-neighbours.md'), neighboursPage(table, knowledge));

/** Each row × the roots of the eigenvalues, then made length 1: cosines are then those of the matrix's best approximation. */
function toUnitRows(block: Float32Array, eigen: Float64Array): Float32Array {
  const scaled = block.map((value, at) => value * Math.sqrt(Math.max(0, eigen[at % dimensions] as number)));
  for (let row = 0; row < scaled.length; row += dimensions) {
    const vector = scaled.subarray(row, row + dimensions);
    const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
    if (length > 0) vector.forEach((value, at) => { vector[at] = value / length; });
  }
  return scaled;
}
