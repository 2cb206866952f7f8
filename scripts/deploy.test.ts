import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, first = '']) => first);

const settings = new Set(found(read('.env.example'), /^# ?([A-Z_]+)=/gm));
const units = readdirSync(join(root, 'deploy/systemd')).map((name) => ({ name, text: read(`deploy/systemd/${name}`) }));
const scripts = new Set(['start', ...Object.keys((JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts)]);

describe('what is deployed', () => {
  test('sets only what Cairn knows', () => {
    const set = [...units.flatMap(({ text }) => found(text, /\b([A-Z][A-Z_]{3,})=/g)), ...['deploy/README.md', 'deploy/nginx/cairn.conf'].flatMap((path) => found(read(path), /\b([A-Z][A-Z_]{3,})=/g))];
    expect(set).toContain('CAIRN_TRUSTED_PROXIES');
    expect(set.filter((name) => !settings.has(name))).toEqual([]);
  });
  test.each(units.filter(({ text }) => text.includes('ExecStart=')))('$name runs scripts that there are', ({ text }) => {
    const run = found(text, /\/npm (?:run -s )?([a-z]+)/g);
    expect(run).not.toEqual([]);
    expect(run.filter((name) => !scripts.has(name))).toEqual([]);
  });
  test('nginx lets through the largest file that an endpoint takes', () => {
    const largest = Math.max(...found(read('contracts/knowledge.ts'), /largestFileBytes = (\d+) \* 1024 \* 1024/g).map(Number));
    expect(Number(found(read('deploy/nginx/cairn.conf'), /client_max_body_size (\d+)m;/g)[0])).toBeGreaterThan(largest);
  });
  test('and to the port that Cairn listens on', () => {
    expect(read('deploy/nginx/cairn.conf')).toContain(`http://127.0.0.1:${String(found(read('.env.example'), /^# PORT=(\d+)$/gm)[0])}`);
  });
});
