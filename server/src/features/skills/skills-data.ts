import { sql } from '../../platform/database/sql.ts';
import type { PersonalData } from '../profile/index.ts';

export const skillsData: PersonalData = {
  name: 'skills',
  async export(tx, { userId }) {
    return [{ path: 'own-words.json', json: await tx.query(sql`select skill_id, source, level, updated_at from skill_word where user_id = ${userId} order by skill_id`) }];
  },
  async erase(tx, { userId }) {
    await tx.query(sql`delete from skill_word where user_id = ${userId}`);
  },
};
