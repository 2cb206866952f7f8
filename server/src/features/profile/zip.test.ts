import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import yauzl from 'yauzl';
import { zip } from './zip.ts';

const noon = new Date('2026-03-04T12:00:00Z');

async function unzip(archive: Buffer): Promise<Map<string, Buffer>> {
  const opened = await yauzl.fromBufferPromise(archive, { lazyEntries: true });
  const files = new Map<string, Buffer>();
  for await (const entry of opened.eachEntry()) files.set(entry.fileName, await buffer(await opened.openReadStreamPromise(entry)));
  return files;
}

test('what is read back is what was put in, whatever the names and sizes', async () => {
  const contents = new Map([
    ['account/account.json', Buffer.from('{"name":"Asha"}')],
    ['resume/files/जीवनवृत्त.pdf', Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 7919) % 251))],
    ['empty.txt', Buffer.alloc(0)],
  ]);
  const entries = [...contents].map(([path, content]) => ({ path, open: async () => Readable.from([content.subarray(0, 10), content.subarray(10)]) }));
  const read = await unzip(await buffer(zip(entries, noon)));
  expect([...read.keys()]).toEqual([...contents.keys()]);
  for (const [path, content] of contents) expect(read.get(path)?.equals(content)).toBe(true);
});

test('an archive of nothing is an archive', async () => {
  expect((await unzip(await buffer(zip([], noon)))).size).toBe(0);
});

test('a file that cannot be read breaks the archive off instead of ending it as if it were whole', async () => {
  const broken = { path: 'resume.pdf', open: async () => Readable.from((async function* () { yield Buffer.from('begin'); throw new Error('The disk is gone'); })()) };
  await expect(buffer(zip([broken], noon))).rejects.toThrow('The disk is gone');
});
