import { hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { loadTitleTable } from './load-titles.ts';

const folder = join(import.meta.dirname, 'titles');

test('the table of titles is the one whose origin is written down, and no larger than was promised', () => {
  const provenance = JSON.parse(readFileSync(join(folder, 'provenance.json'), 'utf8')) as { tableSha256: string; holds: { features: number; occupations: number } };
  const file = join(folder, 'titles.bin.zst');
  expect(hash('sha256', zstdDecompressSync(readFileSync(file)))).toBe(provenance.tableSha256);
  expect(statSync(file).size).toBeLessThan(4e6);
  const { head } = loadTitleTable();
  const { features, occupations } = JSON.parse(head) as { features: unknown[]; occupations: unknown[] };
  expect({ features: features.length, occupations: occupations.length }).toMatchObject({ features: provenance.holds.features, occupations: provenance.holds.occupations });
});
