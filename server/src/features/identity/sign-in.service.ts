/** Coming in: by a new account, by an invitation, or by a password. */
import type { User } from '@cairn/contracts';
import type { Database, Transaction } from '../../platform/database/database.ts';
import { Failure } from '../../platform/http/failure.ts';
import type { Account, Accounts, Language } from './accounts.ts';
import type { AccountMails } from './mail.jobs.ts';
import type { Lockout } from './lockout.ts';
import type { ChosenOrganisation, Memberships } from './memberships.ts';
import { weaknessOf } from './password-rules.ts';
import type { Passwords } from './passwords.ts';
import type { Client } from './session.store.ts';
import type { Credentials, Sessions } from './sessions.ts';

/** Where a request comes from. */
export interface Caller {
  readonly address: string;
  readonly host: string;
  readonly userAgent: string | undefined;
}

export interface Login {
  readonly email: string;
  readonly password: string;
  readonly client: Client;
  readonly organisation?: string | undefined;
}

export interface Registration extends Login {
  readonly name: string;
  readonly invitation?: string | undefined;
  readonly language?: Language | undefined;
}

export type SignedIn = Credentials & { readonly user: User };

export interface SignInService {
  login(login: Login, caller: Caller): Promise<SignedIn>;
  register(registration: Registration, caller: Caller): Promise<SignedIn>;
  /** Throws auth.wrong-credentials or auth.locked unless it is this person's password. */
  confirmPassword(userId: string, password: string, caller: Pick<Caller, 'address'>): Promise<void>;
}

export interface SignInParts {
  readonly database: Database;
  readonly accounts: Accounts;
  readonly passwords: Passwords;
  readonly lockout: Lockout;
  readonly sessions: Sessions;
  readonly memberships: Memberships;
  readonly mails: AccountMails;
}

