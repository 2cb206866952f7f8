/**
 * Devanagari glyphs in the order in which they stand on the page → the order in which they are spoken and stored.
 * The vowel ि stands before the consonants that it follows in speech; the mark for a leading र् stands over the end of
 * the syllable that it opens.
 */
const consonant = '[\\u0915-\\u0939\\u0958-\\u095F]\\u093C?';
/** Vowel signs and signs over the letter, without ि, which stands in front. */
const signs = '[\\u0900-\\u0903\\u093A\\u093B\\u093E\\u0940-\\u094C\\u094E\\u094F\\u0955-\\u0957]*';
const reph = '\uE000';
const cluster = `(?:${consonant}\\u094D)*${consonant}`;
const syllableWithReph = new RegExp(`(${cluster}${signs})${reph}(${signs})`, 'gu');
const vowelInFront = new RegExp(`\\u093F((?:\\u0930\\u094D)?${cluster})`, 'gu');

/** Stands for a mark above a letter that the file gives no text for. */
export const unnamedMark = '\uE001';
const rephGlyph = '\u0930\u094D';
const isMark = (glyph: string | undefined): boolean => glyph === unnamedMark || glyph === rephGlyph;

export interface DrawnOrder {
  readonly isVisual: boolean;
  /** Some fonts draw ई as इ with the mark of a leading र्; the file may then call the bare इ by the name of the whole. */
  readonly isLongVowelInTwo: boolean;
}

/** A word that opens with ि is drawn as it looks; one that ends in it, behind a consonant, is stored as it is spoken. */
export function drawnOrder(words: readonly (readonly string[])[]): DrawnOrder {
  let opens = 0;
  let ends = 0;
  let inTwo = false;
  for (const glyphs of words) {
    if (glyphs[0]?.startsWith('\u093F')) opens += 1;
    if (glyphs.length > 1 && glyphs.at(-1)?.endsWith('\u093F')) ends += 1;
    // Shaping draws र् as one mark, and then always behind its syllable.
    if (glyphs.some((glyph, index) => index > 0 && isMark(glyph))) opens += 1;
    inTwo ||= glyphs.some((glyph, index) => glyph === 'ई' && isMark(glyphs[index + 1]));
  }
  return { isVisual: opens > ends, isLongVowelInTwo: inTwo };
}

/** One word's glyphs as text. */
export function joinGlyphs(glyphs: readonly string[], { isVisual, isLongVowelInTwo }: DrawnOrder): string {
  if (!isVisual) return glyphs.join('').replaceAll(unnamedMark, '');
  const drawn = glyphs.map((glyph, index) => {
    const after = glyphs[index + 1];
    if (index > 0 && isMark(glyph)) return /^[इई]$/u.test(glyphs[index - 1] as string) ? '' : reph;
    if (glyph === 'इ' && isMark(after)) return 'ई';
    return glyph === 'ई' && isLongVowelInTwo && !isMark(after) ? 'इ' : glyph;
  });
  return drawn.join('').replaceAll(unnamedMark, '')
    .replace(syllableWithReph, '\u0930\u094D$1$2').replaceAll(reph, rephGlyph)
    .replace(vowelInFront, '$1\u093F')
    // Signs that are drawn in two parts: ा with े above it is ो.
    .replace(/\u093E\u0947/gu, '\u094B').replace(/\u093E\u0948/gu, '\u094C').replace(/(?<=[\u0913\u094B])\u0947/gu, '').replace(/(?<=[\u0914\u094C])\u0948/gu, '');
}
