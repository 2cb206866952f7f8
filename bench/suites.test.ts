import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandOf, suites, type SuiteName } from './suites.ts';

const ids = Object.values(suites).flatMap((parts) => Object.values(parts)).flatMap(({ rows }) => rows);

/** The first cells of the tables, where `<route>` stands for each of the two. */
function idsInReadme(): string[] {
  const readme = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8');
  const cells = [...readme.matchAll(/^\| (`[^|]+`) \|/gm)].map(([, cell = '']) => cell);
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, id = '']) => id)).flatMap((id) => (id.includes('<route>') ? ['me', 'gaps'].map((route) => id.replace('<route>', route)) : [id]));
}

describe('rows', () => {
  test('have ids of their own', () => {
    expect(ids).toHaveLength(new Set(ids).size);
  });
  test('are listed in README.md, each once, and nothing else is', () => {
    expect(idsInReadme().toSorted()).toEqual(ids.toSorted());
  });
});

describe('without data', () => {
  let empty: string;
  beforeAll(() => { empty = mkdtempSync(join(tmpdir(), 'cairn-no-data-')); });
  afterAll(() => { rmSync(empty, { recursive: true }); });

  test.each([['quality', 'resumes'], ['quality', 'resumes in many layouts'], ['quality', 'resumes saved by LibreOffice'], ['quality', 'linking to ESCO'], ['quality', 'places'], ['quality', 'the phrase tagger'], ['quality', 'titles'], ['speed', 'reading a PDF'], ['speed', 'linking']] as const)('%s of %s is not measured, and never 0', async (suite, part) => {
    const { rows = [], measure } = suites[suite][part] ?? {};
    const measured = (await measure?.(empty)) ?? [];
    expect(measured.map(({ id }) => id)).toEqual(rows);
    for (const { value } of measured) expect(value).toBeNull();
  });

  test('--json prints the rows asked for alone, by the names that are promised, with the command of each', async () => {
    const { code, out } = await bench('quality', '--json', '--only', 'places.', '--data', empty);
    expect(code).toBe(0);
    const rows = JSON.parse(out) as { id: string; value: number | null }[];
    expect(rows.map(({ id }) => id)).toEqual(['places.own.cities', 'places.own.remote', 'places.own.areas', 'places.within-50km', 'places.within-50km-by-ads']);
    expect(rows.at(-2)).toEqual({ id: 'places.within-50km', value: null, bar: 92, lowerIsBetter: false, n: 0, command: 'npm run -s bench -- quality --only places' });
    // Our own tables come with Cairn, so they are measured wherever it is.
    for (const { id, value } of rows) expect(value === null).toBe(!id.startsWith('places.own.'));
  });
});

test('the command of a row prints it, with its neighbours of the same part', () => {
  expect(commandOf('quality', 'places.own.cities')).toBe('npm run -s bench -- quality --only places.own');
  expect(commandOf('quality', 'skills.tagger.weights-mb')).toBe('npm run -s bench -- quality --only skills.tagger.weights-mb');
  for (const suite of Object.keys(suites) as SuiteName[]) {
    for (const id of Object.values(suites[suite]).flatMap(({ rows }) => rows)) expect(id.startsWith(commandOf(suite, id).split(' --only ')[1] ?? '-')).toBe(true);
  }
});

test('a beginning that no row has is answered with exit code 2', async () => {
  const { code, out, err } = await bench('quality', '--only', 'plcaes');
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('plcaes');
});

test('a suite that is not there is answered with those that are, and exit code 2', async () => {
  const { code, out, err } = await bench('qualty');
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('There are: quality, speed, install.');
});

function bench(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((settle) => {
    execFile(process.execPath, [join(import.meta.dirname, 'run.ts'), ...words], (error, out, err) => { settle({ code: error === null ? 0 : Number(error.code), out, err }); });
  });
}
