import { sql } from '../../platform/database/sql.ts';
import type { PersonalData } from '../profile/index.ts';

/** What this feature holds about a person, for their export and their erasure. Of an import the author's name goes with the member. */
export const studyData: PersonalData = {
  name: 'study',
  async export(tx, { userId }) {
    const [materials, lessons, notes, asides, checks] = [
      await tx.query(sql`select skill_id as "skillId", to_level as "toLevel", wanted_at as "wantedAt", made_at as "madeAt", materials from study_material where user_id = ${userId} order by skill_id`),
      await tx.query(sql`select lesson_id as "lessonId", position, opened_at as "openedAt", done_at as "doneAt" from lesson_progress where user_id = ${userId} order by lesson_id`),
      await tx.query(sql`select lesson_id as "lessonId", text, updated_at as "updatedAt" from lesson_note where user_id = ${userId} order by lesson_id`),
      await tx.query(sql`select lesson_id as "lessonId", text, replaced_at as "replacedAt" from lesson_note_aside where user_id = ${userId} order by replaced_at, id`),
      await tx.query(sql`select lesson_id as "lessonId", question_id as "questionId", is_right as "isRight", answered_at as "answeredAt" from lesson_check where user_id = ${userId} order by lesson_id, question_id`),
    ];
    return [{ path: 'materials.json', json: materials }, { path: 'lessons.json', json: { lessons, checks } }, { path: 'notes.json', json: { notes, setAside: asides } }];
  },
  async erase(tx, { userId }) {
    await tx.query(sql`delete from study_material where user_id = ${userId}`);
    await tx.query(sql`delete from lesson_progress where user_id = ${userId}`);
    await tx.query(sql`delete from lesson_note where user_id = ${userId}`);
    await tx.query(sql`delete from lesson_note_aside where user_id = ${userId}`);
    await tx.query(sql`delete from lesson_check where user_id = ${userId}`);
  },
};
