import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../../test-support/database.ts';
import { insertPeople } from '../../test-support/people-rows.ts';
import type { Person } from '../http/person.ts';
import { sql } from '../database/sql.ts';
import type { RunningJob } from '../jobs/define-job.ts';
import { handle } from './delete-files.jobs.handler.ts';
import { createFiles, type Files } from './files.ts';
import { diskStorage, storageKey, type Storage } from './storage.ts';

const now = Date.UTC(2026, 0, 5);
const dayMilliseconds = 86_400_000;
let held: TestDatabase;
let [asha, stranger]: Person[] = [];
beforeAll(async () => {
  held = await testDatabase();
  [asha, stranger] = [...(await insertPeople(held.ownerUrl, 1)), ...(await insertPeople(held.ownerUrl, 1))];
});
afterAll(() => held.close());

let root: string;
let storage: Storage;
let files: Files;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cairn-files-'));
  storage = diskStorage(root);
  files = createFiles({ storage, database: held.database, jobs: { register: () => undefined, enqueue: async () => '' } });
});
afterEach(() => rmSync(root, { recursive: true }));

async function put(person: Person | undefined, ageMilliseconds: number, kind = 'resume'): Promise<string> {
  const key = storageKey(person?.organisationId ?? '', kind, randomUUID(), '1');
  await storage.put(key, { bytes: Buffer.from('x') });
  utimesSync(join(root, key), (now - ageMilliseconds) / 1000, (now - ageMilliseconds) / 1000);
  return key;
}
const kept = async (keys: readonly string[]) => Promise.all(keys.map((key) => storage.exists(key)));

describe('sweeping', () => {
  test('takes files without a row, of every organisation, once they are a day old', async () => {
    const [withRow, young, old, theirs] = [await put(asha, 2 * dayMilliseconds), await put(asha, dayMilliseconds - 1000), await put(asha, dayMilliseconds + 1000), await put(stranger, 2 * dayMilliseconds)];
    files.own('resume', async (_tx, keys) => keys.filter((key) => key === withRow));
    expect(await files.sweep(now)).toBe(2);
    expect(await kept([withRow, young, old, theirs])).toEqual([true, true, false, false]);
  });
  test('asks on the rows of the organisation whose files they are', async () => {
    const keys = [await put(asha, 2 * dayMilliseconds), await put(stranger, 2 * dayMilliseconds)];
    const asked: unknown[] = [];
    files.own('resume', async (tx, theirs) => {
      asked.push([(await tx.one<{ id: string }>(sql`select current_organisation_id() as id`)).id, theirs]);
      return theirs;
    });
    expect(await files.sweep(now)).toBe(0);
    expect(asked.toSorted()).toEqual([[asha?.organisationId, [keys[0]]], [stranger?.organisationId, [keys[1]]]].toSorted());
  });
  test('leaves a kind that nobody owns alone', async () => {
    const key = await put(asha, 9 * dayMilliseconds, 'unknown');
    expect([await files.sweep(now), await storage.exists(key)]).toEqual([0, true]);
  });
  test('looks at more files than are asked about at once', async () => {
    for (let count = 0; count < 520; count++) await put(asha, 2 * dayMilliseconds);
    files.own('resume', async (_tx, keys) => {
      expect(keys.length).toBeLessThanOrEqual(500);
      return [];
    });
    expect(await files.sweep(now)).toBe(520);
  });
});

describe('the job that deletes files', () => {
  const job = (organisationId: string, prefixes: string[]) => ({ data: { organisationId, prefixes } }) as unknown as RunningJob<{ organisationId: string; prefixes: string[] }>;
  test('deletes what it names, and can run again', async () => {
    const [gone, stays] = [await put(asha, 0), await put(asha, 0)];
    for (let run = 0; run < 2; run++) await handle(job(asha?.organisationId ?? '', [gone]), { storage });
    expect(await kept([gone, stays])).toEqual([false, true]);
  });
  test('reaches no other organisation\'s files', async () => {
    const key = await put(stranger, 0);
    await expect(handle(job(asha?.organisationId ?? '', [key]), { storage })).rejects.toThrow('another organisation');
    await expect(handle(job(asha?.organisationId ?? '', [`org/${asha?.organisationId}/../${stranger?.organisationId}`]), { storage })).rejects.toThrow();
    expect(await storage.exists(key)).toBe(true);
  });
});
