import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync, copyFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isInstalled } from './install.js';

let root: string;
const lock = (packages: Record<string, object>) => JSON.stringify({ lockfileVersion: 3, packages: { '': {}, ...packages } });
const one = { 'node_modules/node': { version: '24.21.0' } };
const at = (...parts: string[]) => join(root, ...parts);
const stamp = () => at('node_modules/.cairn-install');

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cairn-install-'));
  writeFileSync(at('package.json'), '{"name":"tried","private":true}');
  writeFileSync(at('package-lock.json'), lock(one));
});
afterEach(() => rmSync(root, { recursive: true }));

function installNode(): void {
  mkdirSync(at('node_modules/node/bin'), { recursive: true });
  writeFileSync(at('node_modules/node/bin/node'), '');
}

test('nothing is installed where node_modules is missing', () => {
  expect(isInstalled(root)).toBe(false);
});
test('what was installed from this very lockfile is current', () => {
  installNode();
  writeFileSync(stamp(), createHash('sha256').update(readFileSync(at('package-lock.json'))).digest('hex'));
  expect(isInstalled(root)).toBe(true);
  const newer = { ...one, 'node_modules/zod': { version: '4.6.7' } };
  writeFileSync(at('package-lock.json'), lock(newer));
  expect(isInstalled(root)).toBe(false);
  // Somebody installs the new package with npm itself.
  writeFileSync(at('node_modules/.package-lock.json'), JSON.stringify({ packages: newer }));
  expect(isInstalled(root)).toBe(true);
});
test('without the Node of ours it is not whole, whatever the stamp says', () => {
  mkdirSync(at('node_modules'));
  writeFileSync(stamp(), createHash('sha256').update(readFileSync(at('package-lock.json'))).digest('hex'));
  expect(isInstalled(root)).toBe(false);
});

test.each<[string, Record<string, object>, boolean]>([
  ['the same', one, true],
  ['another version', { 'node_modules/node': { version: '24.0.0' } }, false],
  ['one package less', {}, false],
])('where somebody ran npm themselves, what npm noted counts: %s', (_what, noted, expected) => {
  installNode();
  writeFileSync(at('node_modules/.package-lock.json'), JSON.stringify({ packages: noted }));
  expect(isInstalled(root)).toBe(expected);
  expect(existsSync(stamp())).toBe(expected);
});
test('a package that is for other machines only may be missing', () => {
  installNode();
  writeFileSync(at('package-lock.json'), lock({ ...one, 'node_modules/other': { version: '1.0.0', optional: true } }));
  writeFileSync(at('node_modules/.package-lock.json'), JSON.stringify({ packages: one }));
  expect(isInstalled(root)).toBe(true);
});

/** The script as npm runs it, with an npm that does `work` and notes how it was called. */
function runScript(work: string) {
  mkdirSync(at('scripts'), { recursive: true });
  copyFileSync(resolve(import.meta.dirname, 'install.js'), at('scripts/install.js'));
  writeFileSync(at('package.json'), '{"type":"module"}');
  writeFileSync(at('npm.cjs'), `require('node:fs').writeFileSync(${JSON.stringify(at('called'))}, process.argv.slice(2).join(' '));\n${work}`);
  chmodSync(at('npm.cjs'), 0o755);
  return spawnSync(process.execPath, [at('scripts/install.js')], { encoding: 'utf8', env: { PATH: process.env['PATH'], npm_execpath: at('npm.cjs') } });
}
const makesNode = () => `require('node:fs').mkdirSync(${JSON.stringify(at('node_modules/node/bin'))}, { recursive: true }); require('node:fs').writeFileSync(${JSON.stringify(at('node_modules/node/bin/node'))}, '');`;

test('the first run installs from the lockfile and says so; the second is silent and calls nothing', () => {
  const first = runScript(makesNode());
  expect([first.status, readFileSync(at('called'), 'utf8')]).toEqual([0, expect.stringMatching(/^ci --include=dev/)]);
  expect(first.stdout).toMatch(/Installing what Cairn needs[^]*Installed in \d+ s/);
  rmSync(at('called'));
  const second = runScript('process.exit(1)');
  expect([second.status, second.stdout, second.stderr, existsSync(at('called'))]).toEqual([0, '', '', false]);
});
test('a failed installation ends with its exit code and is tried again', () => {
  const failed = runScript('process.exit(7)');
  expect([failed.status, failed.stderr]).toEqual([7, expect.stringContaining('installation failed')]);
  expect(isInstalled(root)).toBe(false);
});
test('an npm that runs no install scripts leaves no Node 24, which is told', () => {
  const failed = runScript('');
  expect([failed.status, failed.stderr]).toEqual([1, expect.stringContaining('npm ci --ignore-scripts=false')]);
});
