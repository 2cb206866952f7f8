import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EmbeddingTable } from '@cairn/engine/embeddings';
import type { SourceFile } from './corpus.ts';

export interface Provenance {
  readonly command: string;
  readonly method: string;
  readonly settings: Readonly<Record<string, number>>;
  readonly sources: readonly SourceFile[];
  readonly knowledge: { readonly skills: number; readonly sha256: string };
  readonly note: string;
}

/** Each row by its longest number, so that it fits 8 bits. */
export function quantise(rows: Float32Array, dimensions: number): { vectors: Int8Array; scales: Float32Array } {
  const count = rows.length / dimensions;
  const scales = Float32Array.from({ length: count }, (_, row) => rows.subarray(row * dimensions, (row + 1) * dimensions).reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 127);
  const vectors = Int8Array.from(rows, (value, at) => { const scale = scales[Math.floor(at / dimensions)] as number; return scale === 0 ? 0 : Math.round(value / scale); });
  return { vectors, scales };
}

/** `table.bin`: scales (32-bit floats, little-endian), weights, vectors. `table.json`: everything else. */
export function writeTable(folder: string, table: EmbeddingTable, provenance: Provenance): void {
  const { scales, weights, vectors, ...rest } = table;
  const bytes = Buffer.concat([Buffer.from(scales.buffer), Buffer.from(weights), Buffer.from(vectors.buffer)]);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'table.bin'), bytes);
  writeFileSync(join(folder, 'table.json'), `${JSON.stringify({ ...rest, words: table.words.join(' '), skills: table.skills.join(' '), sha256: createHash('sha256').update(bytes).digest('hex'), provenance }, null, 1)}\n`);
}
