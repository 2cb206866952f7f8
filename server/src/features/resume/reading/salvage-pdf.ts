/**
 * A PDF whose end is lost (a broken download) has lost its list of pages, which stands there. The pages themselves are
 * found by looking through what is left, and a new list is written behind them for pdf.js to start from.
 */
import { constants, inflateSync } from 'node:zlib';

const objectOpening = /(\d{1,10}) (\d{1,5}) obj\b/g;
const pageType = /\/Type\s*\/Page(?![\w])/;
const mostPages = 200;

/** The repaired file; undefined when no page is left or the file is encrypted. */
export function salvagePdf(bytes: Uint8Array, inflatedBytes: number): Uint8Array | undefined {
  const text = withoutBrokenTable(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));
  if (/\/Encrypt\b/.test(text)) return undefined;
  const plain = objectsIn(text);
  const packed = plain.flatMap((object) => (object.body.includes('/ObjStm') ? unpack(object, text, inflatedBytes) : []));
  const whole = plain.filter((object) => object.whole);
  const pages = [...whole, ...packed].filter((object) => pageType.test(object.body.slice(0, 4000))).slice(0, mostPages);
  if (pages.length === 0) return undefined;
  const list = 1 + Math.max(...[...plain, ...packed].map((object) => object.number));
  const unpacked = packed.map((object) => `${object.number} 0 obj\n${object.body}\nendobj\n`).join('');
  const kids = pages.map((page) => `${page.number} 0 R`).join(' ');
  const tail = `\n${unpacked}${list} 0 obj\n<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>\nendobj\n${list + 1} 0 obj\n<< /Type /Catalog /Pages ${list} 0 R >>\nendobj\ntrailer\n<< /Size ${list + 2} /Root ${list + 1} 0 R >>\n%%EOF\n`;
  return new Uint8Array(Buffer.concat([Buffer.from(text, 'latin1'), Buffer.from(tail, 'latin1')]));
}

/** pdf.js skips from a table of offsets to the trailer behind it; a table that breaks off would hide what is appended. */
function withoutBrokenTable(text: string): string {
  const table = text.lastIndexOf('\nxref');
  return table >= 0 && !text.includes('trailer', table) ? text.slice(0, table) : text;
}

interface FoundObject {
  readonly number: number;
  readonly body: string;
  /** Offset of the body in the file; 0 for one that was packed. */
  readonly from: number;
  /** False for one the file breaks off in. */
  readonly whole: boolean;
}

function objectsIn(text: string): FoundObject[] {
  const found: FoundObject[] = [];
  for (const opening of text.matchAll(objectOpening)) {
    const from = opening.index + opening[0].length;
    const stream = text.indexOf('stream', from);
    const end = text.indexOf('endobj', from);
    const until = [stream, end].filter((at) => at >= 0).sort((a, b) => a - b)[0];
    found.push({ number: Number(opening[1]), body: text.slice(from, until ?? text.length), from, whole: until !== undefined });
  }
  return found;
}

/** The objects of an object stream: pairs of number and offset, then the objects. */
function unpack(object: FoundObject, text: string, inflatedBytes: number): FoundObject[] {
  const count = Number(/\/N\s+(\d{1,6})/.exec(object.body)?.[1] ?? 0);
  const first = Number(/\/First\s+(\d{1,8})/.exec(object.body)?.[1] ?? 0);
  const data = streamOf(object, text, inflatedBytes);
  if (data === undefined || count === 0) return [];
  const numbers = data.slice(0, first).trim().split(/\s+/).map(Number);
  const objects: FoundObject[] = [];
  for (let index = 0; index < Math.min(count, numbers.length / 2); index += 1) {
    const number = numbers[2 * index];
    const from = numbers[2 * index + 1];
    const to = numbers[2 * index + 3];
    if (number === undefined || from === undefined || !Number.isInteger(number)) break;
    objects.push({ number, body: data.slice(first + from, to === undefined ? undefined : first + to), from: 0, whole: true });
  }
  return objects;
}

function streamOf(object: FoundObject, text: string, inflatedBytes: number): string | undefined {
  const opening = /stream\r?\n/g;
  opening.lastIndex = object.from + object.body.length;
  const found = opening.exec(text);
  if (!found) return undefined;
  const from = found.index + found[0].length;
  const end = text.indexOf('endstream', from);
  try {
    return inflateSync(Buffer.from(text.slice(from, end < 0 ? undefined : end), 'latin1'), { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: inflatedBytes }).toString('latin1');
  } catch {
    return undefined;
  }
}
