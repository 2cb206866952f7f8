import { globSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../../test-support/database.ts';

/** Tables with a person's id that hold nothing of theirs to take along, each with the reason. */
const notExported: Record<string, string> = {
  idempotency_keys: 'answers that were already given, kept for a day',
  failed_jobs: 'work of the installation; goes with the person by jobs.eraseOf',
};

let held: TestDatabase;
let owner: pg.Client;
beforeAll(async () => {
  held = await testDatabase();
  owner = new pg.Client({ connectionString: held.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await held.close();
});

/** What the features say they hold: `<feature>-data.ts`, with those functions of their stores that it calls. */
function personalDataSources(): string {
  const features = resolve(import.meta.dirname, '..');
  return globSync('*/*-data.ts', { cwd: features }).map((file) => {
    const source = readFileSync(resolve(features, file), 'utf8');
    const called = [...source.matchAll(/import \{([^}]*)\} from '(\.\/[\w-]+\.store\.ts)'/g)].flatMap(([, names = '', store = '']) => {
      const stored = readFileSync(resolve(features, dirname(file), store), 'utf8');
      return names.split(',').map((name) => new RegExp(`function ${name.trim()}\\([\\s\\S]*?\\n\\}`).exec(stored)?.[0] ?? '');
    });
    return [source, ...called].join('\n');
  }).join('\n');
}

describe('what is held about a person', () => {
  test('is in the export, table by table', async () => {
    const { rows } = await owner.query<{ name: string }>(`select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'user_id' order by 1`);
    const sources = personalDataSources();
    const forgotten = rows.map(({ name }) => name).filter((name) => !(name in notExported) && !new RegExp(`\\bfrom ${name}\\b`).test(sources));
    expect(forgotten).toEqual([]);
  });

  test('is named once by every feature that has such data', () => {
    const composed = readFileSync(resolve(import.meta.dirname, '../../features.ts'), 'utf8');
    const declared = globSync('*/*-data.ts', { cwd: resolve(import.meta.dirname, '..') })
      .flatMap((file) => [...readFileSync(resolve(import.meta.dirname, '..', file), 'utf8').matchAll(/export (?:const|function) (\w+Data)\b/g)].map(([, name]) => name ?? ''))
      .filter((name) => name !== 'ownData');
    expect(declared.filter((name) => !new RegExp(`const personalData = \\[[^\\]]*\\b${name}\\b`).test(composed))).toEqual([]);
  });
});
