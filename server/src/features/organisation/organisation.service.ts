/** Organisations come into being with their first admin. */
import { organisation as contract } from '@cairn/contracts';
import { z } from 'zod';
import type { Database, Transaction } from '../../platform/database/database.ts';
import { Failure } from '../../platform/http/failure.ts';
import { weaknessOf, type Accounts, type Language, type Passwords } from '../identity/index.ts';
import { insertMembers, type NewMember } from './member.store.ts';
import { insertOrganisation, lockSetUp, onRowsOf, organisations, type Organisation } from './organisation.store.ts';

export interface NewOrganisation {
  readonly name: string;
  readonly slug: string;
  readonly emailDomain?: string | undefined;
  readonly adminEmail: string;
  readonly adminName: string;
  /** Without one, `setPasswordToken` of the answer lets the admin set it. */
  readonly password?: string | undefined;
  readonly language?: Language | undefined;
}

export interface CreatedOrganisation {
  readonly organisation: Organisation;
  readonly adminUserId: string;
  /** For a link that works once, for seven days; null when the admin has a password. */
  readonly setPasswordToken: string | null;
}

export interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly role: NewMember['role'];
  readonly language?: Language;
  /** Null for somebody who cannot sign in until they have reset the password. */
  readonly passwordHash: string | null;
  readonly joinedAt: Date;
  readonly onboarded: boolean;
}

export interface OrganisationService {
  all(): Promise<Organisation[]>;
  /** Makes an organisation beside those that are there. Throws organisation.slug-taken, auth.weak-password, request.invalid. */
  create(wanted: NewOrganisation): Promise<CreatedOrganisation>;
  /** The same on an empty installation, for whoever comes first; `then` runs in the same transaction, on the organisation's rows. Throws organisation.already-set-up. */
  setUp<T>(wanted: NewOrganisation, then: (tx: Transaction, created: CreatedOrganisation) => Promise<T>): Promise<T>;
  /** People by the hundred, as demo data and imports bring them; answers their ids in the same order. */
  createMembers(tx: Transaction, organisationId: string, people: readonly NewPerson[]): Promise<string[]>;
}

export interface OrganisationParts {
  readonly database: Database;
  readonly accounts: Accounts;
  readonly passwords: Passwords;
  readonly now: () => number;
  readonly newId: () => string;
}

/** The command line brings what no contract has looked at. */
const form = contract.setUp.body.pick({ organisationName: true, slug: true, name: true, email: true });

const setPasswordSeconds = 7 * 86_400;

export function createOrganisationService({ database, accounts, passwords, now, newId }: OrganisationParts): OrganisationService {
  async function prepared(wanted: NewOrganisation): Promise<{ emailDomain: string | null; passwordHash: string | null }> {
    const { password, adminName, adminEmail } = wanted;
    const read = form.safeParse({ organisationName: wanted.name, slug: wanted.slug, name: adminName, email: adminEmail });
    if (!read.success) throw new Failure('request.invalid', { detail: z.prettifyError(read.error), errors: read.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })) });
    const weakness = password === undefined ? undefined : weaknessOf(password, { name: adminName, email: adminEmail });
    if (weakness !== undefined) throw new Failure('auth.weak-password', { params: { weakness } });
    return { emailDomain: domainOf(wanted.emailDomain), passwordHash: password === undefined ? null : await passwords.hash(password) };
  }

  /** `vouched`: whoever asks may speak for the admin's address. */
  async function insert(tx: Transaction, wanted: NewOrganisation, { emailDomain, passwordHash }: { emailDomain: string | null; passwordHash: string | null }, vouched: boolean): Promise<CreatedOrganisation> {
    const { name, slug, adminName, language = 'en' } = wanted;
    const adminEmail = wanted.adminEmail.toLowerCase();
    const organisation = { id: newId(), name, slug };
    if (!(await insertOrganisation(tx, { ...organisation, emailDomain, createdAt: new Date(now()) }))) throw new Failure('organisation.slug-taken');
    // Somebody may already have an account here, for another organisation: then the password stays theirs.
    const existing = await accounts.byEmail(tx, adminEmail);
    const adminUserId = existing?.userId ?? (await accounts.create(tx, { name: adminName, email: adminEmail, emailVerified: vouched, language, passwordHash }));
    if (adminUserId === undefined) throw new Failure('server.unavailable', { retryAfterSeconds: 1 });
    const admin = { userId: adminUserId, name: adminName, email: adminEmail, role: 'admin', affiliation: 'organisation', joinedAt: new Date(now()), onboardedAt: null } as const;
    await onRowsOf(tx, organisation.id, () => insertMembers(tx, organisation.id, [admin]));
    const mustSetPassword = (existing?.passwordHash ?? passwordHash) === null;
    return { organisation, adminUserId, setPasswordToken: mustSetPassword ? await accounts.issueToken(tx, 'reset-password', adminUserId, setPasswordSeconds) : null };
  }

  return {
    all: () => database.identity(organisations),

    async create(wanted) {
      const ready = await prepared(wanted);
      return database.identity((tx) => insert(tx, wanted, ready, true));
    },

    async setUp(wanted, then) {
      const ready = await prepared(wanted);
      return database.identity(async (tx) => {
        await lockSetUp(tx);
        if ((await organisations(tx)).length > 0) throw new Failure('organisation.already-set-up');
        const created = await insert(tx, wanted, ready, false);
        return onRowsOf(tx, created.organisation.id, () => then(tx, created));
      });
    },

    async createMembers(tx, organisationId, people) {
      const ids = await accounts.createMany(tx, people.map(({ name, email, language = 'en', passwordHash }) => ({ name, email: email.toLowerCase(), emailVerified: true, language, passwordHash })));
      await insertMembers(tx, organisationId, people.map(({ name, email, role, joinedAt, onboarded }, index) => ({
        userId: ids[index] as string, name, email: email.toLowerCase(), role, affiliation: 'organisation', joinedAt, onboardedAt: onboarded ? joinedAt : null,
      })));
      return ids;
    },
  };
}

function domainOf(given: string | undefined): string | null {
  const domain = (given ?? '').trim().toLowerCase().replace(/^@/, '');
  if (domain === '') return null;
  if (!/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(domain)) {
    const message = 'Must be a domain such as college.example';
    throw new Failure('request.invalid', { detail: `emailDomain: ${message}`, errors: [{ path: 'body.emailDomain', message }] });
  }
  return domain;
}
