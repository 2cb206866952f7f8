/** The parts of a DOCX, unpacked under a cap that holds whatever the archive claims about itself. */
import { constants, inflateRawSync } from 'node:zlib';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { ReadingRefused } from './refusals.ts';

const mostEntries = 5000;
const localHeader = 0x04034b50;

export interface Parts {
  readonly texts: ReadonlyMap<string, string>;
  /** True when the archive is damaged and only some of it could be unpacked. */
  readonly damaged: boolean;
}

/** The wanted parts as text. Sizes are checked as declared and again while inflating; pictures are never unpacked. */
export async function unpack(bytes: Buffer, wanted: (name: string) => boolean, inflatedBytes: number): Promise<Parts> {
  const budget = { left: inflatedBytes, limit: inflatedBytes };
  let zip: ZipFile;
  try {
    zip = await open(bytes);
  } catch {
    return { texts: salvage(bytes, wanted, budget), damaged: true };
  }
  const texts = new Map<string, string>();
  let damaged = false;
  try {
    const entries = await list(zip);
    const chosen = entries.filter((entry) => wanted(entry.fileName));
    const declared = chosen.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
    if (declared > inflatedBytes) throw bomb(inflatedBytes);
    if (chosen.some((entry) => entry.isEncrypted())) throw new ReadingRefused('resume.password');
    for (const entry of chosen) {
      try {
        texts.set(entry.fileName, await inflate(zip, entry, budget));
      } catch (error) {
        if (error instanceof ReadingRefused) throw error;
        damaged = true;
      }
    }
  } finally {
    zip.close();
  }
  if (!damaged) return { texts, damaged };
  for (const [name, text] of salvage(bytes, (name) => wanted(name) && !texts.has(name), budget)) texts.set(name, text);
  return { texts, damaged };
}

function bomb(limit: number): ReadingRefused {
  return new ReadingRefused('resume.archive-bomb', { limitMegabytes: Math.round(limit / 1024 / 1024) });
}

function open(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => (error ? reject(error) : resolve(zip)));
  });
}

function list(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      if (entries.length > mostEntries) reject(new ReadingRefused('resume.archive-bomb', { entries: mostEntries }));
      else zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', () => resolve(entries));
    zip.readEntry();
  });
}

function inflate(zip: ZipFile, entry: Entry, budget: { left: number; limit: number }): Promise<string> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) {
        reject(error);
        return;
      }
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => {
        budget.left -= chunk.length;
        if (budget.left < 0) {
          stream.destroy();
          reject(bomb(budget.limit));
        } else {
          chunks.push(chunk);
        }
      });
      stream.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
      stream.on('error', reject);
    });
  });
}

/** Without its directory an archive still has a header before each part: what inflates is kept, cut off where it breaks. */
function salvage(bytes: Buffer, wanted: (name: string) => boolean, budget: { left: number; limit: number }): Map<string, string> {
  const texts = new Map<string, string>();
  let at = bytes.indexOf('PK\u0003\u0004', 0, 'latin1');
  for (let count = 0; at >= 0 && count < mostEntries; count += 1) {
    if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== localHeader) break;
    const nameLength = bytes.readUInt16LE(at + 26);
    const data = at + 30 + nameLength + bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 30, Math.min(bytes.length, at + 30 + nameLength));
    const compression = bytes.readUInt16LE(at + 8);
    if (data < bytes.length && wanted(name) && !texts.has(name) && (compression === 0 || compression === 8)) {
      const text = salvageOne(bytes, { data, compression, size: bytes.readUInt32LE(at + 18) }, budget);
      if (text !== '') texts.set(name, text);
    }
    at = bytes.indexOf('PK\u0003\u0004', at + 4, 'latin1');
  }
  return texts;
}

function salvageOne(bytes: Buffer, part: { data: number; compression: number; size: number }, budget: { left: number; limit: number }): string {
  const end = part.size > 0 ? Math.min(bytes.length, part.data + part.size) : bytes.length;
  const packed = bytes.subarray(part.data, end);
  if (part.compression === 0) {
    budget.left -= packed.length;
    return packed.toString('utf8');
  }
  for (let length = packed.length, tries = 0; length > 16 && tries < 12; length = Math.floor(length * 0.8), tries += 1) {
    try {
      const inflated = inflateRawSync(packed.subarray(0, length), { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: Math.max(1, budget.left) });
      budget.left -= inflated.length;
      return inflated.toString('utf8');
    } catch (error) {
      if (error instanceof RangeError) throw bomb(budget.limit);
    }
  }
  return '';
}
