/**
 * Accounts, their passwords, and the one-time tokens of mails. better-auth keeps them, in the caller's transaction;
 * nothing outside this file knows of it. Sessions are ours (docs/decisions/0005-identity.md).
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Transaction } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';
import { randomToken } from './secrets.ts';

export type Language = 'en' | 'hi';
export type Theme = 'light' | 'dark' | 'system';

export interface Account {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly language: Language;
  /** Null for somebody who cannot sign in with a password (yet). */
  readonly passwordHash: string | null;
}

export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly language: Language;
  readonly passwordHash: string | null;
}

export type TokenPurpose = 'verify-email' | 'reset-password';

export interface Accounts {
  byEmail(tx: Transaction, email: string): Promise<Account | undefined>;
  byId(tx: Transaction, userId: string): Promise<Account | undefined>;
  /** Answers the user's id; undefined when somebody else was faster to take the e-mail. */
  create(tx: Transaction, account: NewAccount): Promise<string | undefined>;
  /** Many at once, as demo data and imports need. Answers their ids in the same order. Fails as a whole when an e-mail is taken. */
  createMany(tx: Transaction, accounts: readonly NewAccount[]): Promise<string[]>;
  setPassword(tx: Transaction, userId: string, passwordHash: string): Promise<void>;
  confirmEmail(tx: Transaction, userId: string): Promise<void>;
  change(tx: Transaction, userId: string, change: { readonly name?: string; readonly language?: Language; readonly theme?: Theme }): Promise<void>;
  /** A token that works once, until `lifeSeconds` have passed. */
  issueToken(tx: Transaction, purpose: TokenPurpose, userId: string, lifeSeconds: number): Promise<string>;
  /** The user whose token it is; undefined when it was used, has expired or never was. Of two at once one gets the user. */
  useToken(tx: Transaction, purpose: TokenPurpose, token: string): Promise<string | undefined>;
  withdrawTokens(tx: Transaction, purpose: TokenPurpose, userId: string): Promise<void>;
  erase(tx: Transaction, userId: string): Promise<void>;
  /** Forgets tokens that have expired. */
  sweep(tx: Transaction): Promise<void>;
  /** Loads what the first account operation needs, so that the first person to sign in does not wait for it. */
  warm(): Promise<void>;
}

export interface AccountsOptions {
  readonly secret: string;
  readonly publicUrl: string;
  readonly now: () => number;
  readonly newId: () => string;
  readonly randomBytes: (count: number) => Uint8Array;
}

const valueOf = (purpose: TokenPurpose, userId: string) => `${purpose}:${userId}`;
const identifierOf = (purpose: TokenPurpose, token: string) => `${purpose}:${token}`;

