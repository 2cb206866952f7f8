/**
 * Derives knowledge/titles/titles.bin.zst: a vector for each feature of a job title, ESCO's occupations with their titles,
 * vectors and words, and the vectors of the ISCO groups they stand in. Learned from ESCO 1.1.1 and O*NET 29.3 alone (scripts/titles/occupations.ts names the files).
 *
 *   node scripts/derive-titles.ts <folder laid out like ../shared/data>
 *
 * The layout of the table is that of engine/titles/title-model.ts. Takes some minutes on one core.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { constants, zstdCompressSync } from 'node:zlib';
import { textFeatures, titleFeatures, titleWords, type TitleFeature, type TitleFeatureKind } from '../engine/titles/title-features.ts';
import { readOccupations, readUnitGroups, sourceFiles } from './titles/occupations.ts';
import { train, type SparseRows, type TrainingSettings } from './titles/train.ts';
import { weighWords } from './titles/weigh-words.ts';

const settings: TrainingSettings = { dimensions: 128, epochs: 10, batch: 512, temperature: 0.13, rate: 0.05, leftOut: 0.2, seed: 1 };
/** How often a title's partner is a sentence of its occupation, or a title of the like occupation of the other taxonomy. */
const partners = { sentence: 0.4, like: 0.2 } as const;
/** Rarer features are left out. */
const fewestTexts: Readonly<Record<TitleFeatureKind, number>> = { word: 2, pair: 6, piece: 6 };
/** Vectors are kept as whole numbers from -31 to 31, each row with a scale of its own. */
const steps = 31;

const [dataDirectory] = process.argv.slice(2);
if (dataDirectory === undefined) throw new Error('Usage: node scripts/derive-titles.ts <data folder>');
const target = resolve(import.meta.dirname, '../knowledge/titles');
const occupations = readOccupations(dataDirectory);

const texts: TitleFeature[][] = [];
const groups: number[] = [];
const add = (group: number, features: TitleFeature[]): number => {
  groups.push(group);
  return texts.push(features) - 1;
};
const titleRows = occupations.map(({ titles }, index) => titles.map((title) => add(index, titleFeatures(title))));
const sentenceRows = occupations.map(({ sentences }, index) => sentences.map((sentence) => add(index, textFeatures(sentence))));

const columns = chooseFeatures();
const rows = sparse();
const vectors = train(
  {
    rows,
    columnCount: columns.size,
    groups: Int32Array.from(groups),
    anchors: titleRows.flat(),
    partnerOf(anchor, chance) {
      const group = groups[anchor] as number;
      const kind = chance();
      const like = occupations[group]?.like ?? [];
      const from = kind < partners.sentence && (sentenceRows[group]?.length ?? 0) > 0 ? sentenceRows[group]
        : kind < partners.sentence + partners.like && like.length > 0 ? titleRows[pick(like, chance)]
          : titleRows[group];
      const partner = pick(from ?? [], chance);
      return partner === anchor ? null : partner;
    },
  },
  settings,
  (epoch, loss) => { process.stderr.write(`epoch ${epoch}: loss ${loss.toFixed(3)}\n`); },
);
writeTable();

function pick<T>(all: readonly T[], chance: () => number): T {
  return all[Math.floor(chance() * all.length)] as T;
}

function chooseFeatures(): Map<string, number> {
  const seen = new Map<string, { kind: TitleFeatureKind; texts: number }>();
  for (const features of texts) {
    for (const [key, kind] of new Map(features.map((feature) => [feature.key, feature.kind]))) {
      const known = seen.get(key);
      if (known) known.texts += 1;
      else seen.set(key, { kind, texts: 1 });
    }
  }
  const kept = Array.from(seen).filter(([, { kind, texts: count }]) => count >= fewestTexts[kind]).map(([key]) => key).sort();
  return new Map(kept.map((key, index) => [key, index]));
}

function sparse(): SparseRows {
  const starts = new Int32Array(texts.length + 1);
  const cells: { column: number; weight: number }[] = [];
  texts.forEach((features, row) => {
    const own = new Map<number, number>();
    for (const { key, weight } of features) {
      const column = columns.get(key);
      if (column !== undefined) own.set(column, (own.get(column) ?? 0) + weight);
    }
    const length = Math.hypot(...own.values()) || 1;
    for (const [column, weight] of own) cells.push({ column, weight: weight / length });
    starts[row + 1] = cells.length;
  });
  return { starts, columns: Int32Array.from(cells, ({ column }) => column), weights: Float32Array.from(cells, ({ weight }) => weight) };
}

