/** People as bare rows, for tests of the platform, which knows no feature. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Person } from '../platform/http/person.ts';

/** Students of one organisation. */
export async function insertPeople(ownerUrl: string, count: number): Promise<Person[]> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const organisationId = randomUUID();
    await owner.query('insert into identity.organisation (id, name, slug, created_at) values ($1, $2, $3, now())', [organisationId, 'College', `college-${organisationId.slice(0, 8)}`]);
    const people = Array.from({ length: count }, () => ({ userId: randomUUID(), organisationId, role: 'student', sessionId: randomUUID() }) as const);
    for (const { userId } of people) {
      await owner.query('insert into identity."user" (id, name, email, email_verified, created_at, updated_at) values ($1, $2, $3, true, now(), now())', [userId, 'Person', `${userId}@college.example`]);
    }
    return people;
  } finally {
    await owner.end();
  }
}
