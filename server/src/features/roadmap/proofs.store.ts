import type { ProofChoice } from '@cairn/engine/roadmap';
import type { Transaction } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';
import type { Owner } from './roadmap.store.ts';

export function proofChoicesOf(tx: Transaction, { userId }: Owner): Promise<ProofChoice[]> {
  return tx.query<ProofChoice>(sql`
    select skill_id as "skillId", left_out_level as "leftOutLevel", task_ids as "taskIds", refused_level as "refusedLevel", stays_out as "staysOut" from plan_proof where user_id = ${userId} order by skill_id`);
}

export async function saveProofChoice(tx: Transaction, { organisationId, userId }: Owner, { skillId, leftOutLevel, taskIds, refusedLevel, staysOut }: ProofChoice, at: Date): Promise<void> {
  await tx.query(sql`
    insert into plan_proof (organisation_id, user_id, skill_id, left_out_level, task_ids, refused_level, stays_out, chosen_at)
    values (${organisationId}, ${userId}, ${skillId}, ${leftOutLevel}, ${[...taskIds]}, ${refusedLevel}, ${staysOut}, ${at})
    on conflict (organisation_id, user_id, skill_id) do update set left_out_level = excluded.left_out_level, task_ids = excluded.task_ids, refused_level = excluded.refused_level,
      stays_out = excluded.stays_out, chosen_at = excluded.chosen_at`);
}
