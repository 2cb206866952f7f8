import { expect, it } from 'vitest';
import { glyphItems } from './glyph-items.ts';

const codes = { save: 1, restore: 2, transform: 3, beginText: 4, setTextMatrix: 5, setFont: 6, showText: 7, moveText: 8 };
const glyph = (unicode: string, width = 500) => ({ unicode, width });

/** Operators as [name, arguments]. */
function read(...drawn: readonly (readonly [keyof typeof codes, ...unknown[]])[]) {
  return glyphItems({ fnArray: drawn.map(([name]) => codes[name]), argsArray: drawn.map(([, ...args]) => args) }, codes).map(({ str, transform, width }) => [str, Math.round(transform[4] as number), Math.round(width)]);
}

it('a glyph that spells a virama is as wide as its font says, so that its word stays whole', () => {
  expect(read(['beginText'], ['setFont', 'f', 10], ['setTextMatrix', [1, 0, 0, 1, 50, 700]], ['showText', [glyph('पा'), glyph('ण्'), glyph('डे'), glyph('य')]])).toEqual([['पाण्डेय', 50, 20]]);
});

it('words are parted by a space that is drawn and by a gap that is as wide as one', () => {
  expect(read(['beginText'], ['setFont', 'f', 10], ['setTextMatrix', [1, 0, 0, 1, 50, 700]], ['showText', [glyph('अ'), glyph(' ', 250), glyph('ब'), -300, glyph('क'), -50, glyph('ख')]]))
    .toEqual([['अ', 50, 5], [' ', 50, 1], ['ब', 58, 5], ['कख', 66, 11]]);
});

it('what is moved and scaled around the text moves and scales it', () => {
  expect(read(['save'], ['transform', 2, 0, 0, 2, 100, 0], ['beginText'], ['setFont', 'f', 10], ['moveText', 10, 20], ['showText', [glyph('क')]], ['restore'], ['beginText'], ['setFont', 'f', 10], ['showText', [glyph('ख')]]))
    .toEqual([['क', 120, 10], ['ख', 0, 5]]);
});

it('a mark that spells nothing and a picture that spells nothing are told apart by their width', () => {
  const text = (width: number) => read(['beginText'], ['setFont', 'f', 10], ['showText', [glyph('मा'), glyph('च'), glyph('\u000f', width)]]).map(([str]) => str);
  expect([text(0), text(600)]).toEqual([['मार्च'], ['माच']]);
});
