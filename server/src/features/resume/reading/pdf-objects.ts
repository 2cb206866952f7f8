/** The objects of a PDF as its bytes hold them, without its table of offsets. `text` is the file as Latin-1. */
import { constants, inflateSync } from 'node:zlib';

const objectOpening = /(\d{1,10}) (\d{1,5}) obj\b/g;

export interface FoundObject {
  readonly number: number;
  readonly body: string;
  /** Offset of the body in the file; 0 for one that was packed. */
  readonly from: number;
  /** False for one the file breaks off in. */
  readonly whole: boolean;
}

export function objectsIn(text: string): FoundObject[] {
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

/** All objects, those packed in object streams too. The last definition of a number is the one in force. */
export function objectsByNumber(text: string, inflatedBytes: number): ReadonlyMap<number, FoundObject> {
  const plain = objectsIn(text);
  const packed = plain.flatMap((object) => (object.body.includes('/ObjStm') ? unpackObjects(object, text, inflatedBytes) : []));
  return new Map([...packed, ...plain].map((object) => [object.number, object]));
}

/** The objects of an object stream: pairs of number and offset, then the objects. */
export function unpackObjects(object: FoundObject, text: string, inflatedBytes: number): FoundObject[] {
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

export function streamOf(object: FoundObject, text: string, inflatedBytes: number): string | undefined {
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

/** The streams that draw a page, in order. */
export function contentsOf(page: string, byNumber: ReadonlyMap<number, FoundObject>): FoundObject[] {
  const found = /\/Contents\s*(?:\[([^\]]*)\]|(\d+)\s+\d+\s+R)/.exec(page);
  const numbers = found?.[2] === undefined ? [...(found?.[1] ?? '').matchAll(/(\d+)\s+\d+\s+R/g)].map((reference) => Number(reference[1])) : [Number(found[2])];
  return numbers.flatMap((number) => byNumber.get(number) ?? []);
}

/** A stream's content; empty for one packed other than by Flate. */
export function decoded(object: FoundObject, text: string, inflatedBytes: number): string {
  if (/\/Filter\s*\[?\s*\/FlateDecode\s*\]?/.test(object.body)) return streamOf(object, text, inflatedBytes) ?? '';
  if (object.body.includes('/Filter')) return '';
  const from = text.indexOf('stream', object.from) + 'stream'.length;
  return text.slice(from, Math.max(from, text.indexOf('endstream', from)));
}
