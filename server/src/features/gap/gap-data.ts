import { sql } from '../../platform/database/sql.ts';
import type { PersonalData } from '../profile/index.ts';

export const gapData: PersonalData = {
  name: 'skill-gaps',
  async export(tx, { userId }) {
    return [
      { path: 'skill-gaps.json', json: await tx.query(sql`select * from skill_gap where user_id = ${userId} order by created_at`) },
      { path: 'job-ads.json', json: await tx.query(sql`select * from job_ad where user_id = ${userId} order by created_at`) },
    ];
  },
  async erase(tx, { userId }) {
    await tx.query(sql`delete from skill_gap where user_id = ${userId}`);
    await tx.query(sql`delete from job_ad where user_id = ${userId}`);
  },
};
