/** The people of an organisation: who they are, what they may do, who is invited. */
import { mayRole, type MemberRole } from '@cairn/contracts';
import type { Database } from '../../platform/database/database.ts';
import { Failure } from '../../platform/http/failure.ts';
import type { Person } from '../../platform/http/person.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import type { Accounts, Revoke } from '../identity/index.ts';
import { invitationDays } from './invitation-token.ts';
import { invitationMail } from './invitation.jobs.ts';
import { openInvitations, upsertInvitation, type InvitationRow } from './invitation.store.ts';
import { listPeople, lockAdmins, readPerson, roleOf, setRole, type PeopleFilter, type PeoplePosition, type PersonRow } from './member.store.ts';

export interface PeoplePage {
  readonly items: readonly PersonRow[];
  readonly total: number;
  readonly nextCursor: string | null;
}

export interface PeopleService {
  list(person: Person, query: PeopleFilter & { readonly limit: number; readonly cursor?: string | undefined }): Promise<PeoplePage>;
  /** Throws people.unknown, people.last-admin, people.address-unconfirmed. */
  changeRole(person: Person, userId: string, role: MemberRole): Promise<PersonRow>;
  /** Throws people.already-member, auth.forbidden. */
  invite(person: Person, invitation: { readonly email: string; readonly role: MemberRole }): Promise<InvitationRow>;
  invitations(person: Person): Promise<InvitationRow[]>;
}

export interface PeopleParts {
  readonly database: Database;
  readonly accounts: Accounts;
  readonly jobs: Pick<Jobs, 'enqueue'>;
  readonly revoke: Revoke;
  readonly now: () => number;
  readonly newId: () => string;
}

export function createPeopleService({ database, accounts, jobs, revoke, now, newId }: PeopleParts): PeopleService {
  return {
    list: ({ organisationId }, { limit, cursor, ...by }) => database.transaction({ organisationId }, async (tx) => {
      const { items, total, next } = await listPeople(tx, by, limit, cursor === undefined ? undefined : positionOf(cursor));
      return { items, total, nextCursor: next === null ? null : cursorOf(next) };
    }),

    changeRole: ({ organisationId }, userId, role) => database.transaction({ organisationId }, async (tx) => {
      const admins = await lockAdmins(tx);
      const before = await readPerson(tx, userId);
      if (before === undefined) throw new Failure('people.unknown');
      // Whoever signed up with an address that is not theirs must not be taken for its owner.
      if (raisesToOffice(before.role, role) && !before.emailVerified) throw new Failure('people.address-unconfirmed');
      if (role !== 'admin' && admins.length === 1 && admins[0] === userId) throw new Failure('people.last-admin');
      await setRole(tx, userId, role);
      // Not signed out, but looked up anew: the next request has the new role.
      await revoke(tx, { userId });
      const changed = await readPerson(tx, userId);
      if (changed === undefined) throw new Failure('people.unknown');
      return changed;
    }),

    invite: (person, { email, role }) => database.transaction({ organisationId: person.organisationId }, async (tx) => {
      // Who may not manage people must not make somebody, or a second self, who may.
      if ((role === 'admin' || role === 'staff') && !mayRole(person.role, 'people.manage')) throw new Failure('auth.forbidden', { params: { permission: 'people.manage' } });
      const account = await accounts.byEmail(tx, email);
      // Somebody may have signed up with an address that is not theirs; the invitation reaches the owner, who takes the account over.
      if (account?.emailVerified === true && (await roleOf(tx, account.userId)) !== undefined) throw new Failure('people.already-member');
      const { organisationId, userId: invitedBy } = person;
      const invitation = await upsertInvitation(tx, organisationId, { id: newId(), email, role, invitedBy, createdAt: new Date(now()), expiresAt: new Date(now() + invitationDays * 86_400_000) });
      await jobs.enqueue(tx, invitationMail, { organisationId, invitationId: invitation.id });
      return invitation;
    }),

    invitations: ({ organisationId }) => database.transaction({ organisationId }, (tx) => openInvitations(tx, new Date(now()))),
  };
}

function raisesToOffice(from: MemberRole, to: MemberRole): boolean {
  return (to === 'admin' && from !== 'admin') || (to === 'staff' && from !== 'admin' && from !== 'staff');
}

/** The 16 bytes of the id, then the name. */
function cursorOf({ name, id }: PeoplePosition): string {
  return Buffer.concat([Buffer.from(id.replaceAll('-', ''), 'hex'), Buffer.from(name)]).toString('base64url');
}

function positionOf(cursor: string): PeoplePosition {
  const bytes = Buffer.from(cursor, 'base64url');
  const hex = bytes.toString('hex', 0, 16);
  const name = bytes.toString('utf8', 16);
  if (hex.length !== 32 || name.includes('\0') || name.includes('\ufffd')) throw new Failure('request.invalid', { errors: [{ path: 'query.cursor', message: 'Is not one that a list answered with' }] });
  return { name, id: `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` };
}
