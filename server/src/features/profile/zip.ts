/** A ZIP archive, written while it is read. Format: PKWARE APPNOTE 6.3.10; sizes and checksums follow each file's bytes. */
import { createDeflateRaw, crc32 } from 'node:zlib';
import { Readable } from 'node:stream';

export interface ZipEntry {
  readonly path: string;
  readonly open: () => Promise<Readable>;
}

/** Sizes and checksum come after the bytes (bit 3), names are UTF-8 (bit 11). */
const flags = 0x0808;
const deflate = 8;
const version = 20;
/** What 32-bit sizes can say. */
const largestArchiveBytes = 0xffff_ffff;

interface Written {
  readonly name: Buffer;
  readonly offset: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
}

/** `modified` is the time that every file in the archive bears, in UTC. */
export function zip(entries: readonly ZipEntry[], modified: Date): Readable {
  return Readable.from(archive(entries, modified), { objectMode: false });
}

async function* archive(entries: readonly ZipEntry[], modified: Date): AsyncGenerator<Buffer> {
  const stamp = dosTime(modified);
  const written: Written[] = [];
  let offset = 0;
  for (const { path, open } of entries) {
    const name = Buffer.from(path);
    const start = offset;
    const header = Buffer.concat([fields([4, 0x04034b50], [2, version], [2, flags], [2, deflate], [4, stamp], [4, 0], [4, 0], [4, 0], [2, name.length], [2, 0]), name]);
    yield header;
    let crc = 0;
    let bytes = 0;
    let packedBytes = 0;
    const content = await open();
    const counted = Readable.from((async function* () {
      for await (const chunk of content as AsyncIterable<Buffer | string>) {
        const buffer = Buffer.from(chunk as string);
        crc = crc32(buffer, crc);
        bytes += buffer.length;
        yield buffer;
      }
    })(), { objectMode: false });
    const packing = createDeflateRaw();
    counted.on('error', (error) => packing.destroy(error));
    for await (const packed of counted.pipe(packing) as AsyncIterable<Buffer>) {
      packedBytes += packed.length;
      yield packed;
    }
    yield fields([4, 0x08074b50], [4, crc], [4, packedBytes], [4, bytes]);
    offset += header.length + packedBytes + 16;
    if (offset > largestArchiveBytes || bytes > largestArchiveBytes) throw new RangeError('The archive is larger than a plain ZIP can be');
    written.push({ name, offset: start, crc, packedBytes, bytes });
  }
  const directory = Buffer.concat(written.map(({ name, offset: at, crc, packedBytes, bytes }) => Buffer.concat([
    fields([4, 0x02014b50], [2, version], [2, version], [2, flags], [2, deflate], [4, stamp], [4, crc], [4, packedBytes], [4, bytes], [2, name.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, at]), name,
  ])));
  yield directory;
  yield fields([4, 0x06054b50], [2, 0], [2, 0], [2, written.length], [2, written.length], [4, directory.length], [4, offset], [2, 0]);
}

/** Little-endian numbers of 2 or 4 bytes. */
function fields(...values: readonly (readonly [2 | 4, number])[]): Buffer {
  return Buffer.concat(values.map(([size, value]) => {
    const buffer = Buffer.alloc(size);
    if (size === 2) buffer.writeUInt16LE(value);
    else buffer.writeUInt32LE(value >>> 0);
    return buffer;
  }));
}

/** Two seconds are the finest that MS-DOS knew; date above time. */
function dosTime(moment: Date): number {
  const date = ((moment.getUTCFullYear() - 1980) << 9) | ((moment.getUTCMonth() + 1) << 5) | moment.getUTCDate();
  const time = (moment.getUTCHours() << 11) | (moment.getUTCMinutes() << 5) | (moment.getUTCSeconds() >> 1);
  return ((date << 16) | time) >>> 0;
}
