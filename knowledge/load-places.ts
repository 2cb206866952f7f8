import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/** Bytes, more than the table has: unpacked into one piece it need not be put together. */
const roomForTable = 4 * 2 ** 20;

/** The table of places, for compileGazetteer; provenance.json beside it says what it was made of. About 20 ms. */
export function loadPlaceTable(folder: string = import.meta.dirname): string {
  return brotliDecompressSync(readFileSync(join(folder, 'places', 'places.tsv.br')), { chunkSize: roomForTable }).toString('utf8');
}
