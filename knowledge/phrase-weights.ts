import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The weights that `readPhraseModel` of '@cairn/engine/phrases' reads; models/skill-phrases.json says where they come from. */
export function loadPhraseWeights(): Uint8Array {
  return readFileSync(join(import.meta.dirname, 'models/skill-phrases.bin'));
}
