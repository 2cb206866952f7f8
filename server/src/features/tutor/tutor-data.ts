import { sql } from '../../platform/database/sql.ts';
import type { PersonalData } from '../profile/index.ts';

/** What this feature holds about a person, for their export and their erasure. */
export const tutorData: PersonalData = {
  name: 'tutor',
  async export(tx, { userId }) {
    return [
      { path: 'chats.json', json: await tx.query(sql`select id, skill_id as "skillId", level, standing, created_at as "createdAt", updated_at as "updatedAt" from tutor_chat where user_id = ${userId} order by created_at, id`) },
      { path: 'messages.json', json: await tx.query(sql`select chat_id as "chatId", number, author, content, created_at as "createdAt" from tutor_message where user_id = ${userId} order by chat_id, number`) },
      { path: 'turns.json', json: await tx.query(sql`select id, goal, state, words, meta, broken_by as "brokenBy", created_at as "createdAt" from agent_run where user_id = ${userId} and feature = 'tutor' order by created_at, id`) },
      { path: 'turn-steps.json', json: await tx.query(sql`
        select run_id as "runId", number, decided_by as "decidedBy", tool, input, output, failure, tokens, started_at as "startedAt", finished_at as "finishedAt"
        from agent_step where user_id = ${userId} and run_id in (select id from agent_run where user_id = ${userId} and feature = 'tutor') order by run_id, number`) },
    ];
  },
  async erase(tx, { userId }) {
    await tx.query(sql`delete from tutor_chat where user_id = ${userId}`);
    await tx.query(sql`delete from agent_run where user_id = ${userId} and feature = 'tutor'`);
  },
};
