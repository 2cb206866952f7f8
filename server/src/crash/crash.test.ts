/**
 * The server, and in a second run its database, is killed with kill -9 in the middle of 200 uploads and completions.
 * What was acknowledged is there, nothing is half there, and whoever got no answer asks again and gets it once. Then the
 * server again, while a language model thinks.
 */
import type { AdvisorRun, TutorChat } from '@cairn/contracts';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePdf } from '../features/resume/reading/test-support/files.ts';
import { joinPostgres } from '../platform/postgres/embedded-postgres.ts';
import { llmStandIn, type LlmStandIn, type Reply } from '../test-support/llm-stand-in.ts';
import { sampleText, type SampleFile } from '../test-support/sample-resumes.ts';
import { newInstallation, type Installation, type Running } from '../test-support/serving.ts';
import { storedFiles } from '../test-support/stored.ts';
import { askAll, call, wasDone, type Told, type Wish } from '../test-support/crash-traffic.ts';

const students = 4;
const uploadsEach = 25;
const completionsEach = 25;
const atOnce = 16;
/** Wishes fulfilled when the blow falls. */
const doneBefore = 70;
const patienceMilliseconds = 100_000;

let installation: Installation;
let serving: Running;
let address: string;
let ownerUrl: string;
let owner: pg.Client;
let people: Student[];
let model: LlmStandIn;
/** Of both runs: what the first one was told must outlive the second, too. */
const wishes: Wish[] = [];
const told = new Map<string, Told>();

beforeAll(async () => {
  installation = newInstallation();
  model = await llmStandIn();
  await serve();
  people = await makeStudents();
  await connectAsOwner();
});
afterAll(async () => {
  await owner.end();
  await installation.remove();
  await model.close();
});

async function serve(): Promise<void> {
  const rates = Object.fromEntries(['PERSON', 'ADDRESS', 'SIGN_IN', 'SIGN_IN_ADDRESS', 'UPLOAD', 'AI'].map((name) => [`CAIRN_RATE_${name}`, '100000/1s']));
  serving = installation.run('server/src/cli.ts', ['serve'], { ...rates, CAIRN_RATE_PERSON_BURST: '100000', CAIRN_LLM_CHAIN: `ollama+${model.url}#mistral?at-once=4` });
  [, address = ''] = await serving.says(/ready after [\d.]+ s:\s+(http:\/\/localhost:\d+)/);
}

async function connectAsOwner(): Promise<void> {
  ({ ownerUrl } = await joinPostgres({ dataDirectory: installation.dataDirectory, command: 'test', report: () => undefined, onFailure: () => undefined }));
  owner = new pg.Client({ connectionString: ownerUrl });
  // It is killed under us, and that is the point.
  owner.on('error', () => undefined);
  await owner.connect();
  await owner.query('set row_security = off');
}
const rows = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) => (await owner.query<Row>(text, values)).rows;

interface Student {
  readonly token: string;
  readonly roadmapId: string;
  readonly taskIds: readonly string[];
}

async function makeStudents(): Promise<Student[]> {
  const password = 'seven quiet rivers';
  await call(address, 'POST', '/installation', undefined, { organisationName: 'Hilltop College', slug: 'hilltop', name: 'The Head', email: 'head@hilltop.example', password });
  return Promise.all(Array.from({ length: students }, async (_none, index) => {
    const { accessToken: token } = await call<{ accessToken: string }>(address, 'POST', '/auth/register', undefined, { name: `Student ${index}`, email: `student.${index}@mail.example`, password });
    const roadmap = await call<{ id: string; months: { weeks: { tasks: { id: string }[] }[] }[] }>(address, 'POST', '/roadmaps', token, { targetRoleId: 'data-analyst', hoursPerWeek: 4 });
    return { token, roadmapId: roadmap.id, taskIds: roadmap.months.flatMap(({ weeks }) => weeks.flatMap(({ tasks }) => tasks.map(({ id }) => id))) };
  }));
}

