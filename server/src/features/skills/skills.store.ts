import type { Level, Proficiency } from '@cairn/engine/knowledge';
import type { Transaction } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';

/** A person's own word about a skill, or the level that a roadmap's self-check showed. */
export interface SkillWord {
  readonly skillId: string;
  readonly source: 'person' | 'self-check';
  readonly level: Proficiency;
}

export interface Owner {
  readonly organisationId: string;
  readonly userId: string;
}

export function wordsOf(tx: Transaction, { userId }: Owner): Promise<SkillWord[]> {
  return tx.query<SkillWord>(sql`select skill_id as "skillId", source, level from skill_word where user_id = ${userId} order by skill_id, source`);
}

export async function saveWord(tx: Transaction, { organisationId, userId }: Owner, word: SkillWord, now: Date): Promise<void> {
  await tx.query(sql`
    insert into skill_word (organisation_id, user_id, skill_id, source, level, updated_at)
    values (${organisationId}, ${userId}, ${word.skillId}, ${word.source}, ${word.level}, ${now})
    on conflict (organisation_id, user_id, skill_id, source) do update set level = excluded.level, updated_at = excluded.updated_at`);
}

export async function removeWord(tx: Transaction, { userId }: Owner, skillId: string, source: SkillWord['source']): Promise<void> {
  await tx.query(sql`delete from skill_word where user_id = ${userId} and skill_id = ${skillId} and source = ${source}`);
}

/** Replaces every level that was reached by learning: what counts now is `reached`. */
export async function replaceLearned(tx: Transaction, owner: Owner, reached: ReadonlyMap<string, Level>, now: Date): Promise<void> {
  await tx.query(sql`delete from skill_word where user_id = ${owner.userId} and source = 'self-check'`);
  if (reached.size === 0) return;
  await tx.query(sql`
    insert into skill_word (organisation_id, user_id, skill_id, source, level, updated_at)
    select ${owner.organisationId}, ${owner.userId}, skill_id, 'self-check', level, ${now}
    from unnest(${[...reached.keys()]}::text[], ${[...reached.values()]}::smallint[]) as learned (skill_id, level)`);
}
