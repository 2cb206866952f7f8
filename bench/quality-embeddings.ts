import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calibrate, cosine, createPhraseEmbedder, isAlike, likenessThreshold, phrasePairs, type Embedder, type PhraseEmbedder } from '@cairn/engine/embeddings';
import { compileTaxonomy } from '@cairn/engine/skills';
import { loadEmbeddings, loadKnowledge } from '@cairn/knowledge';
import { loadLocalModel } from '../server/src/platform/embedding/local-model.ts';
import { acceptedNeighbours, strangers } from './gold/skill-neighbours.ts';
import type { BenchRow } from './row.ts';
import { tinyModel } from './tiny-model.ts';

const nearest = 5;

/**
 * Phrases called alike at the threshold, over the labelled pairs that it was not calibrated on; neighbours of skills beside those
 * that a reader accepts (gold/skill-neighbours.ts); and the same interface over a model on disk: one that is written here, and
 * the one in `models/sentence-transformers/` of the data folder where somebody put one.
 */
export async function measureEmbeddings(dataDirectory: string): Promise<BenchRow[]> {
  const { skills } = loadKnowledge();
  const embedder = createPhraseEmbedder(loadEmbeddings(), compileTaxonomy(skills));
  const near = neighboursOf(embedder, skills.map(({ id }) => id));
  const accepted = Object.entries(acceptedNeighbours).flatMap(([id, list]) => {
    const wanted = new Set(list.split(' '));
    return near(id).map((other) => wanted.has(other));
  });
  const kept = strangers.map(([one, other]) => cosine(vectorOf(embedder, one), vectorOf(embedder, other)) < likenessThreshold.value);
  const local = join(dataDirectory, 'models/sentence-transformers');
  const localPairs = existsSync(local) ? await judgedByModel(await loadLocalModel(local)) : null;
  const row = (id: string, label: string, right: readonly boolean[], bar: number | null): BenchRow => ({ id: `embeddings.${id}`, label, value: right.length === 0 ? null : (100 * right.filter(Boolean).length) / right.length, bar, lowerIsBetter: false, n: right.length });
  const judged = phrasePairs.filter((_, place) => place % 2 === 0).map((pair) => ({ ...pair, called: isAlike(embedder, pair.one, pair.other) ?? false }));
  return [
    row('pairs.precision', 'Phrases called alike that are: %', judged.filter(({ called }) => called).map((pair) => pair.isAlike), 90),
    row('pairs.recall', 'Phrases that are alike and called so: %', judged.filter((pair) => pair.isAlike).map(({ called }) => called), null),
    row('neighbours.accepted', 'Five nearest of 50 skills that a reader accepts: %', accepted, 80),
    row('neighbours.strangers-apart', 'Skills alike by name alone whose vectors are not: %', kept, 90),
    row('local-model.written', 'A model put on disk gives the vectors written into it: %', await writtenVectors(), 100),
    row('local-model.pairs-precision', 'The model in models/sentence-transformers: phrases called alike that are: %', localPairs ?? [], null),
  ];
}

function vectorOf(embedder: PhraseEmbedder, id: string): Float32Array {
  const vector = embedder.skill(id);
  if (vector === null) throw new Error(`There is no vector of the skill ${id}: run scripts/train-embeddings.ts again`);
  return vector;
}

/** The skills whose vectors have the largest cosine with a skill's own. */
function neighboursOf(embedder: PhraseEmbedder, ids: readonly string[]): (id: string) => string[] {
  const vectors = ids.flatMap((id) => {
    const vector = embedder.skill(id);
    return vector === null ? [] : [{ id, vector }];
  });
  return (id) => {
    const own = vectorOf(embedder, id);
    return vectors.filter((other) => other.id !== id).map((other) => ({ id: other.id, alike: cosine(own, other.vector) })).sort((a, b) => b.alike - a.alike).slice(0, nearest).map((other) => other.id);
  };
}

/** As for our own: calibrated on the pairs at odd places, judged on those at even ones. */
async function judgedByModel(model: Embedder): Promise<boolean[]> {
  const vectors = await model.embed(phrasePairs.flatMap(({ one, other }) => [one, other]));
  const pairs = phrasePairs.flatMap(({ isAlike: alike }, place) => {
    const [one, other] = [vectors[2 * place] ?? null, vectors[2 * place + 1] ?? null];
    return one === null || other === null ? [] : [{ place, isAlike: alike, cosine: cosine(one, other) }];
  });
  const threshold = calibrate(pairs.filter(({ place }) => place % 2 === 1));
  return pairs.filter((pair) => pair.place % 2 === 0 && pair.cosine >= threshold).map((pair) => pair.isAlike);
}

/** Pieces of words with the directions that a model is to give them; a text's is the mean of its pieces'. */
const pieces: readonly (readonly [piece: string, x: number, y: number])[] = [['[PAD]', 9, 9], ['[UNK]', 0, 0], ['[CLS]', 0, 0], ['[SEP]', 0, 0], ['java', 1, 0], ['kotlin', 0.6, 0.8], ['weld', 0, 1], ['##ing', 0, 1]];
const texts: readonly (readonly [text: string, x: number, y: number])[] = [['java', 1, 0], ['Kotlin', 0.6, 0.8], ['welding', 0, 1], ['java welding', 1 / Math.sqrt(5), 2 / Math.sqrt(5)], ['kotlin java', 2 / Math.sqrt(5), 1 / Math.sqrt(5)]];

async function writtenVectors(): Promise<boolean[]> {
  const directory = mkdtempSync(join(tmpdir(), 'cairn-bench-model-'));
  try {
    mkdirSync(join(directory, 'onnx'));
    writeFileSync(join(directory, 'vocab.txt'), pieces.map(([piece]) => piece).join('\n'));
    writeFileSync(join(directory, 'onnx/model.onnx'), tinyModel(pieces.map(([, x, y]) => [x, y])));
    const vectors = await (await loadLocalModel(directory)).embed(texts.map(([text]) => text));
    return texts.map(([, x, y], at) => Math.hypot((vectors[at]?.[0] ?? 9) - x, (vectors[at]?.[1] ?? 9) - y) < 1e-5);
  } finally {
    rmSync(directory, { recursive: true });
  }
}
