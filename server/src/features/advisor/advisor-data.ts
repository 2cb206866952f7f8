import { sql } from '../../platform/database/sql.ts';
import type { PersonalData } from '../profile/index.ts';

/** What this feature holds about a person, for their export and their erasure. */
export const advisorData: PersonalData = {
  name: 'advisor',
  async export(tx, { userId }) {
    return [
      { path: 'runs.json', json: await tx.query(sql`
        select id, goal, state, answer, words, meta, finished_by as "finishedBy", broken_by as "brokenBy", created_at as "createdAt", finished_at as "finishedAt"
        from agent_run where user_id = ${userId} and feature = 'advisor' order by created_at, id`) },
      { path: 'steps.json', json: await tx.query(sql`
        select run_id as "runId", number, decided_by as "decidedBy", tool, input, output, failure, tokens, started_at as "startedAt", finished_at as "finishedAt"
        from agent_step where user_id = ${userId} and run_id in (select id from agent_run where user_id = ${userId} and feature = 'advisor') order by run_id, number`) },
    ];
  },
  async erase(tx, { userId }) {
    await tx.query(sql`delete from agent_run where user_id = ${userId} and feature = 'advisor'`);
  },
};
