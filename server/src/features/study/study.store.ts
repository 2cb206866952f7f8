import type { Level, Proficiency } from '@cairn/engine/knowledge';
import type { RankedMaterial } from '@cairn/engine/learning';
import type { Transaction } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';
import type { Video } from './video-search.ts';

export interface Owner {
  readonly organisationId: string;
  readonly userId: string;
}

/** A skill that materials are wanted for. */
export interface WantedSkill {
  readonly skillId: string;
  readonly level: Level;
  /** 0 to 100. */
  readonly importance: number;
}

export type VideoSearchState = 'off' | 'done' | 'failed';

export interface StoredMaterials {
  readonly skillId: string;
  readonly toLevel: Level;
  readonly importance: number;
  readonly madeAt: Date | null;
  readonly fromLevel: Proficiency | null;
  readonly videoSearch: VideoSearchState | null;
  readonly materials: readonly RankedMaterial[];
}

const columns = sql`skill_id as "skillId", to_level as "toLevel", importance, made_at as "madeAt", from_level as "fromLevel", video_search as "videoSearch", materials`;

/** What was wanted last comes first, in its order of importance. */
export function materialsOf(tx: Transaction, { userId }: Owner): Promise<StoredMaterials[]> {
  return tx.query<StoredMaterials>(sql`select ${columns} from study_material where user_id = ${userId} order by wanted_at desc, importance desc, skill_id`);
}

/** What was made before stays to be seen until it has been made anew. */
export async function wantMaterials(tx: Transaction, { organisationId, userId }: Owner, skills: readonly WantedSkill[], at: Date): Promise<void> {
  await tx.query(sql`
    insert into study_material as kept (organisation_id, user_id, skill_id, to_level, importance, wanted_at)
    select ${organisationId}, ${userId}, skill_id, to_level, importance, ${at}
    from unnest(${skills.map(({ skillId }) => skillId)}::text[], ${skills.map(({ level }) => level)}::smallint[], ${skills.map(({ importance }) => importance)}::real[]) as wanted (skill_id, to_level, importance)
    order by skill_id
    on conflict (organisation_id, user_id, skill_id) do update set to_level = excluded.to_level, importance = excluded.importance, wanted_at = excluded.wanted_at`);
}

export async function forgetMaterialsBeyond(tx: Transaction, { userId }: Owner, most: number): Promise<void> {
  await tx.query(sql`
    delete from study_material where user_id = ${userId} and skill_id in (
      select skill_id from study_material where user_id = ${userId} order by wanted_at desc, importance desc, skill_id offset ${most})`);
}

/** Those wanted since they were made, and those made before `staleBefore`. */
export function materialsToMake(tx: Transaction, { userId }: Owner, staleBefore: Date): Promise<Pick<StoredMaterials, 'skillId' | 'toLevel'>[]> {
  return tx.query(sql`
    select skill_id as "skillId", to_level as "toLevel" from study_material
    where user_id = ${userId} and (made_at is null or made_at < wanted_at or made_at < ${staleBefore}) order by wanted_at desc, importance desc, skill_id`);
}

export async function peopleWithMaterialsToMake(tx: Transaction, staleBefore: Date, wantedBefore: Date): Promise<string[]> {
  const rows = await tx.query<{ userId: string }>(sql`
    select distinct user_id as "userId" from study_material where made_at < ${staleBefore} or ((made_at is null or made_at < wanted_at) and wanted_at < ${wantedBefore}) order by 1`);
  return rows.map(({ userId }) => userId);
}

export interface MadeMaterials {
  readonly skillId: string;
  readonly toLevel: Level;
  readonly fromLevel: Proficiency;
  readonly videoSearch: VideoSearchState;
  readonly materials: readonly RankedMaterial[];
}

/** A skill that is not wanted any more, or to another level by now, keeps what it has. */
export async function saveMaterials(tx: Transaction, { userId }: Owner, { skillId, toLevel, fromLevel, videoSearch, materials }: MadeMaterials, at: Date): Promise<void> {
  await tx.query(sql`
    update study_material set made_at = ${at}, from_level = ${fromLevel}, video_search = ${videoSearch}, materials = ${JSON.stringify(materials)}
    where user_id = ${userId} and skill_id = ${skillId} and to_level = ${toLevel}`);
}

export interface KeptVideos {
  readonly skillId: string;
  readonly videos: readonly Video[];
}

export function keptVideos(tx: Transaction, skillIds: readonly string[], language: string, since: Date): Promise<KeptVideos[]> {
  return tx.query<KeptVideos>(sql`select skill_id as "skillId", videos from video_search where skill_id = any(${[...skillIds]}::text[]) and language = ${language} and searched_at >= ${since}`);
}

export async function keepVideos(tx: Transaction, { organisationId }: Pick<Owner, 'organisationId'>, skillId: string, language: string, videos: readonly Video[], at: Date): Promise<void> {
  await tx.query(sql`
    insert into video_search (organisation_id, skill_id, language, videos, searched_at) values (${organisationId}, ${skillId}, ${language}, ${JSON.stringify(videos)}, ${at})
    on conflict (organisation_id, skill_id, language) do update set videos = excluded.videos, searched_at = excluded.searched_at`);
}

export async function deleteVideosBefore(tx: Transaction, before: Date): Promise<void> {
  await tx.query(sql`delete from video_search where searched_at < ${before}`);
}