/** Takes some tenths of a second to read, so that uploads queue, some longer than they wait, and go on as jobs. */
const slowPdf = () => makePdf((document) => {
  document.fontSize(6);
  for (let page = 0; page < 16; page += 1) {
    if (page > 0) document.addPage();
    for (let line = 0; line < 60; line += 1) document.text(`${sampleText.name} line ${page}.${line}: wrote services in Python and Django over PostgreSQL`, 40, 40 + line * 12, { lineBreak: false });
  }
});

async function wishesOf(run: number): Promise<Wish[]> {
  const slow = await slowPdf();
  const fileOf = (name: string, index: number): SampleFile => (index % 5 < 2 ? { name: `${name}.pdf`, content: Buffer.concat([slow, Buffer.from(`\n% ${name}\n`)]) } : { name: `${name}.txt`, content: `${sampleText.content}\n${name}\n` });
  const ofEach = people.map(({ token, roadmapId, taskIds }, number) => [
    ...Array.from({ length: uploadsEach }, (_none, index): Wish => ({ key: `upload-${run}-${number}-${index}`, token, path: '/resumes', file: fileOf(`resume-${run}-${number}-${index}`, index) })),
    ...taskIds.slice(run * completionsEach, (run + 1) * completionsEach).map((id, index): Wish => ({ key: `task-${run}-${number}-${index}`, token, path: `/roadmaps/${roadmapId}/tasks/${id}/complete` })),
  ]);
  // One of each in turn, uploads and completions mixed.
  return Array.from({ length: uploadsEach + completionsEach }, (_none, turn) => ofEach.map((theirs) => theirs[(turn * 7) % theirs.length] as Wish)).flat();
}

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');

async function everythingAcknowledgedIsThere(): Promise<void> {
  const kept = await rows<{ id: string; fileName: string; sha256: string; key: string }>('select r.id, v.file_name as "fileName", v.sha256, v.storage_key as key from resume r join resume_version v on v.resume_id = r.id and v.version = r.version');
  const onDisk = new Map((await storedFiles(join(installation.dataDirectory, 'files'))).map((file) => [file.key, file.sha256]));
  for (const wish of wishes.filter(({ key }) => wasDone(told.get(key)))) {
    if (wish.file === undefined) continue;
    const row = kept.find(({ id }) => id === told.get(wish.key)?.body.id);
    expect(row, `${wish.key} was acknowledged`).toMatchObject({ fileName: wish.file.name, sha256: sha256(wish.file.content) });
    expect(onDisk.get(row?.key ?? '')).toBe(sha256(wish.file.content));
  }
  const done = new Set((await rows<{ task: string }>(`select r.id || ' ' || p.task_id as task from task_progress p join roadmap r on r.user_id = p.user_id where p.state = 'done'`)).map(({ task }) => task));
  for (const { key, path, file } of wishes) if (file === undefined && wasDone(told.get(key))) expect(done.has(path.replace(/^\/roadmaps\/(.+)\/tasks\/(.+)\/complete$/, '$1 $2')), `${key} was acknowledged`).toBe(true);
}

/** Whoever got no answer, or none that says it is done, asks again, until everybody has one. */
async function askAgain(): Promise<void> {
  // A request whose process died is believed to be at work for three minutes: so long nobody waits here.
  await owner.query(`update idempotency_keys set claimed_at = claimed_at - interval '4 minutes' where status is null`);
  await askAll(address, wishes.filter(({ key }) => !wasDone(told.get(key))), told, atOnce);
  expect(wishes.map(({ key }) => told.get(key)).filter((answer) => !wasDone(answer))).toEqual([]);
  // An answer that was given stands.
  const some = wishes.filter((_wish, index) => index % 20 === 0);
  const again = new Map<string, Told>();
  await askAll(address, some, again, atOnce);
  for (const { key } of some) expect(again.get(key)).toEqual({ ...told.get(key), replayed: true });
}

async function everyJobIsDone(): Promise<void> {
  await expect.poll(() => rows(`select name, state, count(*)::int from pgboss.job where state <> 'completed' and name !~ '^__' and start_after < now() + interval '5 minutes' group by 1, 2`), { timeout: patienceMilliseconds, interval: 250 }).toEqual([]);
  expect(await rows('select name, message from failed_jobs')).toEqual([]);
}

