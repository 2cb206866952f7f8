import type { CompiledPhrases } from './compile-phrases.ts';

/** Changes with the layout. As the first number it also tells bytes in another order. */
const mark = 0x43504831;
const columns = ['slots', 'singles', 'phrases', 'pairs', 'beginnings'] as const;
/** The mark, words of the longest phrase, length of each column, of what is shared, and of the letters. */
const headLength = 2 + columns.length + 2;

/** Phrases as bytes, in the machine's own order: whole numbers of four bytes, then the letters. */
export function packPhrases({ phrases, shared }: CompiledPhrases): Uint8Array<ArrayBuffer> {
  const lists = shared.flatMap((claimants) => [claimants.length, ...claimants]);
  const head = [mark, phrases.longest, ...columns.map((column) => phrases[column].length), lists.length, phrases.letters.length];
  const numbers = [Int32Array.from(head), ...columns.map((column) => phrases[column]), Int32Array.from(lists)];
  const packed = new Uint8Array(numbers.reduce((sum, { byteLength }) => sum + byteLength, phrases.letters.length));
  let at = 0;
  for (const { buffer, byteOffset, byteLength } of numbers) {
    packed.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  packed.set(phrases.letters, at);
  return packed;
}

/**
 * What packPhrases packed, read where it stands: the bytes must not change afterwards, and must begin at a multiple of four. Null for bytes of
 * another layout, order or length.
 */
export function readPackedPhrases({ buffer, byteOffset, byteLength }: Uint8Array): CompiledPhrases | null {
  let at = byteOffset;
  const end = byteOffset + byteLength;
  const numbers = (length: number): Int32Array => {
    const start = at;
    at += Int32Array.BYTES_PER_ELEMENT * length;
    return new Int32Array(buffer, start, length);
  };
  if (byteLength < Int32Array.BYTES_PER_ELEMENT * headLength) return null;
  const [found, longest = 0, ...lengths] = numbers(headLength);
  const letterCount = lengths.at(-1) ?? 0;
  const expected = letterCount + Int32Array.BYTES_PER_ELEMENT * lengths.slice(0, -1).reduce((sum, length) => sum + length, headLength);
  if (found !== mark || expected !== byteLength || lengths.some((length) => length < 0)) return null;
  const [slots, singles, phrases, pairs, beginnings, lists] = lengths.slice(0, -1).map(numbers) as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
  const shared: number[][] = [];
  for (let list = 0; list < lists.length; list += 1 + (lists[list] as number)) shared.push([...lists.subarray(list + 1, list + 1 + (lists[list] as number))]);
  return { phrases: { slots, singles, phrases, pairs, beginnings, longest, letters: new Uint8Array(buffer, at, end - at) }, shared };
}
