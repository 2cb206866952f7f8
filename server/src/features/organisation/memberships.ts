/** What identity has to know of organisations: who is meant, who belongs where, who may join. */
import type { Database, Transaction } from '../../platform/database/database.ts';
import { Failure } from '../../platform/http/failure.ts';
import { tokenHash, type Memberships } from '../identity/index.ts';
import { chooseOrganisation, subdomainOf } from './choose-organisation.ts';
import { organisationOfToken } from './invitation-token.ts';
import { invitationByToken, takeInvitation } from './invitation.store.ts';
import { affiliate, insertMembers, markSeen, raiseMember, readUser, roleOf, type Affiliation } from './member.store.ts';
import { onRowsOf, organisations, organisationsAtDomainOf } from './organisation.store.ts';

export function createMemberships({ database, publicUrl, now }: { readonly database: Database; readonly publicUrl: string; readonly now: () => number }): Memberships {
  const at = () => new Date(now());

  /** Of the transaction's organisation, which somebody else than the caller knows by `tx` only. */
  async function current(tx: Transaction): Promise<string> {
    return (await tx.one<{ id: string }>('select current_organisation_id() as id')).id;
  }

  async function atOwnDomain(tx: Transaction, organisationId: string, email: string): Promise<boolean> {
    return (await organisationsAtDomainOf(tx, email)).some(({ id }) => id === organisationId);
  }

  return {
    async choose({ organisation, host }) {
      const all = await database.identity(organisations);
      const choice = chooseOrganisation(all, organisation, subdomainOf(host, publicUrl));
      if (choice === 'unknown') throw new Failure('auth.organisation-unknown');
      if (choice === 'ambiguous') throw new Failure('auth.organisation-choice');
      return choice.organisation;
    },

    async invitation(token) {
      const organisationId = organisationOfToken(token);
      const found = organisationId === undefined ? undefined : await database.transaction({ organisationId }, (tx) => invitationByToken(tx, tokenHash(token), at()));
      if (found === undefined) throw new Failure('auth.invitation-invalid');
      return { organisation: { id: found.organisationId, name: found.organisationName }, email: found.email, role: found.role };
    },

    roleOf,
    user: readUser,
    seen: markSeen,

    async joinAsStudent(tx, { userId, name, email, emailVerified }) {
      const organisationId = await current(tx);
      const affiliation: Affiliation = emailVerified && (await atOwnDomain(tx, organisationId, email)) ? 'organisation' : 'guest';
      await insertMembers(tx, organisationId, [{ userId, name, email, role: 'student', affiliation, joinedAt: at(), onboardedAt: null }]);
    },

    async joinByInvitation(tx, token, { userId, name, email }) {
      const role = await takeInvitation(tx, tokenHash(token), at());
      if (role === undefined) throw new Failure('auth.invitation-invalid');
      await insertMembers(tx, await current(tx), [{ userId, name, email, role, affiliation: 'organisation', joinedAt: at(), onboardedAt: null }]);
      await raiseMember(tx, userId, role);
    },

    async emailConfirmed(tx, { userId, email }) {
      for (const { id } of await organisationsAtDomainOf(tx, email)) await onRowsOf(tx, id, () => affiliate(tx, userId));
    },

    async anyOf(userId) {
      for (const { id } of await database.identity(organisations)) {
        const role = await database.transaction({ organisationId: id }, (tx) => roleOf(tx, userId));
        if (role !== undefined) return id;
      }
      return undefined;
    },
  };
}
