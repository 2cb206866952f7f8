/** What the profile itself holds about a person: account, membership, career form, sessions. */
import type { Transaction } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';
import { readCareerForm } from './career-form.store.ts';
import type { PersonalData } from './personal-data.ts';

export const ownData: PersonalData = {
  name: 'account',
  async export(tx, { userId }) {
    const form = await readCareerForm(tx, userId);
    return [
      { path: 'account.json', json: await account(tx, userId) },
      { path: 'membership.json', json: await membership(tx, userId) },
      { path: 'sessions.json', json: await sessions(tx, userId) },
      ...(form === undefined ? [] : [{ path: 'career-form.json', json: form }]),
    ];
  },
  async erase(tx, { userId }) {
    // The career form goes with the membership.
    await tx.query(sql`delete from member where user_id = ${userId}`);
  },
};

function account(tx: Transaction, userId: string): Promise<unknown> {
  return tx.one(sql`
    select id, name, email, email_verified as "emailVerified", language, theme, time_zone as "timeZone", created_at as "createdAt", updated_at as "updatedAt",
      exists (select from identity.account where user_id = u.id and password is not null) as "hasPassword"
    from identity."user" u where id = ${userId}`);
}

function membership(tx: Transaction, userId: string): Promise<unknown> {
  return tx.one(sql`
    select o.name as organisation, m.name, m.email, m.role, m.affiliation, m.joined_at as "joinedAt", m.onboarded_at as "onboardedAt", m.last_seen_at as "lastSeenAt"
    from member m join identity.organisation o on o.id = m.organisation_id where m.user_id = ${userId}`);
}

function sessions(tx: Transaction, userId: string): Promise<unknown[]> {
  return tx.query(sql`
    select client, user_agent as "userAgent", created_at as "createdAt", last_used_at as "lastUsedAt", expires_at as "expiresAt" from identity.session where user_id = ${userId} order by created_at`);
}
