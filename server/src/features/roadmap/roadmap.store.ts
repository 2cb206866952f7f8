import type { Plan, PlanRequest, RankedResource, ResourceFeedback, TaskRecord } from '@cairn/engine/roadmap';
import type { Transaction } from '../../platform/database/database.ts';
import { newestFirst, type NewestFirst, type Place } from '../../platform/database/newest-first.ts';
import { sql } from '../../platform/database/sql.ts';
import { keptOutline, keptPlan, planOfKept, type KeptOutline, type KeptPlan } from './kept-plan.ts';

export interface Owner {
  readonly organisationId: string;
  readonly userId: string;
}

export interface RoadmapHead {
  readonly id: string;
  readonly title: string;
  readonly targetRoleId: string | null;
  readonly skillGapId: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface KeptRequest extends PlanRequest {
  /** The title of a current role that Cairn does not know, for which nothing could be counted. */
  readonly unknownCurrentRole?: string | undefined;
}

export interface StoredRoadmap extends RoadmapHead {
  readonly request: KeptRequest;
  readonly plan: Plan;
  readonly feedToken: string;
}

const head = sql`id, title, target_role_id as "targetRoleId", skill_gap_id as "skillGapId", version, created_at as "createdAt", updated_at as "updatedAt"`;

export async function insertRoadmap(tx: Transaction, { organisationId, userId }: Owner, roadmap: StoredRoadmap): Promise<void> {
  await tx.query(sql`
    insert into roadmap (organisation_id, user_id, id, title, target_role_id, skill_gap_id, request, plan, outline, version, created_at, updated_at)
    values (${organisationId}, ${userId}, ${roadmap.id}, ${roadmap.title}, ${roadmap.targetRoleId}, ${roadmap.skillGapId}, ${JSON.stringify(roadmap.request)},
      ${JSON.stringify(keptPlan(roadmap.plan))}, ${JSON.stringify(keptOutline(roadmap.plan))}, ${roadmap.version}, ${roadmap.createdAt}, ${roadmap.updatedAt})`);
  await tx.query(sql`
    insert into identity.calendar_feed (token, organisation_id, user_id, roadmap_id)
    values (${roadmap.feedToken}, ${organisationId}, ${userId}, ${roadmap.id})`);
}

/** `lock` keeps a second change of the same roadmap waiting until the first is stored. */
export async function findRoadmap(tx: Transaction, { userId }: Owner, id: string, lock: 'lock' | 'look'): Promise<StoredRoadmap | undefined> {
  const found = sql`
    select ${head}, request, plan, (select token from identity.calendar_feed where roadmap_id = roadmap.id) as "feedToken"
    from roadmap where id = ${id} and user_id = ${userId}`;
  const row = await tx.maybe<Omit<StoredRoadmap, 'plan'> & { plan: KeptPlan }>(lock === 'lock' ? sql`${found} for update` : found);
  return row && { ...row, plan: planOfKept(row.plan) };
}

export type ListedRoadmap = RoadmapHead & { readonly outline: KeptOutline };

export function listRoadmaps(tx: Transaction, { userId }: Owner, after: Place | null, limit: number): Promise<NewestFirst<ListedRoadmap>> {
  return newestFirst(tx, sql`${head}, outline`, sql`roadmap where user_id = ${userId}`, after, limit);
}

export async function peopleWithRoadmap(tx: Transaction): Promise<string[]> {
  return (await tx.query<{ userId: string }>(sql`select distinct user_id as "userId" from roadmap`)).map(({ userId }) => userId);
}

/** How the resources of the newest plan scored when it was made. */
export async function resourcesOfNewestPlan(tx: Transaction, { userId }: Owner): Promise<RankedResource[]> {
  const row = await tx.maybe<{ resources: RankedResource[] }>(sql`select plan -> 'resources' as resources from roadmap where user_id = ${userId} order by created_at desc, id desc limit 1`);
  return row?.resources ?? [];
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
    select organisation_id, id, version, ${JSON.stringify(after.change)}, plan, ${now} from roadmap where organisation_id = ${organisationId} and id = ${before.id}`);
  await tx.query(sql`
    update roadmap set plan = ${JSON.stringify(keptPlan(after.plan))}, outline = ${JSON.stringify(keptOutline(after.plan))}, version = ${before.version + 1}, updated_at = ${now}
    where id = ${before.id}`);
}

export async function deleteRoadmap(tx: Transaction, { userId }: Owner, id: string): Promise<boolean> {
  return (await tx.query(sql`delete from roadmap where id = ${id} and user_id = ${userId} returning id`)).length === 1;
}

export async function renewFeed(tx: Transaction, roadmapId: string, token: string): Promise<void> {
  await tx.query(sql`update identity.calendar_feed set token = ${token} where roadmap_id = ${roadmapId}`);
}

/** Whose calendar an address is; a calendar program has no session, so this is asked before the organisation is known. */
export function ownerOfFeed(tx: Transaction, token: string): Promise<(Owner & { roadmapId: string }) | undefined> {
  return tx.maybe(sql`select organisation_id as "organisationId", user_id as "userId", roadmap_id as "roadmapId" from identity.calendar_feed where token = ${token}`);
}

/**
 * Keeps other changes of this person's progress waiting until `tx` ends. Progress is shared by all their roadmaps, so
 * holding one roadmap is not enough: two ticks in two roadmaps would each count without the other.
 */
export async function lockProgress(tx: Transaction, { userId }: Owner): Promise<void> {
  await tx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`progress ${userId}`}, 0))`);
}

/** Every record of the person, of all their roadmaps, oldest first. */
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

/** A day that is known already stays; one that does not hold any more (null) is taken back. */
export async function saveUses(tx: Transaction, { organisationId, userId }: Owner, uses: readonly ResourceUse[]): Promise<void> {
  if (uses.length === 0) return;
  await tx.query(sql`
    insert into resource_use as kept (organisation_id, user_id, resource_id, started_on, finished_on)
    select ${organisationId}, ${userId}, resource_id, started_on, finished_on
    from unnest(${uses.map(({ resourceId }) => resourceId)}::text[], ${uses.map(({ startedOn }) => startedOn)}::date[], ${uses.map(({ finishedOn }) => finishedOn)}::date[])
      as used (resource_id, started_on, finished_on)
    on conflict (organisation_id, user_id, resource_id) do update set
      started_on = case when excluded.started_on is null then null else coalesce(kept.started_on, excluded.started_on) end,
      finished_on = case when excluded.finished_on is null then null else coalesce(kept.finished_on, excluded.finished_on) end`);
}

export async function saveRating(tx: Transaction, { organisationId, userId }: Owner, resourceId: string, rating: number): Promise<void> {
  await tx.query(sql`
    insert into resource_use (organisation_id, user_id, resource_id, rating) values (${organisationId}, ${userId}, ${resourceId}, ${rating})
    on conflict (organisation_id, user_id, resource_id) do update set rating = excluded.rating`);
}
