import { sql } from '../../platform/database/sql.ts';
import type { PersonalData } from '../profile/index.ts';

/** Rows alone: they go with the membership, and are deleted here so that nothing depends on it. */
export const roadmapData: PersonalData = {
  name: 'roadmaps',
  async export(tx, { userId }) {
    return [
      { path: 'roadmaps.json', json: await tx.query(sql`select id, title, target_role_id, skill_gap_id, request, plan, version, created_at, updated_at from roadmap where user_id = ${userId} order by created_at`) },
      { path: 'replaced-plans.json', json: await tx.query(sql`select v.* from roadmap_version v join roadmap r on r.id = v.roadmap_id where r.user_id = ${userId} order by v.replaced_at`) },
      { path: 'progress.json', json: await tx.query(sql`select task_id, state, changed_at from task_progress where user_id = ${userId} order by changed_at`) },
      { path: 'proofs.json', json: await tx.query(sql`select skill_id, left_out_level, task_ids, refused_level, stays_out, chosen_at from plan_proof where user_id = ${userId} order by skill_id`) },
      { path: 'resources.json', json: await tx.query(sql`select resource_id, started_on, finished_on, rating from resource_use where user_id = ${userId} order by resource_id`) },
    ];
  },
  async erase(tx, { userId }) {
    await tx.query(sql`delete from roadmap where user_id = ${userId}`);
    await tx.query(sql`delete from task_progress where user_id = ${userId}`);
    await tx.query(sql`delete from plan_proof where user_id = ${userId}`);
    await tx.query(sql`delete from resource_use where user_id = ${userId}`);
  },
};
