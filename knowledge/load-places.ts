import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';

/** Bytes, more than the table has: unpacked into one piece it need not be put together. */
const roomForTable = 4 * 2 ** 20;

/** The table of places, for compileGazetteer; provenance.json beside it says what it was made of. Zstandard, which unpacks in less than half the time of Brotli, in a tenth more room. */
export function loadPlaceTable(folder: string = import.meta.dirname): string {
  return zstdDecompressSync(readFileSync(join(folder, 'places', 'places.tsv.zst')), { chunkSize: roomForTable }).toString('utf8');
}
