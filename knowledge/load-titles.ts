import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import type { TitleTable } from '@cairn/engine/titles';

/** Bytes, more than the table has. Unpacked into one piece it is not put together from pieces of 16 kB, which took twice the memory; what is not filled is never touched. */
const roomForTable = 8 * 2 ** 20;

/** The table of titles, for compileTitleModel; provenance.json beside it says what it was learned from. Zstandard, which unpacks five times as fast as Brotli in a fifteenth more room. */
export function loadTitleTable(folder: string = import.meta.dirname): TitleTable {
  const bytes = zstdDecompressSync(readFileSync(join(folder, 'titles', 'titles.bin.zst')), { chunkSize: roomForTable });
  const headEnd = 4 + bytes.readUInt32LE(0);
  return { head: bytes.toString('utf8', 4, headEnd), numbers: bytes.subarray(headEnd) };
}