export function createAccounts(options: AccountsOptions): Accounts {
  const { now, newId } = options;
  const calledIn = new AsyncLocalStorage<Transaction>();
  let loaded: ReturnType<typeof load> | undefined;

  /** Importing better-auth takes 0.2 s, which the start of the server need not wait for. */
  async function load() {
    const [{ betterAuth }, { identityAdapter }] = await Promise.all([import('better-auth/minimal'), import('./better-auth-adapter.ts')]);
    const auth = betterAuth({
      database: identityAdapter(() => {
        const tx = calledIn.getStore();
        if (tx === undefined) throw new Error('better-auth was called outside a transaction');
        return tx;
      }),
      secret: options.secret,
      baseURL: options.publicUrl,
      user: { additionalFields: { language: { type: 'string', required: true }, theme: { type: 'string', required: false } } },
      emailAndPassword: { enabled: true },
      verification: { storeIdentifier: 'hashed' },
      advanced: { database: { generateId: () => newId(), validateSchema: false } },
      logger: { disabled: true },
      telemetry: { enabled: false },
    });
    return (await auth.$context).internalAdapter;
  }
  const store = () => (loaded ??= load());
  type Store = Awaited<ReturnType<typeof load>>;

  async function within<T>(tx: Transaction, work: (store: Store) => Promise<T>): Promise<T> {
    const internal = await store();
    return calledIn.run(tx, () => work(internal));
  }

  interface UserRow { id: string; name: string; email: string; emailVerified: boolean; language: Language }
  function accountOf(user: UserRow, accounts: readonly { providerId: string; password?: string | null | undefined }[]): Account {
    const credential = accounts.find(({ providerId }) => providerId === 'credential');
    return { userId: user.id, name: user.name, email: user.email, emailVerified: user.emailVerified, language: user.language, passwordHash: credential?.password ?? null };
  }

  async function createCredential(tx: Transaction, userId: string, password: string): Promise<void> {
    await within(tx, (internal) => internal.createAccount({ userId, accountId: userId, providerId: 'credential', password }));
  }

  return {
    byEmail: (tx, email) => within(tx, async (internal) => {
      const found = await internal.findUserByEmail(email, { includeAccounts: true });
      return found === null ? undefined : accountOf(found.user as unknown as UserRow, found.accounts);
    }),

    byId: (tx, userId) => within(tx, async (internal) => {
      const user = await internal.findUserById(userId);
      return user === null ? undefined : accountOf(user as unknown as UserRow, await internal.findAccounts(userId));
    }),

    async create(tx, account) {
      // A taken e-mail must not spoil the caller's transaction, which goes on with the account that is there.
      await tx.query('savepoint new_account');
      try {
        const user = await within(tx, (internal) => internal.createUser({ id: newId(), name: account.name, email: account.email, emailVerified: account.emailVerified, language: account.language }, { method: 'email-password' }));
        await tx.query('release savepoint new_account');
        if (account.passwordHash !== null) await createCredential(tx, user.id, account.passwordHash);
        return user.id;
      } catch (error) {
        if ((error as { code?: unknown }).code !== '23505') throw error;
        await tx.query('rollback to savepoint new_account');
        return undefined;
      }
    },

    async createMany(tx, accounts) {
      const ids = accounts.map(() => newId());
      const at = new Date(now());
      await tx.query(sql`
        insert into identity."user" (id, name, email, email_verified, language, created_at, updated_at)
        select id, name, email, verified, language, ${at}, ${at} from unnest(${ids}::uuid[], ${accounts.map(({ name }) => name)}::text[], ${accounts.map(({ email }) => email)}::text[],
          ${accounts.map(({ emailVerified }) => emailVerified)}::boolean[], ${accounts.map(({ language }) => language)}::text[]) as given (id, name, email, verified, language)`);
      const withPassword = accounts.flatMap(({ passwordHash }, index) => (passwordHash === null ? [] : [{ userId: ids[index], passwordHash }]));
      await tx.query(sql`
        insert into identity.account (id, account_id, provider_id, user_id, password, created_at, updated_at)
        select id, user_id, 'credential', user_id::uuid, password, ${at}, ${at} from unnest(${withPassword.map(() => newId())}::uuid[], ${withPassword.map(({ userId }) => userId)}::text[],
          ${withPassword.map(({ passwordHash }) => passwordHash)}::text[]) as given (id, user_id, password)`);
      return ids;
    },

    async setPassword(tx, userId, passwordHash) {
      const changed = await within(tx, async (internal) => {
        if ((await internal.findCredentialAccount(userId)) === null) return false;
        await internal.updatePassword(userId, passwordHash);
        return true;
      });
      if (!changed) await createCredential(tx, userId, passwordHash);
    },

    async confirmEmail(tx, userId) {
      await within(tx, (internal) => internal.updateUser(userId, { emailVerified: true }));
    },

    async change(tx, userId, change) {
      await within(tx, (internal) => internal.updateUser(userId, { ...change }));
    },

    async issueToken(tx, purpose, userId, lifeSeconds) {
      const token = randomToken(options.randomBytes);
      await within(tx, (internal) => internal.createVerificationValue({ identifier: identifierOf(purpose, token), value: valueOf(purpose, userId), expiresAt: new Date(now() + lifeSeconds * 1000) }));
      return token;
    },

    async useToken(tx, purpose, token) {
      const used = await within(tx, (internal) => internal.consumeVerificationValue(identifierOf(purpose, token)));
      const prefix = valueOf(purpose, '');
      return used?.value.startsWith(prefix) === true ? used.value.slice(prefix.length) : undefined;
    },

    async withdrawTokens(tx, purpose, userId) {
      await tx.query(sql`delete from identity.verification where value = ${valueOf(purpose, userId)}`);
    },

    async erase(tx, userId) {
      const purposes: readonly TokenPurpose[] = ['verify-email', 'reset-password'];
      await tx.query(sql`delete from identity.verification where value = any(${purposes.map((purpose) => valueOf(purpose, userId))})`);
      // Account, sessions, refresh tokens and memberships go with it by their foreign keys.
      await tx.query(sql`delete from identity."user" where id = ${userId}`);
    },

    async sweep(tx) {
      await tx.query(sql`delete from identity.verification where expires_at < ${new Date(now())}`);
    },

    async warm() {
      await store();
    },
  };
}
