import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
/** Eight commands, each with its own reading process. */
const patienceMilliseconds = 120_000;

test('the worked examples are what the commands say', () => {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts/worked-examples.ts'), '--check'], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
}, patienceMilliseconds);

test('each of the four is read by hand in 60 words or more', () => {
  const pages = globSync('docs/examples/*.md', { cwd: root, exclude: ['**/*.resume.md'] });
  const readings = pages.map((page) => readFileSync(join(root, page), 'utf8').split('## How it reads\n')[1] ?? '');
  expect(readings).toHaveLength(4);
  expect(readings.filter((reading) => reading.trim().split(/\s+/).length < 60)).toEqual([]);
});
