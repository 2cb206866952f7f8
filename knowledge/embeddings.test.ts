import { hash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadEmbeddings } from './embeddings.ts';

const folder = join(import.meta.dirname, 'embeddings');
const written = JSON.parse(readFileSync(join(folder, 'table.json'), 'utf8')) as { sha256: string; provenance: { sources: { path: string; licence: string; sha256: string }[] } };

test('the table is whole, and not above 3 MB', () => {
  const table = loadEmbeddings();
  const rows = table.skills.length + table.words.length + table.grams;
  expect([table.scales.length, table.weights.length, table.vectors.length]).toEqual([rows, table.words.length, rows * table.dimensions]);
  expect(hash('sha256', readFileSync(join(folder, 'table.bin')))).toBe(written.sha256);
  expect(statSync(join(folder, 'table.bin')).size + statSync(join(folder, 'table.json')).size).toBeLessThan(3e6);
});

test('says from which files and under which licence each was counted, and none of ads without a licence', () => {
  expect(written.provenance.sources.length).toBeGreaterThan(5);
  for (const { licence, sha256, path } of written.provenance.sources) {
    expect(licence).toMatch(/CC BY|MIT|ESCO/);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(path).not.toMatch(/google|glassdoor|validation|dev/);
  }
});

test('a table that does not fit its description is refused', () => {
  const other = mkdtempSync(join(tmpdir(), 'cairn-embeddings-'));
  try {
    writeFileSync(join(other, 'table.json'), readFileSync(join(folder, 'table.json')));
    writeFileSync(join(other, 'table.bin'), new Uint8Array(10));
    expect(() => loadEmbeddings(other)).toThrow('run scripts/train-embeddings.ts again');
  } finally {
    rmSync(other, { recursive: true });
  }
});