async function nothingIsHalfThere(runs: number): Promise<void> {
  const resumes = await rows<{ id: string; fileName: string; state: string; versions: number; jobs: number }>(`
    select id, file_name as "fileName", state, (select count(*)::int from resume_version v where v.resume_id = r.id) as versions,
      (select count(*)::int from pgboss.job where name = 'resume.read' and data ->> 'resumeId' = r.id::text) as jobs from resume r`);
  const uploads = wishes.filter(({ file }) => file !== undefined);
  // Each upload is one resume, read, with one version; those told "later" had one job.
  expect(resumes.map(({ fileName, state, versions, jobs }) => [fileName, state, versions, jobs]).toSorted()).toEqual(
    uploads.map(({ key, file }) => [file?.name, 'read', 1, told.get(key)?.status === 202 ? 1 : 0]).toSorted(),
  );
  expect(await rows('select 1 from resume_version v where not exists (select from resume r where r.id = v.resume_id)')).toEqual([]);
  const completions = await rows<{ count: number }>(`select count(*)::int from task_progress where state = 'done' group by user_id`);
  expect(completions).toEqual(Array.from({ length: students }, () => ({ count: runs * completionsEach })));
}

/** Two days later the sweeper, of the serving process, has left no file without a row and nothing in passing folders. */
async function sweepLeavesRowsAndFilesAlike(): Promise<void> {
  const files = join(installation.dataDirectory, 'files');
  const passing = [join(installation.dataDirectory, 'uploads'), join(installation.dataDirectory, 'reading'), join(files, '.incoming')].filter((folder) => existsSync(folder));
  const twoDaysAgo = Date.now() / 1000 - 2 * 86_400;
  for (const path of [...(await storedFiles(files)).map(({ key }) => join(files, key)), ...passing.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))]) utimesSync(path, twoDaysAgo, twoDaysAgo);
  const queue = new PgBoss({ connectionString: ownerUrl, schema: 'pgboss', migrate: false, createSchema: false, supervise: false, schedule: false });
  await queue.start();
  for (const chore of ['platform.sweep', 'resume.sweep']) await queue.send(chore, {});
  await queue.stop();
  await everyJobIsDone();
  const named = (await rows<{ key: string }>('select storage_key as key from resume_version')).map(({ key }) => key);
  expect((await storedFiles(files)).map(({ key }) => key).toSorted()).toEqual(named.toSorted());
  expect(passing.flatMap((folder) => readdirSync(folder))).toEqual([]);
}

/** The postmaster and every process that it started. */
function killDatabase(): void {
  const postmaster = installation.databasePid() ?? 0;
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).filter((pid) => existsSync(`/proc/${pid}/status`) && parentOf(pid) === postmaster);
  for (const pid of [postmaster, ...children.map(Number)]) kill(pid);
}
function parentOf(pid: string): number {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return -1;
    throw error;
  }
}
function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    // Gone with its parent.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

