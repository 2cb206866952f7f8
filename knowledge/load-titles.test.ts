import { hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compileTitleModel, titleWords } from '@cairn/engine/titles';
import { loadTitleTable } from './load-titles.ts';

const folder = join(import.meta.dirname, 'titles');

test('the table of titles is the one whose origin is written down, and no larger than was promised', () => {
  const provenance = JSON.parse(readFileSync(join(folder, 'provenance.json'), 'utf8')) as { tableSha256: string; holds: { features: number; occupations: number } };
  const file = join(folder, 'titles.bin.zst');
  expect(hash('sha256', zstdDecompressSync(readFileSync(file)))).toBe(provenance.tableSha256);
  expect(statSync(file).size).toBeLessThan(4e6);
  const [, features = '', occupations = ''] = loadTitleTable().head.split('\n\n');
  expect({ features: features.split('\n').length, occupations: occupations.split('\n').length }).toMatchObject({ features: provenance.holds.features, occupations: provenance.holds.occupations });
});

test('the words that the table holds of a preferred title are those of that title', () => {
  for (const { titles: [preferred = ''], words } of compileTitleModel(loadTitleTable()).occupations) expect(words).toEqual(titleWords(preferred));
});
