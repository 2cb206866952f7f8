import { sql } from '../../platform/database/sql.ts';
import type { PersonalData } from '../profile/index.ts';
import { plansOf, readRhythm } from './daily-plans.store.ts';

/** What this feature holds about a person, for their export and their erasure. */
export const dailyPlansData: PersonalData = {
  name: 'daily-plans',
  async export(tx, owner) {
    return [{ path: 'daily-plans.json', json: await plansOf(tx, owner) }, { path: 'rhythm.json', json: await readRhythm(tx, owner) }];
  },
  async erase(tx, { userId }) {
    await tx.query(sql`delete from daily_plan where user_id = ${userId}`);
    await tx.query(sql`delete from daily_rhythm where user_id = ${userId}`);
  },
};
