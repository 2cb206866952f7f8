import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleText } from '../../test-support/sample-resumes.ts';
import { createPlaces } from '../places/index.ts';
import { createReader } from './create-reader.ts';
import { createReadingPool, type FileResult, type ReadingPool } from './reading/index.ts';

let folder: string;
let path: string;
let pool: ReadingPool;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-reader-'));
  path = join(folder, 'meera.txt');
  writeFileSync(path, sampleText.content);
  pool = createReadingPool({ size: 1 });
});
afterAll(async () => {
  await pool.close();
  rmSync(folder, { recursive: true });
});

const now = () => Date.UTC(2026, 0, 5);
/** The real pool, which answers only when it is let go. */
function heldPool() {
  const free = Promise.withResolvers<void>();
  const names: string[] = [];
  return {
    names, release: free.resolve,
    async read(bytes: Uint8Array, name: string): Promise<FileResult> {
      names.push(name);
      await free.promise;
      return pool.read(bytes, name);
    },
  };
}

test.each([
  ['Berlin, Germany', '030 23125000', '+493023125000'],
  ['Austin, TX', '(512) 555-0142', '+15125550142'],
  ['Pune, India', '98765 43210', '+919876543210'],
  ['Dubai, UAE', '98765 43210', '+919876543210'],
  ['Remote', '98765 43210', '+919876543210'],
])('a phone number of somebody in %s, %s, is %s', async (place, phone, number) => {
  const own = join(folder, 'phone.txt');
  writeFileSync(own, `Asha Rao\n${place}\nPhone: ${phone}\nasha@example.org\n\nSkills\nPython, SQL\n`);
  const outcome = await createReader({ pool, countryOf: createPlaces().countryOf, now }).read(own, 'phone.txt');
  expect(outcome.ok && outcome.reading.resume.contact.phones.map(({ value }) => value)).toEqual([number]);
});

test('a text comes line by line, with its bullets', async () => {
  const text = await createReader({ pool, now }).text(path, 'meera.txt');
  expect(text).toContain('\n- Moved twelve services into Docker and kept them in Git\n');
});

test('whoever stops waiting before their turn costs no reading', async () => {
  const held = heldPool();
  const reader = createReader({ pool: held, readingsAtOnce: 2, now });
  const late = new AbortController();
  const [first, second, third, fourth] = ['1.txt', '2.txt', '3.txt', '4.txt'].map((name, index) => reader.read(path, name, index === 2 ? late.signal : undefined));
  late.abort();
  await expect(third).rejects.toThrow();
  held.release();
  for (const outcome of [first, second, fourth]) expect(await outcome).toMatchObject({ ok: true, kind: 'text' });
  expect(held.names.toSorted()).toEqual(['1.txt', '2.txt', '4.txt']);
});

test('a text that nobody has time to read is refused as busy, and the turn is not lost', async () => {
  const held = heldPool();
  const reader = createReader({ pool: held, readingsAtOnce: 1, patienceMilliseconds: 20, now });
  const first = reader.read(path, 'first.txt');
  await expect(reader.text(path, 'meera.txt')).rejects.toMatchObject({ code: 'resume.readers-busy' });
  held.release();
  expect(await first).toMatchObject({ ok: true });
  expect(await reader.text(path, 'meera.txt')).toContain('Meera Joshi');
});
