import { sql } from '../../platform/database/sql.ts';
import type { PersonalData } from '../profile/index.ts';

/** What is known of a person's degree and career, which the demo college alone fills so far. */
export const alumniData: PersonalData = {
  name: 'career',
  async export(tx, { userId }) {
    return [
      { path: 'degree.json', json: await tx.query(sql`select degree, field, graduated from alumni where user_id = ${userId}`) },
      { path: 'career.json', json: await tx.query(sql`
        select role_title as "roleTitle", role_id as "roleId", organisation_name as "organisation", place, started, ended from career_step where user_id = ${userId} order by number`) },
    ];
  },
  async erase(tx, { userId }) {
    await tx.query(sql`delete from career_step where user_id = ${userId}`);
    await tx.query(sql`delete from alumni where user_id = ${userId}`);
  },
};
