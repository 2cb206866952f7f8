// Declares what the database's set-up provides.
import type {} from '../../server/src/test-support/global-database.ts';
import { resolve } from 'node:path';
import { testApp, type TestApp, type TestAppOptions } from '../../server/src/test-support/app.ts';
import { password, type Credentials } from './people.ts';
import { freePort } from './server.ts';

export interface OwnCairn {
  readonly address: string;
  readonly app: TestApp;
  /** Moves the server's clock. Sessions end as they would. */
  wait(days: number): void;
  /** A student who can sign in. */
  student(name: string): Promise<Credentials>;
  stop(): Promise<void>;
}

/** Cairn in the test's own process, with an empty college and a clock that the test moves. */
export async function ownCairn(options: Pick<TestAppOptions, 'environment' | 'outside'> = {}): Promise<OwnCairn> {
  // Known beforehand, since the pages' own origin follows from it.
  const port = await freePort();
  const address = `http://localhost:${String(port)}`;
  const app = await testApp({ ...options, work: true, served: true, webDirectory: resolve(import.meta.dirname, '../../web/dist'), environment: { CAIRN_PUBLIC_URL: address, PORT: String(port), HOST: 'localhost', ...options.environment } });
  let students = 0;
  let college: ReturnType<typeof app.make.organisation> | undefined;
  return {
    address, app,
    wait: (days) => { app.clock.milliseconds += days * 86_400_000; },
    async student(name) {
      // A test that is tried again has a student of its own again.
      const email = `${name.toLowerCase().replaceAll(' ', '.')}.${String((students += 1))}@pebbles.example`;
      const { organisations, identity } = app.app.features;
      // One for all: with two on an installation a sign-in would have to say which.
      const { id } = await (college ??= app.make.organisation());
      const passwordHash = await identity.passwords.hash(password);
      await app.held.database.transaction({ organisationId: id }, (tx) => organisations.createMembers(tx, id, [{ name, email, role: 'student', passwordHash, joinedAt: new Date(app.clock.milliseconds), onboarded: true }]));
      return { email, password };
    },
    stop: () => app.close(),
  };
}
