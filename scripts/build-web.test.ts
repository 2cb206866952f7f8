import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildWeb, BuildError, sourceFingerprint } from './build-web.ts';

let root: string;
const write = (path: string, content: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
};
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cairn-web-'));
  write('package.json', JSON.stringify({ name: 'tried', private: true, workspaces: ['web'] }));
  // A build that adds a line for each time it runs.
  write('web/package.json', JSON.stringify({ name: 'web', version: '1.0.0', scripts: { build: `node -e "require('fs').mkdirSync('dist',{recursive:true});require('fs').appendFileSync('dist/index.html','built;')"` } }));
  write('web/src/main.tsx', 'one');
  write('contracts/index.ts', 'one');
});
afterEach(() => rmSync(root, { recursive: true }));

const build = () => buildWeb(root, () => undefined);
const timesBuilt = () => readFileSync(join(root, 'web/dist/index.html'), 'utf8').split(';').length - 1;

test('the pages are built once, and again after a change of what they are made of', async () => {
  expect([await build(), await build(), timesBuilt()]).toEqual([true, false, 1]);
  write('contracts/index.ts', 'two');
  expect([await build(), timesBuilt()]).toEqual([true, 2]);
});
test('they are built again when somebody deleted them', async () => {
  await build();
  rmSync(join(root, 'web/dist'), { recursive: true });
  expect(await build()).toBe(true);
});
test('a build that fails is told with what it said, and tried again', async () => {
  write('web/package.json', JSON.stringify({ name: 'web', version: '1.0.0', scripts: { build: 'echo the third line is wrong && exit 3' } }));
  await expect(build()).rejects.toThrow(/\(3\):\nthe third line is wrong/);
  await expect(build()).rejects.toThrow(BuildError);
});

describe('the fingerprint', () => {
  test.each<[string, () => void, boolean]>([
    ['a changed source', () => write('web/src/main.tsx', 'two'), true],
    ['a new source', () => write('web/src/new.tsx', ''), true],
    ['a source under another name', () => { rmSync(join(root, 'web/src/main.tsx')); write('web/src/other.tsx', 'one'); }, true],
    ['a changed lockfile', () => write('package-lock.json', '{}'), true],
    ['a new time on the same content', () => utimesSync(join(root, 'web/src/main.tsx'), 1, 1), false],
    ['a test', () => write('web/src/main.test.tsx', ''), false],
    ['what was built', () => write('web/dist/index.html', ''), false],
    ['the server', () => write('server/src/app.ts', ''), false],
  ])('notices %s: %s', (_what, change, expected) => {
    const before = sourceFingerprint(root);
    change();
    expect(sourceFingerprint(root) !== before).toBe(expected);
  });
});
