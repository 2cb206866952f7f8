import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { diskStorage, FileMissingError, storageKey, type Content, type Storage } from './storage.ts';

let root: string;
let storage: Storage;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cairn-storage-'));
  storage = diskStorage(join(root, 'files'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const organisation = randomUUID();
const key = (name = '1', id = randomUUID()) => storageKey(organisation, 'resume', id, name);
const bytes = (content: string): Content => ({ bytes: Buffer.from(content) });
const read = async (which: string) => text((await storage.get(which)).content);
const everything = () => readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));

describe('a file that was put', () => {
  test.each([
    ['from bytes', () => bytes('hello')],
    ['from a stream', () => ({ stream: Readable.from(['hel', 'lo']) })],
    ['from a path', () => { writeFileSync(join(root, 'given'), 'hello'); return { path: join(root, 'given') }; }],
  ])('%s is read back as it was', async (_name, content: () => Content) => {
    const where = key();
    await storage.put(where, content());
    const { content: found, sizeBytes } = await storage.get(where);
    expect([await text(found), sizeBytes, await storage.exists(where)]).toEqual(['hello', 5, true]);
  });
  test('replaces the one before it whole', async () => {
    const where = key();
    await storage.put(where, bytes('a long first version'));
    await storage.put(where, bytes('second'));
    expect(await read(where)).toBe('second');
  });
  test('can be read by its owner only', async () => {
    await storage.put(key(), bytes('hello'));
    expect(everything().map((path) => statSync(path).mode & 0o077)).toEqual([0]);
  });
  test('can be read to its end when it is deleted meanwhile', async () => {
    const where = key();
    await storage.put(where, bytes('hello'));
    const { content } = await storage.get(where);
    await storage.delete(where);
    expect([await text(content), await storage.exists(where)]).toEqual(['hello', false]);
  });
});

test('a file that could not be written leaves nothing behind', async () => {
  const broken = new Readable({ read() { this.push('half'); this.destroy(new Error('the client went away')); } });
  await expect(storage.put(key(), { stream: broken })).rejects.toThrow('the client went away');
  expect(everything()).toEqual([]);
});
test('a file that is not there is said to be missing, and can be deleted again', async () => {
  await expect(storage.get(key())).rejects.toThrow(FileMissingError);
  await storage.delete(key());
});
test('deleteAll takes what is under the prefix and nothing beside it', async () => {
  const id = randomUUID();
  for (const each of [key('1', id), key('2', id), key('1')]) await storage.put(each, bytes('x'));
  await storage.deleteAll(`org/${organisation}/resume/${id}`);
  expect(everything()).toHaveLength(1);
});
test('list tells every file with its size and time, and none that is half written', async () => {
  const where = key();
  await storage.put(where, bytes('hello'));
  const path = join(root, 'files', where);
  utimesSync(path, 1000, 1000);
  writeFileSync(join(root, 'files', '.incoming', 'half'), 'x');
  expect(await Array.fromAsync(storage.list('org'))).toEqual([{ key: where, sizeBytes: 5, writtenAtMilliseconds: 1_000_000 }]);
  expect(await Array.fromAsync(storage.list('elsewhere'))).toEqual([]);
});
test('what a killed process left half-written goes after an hour, and nothing else', async () => {
  const where = key();
  await storage.put(where, bytes('hello'));
  for (const [name, seconds] of [['old', 1000], ['new', 2000]] as const) {
    writeFileSync(join(root, 'files', '.incoming', name), 'x');
    utimesSync(join(root, 'files', '.incoming', name), seconds, seconds);
  }
  const now = 1000_000 + 3_600_000;
  expect([await storage.tidy(now), await storage.tidy(now), await storage.exists(where)]).toEqual([1, 0, true]);
});
test('check leaves nothing behind', async () => {
  await storage.check();
  expect(everything()).toEqual([]);
});

test('no key reaches outside the folder', async () => {
  writeFileSync(join(root, 'secret'), 'secret');
  const evil = fc.oneof(
    fc.constantFrom('../secret', 'org/../../secret', '/etc/passwd', '.incoming/x', 'a//b', 'a/./b', 'a/', '/a', 'a\\..\\b', 'a\0b', 'A/b', '%2e%2e/secret', '', '.', '..', '~', 'con.'),
    fc.string({ unit: 'binary' }).filter((each) => !/^[a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*)*$/.test(each)),
    fc.array(fc.constantFrom('..', '.', '', 'a', 'org'), { minLength: 1, maxLength: 9 }).map((parts) => parts.join('/')).filter((each) => /(^|\/)(\.{0,2})(\/|$)/.test(each)),
  );
  await fc.assert(fc.asyncProperty(evil, async (each) => {
    for (const attempt of [() => storage.get(each), () => storage.put(each, bytes('x')), () => storage.delete(each), () => storage.deleteAll(each), () => storage.exists(each), () => Array.fromAsync(storage.list(each))]) {
      await expect((async () => attempt())()).rejects.toThrow(TypeError);
    }
  }), { numRuns: 300 });
  expect(readFileSync(join(root, 'secret'), 'utf8')).toBe('secret');
});
