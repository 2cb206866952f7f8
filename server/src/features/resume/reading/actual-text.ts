/**
 * What the glyphs of complex scripts spell. Programs that shape Devanagari and its like draw glyphs that have no letter
 * of their own and write the letters beside them (`/Span <</ActualText …>> BDC`). pdf.js says where such spans are but
 * not what they say; here the spans of a page are read from its content in the order in which pdf.js meets them.
 */
import { contentsOf, decoded, objectsByNumber, type FoundObject } from './pdf-objects.ts';

const spanOpening = /\/Span\s*(?:<<((?:[^<>]|<[^<>]*>)*)>>|\/[^\s<>[\]()/]+)\s*BDC/g;
const actualText = /\/ActualText\s*(?:<([\dA-Fa-f\s]*)>|\(((?:\\[\s\S]|[^\\)])*)\))/;

export interface ActualTexts {
  /** Per span of the page, in order: its text, or undefined for a span that says none. */
  ofPage(objectNumber: number): (string | undefined)[];
}

export function readActualTexts(bytes: Uint8Array, inflatedBytes: number): ActualTexts {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const byNumber: ReadonlyMap<number, FoundObject> = /\/Encrypt\b/.test(text) ? new Map() : objectsByNumber(text, inflatedBytes);
  return {
    ofPage(objectNumber) {
      const page = byNumber.get(objectNumber);
      if (!page) return [];
      const contents = contentsOf(page.body, byNumber);
      const stream = contents.map((object) => decoded(object, text, inflatedBytes)).join('\n');
      return [...stream.matchAll(spanOpening)].map((span) => textIn(span[1] ?? ''));
    },
  };
}

function textIn(properties: string): string | undefined {
  const found = actualText.exec(properties);
  if (!found) return undefined;
  const bytes = found[1] === undefined ? Buffer.from(unescape(found[2] ?? ''), 'latin1') : Buffer.from(found[1].replace(/\s/g, ''), 'hex');
  return bytes[0] === 0xfe && bytes[1] === 0xff ? bytes.subarray(2).swap16().toString('utf16le') : bytes.toString('latin1');
}

function unescape(text: string): string {
  const named: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
  return text.replace(/\\(?:([0-7]{1,3})|(\r?\n)|([\s\S]))/g, (_whole, octal: string | undefined, newline: string | undefined, letter: string | undefined) => {
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    return newline === undefined ? (named[letter ?? ''] ?? letter ?? '') : '';
  });
}
