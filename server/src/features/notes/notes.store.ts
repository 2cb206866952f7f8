import type { Transaction } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';

export interface Owner {
  readonly organisationId: string;
  readonly userId: string;
}

export interface StoredNote {
  readonly id: string;
  readonly text: string;
  readonly pinned: boolean;
  readonly createdAt: Date;
}

export function notesOf(tx: Transaction, { userId }: Owner): Promise<StoredNote[]> {
  return tx.query<StoredNote>(sql`select id, text, pinned, created_at as "createdAt" from note where user_id = ${userId}`);
}

export async function countNotes(tx: Transaction, { userId }: Owner): Promise<number> {
  return (await tx.one<{ count: number }>(sql`select count(*) as count from note where user_id = ${userId}`)).count;
}

export async function insertNote(tx: Transaction, { organisationId, userId }: Owner, note: StoredNote): Promise<void> {
  await tx.query(sql`
    insert into note (organisation_id, user_id, id, text, pinned, created_at)
    values (${organisationId}, ${userId}, ${note.id}, ${note.text}, ${note.pinned}, ${note.createdAt})`);
}

export async function deleteNote(tx: Transaction, { userId }: Owner, id: string): Promise<boolean> {
  return (await tx.query(sql`delete from note where id = ${id} and user_id = ${userId} returning id`)).length === 1;
}
