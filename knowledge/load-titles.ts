import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { TitleTable } from '@cairn/engine/titles';

/** The table of titles, for compileTitleModel; provenance.json beside it says what it was learned from. */
export function loadTitleTable(folder: string = import.meta.dirname): TitleTable {
  const bytes = brotliDecompressSync(readFileSync(join(folder, 'titles', 'titles.bin.br')));
  const headEnd = 4 + bytes.readUInt32LE(0);
  return { head: bytes.toString('utf8', 4, headEnd), numbers: bytes.subarray(headEnd) };
}
