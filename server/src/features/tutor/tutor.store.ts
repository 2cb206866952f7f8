import type { TutorContent } from '@cairn/contracts';
import type { Level } from '@cairn/engine/knowledge';
import type { Standing } from '@cairn/engine/tutor';
import type { Transaction } from '../../platform/database/database.ts';
import { newestFirst, type NewestFirst, type Place } from '../../platform/database/newest-first.ts';
import { sql } from '../../platform/database/sql.ts';

export interface Owner {
  readonly organisationId: string;
  readonly userId: string;
}

export interface StoredChat {
  readonly id: string;
  readonly skillId: string;
  readonly level: Level;
  /** Number of the last message. */
  readonly messages: number;
  readonly standing: Standing;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface StoredMessage {
  readonly number: number;
  readonly author: 'person' | 'tutor';
  readonly content: TutorContent;
  readonly createdAt: Date;
}

const columns = sql`id, skill_id as "skillId", level, messages, standing, created_at as "createdAt", updated_at as "updatedAt"`;

export async function insertChat(tx: Transaction, { organisationId, userId }: Owner, { id, skillId, level, messages, standing, createdAt, updatedAt }: StoredChat): Promise<void> {
  await tx.query(sql`
    insert into tutor_chat (organisation_id, user_id, id, skill_id, level, messages, standing, created_at, updated_at)
    values (${organisationId}, ${userId}, ${id}, ${skillId}, ${level}, ${messages}, ${JSON.stringify(standing)}, ${createdAt}, ${updatedAt})`);
}

/** With `lock`, others who go on with the chat wait. */
export function findChat(tx: Transaction, { userId }: Owner, id: string, how: 'look' | 'lock'): Promise<StoredChat | undefined> {
  return tx.maybe<StoredChat>(sql`select ${columns} from tutor_chat where id = ${id} and user_id = ${userId} ${how === 'lock' ? sql`for update` : sql``}`);
}

export function listChats(tx: Transaction, { userId }: Owner, after: Place | null, limit: number): Promise<NewestFirst<StoredChat>> {
  return newestFirst<StoredChat>(tx, columns, sql`tutor_chat where user_id = ${userId}`, after, limit);
}

export async function moveChat(tx: Transaction, { userId }: Owner, { id, messages, standing, updatedAt }: Pick<StoredChat, 'id' | 'messages' | 'standing' | 'updatedAt'>): Promise<void> {
  await tx.query(sql`update tutor_chat set messages = ${messages}, standing = ${JSON.stringify(standing)}, updated_at = ${updatedAt} where id = ${id} and user_id = ${userId}`);
}

export async function deleteChat(tx: Transaction, { userId }: Owner, id: string): Promise<boolean> {
  return (await tx.query(sql`delete from tutor_chat where id = ${id} and user_id = ${userId} returning id`)).length === 1;
}

export async function insertMessages(tx: Transaction, { organisationId, userId }: Owner, chatId: string, messages: readonly StoredMessage[]): Promise<void> {
  for (const { number, author, content, createdAt } of messages) {
    await tx.query(sql`
      insert into tutor_message (organisation_id, user_id, chat_id, number, author, content, created_at)
      values (${organisationId}, ${userId}, ${chatId}, ${number}, ${author}, ${JSON.stringify(content)}, ${createdAt})`);
  }
}

export function messagesOf(tx: Transaction, { userId }: Owner, chatId: string): Promise<StoredMessage[]> {
  return tx.query<StoredMessage>(sql`select number, author, content, created_at as "createdAt" from tutor_message where chat_id = ${chatId} and user_id = ${userId} order by number`);
}

/** The last exercise that was given in the chat. */
export function openExerciseOf(tx: Transaction, { userId }: Owner, chatId: string): Promise<Pick<StoredMessage, 'createdAt'> | undefined> {
  return tx.maybe(sql`select created_at as "createdAt" from tutor_message where chat_id = ${chatId} and user_id = ${userId} and content->>'kind' = 'exercise' order by number desc limit 1`);
}
