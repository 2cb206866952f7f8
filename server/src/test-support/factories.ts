/** Organisations and people for tests; what a test does not say is made up, and different each time. */
import type { MemberRole } from '@cairn/contracts';
import { randomUUID } from 'node:crypto';
import type { App } from '../app.ts';
import type { Database, Transaction } from '../platform/database/database.ts';
import type { Person } from '../platform/http/person.ts';

export interface TestOrganisation {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

export interface TestPerson extends Person {
  readonly name: string;
  readonly email: string;
  readonly accessToken: string;
}

export interface Factories {
  organisation(wanted?: { readonly name?: string; readonly slug?: string }): Promise<TestOrganisation>;
  /** The same person with a new token, after the clock was moved past the end of the last one. */
  signedInAgain(person: TestPerson): Promise<TestPerson>;
  /** Somebody who is signed in. Without an organisation they are in the first one of the test. */
  person(wanted?: { readonly organisation?: TestOrganisation; readonly role?: MemberRole; readonly name?: string; readonly email?: string }): Promise<TestPerson>;
}

export function createFactories({ app, database, now }: { readonly app: App; readonly database: Database; readonly now: () => number }): Factories {
  const { organisations, identity } = app.features;
  let first: Promise<TestOrganisation> | undefined;

  async function organisation({ name, slug }: { name?: string; slug?: string } = {}): Promise<TestOrganisation> {
    const mark = randomUUID().slice(0, 8);
    const created = await organisations.create({ name: name ?? `College ${mark}`, slug: slug ?? `college-${mark}`, adminEmail: `founder-${mark}@college.example`, adminName: `Founder ${mark}` });
    return created.organisation;
  }

  async function session(tx: Transaction, { userId, organisationId }: { userId: string; organisationId: string }): Promise<{ sessionId: string; accessToken: string }> {
    const credentials = await identity.sessions.start(tx, { userId, organisationId, client: 'api', userAgent: undefined });
    if (credentials.client !== 'api') throw new Error('A session for the API carries tokens');
    const { accessToken } = credentials.tokens;
    const { sid } = JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString()) as { sid: string };
    return { sessionId: sid, accessToken };
  }

  return {
    organisation,
    async person({ organisation: given, role = 'student', name, email } = {}) {
      const theirs = given ?? (await (first ??= organisation()));
      const mark = randomUUID().slice(0, 8);
      const wanted = { name: name ?? `Person ${mark}`, email: email ?? `person-${mark}@college.example` };
      return database.transaction({ organisationId: theirs.id }, async (tx) => {
        const [userId = ''] = await organisations.createMembers(tx, theirs.id, [{ ...wanted, role, passwordHash: null, joinedAt: new Date(now()), onboarded: true }]);
        return { ...wanted, userId, organisationId: theirs.id, role, ...(await session(tx, { userId, organisationId: theirs.id })) };
      });
    },
    signedInAgain: (person) => database.transaction(person, async (tx) => ({ ...person, ...(await session(tx, person)) })),
  };
}
