import { sql } from '../../platform/database/sql.ts';
import type { PersonalData } from '../profile/index.ts';
import { notesOf } from './notes.store.ts';

/** What this feature holds about a person, for their export and their erasure. */
export const notesData: PersonalData = {
  name: 'notes',
  async export(tx, owner) {
    return [{ path: 'notes.json', json: await notesOf(tx, owner) }];
  },
  async erase(tx, { userId }) {
    await tx.query(sql`delete from note where user_id = ${userId}`);
  },
};
