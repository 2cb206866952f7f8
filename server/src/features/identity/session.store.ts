/** The rows of sessions and refresh tokens. Ended sessions are deleted; their tokens go with them. */
import type { Transaction } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';

export type Client = 'api' | 'web';

export interface SessionRow {
  readonly id: string;
  readonly userId: string;
  readonly organisationId: string;
  readonly client: Client;
  readonly userAgent: string | null;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
  readonly expiresAt: Date;
}

const columns = sql`id, user_id as "userId", organisation_id as "organisationId", client, user_agent as "userAgent", created_at as "createdAt", last_used_at as "lastUsedAt", expires_at as "expiresAt"`;

export async function insertSession(tx: Transaction, session: SessionRow, cookieHash: Buffer | null): Promise<void> {
  await tx.query(sql`
    insert into identity.session (id, user_id, organisation_id, client, token_hash, user_agent, created_at, last_used_at, expires_at)
    values (${session.id}, ${session.userId}, ${session.organisationId}, ${session.client}, ${cookieHash}, ${session.userAgent}, ${session.createdAt}, ${session.lastUsedAt}, ${session.expiresAt})`);
}

export function sessionById(tx: Transaction, id: string, now: Date): Promise<SessionRow | undefined> {
  return tx.maybe<SessionRow>(sql`select ${columns} from identity.session where id = ${id} and expires_at > ${now}`);
}

export function sessionByCookie(tx: Transaction, cookieHash: Buffer, now: Date): Promise<SessionRow | undefined> {
  return tx.maybe<SessionRow>(sql`select ${columns} from identity.session where token_hash = ${cookieHash} and expires_at > ${now}`);
}

export function sessionsOf(tx: Transaction, userId: string, now: Date): Promise<SessionRow[]> {
  return tx.query<SessionRow>(sql`select ${columns} from identity.session where user_id = ${userId} and expires_at > ${now} order by last_used_at desc, id`);
}

export async function touchSession(tx: Transaction, id: string, now: Date, expiresAt: Date): Promise<void> {
  await tx.query(sql`update identity.session set last_used_at = ${now}, expires_at = ${expiresAt} where id = ${id}`);
}

/** Whether there was such a session of this person. */
export async function deleteSession(tx: Transaction, id: string, userId: string): Promise<boolean> {
  return (await tx.query(sql`delete from identity.session where id = ${id} and user_id = ${userId} returning id`)).length > 0;
}

export async function deleteSessionsOf(tx: Transaction, userId: string): Promise<void> {
  await tx.query(sql`delete from identity.session where user_id = ${userId}`);
}

export async function insertRefreshToken(tx: Transaction, token: { readonly hash: Buffer; readonly sessionId: string; readonly createdAt: Date; readonly expiresAt: Date }): Promise<void> {
  await tx.query(sql`
    insert into identity.refresh_token (token_hash, session_id, created_at, expires_at) values (${token.hash}, ${token.sessionId}, ${token.createdAt}, ${token.expiresAt})`);
}

/** Takes the token out of use; of two at once one gets the session's id. */
export async function rotateRefreshToken(tx: Transaction, hash: Buffer, now: Date): Promise<string | undefined> {
  const row = await tx.maybe<{ sessionId: string }>(sql`
    update identity.refresh_token set rotated_at = clock_timestamp() where token_hash = ${hash} and rotated_at is null and expires_at > ${now} returning session_id as "sessionId"`);
  return row?.sessionId;
}

export interface RotatedToken {
  readonly sessionId: string;
  readonly userId: string;
  /** It was still live when this transaction began, by the one clock that all processes share: the database's. */
  readonly atOnce: boolean;
}

export function rotatedToken(tx: Transaction, hash: Buffer): Promise<RotatedToken | undefined> {
  return tx.maybe<RotatedToken>(sql`
    select session_id as "sessionId", user_id as "userId", rotated_at > transaction_timestamp() as "atOnce"
    from identity.refresh_token join identity.session on session.id = session_id where refresh_token.token_hash = ${hash} and rotated_at is not null`);
}

export async function sweepSessions(tx: Transaction, now: Date): Promise<void> {
  await tx.query(sql`delete from identity.session where expires_at <= ${now}`);
  await tx.query(sql`delete from identity.refresh_token where expires_at <= ${now}`);
}
