/**
 * Three years of learning on every day for one person of an installation that is being served: a task of three hours done
 * and half an hour logged. One argument: the person's e-mail.
 */
import pg from 'pg';
import { openPostgres } from '../../server/src/platform/ground.ts';
import { processEnvironment, readSettings } from '../../server/src/platform/settings.ts';

const days = 1095;

const settings = readSettings(processEnvironment());
const ignore = () => undefined;
const { ownerUrl } = await openPostgres({ settings, command: 'bench', embedded: 'join', report: ignore, onFailure: ignore });
const client = new pg.Client({ connectionString: ownerUrl });
await client.connect();
const { rows: [person] } = await client.query<{ organisationId: string; userId: string }>('select organisation_id as "organisationId", user_id as "userId" from member where email = $1', [process.argv[2]]);
if (person === undefined) throw new Error(`Nobody has the address ${String(process.argv[2])}`);
const who = [person.organisationId, person.userId, days];
await client.query(`select set_config('app.organisation_id', $1, false)`, [person.organisationId]);
await client.query(`
  insert into task_progress (organisation_id, user_id, task_id, state, changed_at)
  select $1, $2, 'sql.1.learn.' || (1000 + 3 * back) || '-' || (1002 + 3 * back), 'done', now() - back * interval '1 day' from generate_series(1, $3::int) as back`, who);
await client.query(`
  insert into progress_event (organisation_id, user_id, id, skill_id, minutes, day, happened_at, created_at)
  select $1, $2, gen_random_uuid(), 'sql', 30, (now() - back * interval '1 day')::date, now() - back * interval '1 day', now() - back * interval '1 day' from generate_series(1, $3::int) as back`, who);
await client.end();
