import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadPlaceTable } from './load-places.ts';

const provenance = JSON.parse(readFileSync(join(import.meta.dirname, 'places', 'provenance.json'), 'utf8')) as { textSha256: string; licence: string; holds: Record<string, number> };

test('the table of places is the one whose origin is written down', () => {
  const table = loadPlaceTable();
  expect(hash('sha256', table)).toBe(provenance.textSha256);
  expect(table.split('\n\n').map((block) => block.split('\n').length)).toEqual(Object.values(provenance.holds));
  expect(provenance.licence).toBe('CC BY 4.0');
});

test('towns stand in the order of their keys, by which they are looked up', () => {
  const keys = (loadPlaceTable().split('\n\n')[2] ?? '').split('\n').map((line) => line.slice(0, line.indexOf('\t')));
  expect(keys.findIndex((key, index) => key < (keys[index - 1] ?? ''))).toBe(-1);
});
