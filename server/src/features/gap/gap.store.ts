import type { CorpusStatistics, GapAnalysis, OtherPhrase, Requirement } from '@cairn/engine/gap';
import type { Message } from '@cairn/engine/reasons';
import type { Transaction } from '../../platform/database/database.ts';
import { newestFirst, type NewestFirst, type Place } from '../../platform/database/newest-first.ts';
import { sql } from '../../platform/database/sql.ts';

export interface Owner {
  readonly organisationId: string;
  readonly userId: string;
}

export interface StoredJobAd {
  readonly id: string;
  readonly title: string | null;
  readonly organisation: string | null;
  readonly url: string | null;
  readonly language: string;
  readonly text: string;
  readonly createdAt: Date;
}

export interface GapHead {
  readonly id: string;
  readonly resumeId: string | null;
  readonly jobAdId: string | null;
  readonly roleId: string | null;
  readonly title: string | null;
  readonly organisation: string | null;
  readonly url: string | null;
  readonly matchPercentage: number;
  readonly weightedMatchPercentage: number;
  readonly missingCount: number;
  readonly createdAt: Date;
}

export interface StoredGap extends GapHead {
  readonly requirements: readonly Requirement[];
  readonly analysis: GapAnalysis;
  readonly corpus: CorpusStatistics;
  readonly otherPhrases: readonly OtherPhrase[];
  readonly warnings: readonly Message[];
}

export async function insertJobAd(tx: Transaction, { organisationId, userId }: Owner, ad: StoredJobAd): Promise<void> {
  await tx.query(sql`
    insert into job_ad (organisation_id, user_id, id, title, organisation_name, url, language, text, created_at)
    values (${organisationId}, ${userId}, ${ad.id}, ${ad.title}, ${ad.organisation}, ${ad.url}, ${ad.language}, ${ad.text}, ${ad.createdAt})`);
}

export function findJobAd(tx: Transaction, { userId }: Owner, id: string): Promise<StoredJobAd | undefined> {
  return tx.maybe<StoredJobAd>(sql`
    select id, title, organisation_name as organisation, url, language, text, created_at as "createdAt" from job_ad where id = ${id} and user_id = ${userId}`);
}

const head = sql`
  id, resume_id as "resumeId", job_ad_id as "jobAdId", role_id as "roleId", title, organisation_name as organisation, url,
  match_percentage as "matchPercentage", weighted_match_percentage as "weightedMatchPercentage", missing_count as "missingCount", created_at as "createdAt"`;

export async function insertGap(tx: Transaction, { organisationId, userId }: Owner, gap: StoredGap): Promise<void> {
  await tx.query(sql`
    insert into skill_gap (organisation_id, user_id, id, resume_id, job_ad_id, role_id, title, organisation_name, url, match_percentage,
      weighted_match_percentage, missing_count, requirements, analysis, corpus, other_phrases, warnings, created_at)
    values (${organisationId}, ${userId}, ${gap.id}, ${gap.resumeId}, ${gap.jobAdId}, ${gap.roleId}, ${gap.title}, ${gap.organisation}, ${gap.url}, ${gap.matchPercentage},
      ${gap.weightedMatchPercentage}, ${gap.missingCount}, ${JSON.stringify(gap.requirements)}, ${JSON.stringify(gap.analysis)}, ${JSON.stringify(gap.corpus)}, ${JSON.stringify(gap.otherPhrases)}, ${JSON.stringify(gap.warnings)}, ${gap.createdAt})`);
}

export function findGap(tx: Transaction, { userId }: Owner, id: string): Promise<StoredGap | undefined> {
  return tx.maybe<StoredGap>(sql`select ${head}, requirements, analysis, corpus, other_phrases as "otherPhrases", warnings from skill_gap where id = ${id} and user_id = ${userId}`);
}

export type Comparison = Pick<StoredGap, 'resumeId' | 'weightedMatchPercentage' | 'requirements' | 'corpus'>;

/** What a comparison needs to be made once more, without its analysis. */
export function findComparison(tx: Transaction, { userId }: Owner, id: string): Promise<Comparison | undefined> {
  return tx.maybe<Comparison>(sql`
    select resume_id as "resumeId", weighted_match_percentage as "weightedMatchPercentage", requirements, corpus from skill_gap where id = ${id} and user_id = ${userId}`);
}

export function listGaps(tx: Transaction, { userId }: Owner, after: Place | null, limit: number): Promise<NewestFirst<GapHead>> {
  return newestFirst(tx, head, sql`skill_gap where user_id = ${userId}`, after, limit);
}

/** Deletes the gap, and the ad it was measured against unless another gap is too; answers whether there was one. */
export async function deleteGap(tx: Transaction, { userId }: Owner, id: string): Promise<boolean> {
  const gap = await tx.maybe<{ jobAdId: string | null }>(sql`delete from skill_gap where id = ${id} and user_id = ${userId} returning job_ad_id as "jobAdId"`);
  if (gap && gap.jobAdId !== null) {
    await tx.query(sql`delete from job_ad where id = ${gap.jobAdId} and user_id = ${userId} and not exists (select from skill_gap where job_ad_id = ${gap.jobAdId})`);
  }
  return gap !== undefined;
}

/** In how many of the organisation's jobs each of these skills is asked for. */
export async function corpusOfOrganisation(tx: Transaction, skillIds: readonly string[]): Promise<CorpusStatistics> {
  const rows = await tx.query<{ skillId: string; frequency: number }>(sql`
    select skill_id as "skillId", count(*) as frequency from job_skill where skill_id = any(${[...skillIds]}::text[]) group by skill_id order by skill_id`);
  const { documents } = await tx.one<{ documents: number }>(sql`select count(*) as documents from job`);
  return { documents, documentFrequency: Object.fromEntries(rows.map(({ skillId, frequency }) => [skillId, frequency])) };
}
