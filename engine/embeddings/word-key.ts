import { stemOf } from '../linking/stems.ts';

/** The key by which a folded word has its vector: its stem, so that "manages" and "managing" share one. */
export function wordKey(word: string): string {
  return stemOf(word.replace(/^\./, ''));
}