describe('kill -9', () => {
  test.each([
    ['the server', () => { serving.child.kill('SIGKILL'); }, async () => {
      await serving.ended;
      await serve();
    }],
    ['the database', killDatabase, async () => { await serving.says(/The database is back/); }],
    // No second try: it would ask for what the first one has asked for already.
  ])('of %s loses nothing that was acknowledged, leaves nothing half there, and every job has its effect once', { retry: 0, timeout: 240_000 }, async (what, strike, recover) => {
    const run = what === 'the server' ? 0 : 1;
    const now = await wishesOf(run);
    wishes.push(...now);
    await askAll(address, now, told, atOnce, { after: doneBefore, interrupt: strike });
    const acknowledged = now.filter(({ key }) => wasDone(told.get(key))).length;
    expect([now.length, acknowledged >= doneBefore, acknowledged < now.length - atOnce]).toEqual([200, true, true]);

    await recover();
    await owner.end();
    await connectAsOwner();
    await everythingAcknowledgedIsThere();
    await askAgain();
    await everythingAcknowledgedIsThere();
    await everyJobIsDone();
    await nothingIsHalfThere(run + 1);
    await sweepLeavesRowsAndFilesAlike();
  });

  test('of the server while a model thinks interrupts the runs, keeps their words, and asking again answers and counts once', { retry: 0, timeout: 120_000 }, async () => {
    const token = people[0]?.token ?? '';
    const { id: chatId } = await call<TutorChat>(address, 'POST', '/tutor/chats', token, { skillId: 'sql', level: 1 });
    const chat = await call<TutorChat>(address, 'POST', `/tutor/chats/${chatId}/messages`, token, { act: { kind: 'ask', what: 'next' }, after: 3 });
    const question = { question: 'Am I ready to be a data analyst?', goal: 'ready', roleId: 'data-analyst' };
    const text = chat.open?.form === 'order' ? chat.open.parts.map((_part, at) => String(at + 1)).join(' ') : 'a';
    const asked = [['/advisor/runs', 'agent-question', question], [`/tutor/chats/${chatId}/messages`, 'agent-answer', { act: { kind: 'text', text }, after: chat.messages.at(-1)?.number }]] as const;
    const send = async ([path, key, body]: (typeof asked)[number]): Promise<{ status: number; replayed: boolean; told: string }> => {
      const answer = await fetch(`${address}/api/v1${path}`, { method: 'POST', headers: { accept: 'text/event-stream', authorization: `Bearer ${token}`, 'idempotency-key': key, 'content-type': 'application/json' }, body: JSON.stringify(body) });
      return { status: answer.status, replayed: answer.headers.get('idempotency-replayed') === 'true', told: await answer.text() };
    };

    model.will(agentBegins, agentBegins, 'hang');
    const broken = asked.map((one) => send(one).then(() => 'answered', () => 'broken'));
    await expect.poll(() => model.seen.length, { timeout: 30_000 }).toBe(4);
    serving.child.kill('SIGKILL');
    await serving.ended;
    expect(await Promise.all(broken)).toEqual(['broken', 'broken']);

    model.will(agentBegins, agentTurn({ answer: 'Take it one step at a time.' }), agentBegins, agentTurn({ answer: 'Take it one step at a time.' }));
    await serve();
    await owner.end();
    await connectAsOwner();
    const runs = async () => (await call<{ items: AdvisorRun[] }>(address, 'GET', '/advisor/runs', token)).items;
    await expect.poll(async () => (await runs()).map(({ state }) => state), { timeout: 20_000, interval: 250 }).toEqual(['interrupted']);
    expect(await call<AdvisorRun>(address, 'GET', `/advisor/runs/${(await runs())[0]?.id ?? ''}`, token)).toMatchObject({ question: question.question, advice: null, words: null, steps: [{ tool: 'find-gap', failure: null }] });
    expect(await call<TutorChat>(address, 'GET', `/tutor/chats/${chatId}`, token)).toEqual({ ...chat, unanswered: text });

    for (const one of asked) {
      await expect.poll(async () => (await send(one)).status, { timeout: 20_000, interval: 250 }).toBe(200);
      expect(await send(one)).toMatchObject({ replayed: true, told: expect.stringContaining('event: answer') });
    }
    expect((await runs()).map(({ state }) => state)).toEqual(['answered', 'interrupted']);
    const after = await call<TutorChat>(address, 'GET', `/tutor/chats/${chatId}`, token);
    expect([after.unanswered, after.messages.filter(({ content }) => content.kind === 'judgement').length]).toEqual([null, 1]);
    expect(await rows(`select (select count(*)::int from attempt) as attempts, (select sum(answers)::int from level_mastery) as answers, (select count(*)::int from agent_run where feature = 'tutor') as turns`)).toEqual([{ attempts: 1, answers: 1, turns: 2 }]);
  });
});

const agentTurn = (given: object): Reply => ({ text: JSON.stringify(given), input: 10, output: 5 });
/** The first turn of either agent. */
const agentBegins = ({ body }: { readonly body: object }): Reply => agentTurn(JSON.stringify(body).includes('patient tutor') ? { tool: 'assess', input: {} } : { tool: 'find-gap', input: { roleId: 'data-analyst' } });
