import { fold } from '../text/fold.ts';

const plain = /^[a-z ]*$/;
const apostrophesAndStops = /['’.`ʻ‘]/g;
const betweenWords = /[^\p{L}\p{M}\p{N}%]+/gu;
const longForms = /(?<![\p{L}\p{M}])(?:saint|mount|fort|sankt)(?![\p{L}\p{M}])/gu;
const shortForms: Readonly<Record<string, string>> = { saint: 'st', sankt: 'st', mount: 'mt', fort: 'ft' };

/** The form in which names of places are compared: "St. John's" and "saint johns" are one. */
export function placeKey(name: string): string {
  const folded = fold(name);
  const words = plain.test(folded) ? folded.trim() : folded.replace(apostrophesAndStops, '').replace(betweenWords, ' ').trim();
  return words.replace(longForms, (word) => shortForms[word] ?? word);
}
