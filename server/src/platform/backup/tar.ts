/** Reading and writing tar streams (POSIX ustar, with GNU long names), member by member and in bounded memory. */
import { BackupError } from './backup-error.ts';

const blockBytes = 512;
/** Eleven octal digits. */
const largestMember = 0o77777777777;
const longNameType = 'L';

/** The header of a member; its content and `padding` follow. */
export function tarHeader(name: string, sizeBytes: number, modifiedSeconds: number): Buffer {
  if (sizeBytes > largestMember) throw new BackupError(`${name} is larger than 8 GB, which a tar file cannot hold`);
  const split = splitName(name);
  if (split !== undefined) return ustarHeader(split.name, split.prefix, sizeBytes, modifiedSeconds, '0');
  const longName = Buffer.from(`${name}\0`);
  return Buffer.concat([
    ustarHeader('././@LongLink', '', longName.length, 0, longNameType), longName, padding(longName.length),
    ustarHeader(Buffer.from(name).subarray(0, 100).toString('latin1'), '', sizeBytes, modifiedSeconds, '0'),
  ]);
}

/** Zeros up to the next block. */
export function padding(sizeBytes: number): Buffer {
  return Buffer.alloc((blockBytes - (sizeBytes % blockBytes)) % blockBytes);
}

export const tarEnd = Buffer.alloc(2 * blockBytes);

/** ustar keeps 100 bytes of name and 155 of the folders before it. */
function splitName(name: string): { name: string; prefix: string } | undefined {
  if (Buffer.byteLength(name) <= 100) return { name, prefix: '' };
  for (let slash = name.indexOf('/'); slash !== -1; slash = name.indexOf('/', slash + 1)) {
    const [prefix, rest] = [name.slice(0, slash), name.slice(slash + 1)];
    if (Buffer.byteLength(prefix) <= 155 && Buffer.byteLength(rest) <= 100) return { name: rest, prefix };
  }
  return undefined;
}

function ustarHeader(name: string, prefix: string, sizeBytes: number, modifiedSeconds: number, type: string): Buffer {
  const header = Buffer.alloc(blockBytes);
  const octal = (value: number, digits: number) => `${Math.floor(value).toString(8).padStart(digits, '0')}\0`;
  header.write(name, 0, 100, 'utf8');
  header.write(octal(0o600, 7), 100);
  header.write(octal(0, 7), 108);
  header.write(octal(0, 7), 116);
  header.write(octal(sizeBytes, 11), 124);
  header.write(octal(modifiedSeconds, 11), 136);
  header.write('        ', 148);
  header.write(type, 156);
  header.write('ustar\x0000', 257);
  header.write(prefix, 345, 155, 'utf8');
  header.write(`${checksum(header).toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

/** The sum of the bytes, with the checksum's own place counted as spaces. */
function checksum(header: Buffer): number {
  let sum = 0;
  for (let index = 0; index < blockBytes; index += 1) sum += index >= 148 && index < 156 ? 0x20 : header[index] ?? 0;
  return sum;
}

export interface TarMember {
  readonly name: string;
  readonly sizeBytes: number;
  /** To be read to its end before the next member is asked for. */
  readonly content: AsyncGenerator<Buffer>;
}

/** The members of a tar stream in order. Throws BackupError where the stream is no tar or ends too early. */
export async function* readTar(stream: AsyncIterable<Buffer>): AsyncGenerator<TarMember> {
  const source = blockSource(stream);
  let longName: string | undefined;
  for (;;) {
    const header = await source.exactly(blockBytes);
    if (header.every((byte) => byte === 0)) return;
    if (Number.parseInt(field(header, 148, 8), 8) !== checksum(header)) throw new BackupError('The file is damaged, or no backup of Cairn');
    const sizeBytes = Number.parseInt(field(header, 124, 12), 8);
    if (String.fromCharCode(header[156] ?? 0) === longNameType) {
      longName = (await source.exactly(sizeBytes)).subarray(0, -1).toString();
      await source.exactly(padding(sizeBytes).length);
      continue;
    }
    const prefix = field(header, 345, 155);
    const content = source.upTo(sizeBytes);
    yield { name: longName ?? (prefix === '' ? '' : `${prefix}/`) + field(header, 0, 100), sizeBytes, content };
    longName = undefined;
    for await (const rest of content) void rest;
    await source.exactly(padding(sizeBytes).length);
  }
}

function field(header: Buffer, start: number, length: number): string {
  const text = header.subarray(start, start + length);
  const end = text.indexOf(0);
  return text.subarray(0, end === -1 ? length : end).toString().trim();
}

/** Bytes in the amounts that are asked for, whatever the stream's own pieces. */
function blockSource(stream: AsyncIterable<Buffer>): { exactly(bytes: number): Promise<Buffer>; upTo(bytes: number): AsyncGenerator<Buffer> } {
  const pieces = stream[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  async function more(): Promise<Buffer> {
    const { value, done } = await pieces.next();
    if (done === true) throw new BackupError('The file ends too early: it is only part of a backup');
    return value;
  }
  async function* upTo(bytes: number): AsyncGenerator<Buffer> {
    for (let missing = bytes; missing > 0;) {
      if (held.length === 0) held = await more();
      const piece = held.subarray(0, missing);
      held = held.subarray(piece.length);
      missing -= piece.length;
      yield piece;
    }
  }
  return {
    upTo,
    async exactly(bytes) {
      const got: Buffer[] = [];
      for await (const piece of upTo(bytes)) got.push(piece);
      return Buffer.concat(got);
    },
  };
}
