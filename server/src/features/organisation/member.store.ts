/** The people of an organisation. Everything here is on the rows of the transaction's organisation. */
import type { MemberRole, User } from '@cairn/contracts';
import type { Transaction } from '../../platform/database/database.ts';
import { joined, sql, type Sql } from '../../platform/database/sql.ts';

export type Affiliation = 'guest' | 'organisation';

export interface NewMember {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: MemberRole;
  readonly affiliation: Affiliation;
  readonly joinedAt: Date;
  readonly onboardedAt: Date | null;
}

export async function roleOf(tx: Transaction, userId: string): Promise<MemberRole | undefined> {
  return (await tx.maybe<{ role: MemberRole }>(sql`select role from member where user_id = ${userId}`))?.role;
}

type UserRow = Omit<User, 'organisation'> & { organisationId: string; organisationName: string; slug: string };

export async function readUser(tx: Transaction, userId: string): Promise<User | undefined> {
  const row = await tx.maybe<UserRow>(sql`
    select u.id, m.name, u.email, u.email_verified as "emailVerified", m.role, u.language, u.theme, u.time_zone as "timeZone", m.onboarded_at is not null as onboarded,
      o.id as "organisationId", o.name as "organisationName", o.slug
    from member m join identity."user" u on u.id = m.user_id join identity.organisation o on o.id = m.organisation_id where m.user_id = ${userId}`);
  if (row === undefined) return undefined;
  const { organisationId, organisationName, slug, ...user } = row;
  return { ...user, organisation: { id: organisationId, name: organisationName, slug } };
}

/** Those who are members already stay as they are. */
export async function insertMembers(tx: Transaction, organisationId: string, members: readonly NewMember[]): Promise<void> {
  const column = <K extends keyof NewMember>(key: K) => members.map((member) => member[key]);
  await tx.query(sql`
    insert into member (organisation_id, user_id, name, email, role, affiliation, joined_at, onboarded_at)
    select ${organisationId}, given.* from unnest(${column('userId')}::uuid[], ${column('name')}::text[], ${column('email')}::text[], ${column('role')}::text[],
      ${column('affiliation')}::text[], ${column('joinedAt')}::timestamptz[], ${column('onboardedAt')}::timestamptz[]) as given
    on conflict (organisation_id, user_id) do nothing`);
}

/** An admin keeps the role: an invitation must not take the last one away. */
export async function raiseMember(tx: Transaction, userId: string, role: MemberRole): Promise<void> {
  await tx.query(sql`update member set affiliation = 'organisation', role = case when role = 'admin' then role else ${role} end where user_id = ${userId}`);
}

export async function affiliate(tx: Transaction, userId: string): Promise<void> {
  await tx.query(sql`update member set affiliation = 'organisation' where user_id = ${userId}`);
}

export async function markSeen(tx: Transaction, userId: string, at: Date): Promise<void> {
  await tx.query(sql`update member set last_seen_at = ${at} where user_id = ${userId}`);
}

export async function renameMember(tx: Transaction, userId: string, name: string): Promise<void> {
  await tx.query(sql`update member set name = ${name} where user_id = ${userId}`);
}

/** The first time counts. */
export async function setOnboarded(tx: Transaction, userId: string, at: Date | null): Promise<void> {
  await tx.query(sql`update member set onboarded_at = case when ${at}::timestamptz is null then null else coalesce(onboarded_at, ${at}) end where user_id = ${userId}`);
}

export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly affiliation: Affiliation;
  readonly role: MemberRole;
  readonly joinedAt: Date;
  readonly lastSeenAt: Date | null;
}

const person = sql`m.user_id as id, m.name, m.email, u.email_verified as "emailVerified", m.affiliation, m.role, m.joined_at as "joinedAt", m.last_seen_at as "lastSeenAt"`;
const people = sql`member m join identity."user" u on u.id = m.user_id`;

export interface PeopleFilter {
  readonly search?: string | undefined;
  readonly role?: MemberRole | undefined;
}

function filter({ search, role }: PeopleFilter): Sql {
  const conditions = [sql`true`];
  if (role !== undefined) conditions.push(sql`m.role = ${role}`);
  const words = (search ?? '').toLowerCase().split(/\s+/).filter((word) => word !== '');
  for (const word of words) {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    conditions.push(sql`(lower(m.name) like ${pattern} or m.email like ${pattern})`);
  }
  return joined(conditions, ' and ');
}

/** The list is sorted by the beginning of the name in small letters, so that a position in it stays short. */
const sortName = sql`left(lower(m.name), 30)`;

export interface PeoplePosition {
  /** As far as the list is sorted by it. */
  readonly name: string;
  readonly id: string;
}

export async function listPeople(tx: Transaction, by: PeopleFilter, limit: number, after: PeoplePosition | undefined): Promise<{ items: PersonRow[]; total: number; next: PeoplePosition | null }> {
  const beyond = after === undefined ? sql`true` : sql`(${sortName}, m.user_id) > (${after.name}, ${after.id}::uuid)`;
  const rows = await tx.query<PersonRow & { sortName: string }>(sql`
    select ${person}, ${sortName} as "sortName" from ${people} where ${filter(by)} and ${beyond} order by ${sortName}, m.user_id limit ${limit + 1}`);
  const { total } = await tx.one<{ total: number }>(sql`select count(*) as total from member m where ${filter(by)}`);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { items: page.map(({ sortName: _, ...item }) => item), total, next: rows.length > limit && last !== undefined ? { name: last.sortName, id: last.id } : null };
}

export function readPerson(tx: Transaction, userId: string): Promise<PersonRow | undefined> {
  return tx.maybe<PersonRow>(sql`select ${person} from ${people} where m.user_id = ${userId}`);
}

/**
 * The admins, none of whom changes until this transaction ends: whoever waited here sees what the other left, so that
 * two admins cannot each leave it to the other to stay.
 */
export async function lockAdmins(tx: Transaction): Promise<string[]> {
  const rows = await tx.query<{ userId: string }>(sql`select user_id as "userId" from member where role = 'admin' order by user_id for update`);
  return rows.map(({ userId }) => userId);
}

export async function setRole(tx: Transaction, userId: string, role: MemberRole): Promise<void> {
  await tx.query(sql`update member set role = ${role} where user_id = ${userId}`);
}
