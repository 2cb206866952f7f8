/**
 * Whether the parts of a PDF are what its writer wrote. pdf.js reads on over a broken font or page and gives letters that
 * nobody wrote; but a deflated part ends in a checksum of itself, and between the parts there is text, not a hole.
 * What is replaced by other plausible text outside a deflated part is not noticed.
 */
import { inflateSync } from 'node:zlib';

/** Bytes of nothing; zeros are white space to PDF, and some writers leave a few. */
const hole = Buffer.alloc(16);
/** A dictionary before its stream is rarely longer; fonts and pages are objects of their own. */
const longestDictionary = 2048;
/** Written without compression, a page or a map of letters is readable text; fonts and pictures are not. */
const readableShare = 0.8;
/** The line break that stands before the mark of a stream's end. */
const longestBreak = 4;

interface Stream {
  readonly dictionary: string;
  readonly from: number;
  readonly to: number;
  /** The stream ends where its dictionary says. */
  readonly isSaidRight: boolean;
}

export function isDamagedInside(bytes: Uint8Array, inflatedBytes: number): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // The streams of an encrypted file cannot be inflated before they are deciphered.
  if (file.includes('/Encrypt')) return false;
  let between = Math.max(0, file.indexOf('%PDF-'));
  for (let stream = streamFrom(file, between); stream !== undefined; stream = streamFrom(file, stream.to)) {
    if (file.subarray(between, stream.from).includes(hole) || isBroken(file.subarray(stream.from, stream.to), stream, inflatedBytes)) return true;
    between = stream.to;
  }
  return file.subarray(between, Math.max(between, file.lastIndexOf('%%EOF'))).includes(hole);
}

function streamFrom(file: Buffer, from: number): Stream | undefined {
  for (let at = file.indexOf('stream', from); at >= 0; at = file.indexOf('stream', at + 1)) {
    const start = at + 'stream'.length + (file[at + 'stream'.length] === 0x0d ? 1 : 0) + 1;
    if (file[start - 1] !== 0x0a) continue;
    const before = file.toString('latin1', Math.max(from, at - longestDictionary), at);
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1);
    if (!/>>\s*$/.test(dictionary)) continue;
    const said = start + Number(/\/Length (\d{1,10})(?! \d+ R)/.exec(dictionary)?.[1] ?? Infinity);
    const isSaidRight = said < file.length && file.subarray(said, said + longestBreak + 'endstream'.length).includes('endstream');
    const end = isSaidRight ? said : file.indexOf('endstream', start);
    return { dictionary, from: start, to: end < 0 ? file.length : end, isSaidRight };
  }
  return undefined;
}

function isBroken(data: Buffer, { dictionary, isSaidRight }: Stream, inflatedBytes: number): boolean {
  // A picture is not read.
  if (/\/Subtype ?\/Image/.test(dictionary) || data.length === 0) return false;
  if (/\/Filter ?\[? ?\/Fl/.test(dictionary)) return !inflates(data, inflatedBytes);
  const holeAt = dictionary.includes('/Filter') ? -1 : data.indexOf(hole);
  if (holeAt < 0) return false;
  return holeAt === 0 ? !isSaidRight : isReadable(data.subarray(0, holeAt));
}

function inflates(data: Buffer, inflatedBytes: number): boolean {
  try {
    inflateSync(data, { maxOutputLength: inflatedBytes });
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
  }
}

function isReadable(data: Buffer): boolean {
  const letters = data.filter((byte) => (byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d || byte === 0x09);
  return letters.length >= data.length * readableShare;
}
