/** Reading that takes longer than an upload waits: it goes on as a job, which can fail, run twice, or come too late. */
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RunningJob } from '../../platform/jobs/define-job.ts';
import { testApp, type Api, type TestApp } from '../../test-support/app.ts';
import type { TestPerson } from '../../test-support/factories.ts';
import { sampleText, type SampleFile } from '../../test-support/sample-resumes.ts';
import { asOwner, storedFiles } from '../../test-support/stored.ts';
import { createReader } from './create-reader.ts';
import { createReadingPool, type ReadingPool } from './reading/index.ts';
import type { ReadOutcome } from './resume-reader.ts';
import { handle } from './resume.jobs.handler.ts';
import { readOverdue } from './resume.jobs.ts';

let app: TestApp;
let pool: ReadingPool;
let listener: pg.Client;
/** Reads as the real one does, when the test lets it. */
let readFile: (path: string, fileName: string) => Promise<ReadOutcome>;
const heard: { userId: string; event: Record<string, unknown> }[] = [];

beforeAll(async () => {
  pool = createReadingPool({ size: 1 });
  app = await testApp({ work: true, outside: { readFile: (path, fileName) => readFile(path, fileName), uploadWaitMilliseconds: 500 } });
  listener = new pg.Client({ connectionString: app.held.appUrl });
  await listener.connect();
  listener.on('notification', ({ payload }) => void heard.push(JSON.parse(payload ?? '')));
  await listener.query('listen cairn_live');
});
afterAll(async () => {
  await listener.end();
  await app.close();
  await pool.close();
});
const really = (path: string, fileName: string) => createReader({ pool, now: Date.now }).read(path, fileName);
beforeEach(() => { readFile = really; });

const never = () => Promise.withResolvers<ReadOutcome>().promise;
const eventsOf = (person: TestPerson) => heard.filter(({ userId, event }) => userId === person.userId && event['kind'] === 'resume.changed').map(({ event }) => event['state']);

/** A resume whose upload waited in vain; the job reads as `then` says. */
async function slowUpload(then: typeof readFile, file: SampleFile = sampleText): Promise<{ api: Api; person: TestPerson; id: string; body: Record<string, unknown> }> {
  const person = await app.make.person();
  const api = app.as(person);
  let calls = 0;
  readFile = (path, fileName) => ((calls += 1) === 1 ? never() : then(path, fileName));
  const { status, body } = await api.upload('/resumes', { file });
  expect(status).toBe(202);
  return { api, person, id: body.id, body };
}

/** The job as the queue hands it over, at an attempt of the test's choice. */
function jobOf({ organisationId, userId }: TestPerson, resumeId: string, lastAttempt: boolean, version = 1): Parameters<typeof handle>[0] {
  const running: RunningJob<{ organisationId: string; userId: string; resumeId: string; version: number }> = {
    id: resumeId, data: { organisationId, userId, resumeId, version }, attempt: 1, lastAttempt, signal: new AbortController().signal,
    transaction: (work) => app.held.database.transaction({ organisationId, userId }, work), progress: () => Promise.resolve(),
  };
  return running;
}
const parts = () => ({ storage: app.app.storage, reader: { read: readFile }, live: app.app.live, workDirectory: `${app.settings.dataDirectory}/reading`, now: () => app.clock.milliseconds });

