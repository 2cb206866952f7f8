import { sql } from '../../platform/database/sql.ts';
import type { PersonalData } from '../profile/index.ts';

/** Rows alone: they go with the membership, and are deleted here so that nothing depends on it. */
export const progressData: PersonalData = {
  name: 'progress',
  async export(tx, { userId }) {
    return [
      { path: 'logged-time.json', json: await tx.query(sql`select id, skill_id, minutes, day, created_at from progress_event where user_id = ${userId} order by created_at`) },
      { path: 'time-zones.json', json: await tx.query(sql`select since, time_zone from progress_zone where user_id = ${userId} order by since`) },
      { path: 'settings.json', json: await tx.query(sql`select weekly_digest, suggestion from progress_person where user_id = ${userId}`) },
      { path: 'weeks.json', json: await tx.query(sql`select week, minutes from progress_week where user_id = ${userId} order by week`) },
      { path: 'weekly-mails.json', json: await tx.query(sql`select week, kind, settled_at from progress_digest where user_id = ${userId} order by week`) },
    ];
  },
  async erase(tx, { userId }) {
    await tx.query(sql`delete from progress_event where user_id = ${userId}`);
    await tx.query(sql`delete from progress_zone where user_id = ${userId}`);
    await tx.query(sql`delete from progress_week where user_id = ${userId}`);
    await tx.query(sql`delete from progress_digest where user_id = ${userId}`);
    await tx.query(sql`delete from progress_person where user_id = ${userId}`);
  },
};
