import type { Plan, PlanRequest, ResourceFeedback, TaskRecord } from '@cairn/engine/roadmap';
import type { Transaction } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';

export interface Owner {
  readonly organisationId: string;
  readonly userId: string;
}

export interface StoredRoadmap {
  readonly id: string;
  readonly title: string;
  readonly targetRoleId: string | null;
  readonly skillGapId: string | null;
  readonly request: PlanRequest;
  readonly plan: Plan;
  readonly version: number;
  readonly feedToken: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const columns = sql`
  r.id, r.title, r.target_role_id as "targetRoleId", r.skill_gap_id as "skillGapId", r.request, r.plan, r.version,
  f.token as "feedToken", r.created_at as "createdAt", r.updated_at as "updatedAt"
  from roadmap r join identity.calendar_feed f on f.roadmap_id = r.id`;

export async function insertRoadmap(tx: Transaction, { organisationId, userId }: Owner, roadmap: StoredRoadmap): Promise<void> {
  await tx.query(sql`
    insert into roadmap (organisation_id, user_id, id, title, target_role_id, skill_gap_id, request, plan, version, total_weeks, created_at, updated_at)
    values (${organisationId}, ${userId}, ${roadmap.id}, ${roadmap.title}, ${roadmap.targetRoleId}, ${roadmap.skillGapId}, ${JSON.stringify(roadmap.request)},
      ${JSON.stringify(roadmap.plan)}, ${roadmap.version}, ${roadmap.plan.totalWeeks}, ${roadmap.createdAt}, ${roadmap.updatedAt})`);
  await tx.query(sql`
    insert into identity.calendar_feed (token, organisation_id, user_id, roadmap_id)
    values (${roadmap.feedToken}, ${organisationId}, ${userId}, ${roadmap.id})`);
}

/** `lock` keeps a second change of the same roadmap waiting until the first is stored. */
export function findRoadmap(tx: Transaction, { userId }: Owner, id: string, lock: 'lock' | 'look' = 'look'): Promise<StoredRoadmap | undefined> {
  if (lock === 'lock') return tx.maybe<StoredRoadmap>(sql`select ${columns} where r.id = ${id} and r.user_id = ${userId} for update of r`);
  return tx.maybe<StoredRoadmap>(sql`select ${columns} where r.id = ${id} and r.user_id = ${userId}`);
}

export interface Place {
  readonly createdAt: Date;
  readonly id: string;
}

export function listRoadmaps(tx: Transaction, { userId }: Owner, after: Place | null, limit: number): Promise<StoredRoadmap[]> {
  const beyond = after === null ? sql`` : sql`and (r.created_at, r.id) < (${after.createdAt}, ${after.id})`;
  return tx.query<StoredRoadmap>(sql`select ${columns} where r.user_id = ${userId} ${beyond} order by r.created_at desc, r.id desc limit ${limit}`);
}

export async function countRoadmaps(tx: Transaction, { userId }: Owner): Promise<number> {
  return (await tx.one<{ total: number }>(sql`select count(*) as total from roadmap where user_id = ${userId}`)).total;
}

export async function renameRoadmap(tx: Transaction, id: string, title: string, now: Date): Promise<void> {
  await tx.query(sql`update roadmap set title = ${title}, updated_at = ${now} where id = ${id}`);
}

export async function touchRoadmap(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx.query(sql`update roadmap set updated_at = ${now} where id = ${id}`);
}

export async function replacePlan(tx: Transaction, { organisationId }: Owner, before: StoredRoadmap, after: { plan: Plan; change: unknown }, now: Date): Promise<void> {
  await tx.query(sql`
    insert into roadmap_version (organisation_id, roadmap_id, version, change, plan, replaced_at)
    values (${organisationId}, ${before.id}, ${before.version}, ${JSON.stringify(after.change)}, ${JSON.stringify(before.plan)}, ${now})`);
  await tx.query(sql`
    update roadmap set plan = ${JSON.stringify(after.plan)}, version = ${before.version + 1}, total_weeks = ${after.plan.totalWeeks}, updated_at = ${now}
    where id = ${before.id}`);
}

export async function deleteRoadmap(tx: Transaction, { userId }: Owner, id: string): Promise<boolean> {
  return (await tx.query(sql`delete from roadmap where id = ${id} and user_id = ${userId} returning id`)).length === 1;
}

/** Every record of the person, of all their roadmaps. */
export async function progressOfPerson(tx: Transaction, { userId }: Owner): Promise<TaskRecord[]> {
  const rows = await tx.query<{ taskId: string; state: TaskRecord['state']; changedAt: Date }>(sql`
    select task_id as "taskId", state, changed_at as "changedAt" from task_progress where user_id = ${userId} order by changed_at, task_id`);
  return rows.map((row) => ({ ...row, changedAt: row.changedAt.toISOString() }));
}

export async function saveRecords(tx: Transaction, { organisationId, userId }: Owner, records: readonly TaskRecord[]): Promise<void> {
  if (records.length === 0) return;
  await tx.query(sql`
    insert into task_progress (organisation_id, user_id, task_id, state, changed_at)
    select ${organisationId}, ${userId}, task_id, state, changed_at
    from unnest(${records.map(({ taskId }) => taskId)}::text[], ${records.map(({ state }) => state)}::text[], ${records.map(({ changedAt }) => changedAt)}::timestamptz[])
      as record (task_id, state, changed_at)
    on conflict (organisation_id, user_id, task_id) do update set state = excluded.state, changed_at = excluded.changed_at`);
}

/** What the organisation's members made of resources; single persons do not show in it. */
export function feedbackOfMembers(tx: Transaction): Promise<ResourceFeedback[]> {
  return tx.query<ResourceFeedback>(sql`
    select resource_id as "resourceId", count(rating) as ratings, coalesce(avg(rating), 0)::float8 as "meanRating",
      count(started_on) as started, count(finished_on) as finished, max(finished_on) as "lastFinishedOn"
    from resource_use group by resource_id order by resource_id`);
}

export interface ResourceUse {
  readonly resourceId: string;
  readonly startedOn: string | null;
  readonly finishedOn: string | null;
}

export function usesOfPerson(tx: Transaction, { userId }: Owner): Promise<ResourceUse[]> {
  return tx.query<ResourceUse>(sql`
    select resource_id as "resourceId", started_on as "startedOn", finished_on as "finishedOn" from resource_use where user_id = ${userId} order by resource_id`);
}

/** The first day of each stays. */
export async function saveUses(tx: Transaction, { organisationId, userId }: Owner, uses: readonly ResourceUse[]): Promise<void> {
  if (uses.length === 0) return;
  await tx.query(sql`
    insert into resource_use (organisation_id, user_id, resource_id, started_on, finished_on)
    select ${organisationId}, ${userId}, resource_id, started_on, finished_on
    from unnest(${uses.map(({ resourceId }) => resourceId)}::text[], ${uses.map(({ startedOn }) => startedOn)}::date[], ${uses.map(({ finishedOn }) => finishedOn)}::date[])
      as used (resource_id, started_on, finished_on)
    on conflict (organisation_id, user_id, resource_id) do update
      set started_on = coalesce(resource_use.started_on, excluded.started_on), finished_on = coalesce(resource_use.finished_on, excluded.finished_on)`);
}

export async function saveRating(tx: Transaction, { organisationId, userId }: Owner, resourceId: string, rating: number): Promise<void> {
  await tx.query(sql`
    insert into resource_use (organisation_id, user_id, resource_id, rating) values (${organisationId}, ${userId}, ${resourceId}, ${rating})
    on conflict (organisation_id, user_id, resource_id) do update set rating = excluded.rating`);
}

export async function renewFeed(tx: Transaction, roadmapId: string, token: string): Promise<void> {
  await tx.query(sql`update identity.calendar_feed set token = ${token} where roadmap_id = ${roadmapId}`);
}

/** Whose calendar an address is; a calendar program has no session, so this is asked before the organisation is known. */
export function ownerOfFeed(tx: Transaction, token: string): Promise<(Owner & { roadmapId: string }) | undefined> {
  return tx.maybe(sql`select organisation_id as "organisationId", user_id as "userId", roadmap_id as "roadmapId" from identity.calendar_feed where token = ${token}`);
}
