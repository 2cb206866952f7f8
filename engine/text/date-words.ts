/** Words of dates in English, Hindi and French. Keys are lower case without dots, nukta or chandrabindu (see `foldDateWord`). */

const monthNames: readonly (readonly string[])[] = [
  ['january', 'jan', 'januar', 'enero', 'janeiro', 'जनवरी', 'janvier', 'janv'],
  ['february', 'feb', 'febr', 'februar', 'febrero', 'fevereiro', 'फरवरी', 'février', 'févr'],
  ['march', 'mar', 'märz', 'mrz', 'marzo', 'março', 'मार्च', 'mars'],
  ['april', 'apr', 'abril', 'अप्रैल', 'avril', 'avr'],
  ['may', 'mayo', 'maio', 'मई', 'mai'],
  ['june', 'jun', 'juni', 'junio', 'junho', 'जून', 'juin'],
  ['july', 'jul', 'juli', 'julio', 'julho', 'जुलाई', 'juillet', 'juil'],
  ['august', 'aug', 'agosto', 'अगस्त', 'août'],
  ['september', 'sept', 'sep', 'septiembre', 'setembro', 'सितंबर', 'सितम्बर', 'septembre'],
  ['october', 'oct', 'okt', 'oktober', 'octubre', 'outubro', 'अक्टूबर', 'अक्तूबर', 'octobre'],
  ['november', 'nov', 'noviembre', 'novembro', 'नवंबर', 'नवम्बर', 'novembre'],
  ['december', 'dec', 'dez', 'dezember', 'diciembre', 'dezembro', 'दिसंबर', 'दिसम्बर', 'décembre', 'déc'],
];

/** Month number, 1 to 12, by name. */
export const monthByName: ReadonlyMap<string, number> = new Map(
  monthNames.flatMap((names, index) => names.map((name) => [foldDateWord(name), index + 1] as const)),
);

/** First and last month of the seasons as colleges use them (northern half of the earth). */
export const seasonByName: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['spring', [3, 5]],
  ['summer', [6, 8]],
  ['monsoon', [7, 9]],
  ['fall', [9, 11]],
  ['autumn', [9, 11]],
  ['winter', [12, 12]],
]);

/** Phrases that mean "still going on", longest first so that "till date" is not read as "till". */
export const ongoingPhrases: readonly (readonly string[])[] = [
  ['till', 'the', 'present'], ['up', 'to', 'date'], ['till', 'date'], ['to', 'date'], ['till', 'now'], ['till', 'today'],
  ['until', 'now'], ['to', 'present'], ['till', 'present'], ['अब', 'तक'], ['आज', 'तक'], ['अभी', 'तक'], ['वर्तमान', 'तक'],
  ['currently', 'pursuing'], ['present'], ['current'], ['currently'], ['now'], ['today'], ['ongoing'], ['continuing'],
  ['pursuing'], ['date'], ['aujourd', '’', 'hui'], ['aujourd', "'", 'hui'], ['ce', 'jour'], ['heute'], ['aktuell'], ['atual'], ['atualmente'], ['actualmente'], ['actualidad'], ['en', 'cours'], ['वर्तमान'], ['जारी'], ['अद्यतन'],
].map((phrase) => phrase.map(foldDateWord));

export const rangeWords: ReadonlySet<string> = new Set(['to', 'till', 'until', 'through', 'thru', 'upto', 'à', 'से'].map(foldDateWord));
export const rangeSigns: ReadonlySet<string> = new Set(['-', '‐', '‑', '‒', '–', '—', '−', '~', '→', '➔']);
export const sinceWords: ReadonlySet<string> = new Set(['since', 'depuis']);
export const onwardWords: ReadonlySet<string> = new Set(['onwards', 'onward']);
export const ordinalEndings: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th']);

/** Lower case, without the nukta and with anusvara for chandrabindu, so that spellings of one Hindi word meet. */
export function foldDateWord(word: string): string {
  if (/^[\x20-\x7e]*$/.test(word)) return word.toLowerCase();
  return word.normalize('NFD').toLowerCase().replaceAll('\u093C', '').replaceAll('\u0901', '\u0902').normalize('NFC');
}
