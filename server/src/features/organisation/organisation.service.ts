/** Organisations come into being with their first admin. */
import type { Database, Transaction } from '../../platform/database/database.ts';
import { Failure } from '../../platform/http/failure.ts';
import type { Accounts, Language, Passwords } from '../identity/index.ts';
import { insertMembers, type NewMember } from './member.store.ts';
import { checkNewOrganisation, type CheckedOrganisation, type NewOrganisation } from './new-organisation.ts';
import { insertOrganisation, isDomainTaken, lockDomains, lockSetUp, onRowsOf, organisations, type Organisation } from './organisation.store.ts';

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
  /** Makes an organisation beside those that are there. Throws organisation.slug-taken, organisation.domain-taken and what checkNewOrganisation throws. */
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

interface PreparedOrganisation extends CheckedOrganisation {
  readonly passwordHash: string | null;
}

const setPasswordSeconds = 7 * 86_400;

export function createOrganisationService({ database, accounts, passwords, now, newId }: OrganisationParts): OrganisationService {
  async function prepared(wanted: NewOrganisation): Promise<PreparedOrganisation> {
    const checked = checkNewOrganisation(wanted);
    return { ...checked, passwordHash: checked.password === undefined ? null : await passwords.hash(checked.password) };
  }

  /** `vouched`: whoever asks may speak for the admin's address. */
  async function insert(tx: Transaction, { name, slug, adminName, adminEmail, domain, language = 'en', passwordHash }: PreparedOrganisation, vouched: boolean): Promise<CreatedOrganisation> {
    const organisation = { id: newId(), name, slug };
    await lockDomains(tx);
    if (domain !== null && (await isDomainTaken(tx, domain, organisation.id))) throw new Failure('organisation.domain-taken');
    if (!(await insertOrganisation(tx, { ...organisation, emailDomain: domain, createdAt: new Date(now()) }))) throw new Failure('organisation.slug-taken');
    // Somebody may already have an account here, for another organisation: then name and password stay theirs.
    const existing = await accounts.byEmail(tx, adminEmail);
    const adminUserId = existing?.userId ?? (await accounts.create(tx, { name: adminName, email: adminEmail, emailVerified: vouched, language, passwordHash }));
    if (adminUserId === undefined) throw new Failure('server.unavailable', { retryAfterSeconds: 1 });
    const admin = { userId: adminUserId, name: existing?.name ?? adminName, email: adminEmail, role: 'admin', affiliation: 'organisation', joinedAt: new Date(now()), onboardedAt: null } as const;
    await onRowsOf(tx, organisation.id, () => insertMembers(tx, organisation.id, [admin]));
    const mustSetPassword = (existing?.passwordHash ?? passwordHash) === null;
    return { organisation, adminUserId, setPasswordToken: mustSetPassword ? await accounts.issueToken(tx, 'reset-password', adminUserId, setPasswordSeconds) : null };
  }

  return {
    all: () => database.identity(organisations),

    async create(wanted) {
      const ready = await prepared(wanted);
      return database.identity((tx) => insert(tx, ready, true));
    },

    async setUp(wanted, then) {
      const ready = await prepared(wanted);
      return database.identity(async (tx) => {
        await lockSetUp(tx);
        if ((await organisations(tx)).length > 0) throw new Failure('organisation.already-set-up');
        const created = await insert(tx, ready, false);
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
