/**
 * A page's text from its drawing operators, glyph by glyph. pdf.js's own text takes a glyph that spells a virama for a
 * mark without width, so that words of Indic scripts fall apart and run together; here every glyph has the width that
 * its font gives it, and a space is where one is drawn or where a gap is as wide as one.
 */
import { identity, times, type Matrix } from './matrix.ts';
import { drawnOrder, joinGlyphs, unnamedMark } from './visual-order.ts';

/** Of pdf.js: what is drawn for one code of a string; a number among glyphs moves back by thousandths of the size. */
type Shown = { readonly unicode: string; readonly width: number } | number | null;

export interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** One word, or a space, in the form of pdf.js's own items. */
export interface GlyphItem {
  readonly str: string;
  readonly transform: number[];
  readonly width: number;
  readonly fontName: string;
}

interface State {
  matrix: Matrix;
  fontName: string;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
}

interface Word {
  readonly glyphs: string[];
  readonly transform: number[];
  readonly fontName: string;
  readonly size: number;
  /** In page units from the word's start. */
  width: number;
  spaceAfter: boolean;
}

/** pdf.js gives a glyph that the file has no text for the number of its code. */
const unnamed = /^[\0-\x08\x0e-\x1f\x7f-\x9f]*$/;
/** Ems. Kerning moves less; a space is about 0.25. */
const spaceGap = 0.15;
/** Ems by which a word may begin before or behind the end of the one it goes on from. */
const adjoins = 0.12;

export function glyphItems(operators: Operators, codes: Readonly<Record<string, number>>): GlyphItem[] {
  const words = wordsOf(operators, codes);
  const order = drawnOrder(words.map((word) => word.glyphs));
  return words.flatMap((word) => {
    const item = { str: joinGlyphs(word.glyphs, order), transform: word.transform, width: word.width, fontName: word.fontName };
    return word.spaceAfter ? [item, { ...item, str: ' ', width: 1 }] : [item];
  });
}

function wordsOf({ fnArray, argsArray }: Operators, codes: Readonly<Record<string, number>>): Word[] {
  const names = new Map(Object.entries(codes).map(([name, code]) => [code, name]));
  const saved: State[] = [];
  const words: Word[] = [];
  let state: State = { matrix: identity, fontName: '', size: 0, charSpacing: 0, wordSpacing: 0, scale: 1, leading: 0, rise: 0 };
  let text: Matrix = identity;
  let line: Matrix = identity;
  const moveLine = (x: number, y: number): void => {
    line = times(line, [1, 0, 0, 1, x, y]);
    text = line;
  };
  for (const [index, code] of fnArray.entries()) {
    const args = (argsArray[index] ?? []) as unknown[];
    const [first, second] = args as [number, number];
    switch (names.get(code)) {
      case 'save': saved.push({ ...state }); break;
      case 'restore': state = saved.pop() ?? state; break;
      case 'transform': state = { ...state, matrix: times(state.matrix, args as unknown as Matrix) }; break;
      case 'paintFormXObjectBegin':
        saved.push({ ...state });
        if (args[0]) state = { ...state, matrix: times(state.matrix, args[0] as Matrix) };
        break;
      case 'paintFormXObjectEnd': state = saved.pop() ?? state; break;
      case 'beginText': text = line = identity; break;
      case 'setTextMatrix': text = line = matrixOf(args); break;
      case 'moveText': moveLine(first, second); break;
      case 'setLeadingMoveText':
        state.leading = -second;
        moveLine(first, second);
        break;
      case 'nextLine': moveLine(0, -state.leading); break;
      case 'setLeading': state.leading = -first; break;
      case 'setCharSpacing': state.charSpacing = first; break;
      case 'setWordSpacing': state.wordSpacing = first; break;
      case 'setHScale': state.scale = first / 100; break;
      case 'setTextRise': state.rise = first; break;
      case 'setFont': state = { ...state, fontName: String(args[0]), size: second }; break;
      case 'showText': text = show(args[0] as readonly Shown[], text, state, words); break;
      default:
    }
  }
  return words;
}

/** Answers where the text goes on. */
function show(glyphs: readonly Shown[], from: Matrix, state: State, words: Word[]): Matrix {
  let text = from;
  for (const glyph of glyphs) {
    if (glyph === null) continue;
    if (typeof glyph === 'number') {
      text = times(text, [1, 0, 0, 1, (-glyph / 1000) * state.size * state.scale, 0]);
      continue;
    }
    // A mark that spells nothing is part of a letter that its font draws in two; a wide glyph that spells nothing is a picture.
    const isUnnamed = unnamed.test(glyph.unicode);
    const unicode = isUnnamed ? (glyph.width === 0 ? unnamedMark : '') : glyph.unicode;
    const isSpace = !isUnnamed && unicode.trim() === '';
    const advance = ((glyph.width / 1000) * state.size + state.charSpacing + (glyph.unicode === ' ' ? state.wordSpacing : 0)) * state.scale;
    const placed = times(times(state.matrix, text), [state.size * state.scale, 0, 0, state.size, 0, state.rise]);
    const width = advance * Math.hypot(state.matrix[0] * text[0] + state.matrix[2] * text[1], state.matrix[1] * text[0] + state.matrix[3] * text[1]);
    if (isSpace) endWord(words);
    else if (unicode !== '') addGlyph(words, unicode, placed, width, state.fontName);
    text = times(text, [1, 0, 0, 1, advance, 0]);
  }
  return text;
}

function endWord(words: Word[]): void {
  const word = words.at(-1);
  if (word) word.spaceAfter = true;
}

function addGlyph(words: Word[], unicode: string, placed: Matrix, width: number, fontName: string): void {
  const size = Math.hypot(placed[2], placed[3]);
  const word = words.at(-1);
  if (word && !word.spaceAfter && word.fontName === fontName && Math.abs(word.size - size) < 0.1 * size) {
    const gap = placed[4] - (word.transform[4] as number) - word.width;
    const sameLine = Math.abs(placed[5] - (word.transform[5] as number)) < 0.5 * size;
    if (sameLine && gap < spaceGap * size && gap > -Math.max(adjoins * size, word.width)) {
      word.glyphs.push(unicode);
      word.width = Math.max(word.width, placed[4] + width - (word.transform[4] as number));
      return;
    }
  }
  words.push({ glyphs: [unicode], transform: [...placed], fontName, size, width, spaceAfter: false });
}

function matrixOf(args: readonly unknown[]): Matrix {
  const [whole] = args;
  return Array.from((typeof whole === 'number' ? args : whole) as ArrayLike<number>) as unknown as Matrix;
}
