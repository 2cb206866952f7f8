/** Proving a mailbox: to confirm the address, or to set a new password. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '../../platform/database/database.ts';
import { Failure } from '../../platform/http/failure.ts';
import type { Person } from '../../platform/http/person.ts';
import type { Accounts } from './accounts.ts';
import type { Lockout } from './lockout.ts';
import type { AccountMails } from './mail.jobs.ts';
import type { Memberships } from './memberships.ts';
import { weaknessOf } from './password-rules.ts';
import type { Passwords } from './passwords.ts';
import type { Sessions } from './sessions.ts';

export interface RecoveryService {
  /** Answers the same, and takes as long, whether there is such an account or not. */
  forgot(email: string): Promise<void>;
  /** Ends every session and lock, and confirms the address: the token came by mail. */
  reset(token: string, password: string): Promise<void>;
  verifyEmail(token: string): Promise<void>;
  resendVerification(person: Person): Promise<void>;
}

export interface RecoveryParts {
  readonly database: Database;
  readonly accounts: Accounts;
  readonly passwords: Passwords;
  readonly lockout: Lockout;
  readonly sessions: Sessions;
  readonly memberships: Memberships;
  readonly mails: AccountMails;
}

/** Longer than queueing a mail takes. */
const forgotMilliseconds = 150;

export function createRecoveryService({ database, accounts, passwords, lockout, sessions, memberships, mails }: RecoveryParts): RecoveryService {
  async function queueReset(email: string): Promise<void> {
    const account = await database.identity((tx) => accounts.byEmail(tx, email));
    if (account === undefined) return;
    const organisationId = await memberships.anyOf(account.userId);
    if (organisationId === undefined) return;
    await database.identity((tx) => mails.send(tx, 'reset-password', { userId: account.userId, organisationId }));
  }

  return {
    async forgot(email) {
      await Promise.all([queueReset(email), wait(forgotMilliseconds)]);
    },

    async reset(token, password) {
      await database.identity(async (tx) => {
        const userId = await accounts.useToken(tx, 'reset-password', token);
        const owner = userId === undefined ? undefined : await accounts.byId(tx, userId);
        if (owner === undefined) throw new Failure('auth.token-invalid');
        // Thrown inside, so that the token is not spent on a password that was refused.
        const weakness = weaknessOf(password, owner);
        if (weakness !== undefined) throw new Failure('auth.weak-password', { params: { weakness } });
        await accounts.setPassword(tx, owner.userId, await passwords.hash(password));
        await accounts.confirmEmail(tx, owner.userId);
        await accounts.withdrawTokens(tx, 'reset-password', owner.userId);
        await lockout.clear(tx, owner.email);
        await sessions.endAll(tx, owner.userId);
        await memberships.emailConfirmed(tx, owner);
      });
    },

    async verifyEmail(token) {
      await database.identity(async (tx) => {
        const userId = await accounts.useToken(tx, 'verify-email', token);
        const found = userId === undefined ? undefined : await accounts.byId(tx, userId);
        if (found === undefined) throw new Failure('auth.token-invalid');
        await accounts.confirmEmail(tx, found.userId);
        await accounts.withdrawTokens(tx, 'verify-email', found.userId);
        await memberships.emailConfirmed(tx, found);
      });
    },

    async resendVerification({ userId, organisationId }) {
      await database.identity(async (tx) => {
        const account = await accounts.byId(tx, userId);
        if (account !== undefined && !account.emailVerified) await mails.send(tx, 'verify-email', { userId, organisationId });
      });
    },
  };
}
