import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { derivedPassword, installationSecret } from './installation-secret.ts';

let directory: string;
beforeEach(() => { directory = mkdtempSync(join(tmpdir(), 'cairn-secret-')); });
afterEach(() => rmSync(directory, { recursive: true }));

test('the secret is made once, for its owner alone, and nothing else is left behind', () => {
  const data = join(directory, 'data');
  const secret = installationSecret(data);
  expect(installationSecret(data)).toBe(secret);
  expect(secret).toBe(readFileSync(join(data, 'secret'), 'utf8').trim());
  expect(secret.length).toBeGreaterThanOrEqual(32);
  expect([statSync(join(data, 'secret')).mode & 0o777, statSync(data).mode & 0o777]).toEqual([0o600, 0o700]);
  expect(readdirSync(data)).toEqual(['secret']);
});

test('a damaged secret is refused and kept', () => {
  writeFileSync(join(directory, 'secret'), 'cut of');
  expect(() => installationSecret(directory)).toThrow('damaged');
  expect(readFileSync(join(directory, 'secret'), 'utf8')).toBe('cut of');
});

test('derived passwords differ by purpose and by secret', () => {
  const passwords = [derivedPassword('a', 'x'), derivedPassword('a', 'y'), derivedPassword('b', 'x')];
  expect(new Set(passwords).size).toBe(3);
  expect(derivedPassword('a', 'x')).toBe(passwords[0]);
});
