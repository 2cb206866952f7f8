/**
 * Where there is no browser to load a font, pdf.js builds the outline of every letter as soon as a page's drawing operators
 * are asked for. They are asked for to learn the names of fonts (read-pdf.ts), nothing is ever drawn, and the outlines were a
 * tenth of reading a resume. With a document whose fonts take anything, the outlines are left out.
 */
class NoFontFace {
  readonly loaded = Promise.resolve();
}

interface TakesAnyFont {
  readonly fonts: Pick<Set<unknown>, 'add' | 'delete'>;
}

/** For `getDocument`. What a font face is pdf.js looks up by its global name. */
export function documentWithoutFonts(): TakesAnyFont {
  (globalThis as { FontFace?: unknown }).FontFace ??= NoFontFace;
  return { fonts: new Set() };
}
