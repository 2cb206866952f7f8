/** What an installation under test really holds: rows read by the owner with row security aside, and files on the disk. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { diskStorage } from '../platform/storage/storage.ts';

export async function asOwner<T>(ownerUrl: string, work: (query: <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<Row[]>) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query('set row_security = off');
    return await work(async <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => (await owner.query<Row>(text, values)).rows);
  } finally {
    await owner.end();
  }
}

/** Tables and rows in which any of these words still stands. */
export async function traces(ownerUrl: string, words: readonly string[]): Promise<string[]> {
  return asOwner(ownerUrl, async (query) => {
    const tables = await query<{ name: string }>(`
      select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema') order by 1`);
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await query<{ row: string }>(`select t::text as row from ${name} t`);
      found.push(...rows.filter(({ row }) => words.some((word) => row.toLowerCase().includes(word.toLowerCase()))).map(({ row }) => `${name}: ${row}`));
    }
    return found;
  });
}

/** How many rows each table of the application holds. */
export async function rowCounts(ownerUrl: string, tables: readonly string[]): Promise<Record<string, number>> {
  return asOwner(ownerUrl, async (query) => {
    const counts: Record<string, number> = {};
    for (const table of tables) counts[table] = Number((await query<{ count: string }>(`select count(*) from ${table}`))[0]?.count);
    return counts;
  });
}

export interface FileOnDisk {
  readonly key: string;
  readonly sha256: string;
}

export async function storedFiles(filesDirectory: string): Promise<FileOnDisk[]> {
  const files: FileOnDisk[] = [];
  for await (const { key } of diskStorage(filesDirectory).list('org')) files.push({ key, sha256: createHash('sha256').update(await readFile(join(filesDirectory, key))).digest('hex') });
  return files;
}
