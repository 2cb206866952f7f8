/**
 * The role that requests run as. It owns nothing and bypasses nothing, so that row-level security holds for it.
 * Its password is derived from the installation's secret: every process finds it without being told.
 */
import pg from 'pg';
import { derivedPassword } from '../installation-secret.ts';
import { MigrationError } from './migration-error.ts';

export const applicationRole = 'cairn_app';

/** The connection of the application's role to the database that `ownerUrl` names. */
export function applicationUrl(ownerUrl: string, secret: string): string {
  const url = new URL(ownerUrl);
  const password = derivedPassword(secret, 'database role');
  for (const name of ['user', 'password']) url.searchParams.delete(name);
  if (url.hostname === '') {
    // An address without a host (a socket named by ?host=) has no room for a user before it.
    url.searchParams.set('user', applicationRole);
    url.searchParams.set('password', password);
  } else {
    url.username = applicationRole;
    url.password = password;
  }
  return url.href;
}

/** Makes the role, or gives it the password in `appUrl`, unless it can sign in already. */
export async function ensureApplicationRole(owner: pg.ClientBase, appUrl: string): Promise<void> {
  const refusal = await signInFailure(appUrl);
  if (refusal === undefined) return;
  const { user, password } = new pg.Client({ connectionString: appUrl });
  if (user !== applicationRole) throw roleError(`DATABASE_APP_URL must be a connection of the role ${applicationRole}, not ${user}.`);
  await refuseForeignRole(owner);
  const secret = owner.escapeLiteral(password ?? '');
  try {
    await owner.query(`
      do $$ begin
        if exists (select from pg_roles where rolname = '${applicationRole}') then
          alter role ${applicationRole} login password ${secret};
        else
          create role ${applicationRole} login nosuperuser nobypassrls nocreatedb nocreaterole password ${secret};
        end if;
        execute format('comment on role ${applicationRole} is %L', 'Cairn: ' || current_database());
        execute format('grant connect on database %I to ${applicationRole}', current_database());
      end $$`);
  } catch (error) {
    throw roleError(`The role ${applicationRole} could not be prepared: ${(error as Error).message}. Let the owner in DATABASE_URL create roles (alter role … createrole), or make ${applicationRole} yourself and set DATABASE_APP_URL.`, error);
  }
  const stillRefused = await signInFailure(appUrl);
  if (stillRefused !== undefined) throw roleError(`The role ${applicationRole} has its password, but the server does not let it in: ${stillRefused}. Allow it in pg_hba.conf with the method scram-sha-256.`);
}

/** Roles belong to the whole server: another installation's role must not lose its password to ours. */
async function refuseForeignRole(owner: pg.ClientBase): Promise<void> {
  const found = await owner.query<{ other: string }>(`
    select other.datname as other
    from pg_roles role
    join pg_shdescription note on note.objoid = role.oid and note.classoid = 'pg_authid'::regclass
    join pg_database other on note.description = 'Cairn: ' || other.datname
    where role.rolname = '${applicationRole}' and other.datname <> current_database()`);
  const other = found.rows[0]?.other;
  if (other !== undefined) throw roleError(`The role ${applicationRole} on this server belongs to the Cairn in the database "${other}", which has another CAIRN_SECRET. Use one server per installation, or the same CAIRN_SECRET.`);
}

/** Undefined when the role gets in. Throws what has nothing to do with the role, such as a server that is away. */
async function signInFailure(appUrl: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: appUrl });
  try {
    await client.connect();
    return undefined;
  } catch (error) {
    const { code, message } = error as pg.DatabaseError;
    // Class 28: invalid authorisation; 42501: no right to connect to this database.
    if (code?.startsWith('28') === true || code === '42501') return message;
    throw error;
  } finally {
    await client.end();
  }
}

/** Refuses a role for which row-level security would not hold. */
export async function checkApplicationRole(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ role: string; faults: string[] }>(`
    select current_user as role, array_remove(array[
      case when me.rolsuper then 'is a superuser' end,
      case when me.rolbypassrls then 'bypasses row security' end,
      case when me.rolcreaterole then 'may create roles' end,
      (select 'owns or inherits from the owner of the table ' || min(oid::regclass::text)
         from pg_class where relkind in ('r', 'p') and relnamespace in ('public'::regnamespace, 'identity'::regnamespace) and pg_has_role(current_user, relowner, 'member')
         having count(*) > 0),
      (select 'owns the database' from pg_database where datname = current_database() and pg_has_role(current_user, datdba, 'member'))
    ], null) as faults
    from pg_roles me where rolname = current_user`);
  const { role, faults } = rows[0] ?? { role: '?', faults: ['cannot be looked up'] };
  if (faults.length > 0) throw roleError(`The role "${role}" that Cairn would serve with ${faults.join(' and ')}, so that one organisation could read another's data. Connect as a plain role ${applicationRole}: leave DATABASE_APP_URL out, or take those rights away.`);
}

function roleError(message: string, cause?: unknown): MigrationError {
  return new MigrationError('application-role', message, cause === undefined ? undefined : { cause });
}
