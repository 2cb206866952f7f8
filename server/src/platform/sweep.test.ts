import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../test-support/database.ts';
import { insertPeople } from '../test-support/people-rows.ts';
import { sql } from './database/sql.ts';
import type { Person } from './http/person.ts';
import { sweepRows } from './sweep.ts';

let held: TestDatabase;
beforeAll(async () => { held = await testDatabase(); });
afterAll(() => held.close());

test('rows that are kept for a time go when it is over, in every organisation, and not before', async () => {
  const people = [...(await insertPeople(held.ownerUrl, 1)), ...(await insertPeople(held.ownerUrl, 1))];
  const now = Date.UTC(2026, 0, 5);
  const hoursAgo = (hours: number) => new Date(now - hours * 3_600_000);
  const rowsOf = (person: Person) => held.database.transaction(person, async (tx) => [
    ...(await tx.query<{ what: string }>(sql`select key as what from idempotency_keys`)), ...(await tx.query<{ what: string }>(sql`select name as what from failed_jobs`)),
  ].map(({ what }) => what));
  for (const person of people) {
    await held.database.transaction(person, async (tx) => {
      for (const [name, hours] of [['day', 23.9], ['older', 24.1], ['quarter', 90 * 24 - 1], ['ancient', 90 * 24 + 1]] as const) {
        await tx.query(sql`insert into idempotency_keys (organisation_id, user_id, key, request_hash, claimed_at) values (${person.organisationId}, ${person.userId}, ${`key ${name}`}, '', ${hoursAgo(hours)})`);
        await tx.query(sql`insert into failed_jobs (organisation_id, id, name, data, attempts, message, failed_at) values (${person.organisationId}, gen_random_uuid(), ${`job ${name}`}, '{}', 1, '', ${hoursAgo(hours)})`);
      }
    });
  }
  await sweepRows(held.database, people.map(({ organisationId }) => organisationId), now);
  for (const person of people) expect((await rowsOf(person)).toSorted()).toEqual(['job day', 'job older', 'job quarter', 'key day']);
});
