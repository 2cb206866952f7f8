import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReadingPool, type ReadingPool } from './reading-pool.ts';
import { readingLimits, type ReadingLimits } from './refusals.ts';
import { samplePdf } from './sample-pdf.ts';
import { makePdf } from './test-support/files.ts';
import { seededRandom } from '@cairn/engine/seeds';

const megabyte = 1024 * 1024;
const nothing = new Uint8Array(1);

/** The most any child of this process has been resident, by the kernel's own high-water mark. */
function highWaterOfChildren(): number {
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((pid) => {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'latin1');
      const isOurs = new RegExp(`^PPid:\\s+${process.pid}$`, 'm').test(status) && readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('hungry-child');
      const mark = /^VmHWM:\s+(\d+) kB$/m.exec(status);
      return isOurs && mark ? [Number(mark[1]) * 1024] : [];
    } catch {
      return [];
    }
  });
  return Math.max(0, ...children);
}

describe('a child that breaks a limit', () => {
  const entry = fileURLToPath(new URL('./test-support/hungry-child.ts', import.meta.url));
  // A busy machine fills memory slowly.
  const limits: ReadingLimits = { ...readingLimits, seconds: 60, residentBytes: 220 * megabyte };
  let pool: ReadingPool;

  beforeAll(async () => {
    pool = createReadingPool({ size: 1, limits, entry });
    await pool.ready();
  });
  afterAll(() => pool.close());

  it.each(['typed-arrays', 'one-array', 'objects'])('by memory (%s) is stopped at the limit, and the next file is read', async (way) => {
    let peak = 0;
    const watch = setInterval(() => { peak = Math.max(peak, highWaterOfChildren()); }, 2);
    const result = await pool.read(nothing, way);
    clearInterval(watch);
    expect(result).toMatchObject({ refusal: { code: 'resume.out-of-memory' } });
    expect(peak).toBeLessThanOrEqual(limits.residentBytes);
    expect(await pool.read(nothing, 'quiet')).toMatchObject({ refusal: { code: 'resume.damaged' } });
  });

  it('by time is killed, and the next file is read', async () => {
    const impatient = createReadingPool({ size: 1, limits: { ...limits, seconds: 1 }, entry });
    try {
      expect(await impatient.read(nothing, 'endless')).toMatchObject({ refusal: { code: 'resume.too-slow' } });
      expect(await impatient.read(nothing, 'quiet')).toMatchObject({ refusal: { code: 'resume.damaged' } });
    } finally {
      await impatient.close();
    }
  });

  it('by ending is replaced', async () => {
    expect(await pool.read(nothing, 'exit')).toMatchObject({ refusal: { code: 'resume.damaged' } });
    expect(await pool.read(nothing, 'quiet')).toMatchObject({ refusal: { code: 'resume.damaged' } });
  });

  it.each([
    ['environment', ''],
    ['write', 'ERR_ACCESS_DENIED'],
    ['read', 'ERR_ACCESS_DENIED'],
    ['spawn', 'ERR_ACCESS_DENIED'],
  ])('has no %s', async (way, seen) => {
    expect(await pool.read(nothing, way)).toMatchObject({ refusal: { params: { seen } } });
  });
});

describe('the pool', () => {
  let pool: ReadingPool;

  beforeAll(async () => {
    pool = createReadingPool({ size: 2 });
    await pool.ready();
  });
  afterAll(() => pool.close());

  it('reads files at the same time and answers each its own', async () => {
    const words = Array.from({ length: 12 }, (_, index) => `Person Number${String.fromCharCode(65 + index)}`);
    const files = await Promise.all(words.map((word) => makePdf((document) => document.text(word))));
    const results = await Promise.all(files.map((bytes) => pool.read(bytes, 'cv.pdf')));
    expect(results.map((result) => JSON.stringify(result).match(/Person Number./)?.[0])).toEqual(words);
  });

  it('answers 200 mutated files with a reading or a refusal, each in time, and within the memory limit', async () => {
    const random = seededRandom(20260301);
    const originals = [samplePdf(), await makePdf((document) => { for (let page = 0; page < 3; page += 1) document.addPage().text('Experience\nEngineer, Acme\nJan 2020 - Present\n'.repeat(10)); })];
    const results = await Promise.all(Array.from({ length: 200 }, async (_, index) => {
      const bytes = mutate(originals[index % originals.length] as Uint8Array, random);
      return pool.read(bytes, 'cv.pdf');
    }));
    expect(results.filter((result) => !('reading' in result) && !('refusal' in result))).toEqual([]);
    expect(results.filter((result) => 'refusal' in result && ['resume.too-slow', 'resume.out-of-memory'].includes(result.refusal.code))).toEqual([]);
    expect(results.some((result) => 'reading' in result)).toBe(true);
    expect(pool.peakResidentBytes()).toBeLessThan(readingLimits.residentBytes);
  });

  it('refuses a file over the limit without giving it to a child', async () => {
    expect(await pool.read(new Uint8Array(readingLimits.fileBytes + 1), 'cv.pdf')).toMatchObject({ refusal: { code: 'resume.too-large' } });
  });
});

it('rejects what is asked of a closed pool', async () => {
  const pool = createReadingPool({ size: 1 });
  await pool.ready();
  await pool.close();
  await expect(pool.read(nothing, 'cv.pdf')).rejects.toThrow('closed');
});

/** Bytes changed, cut out, doubled or cut off: a dozen times in random places. */
function mutate(original: Uint8Array, random: () => number): Uint8Array {
  let bytes = Buffer.from(original);
  const at = (): number => Math.floor(random() * bytes.length);
  for (let count = 0; count < 12; count += 1) {
    const kind = random();
    if (kind < 0.6) bytes[at()] = Math.floor(random() * 256);
    else if (kind < 0.75) { const from = at(); bytes = Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + Math.floor(random() * 60))]); }
    else if (kind < 0.9) { const from = at(); bytes = Buffer.concat([bytes.subarray(0, from + 40), bytes.subarray(from)]); }
    else if (count === 11) bytes = bytes.subarray(0, Math.max(8, at()));
  }
  return new Uint8Array(bytes);
}
