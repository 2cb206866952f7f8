import type { Transaction } from './database.ts';
import { sql, type Sql } from './sql.ts';

/** The row of a list behind which its next page begins. */
export interface Place {
  readonly createdAt: Date;
  readonly id: string;
}

export interface NewestFirst<Row> {
  readonly items: readonly Row[];
  /** Of the whole list, not of the page. */
  readonly total: number;
}

/**
 * A page of a list and how long the list is: one statement, since lists are asked for at every visit.
 * `from` is what stands behind "from", with its "where"; what it names has `created_at` and `id`.
 */
export async function newestFirst<Row extends object>(tx: Transaction, columns: Sql, from: Sql, after: Place | null, limit: number): Promise<NewestFirst<Row>> {
  const beyond = after === null ? sql`` : sql`and (created_at, id) < (${after.createdAt}, ${after.id})`;
  const counted = sql`(select count(*) from ${from})`;
  const rows = await tx.query<Row & { readonly total: number }>(sql`select ${columns}, ${counted} as total from ${from} ${beyond} order by created_at desc, id desc limit ${limit}`);
  // Only a page behind the last row is empty though there are some.
  const total = rows[0]?.total ?? (after === null ? 0 : (await tx.one<{ total: number }>(sql`select ${counted} as total`)).total);
  return { items: rows, total };
}
