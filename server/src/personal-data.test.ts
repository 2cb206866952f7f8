/** What a person leaves behind: they can take all of it along, and when they go nothing of it stays, in no table and no folder. */
import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import yauzl from 'yauzl';
import { testApp, type Api, type TestApp } from './test-support/app.ts';
import { asOwner, storedFiles, traces } from './test-support/stored.ts';

let app: TestApp;
beforeAll(async () => { app = await testApp({ work: true }); });
afterAll(() => app.close());

const password = 'seven quiet rivers';
/** Stands in every text that the person gives. */
const mark = 'Quillfeather';

interface Somebody {
  readonly api: Api;
  readonly userId: string;
  readonly organisationId: string;
  readonly email: string;
  readonly name: string;
}

async function signUp(organisation: { readonly id: string; readonly slug: string }, name: string): Promise<Somebody> {
  const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@mail.example`;
  const { body } = await app.anonymous.post('/auth/register', { name, email, password, organisation: organisation.slug });
  return { api: app.as({ accessToken: body.accessToken } as Parameters<TestApp['as']>[0]), userId: body.user.id, organisationId: organisation.id, email, name };
}

const resumeOf = ({ name, email }: Somebody, version: number) => `${name}\n${email}\n\nExperience\nSoftware Developer, ${mark} Labs, Jan 2022 - Present\n- Wrote version ${version} of services in Python and Django\n\nSkills\nPython, Django, SQL\n`;
const ad = `Backend Developer at ${mark} Systems\n\nWe look for a backend developer.\n\nRequirements\n- Strong Python and SQL\n- Kubernetes\n- Redis\n`;

/** Does everything that a student can do, so that every table and folder has something of theirs. */
async function liveHere(person: Somebody): Promise<{ files: string[] }> {
  const { api, userId, organisationId } = person;
  const did = async (answer: Promise<{ status: number; body: unknown }>) => {
    const { status, body } = await answer;
    expect([200, 201, 204], JSON.stringify(body)).toContain(status);
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test that looks at the wrong place fails
    return body as any;
  };
  const key = (name: string) => ({ headers: { 'idempotency-key': name } });
  const files = [resumeOf(person, 1), resumeOf(person, 2), resumeOf(person, 3)];
  const resume = await did(api.upload('/resumes', { file: { name: `${mark}.txt`, content: files[0] ?? '' } }, key('upload')));
  await did(api.upload(`/resumes/${resume.id}/versions`, { file: { name: `${mark} 2.md`, content: files[1] ?? '' } }));
  await did(api.upload('/resumes', { file: { name: `${mark} 3.txt`, content: files[2] ?? '' } }));
  await did(api.put(`/resumes/${resume.id}`, { corrections: [{ path: 'contact.name', value: `${person.name} ${mark}` }] }));
  const jobAd = await did(api.upload('/job-ads', { file: { name: 'ad.txt', content: ad } }, key('ad')));
  const gap = await did(api.post('/skill-gaps', { jobAdId: jobAd.id }, key('gap')));
  await did(api.post('/skill-gaps', { jobDescription: ad }));
  await did(api.put('/me/skills/go', { level: 2 }));
  const roadmap = await did(api.post('/roadmaps', { skillGapId: gap.id, hoursPerWeek: 10 }, key('plan')));
  for (const { id } of roadmap.months[0].weeks[0].tasks) await did(api.post(`/roadmaps/${roadmap.id}/tasks/${id}/complete`, undefined, key(id)));
  const check = await did(api.get(`/roadmaps/${roadmap.id}/self-check/kubernetes`));
  await did(api.post(`/roadmaps/${roadmap.id}/replan`, { kind: 'skip-skill', skillId: 'kubernetes', level: check.level, affirmed: check.statements.map(() => true) }));
  await did(api.put(`/resources/${roadmap.resources[0].resourceId}/rating`, { rating: 4 }));
  await did(api.patch(`/roadmaps/${roadmap.id}`, { title: `To ${mark} Systems` }));
  for (const timeZone of ['America/New_York', 'Asia/Kolkata']) await did(api.patch('/me', { timeZone }));
  await did(api.post('/progress/events', { minutes: 30, skillId: 'sql' }, key('evening')));
  await did(api.post('/advisor/runs', { question: `Am I ready for ${mark} Systems as a backend developer?` }));
  await did(api.put('/daily-plans/today', { minutes: 60 }));
  await did(api.put('/daily-plans/rhythm', { minutesByWeekday: null, mailed: true }));
  const session = await did(api.post('/learning/sessions', { kind: 'placement', skillIds: ['git'] }));
  await did(api.post(`/learning/sessions/${session.id}/answers`, { shownQuestionId: session.current.id, answer: null, seconds: 5 }));
  await did(api.post(`/learning/sessions/${session.id}/finish`));
  await did(api.put('/study/lessons/accounting-depreciation/note', { text: `Ask at ${mark}`, revision: 0 }));
  await did(api.put('/study/lessons/accounting-depreciation/note', { text: `Ask again at ${mark}`, revision: 0 }));
  await did(api.put('/study/lessons/accounting-depreciation/progress', { position: 0.5, isDone: false }));
  const chat = await did(api.post('/tutor/chats', { skillId: 'sql' }));
  await did(api.post(`/tutor/chats/${chat.id}/messages`, { act: { kind: 'text', text: `What is a join at ${mark}?` }, after: chat.messages.length }));
  await app.held.database.transaction({ organisationId, userId }, async (tx) => {
    await tx.query(`insert into progress_digest (organisation_id, user_id, week, kind, job_id, claimed_at, settled_at) values ($1, $2, '2026-01-05', 'digest', gen_random_uuid(), now(), now())`, [organisationId, userId]);
    await tx.query(`insert into alumni (organisation_id, user_id, degree, field, graduated) values ($1, $2, 'B.E.', $3, 2020)`, [organisationId, userId, mark]);
    await tx.query(`insert into career_step (organisation_id, user_id, number, role_title, organisation_name, started) values ($1, $2, 1, 'Developer', $3, '2020-07')`, [organisationId, userId, mark]);
    await tx.query(`insert into llm_call (organisation_id, id, user_id, prompt, provider, model, outcome, latency_ms, input_tokens, output_tokens, repaired, failures, injections, verdict, verdict_reason, created_at) values ($1, gen_random_uuid(), $2, 'advice.v1', 'ollama', 'm', 'answered', 1, 1, 1, false, '[]', '{}', 'helpful', $3, now())`, [organisationId, userId, `${person.name} liked it`]);
    await tx.query(`insert into llm_answer (organisation_id, key, user_id, output, provider, model, expires_at) values ($1, $2, $3, $4, 'ollama', 'm', now() + interval '1 day')`, [organisationId, Buffer.from(userId), userId, JSON.stringify({ advice: `${person.name}, begin with joins.` })]);
  });
  await app.jobsDone();
  return { files };
}

async function unzip(archive: Buffer): Promise<Map<string, Buffer>> {
  const opened = await yauzl.fromBufferPromise(archive, { lazyEntries: true });
  const files = new Map<string, Buffer>();
  for await (const entry of opened.eachEntry()) files.set(entry.fileName, await buffer(await opened.openReadStreamPromise(entry)));
  return files;
}
const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');

test('the export holds every file byte for byte and every row, and nothing of anybody else', async () => {
  const organisation = await app.make.organisation();
  const [asha, ravi] = [await signUp(organisation, 'Asha Tarkhadkar'), await signUp(organisation, 'Ravi Deshmukh')];
  const { files } = await liveHere(asha);
  await liveHere(ravi);
  const zip = await unzip((await asha.api.get('/me/export')).bytes);
  expect([...zip].filter(([name]) => name.startsWith('resumes/files/')).map(([, content]) => sha256(content)).toSorted()).toEqual(files.map(sha256).toSorted());
  const json = (name: string) => JSON.parse(zip.get(name)?.toString() ?? 'null');
  expect({
    resumes: json('resumes/resumes.json').length, gaps: json('skill-gaps/skill-gaps.json').length, ads: json('skill-gaps/job-ads.json').length, roadmaps: json('roadmaps/roadmaps.json').length,
    replaced: json('roadmaps/replaced-plans.json').length, words: json('skills/own-words.json').map(({ source }: { source: string }) => source).includes('person'), degree: json('career/degree.json')[0].field, steps: json('career/career.json').length,
    calls: json('language-models/calls.json').map(({ verdictReason }: { verdictReason: string }) => verdictReason), answers: json('language-models/kept-answers.json').length,
    logged: json('progress/logged-time.json').map(({ minutes }: { minutes: number }) => minutes), zones: json('progress/time-zones.json').length, settings: json('progress/settings.json').length, weeks: json('progress/weeks.json').length, mails: json('progress/weekly-mails.json').length,
    asked: json('advisor/runs.json').map(({ goal }: { goal: { question: string } }) => goal.question.includes(mark)), looked: json('advisor/steps.json').length > 0, chats: json('tutor/chats.json').length, said: json('tutor/messages.json').length > 3, turns: json('tutor/turns.json').length,
  }).toEqual({ resumes: 2, gaps: 2, ads: 2, roadmaps: 1, replaced: 1, words: true, degree: mark, steps: 1, calls: [`${asha.name} liked it`], answers: 1, logged: [30], zones: 2, settings: 1, weeks: 1, mails: 1, asked: [true], looked: true, chats: 1, said: true, turns: 1 });
  expect([json('roadmaps/progress.json').length > 2, json('roadmaps/resources.json').length > 0]).toEqual([true, true]);
  for (const [name, content] of zip) for (const other of [ravi.userId, ravi.email, ravi.name]) expect(content.includes(other), `${name} holds ${other}`).toBe(false);
});

test('erasing oneself leaves nothing in any table or folder, and others as they were', async () => {
  const organisation = await app.make.organisation();
  const [asha, ravi] = [await signUp(organisation, 'Kumudini Tarkhadkar-Naik'), await signUp(organisation, 'Ravi Kulkarni')];
  await liveHere(asha);
  await liveHere(ravi);
  const of = async (path: string) => (await ravi.api.get(path)).body;
  const everything = async () => Promise.all(['/resumes', '/skill-gaps', '/roadmaps', '/me/skills'].map(of));
  const before = await everything();
  const hers = await asOwner(app.held.ownerUrl, (query) => query<{ key: string; sha256: string }>('select storage_key as key, sha256 from resume_version v join resume r on r.id = v.resume_id where r.user_id = $1', [asha.userId]));
  const onDisk = async () => (await storedFiles(app.settings.filesDirectory)).filter(({ key }) => hers.some((version) => version.key === key));
  expect(await onDisk()).toEqual(expect.arrayContaining(hers));
  const words = [asha.userId, asha.email, asha.name];
  const tables = (rows: readonly string[]) => new Set(rows.map((row) => row.split(':')[0]));
  expect(tables(await traces(app.held.ownerUrl, words))).toEqual(new Set([
    'identity."user"', 'identity.account', 'identity.calendar_feed', 'identity.session',
    'public.agent_run', 'public.agent_step', 'public.alumni', 'public.attempt', 'public.career_step', 'public.daily_plan', 'public.daily_rhythm', 'public.idempotency_keys', 'public.job_ad',
    'public.learning_session', 'public.lesson_note', 'public.lesson_note_aside', 'public.lesson_progress', 'public.level_mastery', 'public.llm_answer', 'public.llm_call', 'public.member',
    'public.progress_digest', 'public.progress_event', 'public.progress_person', 'public.progress_week', 'public.progress_zone', 'public.question_memory', 'public.resource_use',
    'public.resume', 'public.roadmap', 'public.shown_question', 'public.skill_gap', 'public.skill_placement', 'public.skill_word', 'public.study_material', 'public.task_progress',
    'public.tutor_chat', 'public.tutor_message',
    ...[...tables(await traces(app.held.ownerUrl, words))].filter((table) => /^(?:identity|pgboss)\./.test(table ?? '')),
  ]));

  expect((await asha.api.delete('/me', { password })).status).toBe(204);
  await app.jobsDone();
  expect(await traces(app.held.ownerUrl, words)).toEqual([]);
  expect(await onDisk()).toEqual([]);
  expect(await everything()).toEqual(before);
  for (const { id } of (await of('/resumes')).items) expect((await ravi.api.get(`/resumes/${id}/file`)).status).toBe(200);
});
