/** Whether the database can be reached, is as this version expects it, and keeps organisations apart. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { checkApplicationRole } from '../database/application-role.ts';
import { appliedMigrations } from '../database/migrate.ts';
import { migrationsDirectory, pendingMigrations, readMigrations } from '../database/migration-files.ts';
import { queueSchemaIsCurrent } from '../database/queue-schema.ts';
import { deadLetters, failureMessage } from '../jobs/failing-jobs.ts';
import { openPostgres } from '../ground.ts';
import type { Settings } from '../settings.ts';
import { looked, ok, warning, wrong, type Finding } from './finding.ts';

const overdueMinutes = 60;

export async function lookAtDatabase(settings: Settings): Promise<Finding[]> {
  if (settings.databaseUrl === undefined && !existsSync(join(settings.dataDirectory, 'postgres.json'))) return [ok('Database', 'made by the first start')];
  const found: Finding[] = [];
  const reached = await looked('Database', settings.databaseUrl === undefined ? `See ${join(settings.dataDirectory, 'postgres.log')}` : 'Check DATABASE_URL and that the server runs', async () => {
    const postgres = await openPostgres({ settings, command: 'doctor', embedded: 'join', report: () => undefined, onFailure: () => undefined });
    try {
      found.push(...(await lookInside(postgres.ownerUrl, postgres.appUrl)));
    } finally {
      await postgres.stop();
    }
    return ok('Database', settings.databaseUrl === undefined ? 'Cairn runs it itself' : 'reached by DATABASE_URL');
  });
  return [reached, ...found];
}

export async function lookInside(ownerUrl: string, appUrl: string): Promise<Finding[]> {
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'cairn doctor' });
  const application = new pg.Pool({ connectionString: appUrl, max: 1 });
  application.on('error', () => undefined);
  try {
    await owner.connect();
    const migrations = await lookAtMigrations(owner);
    if (migrations.state === 'wrong') return [migrations];
    return [
      await lookAtServer(owner), migrations,
      await looked('Role of the application', 'Leave DATABASE_APP_URL out, then: npm run -s cairn -- migrate', async () => {
        await checkApplicationRole(application);
        return ok('Role of the application', 'bound by row-level security');
      }),
      await lookAtOwner(owner),
      await looked('Queue', 'npm run -s cairn -- migrate', () => lookAtQueue(owner)),
    ];
  } finally {
    await Promise.all([owner.end(), application.end()]);
  }
}

async function lookAtServer(owner: pg.Client): Promise<Finding> {
  const { rows } = await owner.query<{ version: string; fsync: string; commit: string }>(`select current_setting('server_version') as version, current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`);
  const { version, fsync, commit } = rows[0] ?? { version: '?', fsync: '?', commit: '?' };
  if (fsync !== 'on' || commit === 'off') return wrong('PostgreSQL', `${version} does not wait for the disk (fsync ${fsync}, synchronous_commit ${commit}): a power cut loses what people were told is saved`, 'Turn fsync and synchronous_commit on in its postgresql.conf');
  return ok('PostgreSQL', version);
}

function lookAtMigrations(owner: pg.Client): Promise<Finding> {
  return looked('Migrations', 'Start the version of Cairn that made this database, or restore a backup', async () => {
    const applied = await appliedMigrations(owner);
    const pending = pendingMigrations(readMigrations(migrationsDirectory), applied);
    if (applied.length === 0) return wrong('Migrations', 'none applied: the database is empty', 'npm run -s cairn -- migrate');
    return pending.length === 0 ? ok('Migrations', `all ${applied.length} applied`) : warning('Migrations', `${pending.length} to apply, from ${pending[0]?.name}`, 'npm run -s cairn -- migrate (every start does it too)');
  });
}

async function lookAtOwner(owner: pg.Client): Promise<Finding> {
  const { rows } = await owner.query<{ role: string; bypasses: boolean }>('select current_user as role, rolsuper or rolbypassrls as bypasses from pg_roles where rolname = current_user');
  const me = rows[0];
  return me?.bypasses === true ? ok('Backups', 'the owner sees every row') : warning('Backups', `the owner ${me?.role} is bound by row security and cannot back up`, `Let a superuser run: alter role "${me?.role}" bypassrls`);
}

async function lookAtQueue(owner: pg.Client): Promise<Finding> {
  if (!(await queueSchemaIsCurrent(owner))) return warning('Queue', 'its tables are of another version', 'npm run -s cairn -- migrate');
  const { rows: [counted] } = await owner.query<{ waiting: string; overdue: string }>(`
    select count(*) as waiting, count(*) filter (where start_after < now() - make_interval(mins => $1)) as overdue
    from pgboss.job where state in ('created', 'retry') and start_after <= now()`, [overdueMinutes]);
  const { waiting, overdue } = counted ?? { waiting: '0', overdue: '0' };
  if (Number(overdue) > 0) return warning('Queue', `${overdue} jobs have waited for over ${overdueMinutes} minutes`, 'Start a worker: npm run -s cairn -- worker (npm start works on jobs too)');
  const { rows: failing } = await owner.query<Failing>(`
    select name, count(*)::integer as jobs, greatest(0, ceil(extract(epoch from min(start_after) - now()) / 60))::integer as minutes, (array_agg(output order by start_after desc))[1] as output
    from pgboss.job where name <> $1 and (state = 'retry' or (state = 'active' and retry_count > 0)) group by name order by name`, [deadLetters]);
  return failing.length === 0 ? ok('Queue', `${waiting} jobs wait`) : judgeFailing(failing);
}

interface Failing {
  readonly name: string;
  readonly jobs: number;
  /** Until the first of them is tried again. */
  readonly minutes: number;
  readonly output: unknown;
}

/** Told while they are still tried: waiting until they have failed for good takes most of an hour. */
function judgeFailing(failing: readonly Failing[]): Finding {
  const jobs = failing.reduce((sum, each) => sum + each.jobs, 0);
  const each = failing.map(({ name, jobs: count, output }) => `${name} (${count}): ${failureMessage(output).slice(0, 200)}`).join('; ');
  const mail = failing.some(({ name }) => name.endsWith('mail')) ? 'Mail does not go out: set SMTP_URL right (see Mail below) and start Cairn again. ' : '';
  return warning('Queue', `${jobs} jobs failed and will be tried again, the next in ${Math.min(...failing.map(({ minutes }) => minutes))} min: ${each}`, `${mail}Mend what the message names; staff can have each tried at once under Failed jobs`);
}