describe('a file that takes long to read', () => {
  test('is accepted at once, cannot be worked with meanwhile, and is there when the job is done', async () => {
    const hold = Promise.withResolvers<void>();
    const { api, person, id, body } = await slowUpload(async (path, fileName) => {
      await hold.promise;
      return really(path, fileName);
    });
    expect(body).toMatchObject({ state: 'reading', version: 1, fileName: 'meera.txt', refusal: null });
    expect((await api.get(`/resumes/${id}`)).body).toMatchObject({ state: 'reading', lines: [], skills: [] });
    expect((await api.put(`/resumes/${id}`, { corrections: [] })).body.code).toBe('resume.not-read-yet');
    expect((await api.get(`/resumes/${id}/json-resume`)).body.code).toBe('resume.not-read-yet');
    expect((await api.post('/skill-gaps', { resumeId: id, roleId: 'backend-developer' })).body.code).toBe('resume.not-read-yet');
    expect((await api.post('/skill-gaps', { roleId: 'backend-developer' })).body.code).toBe('gap.no-resume');
    expect((await api.get(`/resumes/${id}/file`)).bytes.toString()).toBe(sampleText.content);
    hold.resolve();
    await app.jobsDone();
    expect((await api.get(`/resumes/${id}`)).body).toMatchObject({ state: 'read', kind: 'text', fields: { contact: { name: { value: 'Meera Joshi' } } } });
    await expect.poll(() => eventsOf(person)).toEqual(['reading', 'read']);
  });

  test('and cannot be read after all is refused with its reason, and can be replaced', async () => {
    const { api, person, id } = await slowUpload(really, { name: 'picture.txt', content: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64') });
    await app.jobsDone();
    expect((await api.get(`/resumes/${id}`)).body).toMatchObject({ state: 'refused', refusal: 'resume.not-a-document', lines: [] });
    await expect.poll(() => eventsOf(person)).toEqual(['reading', 'refused']);
    readFile = really;
    expect((await api.upload(`/resumes/${id}/versions`, { file: sampleText })).body).toMatchObject({ state: 'read', refusal: null, version: 2 });
  });

  test('and is replaced meanwhile: what the first job finds out is passed over', async () => {
    const hold = Promise.withResolvers<void>();
    const { api, person, id } = await slowUpload(async (path, fileName) => {
      if (fileName === sampleText.name) await hold.promise;
      return really(path, fileName);
    });
    const replaced = await api.upload(`/resumes/${id}/versions`, { file: { name: 'new.txt', content: 'Ravi Kale\n\nSkills\nGo, SQL\n' } });
    expect(replaced.body.fields.contact.name.value).toBe('Ravi Kale');
    hold.resolve();
    await app.jobsDone();
    expect((await api.get(`/resumes/${id}`)).body).toEqual(replaced.body);
    await expect.poll(() => eventsOf(person)).toEqual(['reading', 'read']);
  });

  test('and is erased meanwhile leaves nothing', async () => {
    const hold = Promise.withResolvers<void>();
    const { api, id } = await slowUpload(async (path, fileName) => {
      await hold.promise;
      return really(path, fileName);
    });
    expect((await api.delete(`/resumes/${id}`)).status).toBe(204);
    hold.resolve();
    await app.jobsDone();
    expect(await asOwner(app.held.ownerUrl, (query) => query('select 1 from resume where id = $1', [id]))).toEqual([]);
    expect((await storedFiles(app.settings.filesDirectory)).filter(({ key }) => key.includes(id))).toEqual([]);
  });
});

describe('the job', () => {
  test('has its effect once, however often it runs', async () => {
    const { api, person, id } = await slowUpload(really);
    await app.jobsDone();
    const { body } = await api.get(`/resumes/${id}`);
    app.clock.milliseconds += 60_000;
    await Promise.all([handle(jobOf(person, id, false), parts()), handle(jobOf(person, id, true), parts())]);
    expect((await api.get(`/resumes/${id}`)).body).toEqual(body);
    expect(eventsOf(person)).toEqual(['reading', 'read']);
  });

  test('that fails is tried again; at the last attempt the person is told, and staff can still have it read', async () => {
    const { api, person, id } = await slowUpload(never);
    readFile = () => Promise.reject(new Error('The disk is gone'));
    await expect(handle(jobOf(person, id, false), parts())).rejects.toThrow('The disk is gone');
    expect((await api.get(`/resumes/${id}`)).body.state).toBe('reading');
    await expect(handle(jobOf(person, id, true), parts())).rejects.toThrow('The disk is gone');
    expect((await api.get(`/resumes/${id}`)).body).toMatchObject({ state: 'refused', refusal: 'server.unexpected' });
    readFile = really;
    await handle(jobOf(person, id, false), parts());
    expect((await api.get(`/resumes/${id}`)).body).toMatchObject({ state: 'read', refusal: null });
    await expect.poll(() => eventsOf(person)).toEqual(['reading', 'refused', 'read']);
  });

  test('is queued once more for a resume that has waited over an hour', async () => {
    const { api, person, id } = await slowUpload(really);
    await app.jobsDone();
    await asOwner(app.held.ownerUrl, (query) => query(`update resume set state = 'reading', reading = null, updated_at = updated_at - interval '2 hours' where id = $1`, [id]));
    await readOverdue(app.held.database, app.app.jobs, [person.organisationId], app.clock.milliseconds);
    await app.jobsDone();
    expect((await api.get(`/resumes/${id}`)).body).toMatchObject({ state: 'read', fields: { contact: { name: { value: 'Meera Joshi' } } } });
    const jobsBefore = await asOwner(app.held.ownerUrl, (query) => query('select 1 from pgboss.job'));
    await readOverdue(app.held.database, app.app.jobs, [person.organisationId], app.clock.milliseconds);
    expect(await asOwner(app.held.ownerUrl, (query) => query('select 1 from pgboss.job'))).toHaveLength(jobsBefore.length);
  });
});
