import type { PageLook } from '@cairn/engine/read-back';
import type { Resume, ResumeCorrection, ResumeReading, ResumeText } from '@cairn/engine/resume';
import type { Transaction } from '../../platform/database/database.ts';
import { newestFirst, type NewestFirst, type Place } from '../../platform/database/newest-first.ts';
import { sql } from '../../platform/database/sql.ts';
import type { ResumeKind } from './resume-reader.ts';

export interface Owner {
  readonly organisationId: string;
  readonly userId: string;
}

export interface ResumeHead {
  readonly id: string;
  readonly fileName: string;
  readonly kind: ResumeKind;
  readonly sizeBytes: number;
  readonly pageCount: number;
  readonly version: number;
  readonly state: 'reading' | 'read' | 'refused';
  readonly refusal: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A reading as stored: with the look of each page in points, which lines are drawn on; none where pages have no size. */
export interface StoredReading extends ResumeReading {
  readonly pages: readonly PageLook[];
}

export interface StoredResume extends ResumeHead {
  readonly reading: StoredReading | null;
  readonly corrections: readonly ResumeCorrection[];
}

export interface ResumeVersion {
  readonly version: number;
  readonly fileName: string;
  readonly storageKey: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly createdAt: Date;
}

const head = sql`
  id, file_name as "fileName", kind, size_bytes as "sizeBytes", page_count as "pageCount", version, state, refusal, created_at as "createdAt", updated_at as "updatedAt"`;

export async function insertResume(tx: Transaction, { organisationId, userId }: Owner, resume: StoredResume): Promise<void> {
  await tx.query(sql`
    insert into resume (organisation_id, user_id, id, file_name, kind, size_bytes, page_count, version, state, refusal, reading, corrections, created_at, updated_at)
    values (${organisationId}, ${userId}, ${resume.id}, ${resume.fileName}, ${resume.kind}, ${resume.sizeBytes}, ${resume.pageCount}, ${resume.version}, ${resume.state}, ${resume.refusal},
      ${json(resume.reading)}, ${JSON.stringify(resume.corrections)}, ${resume.createdAt}, ${resume.updatedAt})`);
}

export async function insertVersion(tx: Transaction, { organisationId }: Owner, resumeId: string, version: ResumeVersion): Promise<void> {
  await tx.query(sql`
    insert into resume_version (organisation_id, resume_id, version, file_name, storage_key, size_bytes, sha256, created_at)
    values (${organisationId}, ${resumeId}, ${version.version}, ${version.fileName}, ${version.storageKey}, ${version.sizeBytes}, ${version.sha256}, ${version.createdAt})`);
}

/** `lock` keeps a second change of the same resume waiting until the first is stored. */
export function findResume(tx: Transaction, { userId }: Owner, id: string, lock: 'lock' | 'look' = 'look'): Promise<StoredResume | undefined> {
  return tx.maybe<StoredResume>(
    lock === 'lock'
      ? sql`select ${head}, reading, corrections from resume where id = ${id} and user_id = ${userId} for update`
      : sql`select ${head}, reading, corrections from resume where id = ${id} and user_id = ${userId}`,
  );
}

/** The file, kind, state and reading, with the corrections where this reading has their entries. */
export async function updateResume(tx: Transaction, resume: StoredResume): Promise<void> {
  await tx.query(sql`
    update resume set file_name = ${resume.fileName}, kind = ${resume.kind}, size_bytes = ${resume.sizeBytes}, page_count = ${resume.pageCount}, version = ${resume.version},
      state = ${resume.state}, refusal = ${resume.refusal}, reading = ${json(resume.reading)}, corrections = ${JSON.stringify(resume.corrections)},
      updated_at = ${resume.updatedAt}
    where id = ${resume.id}`);
}

export async function saveCorrections(tx: Transaction, id: string, corrections: readonly ResumeCorrection[], now: Date): Promise<void> {
  await tx.query(sql`update resume set corrections = ${JSON.stringify(corrections)}, updated_at = ${now} where id = ${id}`);
}

export function listResumes(tx: Transaction, { userId }: Owner, after: Place | null, limit: number): Promise<NewestFirst<ResumeHead>> {
  return newestFirst(tx, head, sql`resume where user_id = ${userId}`, after, limit);
}

export function versionsOf(tx: Transaction, resumeId: string): Promise<ResumeVersion[]> {
  return tx.query<ResumeVersion>(sql`
    select version, file_name as "fileName", storage_key as "storageKey", size_bytes as "sizeBytes", sha256, created_at as "createdAt"
    from resume_version where resume_id = ${resumeId} order by version desc`);
}

export async function deleteResume(tx: Transaction, { userId }: Owner, id: string): Promise<boolean> {
  return (await tx.query(sql`delete from resume where id = ${id} and user_id = ${userId} returning id`)).length === 1;
}

/** The newest resume that has been read, without its lines. */
export function findNewestRead(tx: Transaction, { userId }: Owner): Promise<{ id: string; texts: ResumeText[]; resume: Resume; corrections: ResumeCorrection[] } | undefined> {
  return tx.maybe(sql`
    select id, reading -> 'texts' as texts, reading -> 'resume' as resume, corrections
    from resume where user_id = ${userId} and reading is not null order by created_at desc, id desc limit 1`);
}

export interface WaitingResume {
  readonly userId: string;
  readonly resumeId: string;
  readonly version: number;
}

/** What the organisation's people have uploaded and nobody has read yet, since before `since`. */
export function resumesWaiting(tx: Transaction, since: Date): Promise<WaitingResume[]> {
  return tx.query<WaitingResume>(sql`
    select user_id as "userId", id as "resumeId", version from resume where state = 'reading' and updated_at < ${since} order by updated_at limit 1000`);
}

/** Which of these files a version still names. */
export async function keysWithRow(tx: Transaction, keys: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ key: string }>(sql`select storage_key as key from resume_version where storage_key = any(${[...keys]}::text[])`);
  return rows.map(({ key }) => key);
}

function json(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}