/** The direction of a running text whose features were not trained on. */
function directionOf(text: string): Float32Array {
  const { dimensions } = settings;
  const sum = new Float32Array(dimensions);
  for (const { key, weight } of textFeatures(text)) {
    const column = columns.get(key);
    if (column !== undefined) for (let axis = 0; axis < dimensions; axis += 1) sum[axis] = (sum[axis] as number) + weight * (vectors[column * dimensions + axis] as number);
  }
  const length = Math.hypot(...sum) || 1;
  return sum.map((value) => value / length);
}

function unitOf(row: number): Float32Array {
  const { dimensions } = settings;
  const sum = new Float32Array(dimensions);
  for (let at = rows.starts[row] as number; at < (rows.starts[row + 1] as number); at += 1) {
    for (let axis = 0; axis < dimensions; axis += 1) sum[axis] = (sum[axis] as number) + (rows.weights[at] as number) * (vectors[(rows.columns[at] as number) * dimensions + axis] as number);
  }
  const length = Math.hypot(...sum) || 1;
  return sum.map((value) => value / length);
}

function meanOf(own: readonly number[]): Float32Array {
  const sum = new Float32Array(settings.dimensions);
  for (const row of own) unitOf(row).forEach((value, axis) => { sum[axis] = (sum[axis] as number) + value; });
  const length = Math.hypot(...sum) || 1;
  return sum.map((value) => value / length);
}

function quantised(matrix: readonly Float32Array[]): { scales: Float32Array; values: Int8Array } {
  const scales = Float32Array.from(matrix, (row) => Math.max(...row.map(Math.abs)) / steps);
  return { scales, values: Int8Array.from(matrix.flatMap((row, index) => Array.from(row, (value) => Math.round(value / ((scales[index] as number) || 1))))) };
}

function writeTable(): void {
  const { dimensions } = settings;
  const esco = occupations.map((occupation, index) => ({ ...occupation, index })).filter(({ source }) => source === 'esco');
  const groups = readUnitGroups(dataDirectory as string);
  const words = weighWords(esco.map(({ titles, sentences }) => [...sentences, ...titles].flatMap(titleWords)));
  const matrices = [
    quantised(Array.from({ length: columns.size }, (_, column) => vectors.subarray(column * dimensions, (column + 1) * dimensions))),
    quantised(esco.map(({ index }) => meanOf(titleRows[index] ?? []))),
    quantised([...groups.values()].map(directionOf)),
  ];
  const head = Buffer.from([
    [dimensions], [...columns.keys()], esco.map(({ code, titles }) => [code, titleWords(titles[0] ?? '').join(' '), ...titles].join('\t')), [...groups.keys()], words.words,
  ].map((lines) => lines.join('\n')).join('\n\n'));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  const table = Buffer.concat([length, head, ...matrices.flatMap(({ scales, values }) => [Buffer.from(scales.buffer), Buffer.from(values.buffer)]), Buffer.from(words.counts.buffer), Buffer.from(words.occupations.buffer), Buffer.from(words.weights.buffer)]);
  const compressed = zstdCompressSync(table, { params: { [constants.ZSTD_c_compressionLevel]: 22 } });
  writeFileSync(join(target, 'titles.bin.zst'), compressed);
  const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
  const licence = { esco: '© European Union, ESCO 1.1.1, reuse with attribution (Decision 2011/833/EU)', onet: 'O*NET 29.3 Database by the U.S. Department of Labor, Employment and Training Administration, CC BY 4.0', crosswalk: 'MIT (nestauk/mapping-career-causeways)' };
  const provenance = {
    attribution: 'Titles of occupations: ESCO (European Commission). Learned from ESCO and from the O*NET 29.3 Database (U.S. Department of Labor), modified: vectors computed from titles, descriptions and tasks.',
    script: 'scripts/derive-titles.ts',
    settings: { ...settings, partners, fewestTexts },
    sources: Object.entries(sourceFiles).map(([what, path]) => ({ path, licence: what === 'crosswalk' ? licence.crosswalk : what === 'esco' || what === 'groups' ? licence.esco : licence.onet, sha256: digest(readFileSync(join(dataDirectory as string, path))) })),
    holds: { features: columns.size, occupations: esco.length, titles: esco.reduce((sum, { titles }) => sum + titles.length, 0), groups: groups.size, words: words.words.length },
    tableSha256: digest(table),
  };
  writeFileSync(join(target, 'provenance.json'), `${JSON.stringify(provenance, null, 2)}\n`);
}
