/** The tables of the job queue, made and upgraded by the owner since the application's role may not. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type pg from 'pg';
import { applicationRole } from './application-role.ts';

const schema = 'pgboss';

/** Version of the schema that the installed pg-boss works with; read from its package, which is quicker than loading it. */
function wantedVersion(): number {
  const require = createRequire(import.meta.url);
  const description = JSON.parse(readFileSync(require.resolve('pg-boss/package.json'), 'utf8')) as { pgboss: { schema: number } };
  return description.pgboss.schema;
}

export async function queueSchemaIsCurrent(client: pg.ClientBase): Promise<boolean> {
  return (await foundVersion(client)) === wantedVersion();
}

async function foundVersion(client: pg.ClientBase): Promise<number | undefined> {
  const table = await client.query<{ present: boolean }>(`select to_regclass('${schema}.version') is not null as present`);
  if (table.rows[0]?.present !== true) return undefined;
  const version = await client.query<{ version: number }>(`select version from ${schema}.version`);
  return version.rows[0]?.version;
}

export async function migrateQueueSchema(client: pg.ClientBase): Promise<void> {
  const found = await foundVersion(client);
  if (found === wantedVersion()) return;
  const { getConstructionPlans, getMigrationPlans } = await import('pg-boss');
  await client.query(found === undefined ? getConstructionPlans(schema) : getMigrationPlans(schema, found));
  await client.query(`
    grant usage on schema ${schema} to ${applicationRole};
    grant select, insert, update, delete on all tables in schema ${schema} to ${applicationRole};
    grant usage on all sequences in schema ${schema} to ${applicationRole};
    grant execute on all functions in schema ${schema} to ${applicationRole}`);
}
