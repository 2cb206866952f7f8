import { sql } from '../../platform/database/sql.ts';
import type { PersonalData } from '../profile/index.ts';

/** Rows alone. Answers are exported with what they brought; questions as they were shown, once they were answered. */
export const learningData: PersonalData = {
  name: 'learning',
  async export(tx, { userId }) {
    return [
      { path: 'sessions.json', json: await tx.query(sql`select id, kind, skill_ids, minutes, questions, state, created_at, active_at, finished_at from learning_session where user_id = ${userId} order by created_at, id`) },
      { path: 'answers.json', json: await tx.query(sql`select shown_question_id, session_id, place, question_id, skill_id, level, answer, score, hints_used, seconds, verdict, at from attempt where user_id = ${userId} order by at, shown_question_id`) },
      { path: 'questions-shown.json', json: await tx.query(sql`select id, session_id, number, question_id, share, reasons, hints_used, shown_at from shown_question where user_id = ${userId} order by shown_at, number`) },
      { path: 'memory.json', json: await tx.query(sql`select question_id, skill_id, level, stability, difficulty, reviewed_at, due_on from question_memory where user_id = ${userId} order by question_id`) },
      { path: 'mastery.json', json: await tx.query(sql`select skill_id, level, probability, uncertainty, answers, proven_at, fades_at from level_mastery where user_id = ${userId} order by skill_id, level`) },
      { path: 'placements.json', json: await tx.query(sql`select skill_id, placement, placed_at from skill_placement where user_id = ${userId} order by skill_id`) },
      { path: 'remembering.json', json: await tx.query(sql`select memory_factor, memory_deviation, memory_reviews from learner where user_id = ${userId}`) },
    ];
  },
  async erase(tx, { userId }) {
    // Answers go with what was shown.
    await tx.query(sql`delete from shown_question where user_id = ${userId}`);
    await tx.query(sql`delete from learning_session where user_id = ${userId}`);
    await tx.query(sql`delete from question_memory where user_id = ${userId}`);
    await tx.query(sql`delete from level_mastery where user_id = ${userId}`);
    await tx.query(sql`delete from skill_placement where user_id = ${userId}`);
    await tx.query(sql`delete from learner where user_id = ${userId}`);
  },
};
