import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/** The table of places, for compileGazetteer; provenance.json beside it says what it was made of. About 20 ms. */
export function loadPlaceTable(folder: string = import.meta.dirname): string {
  return brotliDecompressSync(readFileSync(join(folder, 'places', 'places.tsv.br'))).toString('utf8');
}
