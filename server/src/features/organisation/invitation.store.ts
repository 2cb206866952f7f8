/** Invitations that are open; one that is taken up is gone. */
import type { MemberRole } from '@cairn/contracts';
import type { Transaction } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';

export interface InvitationRow {
  readonly id: string;
  readonly email: string;
  readonly role: MemberRole;
  readonly expiresAt: Date;
}

/** A second invitation to the same address takes the place of the first, whose link stops working. */
export function upsertInvitation(tx: Transaction, organisationId: string, invitation: InvitationRow & { readonly invitedBy: string; readonly createdAt: Date }): Promise<InvitationRow> {
  return tx.one<InvitationRow>(sql`
    insert into invitation (id, organisation_id, email, role, invited_by, created_at, expires_at)
    values (${invitation.id}, ${organisationId}, ${invitation.email}, ${invitation.role}, ${invitation.invitedBy}, ${invitation.createdAt}, ${invitation.expiresAt})
    on conflict (organisation_id, email) do update
    set id = excluded.id, role = excluded.role, invited_by = excluded.invited_by, created_at = excluded.created_at, expires_at = excluded.expires_at, token_hash = null
    returning id, email, role, expires_at as "expiresAt"`);
}

export function openInvitations(tx: Transaction, now: Date): Promise<InvitationRow[]> {
  return tx.query<InvitationRow>(sql`select id, email, role, expires_at as "expiresAt" from invitation where expires_at > ${now} order by created_at desc, id`);
}

/** What the mail needs, while the invitation is open. */
export function invitationToSend(tx: Transaction, id: string, now: Date): Promise<{ email: string; role: MemberRole; organisation: string; language: 'en' | 'hi' | null } | undefined> {
  return tx.maybe(sql`
    select i.email, i.role, o.name as organisation, u.language
    from invitation i join identity.organisation o on o.id = i.organisation_id left join identity."user" u on u.id = i.invited_by where i.id = ${id} and i.expires_at > ${now}`);
}

export async function setInvitationToken(tx: Transaction, id: string, tokenHash: Buffer): Promise<void> {
  await tx.query(sql`update invitation set token_hash = ${tokenHash} where id = ${id}`);
}

export function invitationByToken(tx: Transaction, tokenHash: Buffer, now: Date): Promise<{ email: string; role: MemberRole; organisationId: string; organisationName: string } | undefined> {
  return tx.maybe(sql`
    select i.email, i.role, o.id as "organisationId", o.name as "organisationName"
    from invitation i join identity.organisation o on o.id = i.organisation_id where i.token_hash = ${tokenHash} and i.expires_at > ${now}`);
}

/** The role it gives; undefined when it was taken up or has expired. */
export async function takeInvitation(tx: Transaction, tokenHash: Buffer, now: Date): Promise<MemberRole | undefined> {
  return (await tx.maybe<{ role: MemberRole }>(sql`delete from invitation where token_hash = ${tokenHash} and expires_at > ${now} returning role`))?.role;
}

export async function deleteInvitationsTo(tx: Transaction, email: string): Promise<void> {
  await tx.query(sql`delete from invitation where email = ${email}`);
}

export async function deleteExpiredInvitations(tx: Transaction, now: Date): Promise<void> {
  await tx.query(sql`delete from invitation where expires_at <= ${now}`);
}
