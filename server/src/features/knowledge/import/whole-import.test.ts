/** A large import through the real process and its job, which is killed with kill -9 in the middle of the dry run. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newInstallation, type Installation, type Running } from '../../../test-support/serving.ts';
import { call } from '../../../test-support/crash-traffic.ts';
import { wholeEsco, wholeEscoFiles } from './test-support/whole-esco.ts';

const patienceMilliseconds = 600_000;
/** A tenth: a whole one takes a minute. Its three files together are read as a job. */
const size = { skills: wholeEsco.skills / 10, occupations: wholeEsco.occupations / 10, relations: wholeEsco.relations / 10 };
const files = wholeEscoFiles(size);

let installation: Installation;
let serving: Running;
let address: string;
let token: string;

beforeAll(async () => {
  installation = newInstallation();
  await serve();
  const head = { email: 'head@hilltop.example', password: 'seven quiet rivers' };
  await call(address, 'POST', '/installation', undefined, { organisationName: 'Hilltop College', slug: 'hilltop', name: 'The Head', ...head });
  ({ accessToken: token } = await call<{ accessToken: string }>(address, 'POST', '/auth/login', undefined, head));
}, patienceMilliseconds);
afterAll(() => installation.remove());

async function serve(): Promise<void> {
  serving = installation.run('server/src/cli.ts', ['serve'], { CAIRN_RATE_PERSON: '100000/1s', CAIRN_RATE_PERSON_BURST: '100000' });
  [, address = ''] = await serving.says(/ready after [\d.]+ s:\s+(http:\/\/localhost:\d+)/);
}

interface Import {
  readonly id: string;
  readonly state: string;
  readonly summary: Readonly<Record<string, number>> | null;
  readonly files: readonly { readonly rows: number }[];
}

async function add(file: { readonly name: string; readonly content: string }, id: string | undefined): Promise<Import> {
  const form = new FormData();
  form.set('file', new File([file.content], file.name, { type: 'text/csv' }));
  const path = id === undefined ? '/knowledge/imports' : `/knowledge/imports/${id}/files`;
  const response = await fetch(`${address}/api/v1${path}`, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: form });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as Import;
}

const find = (id: string) => call<Import>(address, 'GET', `/knowledge/imports/${id}?limit=1`, token);

async function read(id: string): Promise<Import> {
  await expect.poll(async () => (await find(id)).state, { timeout: patienceMilliseconds, interval: 200 }).not.toBe('reading');
  return find(id);
}

/** All files, one after the other as the page sends them; `inTheMiddle` runs while the last is being read. */
async function imported(inTheMiddle: (id: string) => Promise<void> = () => Promise.resolve()): Promise<Import> {
  let last: Import | undefined;
  for (const [index, file] of files.entries()) {
    last = await add(file, last?.id);
    if (index === files.length - 1) await inTheMiddle(last.id);
    last = await read(last.id);
    expect(last.state).toBe('proposed');
  }
  return last as Import;
}

async function killedWhileReading(id: string): Promise<void> {
  expect((await find(id)).state).toBe('reading');
  serving.child.kill('SIGKILL');
  await serving.ended;
  await serve();
}

const entries = () => call<{ total: number }>(address, 'GET', '/knowledge/entries?limit=1', token);

test('an import as large as a tenth of ESCO survives kill -9, is applied once, and the same files again change nothing', async () => {
  const first = await imported(killedWhileReading);
  expect(first.summary).toMatchObject({ newSkills: size.skills, newRoles: size.occupations, refused: 0 });
  expect(first.files.map(({ rows }) => rows)).toEqual([size.skills, size.occupations, size.relations]);
  expect((await entries()).total).toBe(0);
  await call(address, 'POST', `/knowledge/imports/${first.id}/apply`, token);
  expect((await entries()).total).toBe(size.skills + size.occupations);
  const again = await imported();
  expect(again.summary).toMatchObject({ newSkills: 0, changedSkills: 0, newRoles: 0, changedRoles: 0, refused: 0, unchanged: size.skills + size.occupations });
}, patienceMilliseconds);
