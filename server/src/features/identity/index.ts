/** Who somebody is: accounts, passwords, sessions, tokens. */
import type { Database } from '../../platform/database/database.ts';
import type { Http } from '../../platform/http/http.ts';
import type { Authenticator } from '../../platform/http/person.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import type { Notices } from '../../platform/live/notices.ts';
import { createAccessTokens } from './access-tokens.ts';
import { createAccounts, type Accounts } from './accounts.ts';
import { createAuthenticator } from './authenticator.ts';
import { sessionCookie, type SessionCookie } from './cookies.ts';
import { identityRoutes } from './identity.routes.ts';
import { createLinks, type Links } from './links.ts';
import { createLockout, type Lockout } from './lockout.ts';
import { accountMail, createAccountMails, type AccountMails } from './mail.jobs.ts';
import type { Mail } from './mails.ts';
import type { Memberships } from './memberships.ts';
import { createPasswords, type Passwords } from './passwords.ts';
import { createRecoveryService } from './recovery.service.ts';
import { createRevoke, hearRevocations, type Revoke } from './revocations.ts';
import { derivedKey, randomToken } from './secrets.ts';
import { createSessions, type Sessions } from './sessions.ts';
import { createSignInService, type SignInService } from './sign-in.service.ts';

export type { Account, Accounts, Language, NewAccount, Theme } from './accounts.ts';
export type { SessionCookie } from './cookies.ts';
export { callerOf } from './identity.routes.ts';
export type { Links } from './links.ts';
export type { Lockout } from './lockout.ts';
export type { AccountMails } from './mail.jobs.ts';
export { composeMail, type Mail } from './mails.ts';
export type { ChosenOrganisation, Invitation, Memberships } from './memberships.ts';
export { weaknessOf } from './password-rules.ts';
export type { Passwords } from './passwords.ts';
export type { Revocation, Revoke } from './revocations.ts';
export { randomToken, tokenHash } from './secrets.ts';
export type { Credentials, Sessions } from './sessions.ts';
export type { SignInService } from './sign-in.service.ts';

export interface IdentityDeps {
  readonly database: Database;
  readonly settings: { readonly publicUrl: string; readonly secret: string };
  readonly memberships: Memberships;
  readonly jobs: Jobs;
  readonly notices: Pick<Notices, 'on' | 'onGap'>;
  readonly sendMail: (mail: Mail) => Promise<void>;
  /** Unix time in milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
  readonly randomBytes: (count: number) => Uint8Array;
}

export interface Identity {
  readonly authenticator: Authenticator;
  readonly accounts: Accounts;
  readonly passwords: Passwords;
  readonly sessions: Sessions;
  readonly lockout: Lockout;
  readonly signIn: SignInService;
  readonly mails: AccountMails;
  readonly cookie: SessionCookie;
  readonly links: Links;
  readonly revoke: Revoke;
  register(http: Pick<Http, 'implement'>): void;
}

export function createIdentity(deps: IdentityDeps): Identity {
  const { database, settings, memberships, jobs, notices, sendMail, now, newId, randomBytes } = deps;
  const accounts = createAccounts({ ...settings, now, newId, randomBytes });
  const passwords = createPasswords(() => randomToken(randomBytes));
  const accessTokens = createAccessTokens({ secret: settings.secret, now });
  const cookie = sessionCookie(settings.publicUrl);
  const authenticator = createAuthenticator({ database, accessTokens, memberships, cookieName: cookie.name, now });
  const revoke = createRevoke(authenticator.drop);
  const sessions = createSessions({ database, accessTokens, revoke, now, newId, randomBytes });
  const lockout = createLockout({ key: derivedKey(settings.secret, 'lockout'), now });
  const links = createLinks(settings.publicUrl);
  const mails = createAccountMails({ jobs, now });
  const signIn = createSignInService({ database, accounts, passwords, lockout, sessions, memberships, mails });
  const recovery = createRecoveryService({ database, accounts, passwords, lockout, sessions, memberships, mails });

  hearRevocations(notices, authenticator.drop, authenticator.dropAll);
  jobs.register(accountMail, { database, accounts, links, sendMail });
  jobs.chore('identity.sweep', '17 * * * *', () => database.identity(async (tx) => {
    await sessions.sweep(tx);
    await lockout.sweep(tx);
    await accounts.sweep(tx);
  }));

  return {
    authenticator, accounts, passwords, sessions, lockout, signIn, mails, cookie, links, revoke,
    register: (http) => identityRoutes(http, { database, signIn, recovery, sessions, memberships, cookie }),
  };
}
