import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EmbeddingTable } from '@cairn/engine/embeddings';
import { aligned } from './aligned.ts';

interface Written {
  readonly model: string;
  readonly dimensions: number;
  readonly skills: string;
  readonly words: string;
  readonly grams: number;
}

/** The vectors that scripts/train-embeddings.ts left in embeddings/: 2 MB, read in a few milliseconds. */
export function loadEmbeddings(folder: string = join(import.meta.dirname, 'embeddings')): EmbeddingTable {
  const written = JSON.parse(readFileSync(join(folder, 'table.json'), 'utf8')) as Written;
  const skills = written.skills.split(' ');
  const words = written.words.split(' ');
  const rows = skills.length + words.length + written.grams;
  const bytes = aligned(readFileSync(join(folder, 'table.bin')));
  const scaleBytes = rows * Float32Array.BYTES_PER_ELEMENT;
  const expected = scaleBytes + words.length + rows * written.dimensions;
  if (bytes.length !== expected) throw new Error(`${folder}/table.bin has ${bytes.length} bytes, and table.json describes ${expected}: run scripts/train-embeddings.ts again`);
  return {
    model: written.model, dimensions: written.dimensions, grams: written.grams, skills, words,
    scales: new Float32Array(bytes.buffer, bytes.byteOffset, rows),
    weights: bytes.subarray(scaleBytes, scaleBytes + words.length),
    vectors: new Int8Array(bytes.buffer, bytes.byteOffset + scaleBytes + words.length, rows * written.dimensions),
  };
}
