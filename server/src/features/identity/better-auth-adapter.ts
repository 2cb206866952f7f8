/** better-auth's storage on our own transactions: `userId` of its models is `user_id` of the tables in schema identity. */
import { createAdapterFactory, type CleanedWhere, type CustomAdapter, type DBAdapterInstance } from '@better-auth/core/db/adapter';
import type { Transaction } from '../../platform/database/database.ts';
import { joined, name, sql, type Sql } from '../../platform/database/sql.ts';

type Row = Record<string, unknown>;

const columnOf = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const fieldOf = (column: string) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
const tableOf = (model: string) => sql`identity.${name(model)}`;

function modelOf(row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [fieldOf(column), value]));
}

const comparison: Readonly<Partial<Record<CleanedWhere['operator'], (column: Sql, value: unknown) => Sql>>> = {
  eq: (column, value) => (value === null ? sql`${column} is null` : sql`${column} = ${value}`),
  ne: (column, value) => (value === null ? sql`${column} is not null` : sql`${column} <> ${value}`),
  lt: (column, value) => sql`${column} < ${value}`,
  lte: (column, value) => sql`${column} <= ${value}`,
  gt: (column, value) => sql`${column} > ${value}`,
  gte: (column, value) => sql`${column} >= ${value}`,
  in: (column, value) => sql`${column} = any(${value})`,
};

function conditionOf(where: CleanedWhere): Sql {
  const compare = comparison[where.operator];
  if (compare === undefined || where.mode === 'insensitive') throw new Error(`Nothing in Cairn asks better-auth to compare by ${where.operator} (${where.mode})`);
  return compare(name(columnOf(where.field)), where.value);
}

/** All of the AND conditions, and one of the OR conditions where there are any. */
function filter(where: readonly CleanedWhere[] = []): Sql {
  const both = where.filter(({ connector }) => connector === 'AND').map(conditionOf);
  const either = where.filter(({ connector }) => connector === 'OR').map(conditionOf);
  if (either.length > 0) both.push(sql`(${joined(either, ' or ')})`);
  return both.length === 0 ? sql`` : sql`where ${joined(both, ' and ')}`;
}

const assignments = (values: Row) => joined(Object.entries(values).map(([field, value]) => sql`${name(columnOf(field))} = ${value}`), ', ');

/** `within` is the transaction that better-auth was called in. */
export function identityAdapter(within: () => Transaction): DBAdapterInstance {
  const rows = async (statement: Sql) => (await within().query<Row>(statement)).map(modelOf);
  const first = async (statement: Sql) => (await rows(statement))[0] ?? null;
  const count = async (statement: Sql) => (await within().one<{ count: number }>(statement)).count;

  const adapter = {
    create: async ({ model, data }: { model: string; data: Row }) => {
      const columns = joined(Object.keys(data).map((field) => name(columnOf(field))), ', ');
      const values = joined(Object.values(data).map((value) => sql`${value}`), ', ');
      return first(sql`insert into ${tableOf(model)} (${columns}) values (${values}) returning *`);
    },
    update: ({ model, where, update }: { model: string; where: CleanedWhere[]; update: Row }) =>
      first(sql`update ${tableOf(model)} set ${assignments(update)} ${filter(where)} returning *`),
    updateMany: ({ model, where, update }: { model: string; where: CleanedWhere[]; update: Row }) =>
      count(sql`with changed as (update ${tableOf(model)} set ${assignments(update)} ${filter(where)} returning 1) select count(*) from changed`),
    findOne: ({ model, where }: { model: string; where: CleanedWhere[] }) => first(sql`select * from ${tableOf(model)} ${filter(where)} limit 1`),
    findMany: ({ model, where, limit, offset, sortBy }: { model: string; where?: CleanedWhere[]; limit: number; offset?: number; sortBy?: { field: string; direction: 'asc' | 'desc' } }) => {
      const direction = sortBy?.direction === 'desc' ? sql`desc` : sql`asc`;
      const order = sortBy === undefined ? sql`` : sql`order by ${name(columnOf(sortBy.field))} ${direction}`;
      return rows(sql`select * from ${tableOf(model)} ${filter(where)} ${order} limit ${limit} offset ${offset ?? 0}`);
    },
    delete: async ({ model, where }: { model: string; where: CleanedWhere[] }) => {
      await rows(sql`delete from ${tableOf(model)} ${filter(where)}`);
    },
    deleteMany: ({ model, where }: { model: string; where: CleanedWhere[] }) =>
      count(sql`with gone as (delete from ${tableOf(model)} ${filter(where)} returning 1) select count(*) from gone`),
    consumeOne: ({ model, where }: { model: string; where: CleanedWhere[] }) => first(sql`delete from ${tableOf(model)} ${filter(where)} returning *`),
    count: ({ model, where }: { model: string; where?: CleanedWhere[] }) => count(sql`select count(*) from ${tableOf(model)} ${filter(where)}`),
  };

  return createAdapterFactory({
    config: { adapterId: 'cairn', supportsJSON: true, supportsUUIDs: true, supportsNumericIds: false, transaction: false },
    // better-auth types rows by the caller's type argument; what comes out are the rows of the tables above.
    adapter: () => adapter as unknown as CustomAdapter,
  });
}