export function createSignInService({ database, accounts, passwords, lockout, sessions, memberships, mails }: SignInParts): SignInService {
  /**
   * The account whose password this is, else auth.wrong-credentials or auth.locked. An unknown e-mail is counted,
   * locked and timed like a known one.
   */
  function proven(email: string, password: string, address: string): Promise<Account> {
    const attempt = { email, address };
    return lockout.inTurn(attempt, async () => {
      const { account, seconds } = await database.identity(async (tx) => {
        const found = await accounts.byEmail(tx, email);
        return { account: found, seconds: await lockout.secondsLeft(tx, attempt, found?.userId) };
      });
      if (seconds > 0) throw new Failure('auth.locked', { retryAfterSeconds: seconds, params: { retryAfterSeconds: seconds } });
      const right = await passwords.matches(password, account?.passwordHash ?? null);
      await database.identity((tx) => (right && account !== undefined ? lockout.right(tx, attempt, account.userId) : lockout.wrong(tx, attempt)));
      if (!right || account === undefined) throw new Failure('auth.wrong-credentials');
      return account;
    });
  }

  /** `within` makes the person a member where they are none yet. */
  function enter(account: Pick<Account, 'userId'>, organisation: ChosenOrganisation, client: Client, caller: Caller, within?: (tx: Transaction) => Promise<void>): Promise<SignedIn> {
    const who = { organisationId: organisation.id, userId: account.userId };
    return database.transaction(who, async (tx) => {
      await within?.(tx);
      const user = await memberships.user(tx, account.userId);
      // Whether the password was right is nobody's business where the organisation does not know the person.
      if (user === undefined) throw new Failure('auth.wrong-credentials');
      return { ...(await sessions.start(tx, { ...who, client, userAgent: caller.userAgent })), user };
    });
  }

  /** An account is there already: whoever knows its password comes in, and its owner hears of anybody else. */
  async function registerAgain(registration: Registration, organisation: ChosenOrganisation, caller: Caller, join: (tx: Transaction, account: Account) => Promise<void>): Promise<SignedIn> {
    try {
      const account = await proven(registration.email, registration.password, caller.address);
      return await enter(account, organisation, registration.client, caller, (tx) => join(tx, account));
    } catch (error) {
      if (error instanceof Failure && error.code === 'auth.wrong-credentials') {
        await database.transaction({ organisationId: organisation.id }, async (tx) => {
          const owner = await accounts.byEmail(tx, registration.email);
          if (owner !== undefined) await mails.send(tx, 'already-registered', { userId: owner.userId, organisationId: organisation.id });
        });
      }
      throw error;
    }
  }

  async function registerInvited(registration: Registration, token: string, caller: Caller): Promise<SignedIn> {
    const { email, name, password, client, language = 'en' } = registration;
    const invitation = await memberships.invitation(token);
    if (invitation.email !== email) throw new Failure('auth.invitation-invalid');
    const { organisation } = invitation;
    const existing = await database.identity((tx) => accounts.byEmail(tx, email));
    const join = (tx: Transaction, account: Pick<Account, 'userId' | 'name' | 'email'>) => memberships.joinByInvitation(tx, token, account);
    if (existing !== undefined && existing.emailVerified && existing.passwordHash !== null) return registerAgain(registration, organisation, caller, join);

    // The token came by mail, so the mailbox is theirs. Whoever made the account before never proved that.
    const passwordHash = await passwords.hash(password);
    const signedIn = await database.transaction({ organisationId: organisation.id }, async (tx) => {
      const userId = existing?.userId ?? (await accounts.create(tx, { name, email, emailVerified: true, language, passwordHash }));
      if (userId === undefined) return undefined;
      await join(tx, { userId, name: existing?.name ?? name, email });
      if (existing !== undefined) {
        await accounts.setPassword(tx, userId, passwordHash);
        await accounts.confirmEmail(tx, userId);
        await sessions.endAll(tx, userId);
      }
      const user = await memberships.user(tx, userId);
      if (user === undefined) throw new Error('Somebody who took up an invitation is not a member');
      return { ...(await sessions.start(tx, { userId, organisationId: organisation.id, client, userAgent: caller.userAgent })), user };
    });
    return signedIn ?? registerAgain(registration, organisation, caller, join);
  }

  async function registerFreely(registration: Registration, caller: Caller): Promise<SignedIn> {
    const { email, name, password, client, language = 'en' } = registration;
    const organisation = await memberships.choose({ organisation: registration.organisation, host: caller.host });
    const join = (tx: Transaction, account: Account) => memberships.joinAsStudent(tx, account);
    const existing = await database.identity((tx) => accounts.byEmail(tx, email));
    if (existing !== undefined) return registerAgain(registration, organisation, caller, join);

    const passwordHash = await passwords.hash(password);
    const signedIn = await database.transaction({ organisationId: organisation.id }, async (tx) => {
      const userId = await accounts.create(tx, { name, email, emailVerified: false, language, passwordHash });
      if (userId === undefined) return undefined;
      await join(tx, { userId, name, email, emailVerified: false, language, passwordHash });
      await mails.send(tx, 'verify-email', { userId, organisationId: organisation.id });
      const user = await memberships.user(tx, userId);
      if (user === undefined) throw new Error('Somebody who registered is not a member');
      return { ...(await sessions.start(tx, { userId, organisationId: organisation.id, client, userAgent: caller.userAgent })), user };
    });
    // Somebody else took the e-mail between the look and the leap.
    return signedIn ?? registerAgain(registration, organisation, caller, join);
  }

  return {
    async login({ email, password, client, organisation }, caller) {
      const chosen = await memberships.choose({ organisation, host: caller.host });
      const account = await proven(email, password, caller.address);
      return enter(account, chosen, client, caller);
    },

    async register(registration, caller) {
      const weakness = weaknessOf(registration.password, registration);
      if (weakness !== undefined) throw new Failure('auth.weak-password', { params: { weakness } });
      return registration.invitation === undefined ? registerFreely(registration, caller) : registerInvited(registration, registration.invitation, caller);
    },

    async confirmPassword(userId, password, { address }) {
      const account = await database.identity((tx) => accounts.byId(tx, userId));
      if (account === undefined) throw new Failure('auth.wrong-credentials');
      await proven(account.email, password, address);
    },
  };
}
