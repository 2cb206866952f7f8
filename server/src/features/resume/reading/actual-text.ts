/**
 * What the glyphs of complex scripts spell. Programs that shape Devanagari and its like draw glyphs that have no letter
 * of their own and write the letters beside them (`/Span <</ActualText …>> BDC`). pdf.js says where such spans are but
 * not what they say; here the spans of a page are read from its content in the order in which pdf.js meets them.
 */
import { type FoundObject, objectsIn, streamOf, unpackObjects } from './pdf-objects.ts';

const spanOpening = /\/Span\s*(?:<<((?:[^<>]|<[^<>]*>)*)>>|\/[^\s<>[\]()/]+)\s*BDC/g;
const actualText = /\/ActualText\s*(?:<([\dA-Fa-f\s]*)>|\(((?:\\[\s\S]|[^\\)])*)\))/;

export interface ActualTexts {
  /** Per span of the page, in order: its text, or undefined for a span that says none. */
  ofPage(objectNumber: number): (string | undefined)[];
}

export function readActualTexts(bytes: Uint8Array, inflatedBytes: number): ActualTexts {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const encrypted = /\/Encrypt\b/.test(text);
  const plain = encrypted ? [] : objectsIn(text);
  const packed = plain.flatMap((object) => (object.body.includes('/ObjStm') ? unpackObjects(object, text, inflatedBytes) : []));
  // The last definition of a number is the one in force.
  const byNumber = new Map<number, FoundObject>([...packed, ...plain].map((object) => [object.number, object]));
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

function contentsOf(page: string, byNumber: ReadonlyMap<number, FoundObject>): FoundObject[] {
  const found = /\/Contents\s*(?:\[([^\]]*)\]|(\d+)\s+\d+\s+R)/.exec(page);
  const numbers = found?.[2] === undefined ? [...(found?.[1] ?? '').matchAll(/(\d+)\s+\d+\s+R/g)].map((reference) => Number(reference[1])) : [Number(found[2])];
  return numbers.flatMap((number) => byNumber.get(number) ?? []);
}

function decoded(object: FoundObject, text: string, inflatedBytes: number): string {
  if (/\/Filter\s*\[?\s*\/FlateDecode\s*\]?/.test(object.body)) return streamOf(object, text, inflatedBytes) ?? '';
  if (object.body.includes('/Filter')) return '';
  const from = text.indexOf('stream', object.from) + 'stream'.length;
  return text.slice(from, Math.max(from, text.indexOf('endstream', from)));
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
