/** The tables that a backup carries, and the rights it takes to carry all of their rows. */
import pg from 'pg';
import { BackupError } from './backup-error.ts';
import type { BackupTable, Contents } from './contents.ts';

/** The library's notes about itself and its statistics: made anew by the installation that is restored into. */
const leftOut = ['pgboss.version', 'pgboss.bam', 'pgboss.warning', 'pgboss.queue_stats'];
/** cairn holds the list of migrations, which `contents.json` carries. */
const ownSchemas = `namespace.nspname not like 'pg\\_%' and namespace.nspname not in ('information_schema', 'cairn')`;

/** Every table that holds rows itself: partitions, not what they are parts of. */
export async function listTables(client: pg.ClientBase): Promise<BackupTable[]> {
  const { rows } = await client.query<BackupTable>(`
    select namespace.nspname as schema, class.relname as name,
      array_agg(attribute.attname::text order by attribute.attnum) as columns
    from pg_class class
    join pg_namespace namespace on namespace.oid = class.relnamespace
    join pg_attribute attribute on attribute.attrelid = class.oid and attribute.attnum > 0 and not attribute.attisdropped and attribute.attgenerated = ''
    where class.relkind = 'r' and ${ownSchemas}
    group by 1, 2 order by 1, 2`);
  return rows.filter(({ schema, name }) => !leftOut.some((each) => `${schema}.${name}` === each || `${schema}.${name}`.startsWith(`${each}_`)));
}

export async function listSequences(client: pg.ClientBase): Promise<Contents['sequences']> {
  const { rows } = await client.query<Contents['sequences'][number]>(`
    select schemaname as schema, sequencename as name, last_value::text as "lastValue" from pg_sequences
    where last_value is not null and schemaname not like 'pg\\_%' and schemaname <> 'cairn' order by 1, 2`);
  return rows;
}

export function quoted({ schema, name }: Pick<BackupTable, 'schema' | 'name'>): string {
  return `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`;
}

export function columnList({ columns }: BackupTable): string {
  return columns.map((column) => pg.escapeIdentifier(column)).join(', ');
}

/** A role that row security binds would carry some rows and not notice the others. */
export async function checkBypasses(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ role: string; bypasses: boolean }>('select current_user as role, rolsuper or rolbypassrls as bypasses from pg_roles where rolname = current_user');
  const me = rows[0];
  if (me?.bypasses !== true) throw new BackupError(`The role "${me?.role}" in DATABASE_URL does not see the rows of every organisation. Let a superuser run: alter role ${pg.escapeIdentifier(me?.role ?? '')} bypassrls`);
}
