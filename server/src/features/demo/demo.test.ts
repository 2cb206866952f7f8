import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testApp, type Api, type TestApp } from '../../test-support/app.ts';
import { asOwner, rowCounts } from '../../test-support/stored.ts';
import { compileWhatCairnKnows } from '../knowledge/index.ts';
import { chanceFrom } from './chance.ts';
import { demoCareer } from './demo-careers.ts';
import { demoJobs } from './demo-jobs.ts';
import { demoPeople } from './demo-people.ts';

const silent = () => undefined;
const tables = ['identity.organisation', 'member', 'alumni', 'career_step', 'job', 'job_skill', 'resume', 'resume_version', 'skill_gap', 'roadmap', 'task_progress', 'skill_word', 'career_form'];

async function signedIn(app: TestApp, role: string): Promise<Api> {
  const signIn = (await app.app.features.demo.signIns()).find((one) => one.role === role);
  const { body } = await app.anonymous.post('/auth/login', { email: signIn?.email, password: signIn?.password });
  return app.as({ accessToken: body.accessToken } as Parameters<TestApp['as']>[0]);
}

describe('the demo college', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
    expect(await app.app.features.demo.seed(silent)).toBe(true);
  });
  afterAll(() => app.close());

  test('has 3 staff, 40 students, 400 alumni with careers and 200 jobs', async () => {
    const roles = await asOwner(app.held.ownerUrl, (query) => query<{ role: string; count: number }>('select role, count(*)::int from member group by role order by role'));
    expect(Object.fromEntries(roles.map(({ role, count }) => [role, count]))).toEqual({ admin: 1, staff: 2, student: 40, alumni: 400, recruiter: 5 });
    const counts = await rowCounts(app.held.ownerUrl, tables);
    expect(counts).toMatchObject({ 'identity.organisation': 1, alumni: 400, job: 200 });
    expect([(counts['career_step'] ?? 0) > 800, (counts['job_skill'] ?? 0) > 1600]).toEqual([true, true]);
  });

  test('has a student with a resume that is read whole, a gap worth closing, and a roadmap that has begun', async () => {
    const api = await signedIn(app, 'student');
    const [[resume], [gap], [roadmap]] = await Promise.all(['/resumes', '/skill-gaps', '/roadmaps'].map(async (path) => (await api.get(path)).body.items));
    expect((await api.get(`/resumes/${resume.id}`)).body).toMatchObject({ state: 'read', warnings: [], fields: { contact: { name: { value: 'Ishita Varma' } }, experience: [{ organisation: { value: 'Monsoon Data Works' } }] } });
    expect((await api.get('/me/skills')).body.items.length).toBeGreaterThan(8);
    expect(gap.weightedMatchPercentage).toBeGreaterThan(15);
    expect(gap.weightedMatchPercentage).toBeLessThan(70);
    const { body } = await api.get(`/roadmaps/${roadmap.id}`);
    expect(body).toMatchObject({ title: 'Backend Developer', hoursPerWeek: 10, progress: { doneTasks: 3 }, match: { before: gap.weightedMatchPercentage } });
    expect(body.match.after).toBeGreaterThan(body.match.now);
    expect([body.totalWeeks > 8, body.totalWeeks < 110, body.progress.weekNumber <= 2]).toEqual([true, true, true]);
    expect((await api.get('/me')).body).toMatchObject({ role: 'student', onboarded: true, emailVerified: true });
    expect((await api.get('/me/career-form')).body).toMatchObject({ targetRoleId: 'backend-developer', hoursPerWeek: 10 });
  });

  test('lets a student, staff and the admin in, with passwords of this installation', async () => {
    const signIns = await app.app.features.demo.signIns();
    expect(signIns.map(({ role }) => role)).toEqual(['student', 'staff', 'admin']);
    expect(new Set(signIns.map(({ password }) => password)).size).toBe(3);
    for (const { role } of signIns) expect((await (await signedIn(app, role)).get('/me')).body.role).toBe(role);
  });

  test('names no password that does not hold any more', async () => {
    const signIns = await app.app.features.demo.signIns();
    const staff = signIns.find(({ role }) => role === 'staff');
    const { userId, passwordHash } = await asOwner(app.held.ownerUrl, async (query) => (await query<{ userId: string; passwordHash: string }>('select a.user_id as "userId", a.password as "passwordHash" from identity.account a join identity."user" u on u.id = a.user_id where u.email = $1', [staff?.email]))[0]!);
    const change = (hash: string) => asOwner(app.held.ownerUrl, (query) => query('update identity.account set password = $1 where user_id = $2', [hash, userId]));
    await change('$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHQ$AAAAAAAAAAAAAAAAAAAAAA');
    expect((await app.app.features.demo.signIns()).map(({ role, password }) => [role, password === null])).toEqual([['student', false], ['staff', true], ['admin', false]]);
    await change(passwordHash);
  });

  test('seeded again is what it was, and what a visitor erased stays erased', async () => {
    const before = await rowCounts(app.held.ownerUrl, tables);
    expect(await app.app.features.demo.seed(silent)).toBe(false);
    expect(await rowCounts(app.held.ownerUrl, tables)).toEqual(before);
    const api = await signedIn(app, 'student');
    const [roadmap] = (await api.get('/roadmaps')).body.items;
    await api.delete(`/roadmaps/${roadmap.id}`);
    await app.app.features.demo.seed(silent);
    expect((await api.get('/roadmaps')).body.total).toBe(0);
  });
});

describe('a demo college that was interrupted', () => {
  /** What a process killed between two steps has left: everything after the step is not there yet. */
  const undone = {
    'the tasks': 'delete from task_progress',
    'the roadmap': 'delete from task_progress; delete from roadmap',
    'the gap': 'delete from task_progress; delete from roadmap; delete from skill_gap',
    'the resume': 'delete from task_progress; delete from roadmap; delete from skill_gap; delete from resume',
  };
  test.each(Object.entries(undone))('before %s is finished at the next start', async (_step, statements) => {
    const app = await testApp();
    try {
      await app.app.features.demo.seed(silent);
      const whole = await rowCounts(app.held.ownerUrl, tables);
      await asOwner(app.held.ownerUrl, (query) => query(`${statements}; delete from career_form; update member set onboarded_at = null where role = 'student'`));
      expect(await app.app.features.demo.seed(silent)).toBe(false);
      expect(await rowCounts(app.held.ownerUrl, tables)).toEqual(whole);
      expect((await (await signedIn(app, 'student')).get('/roadmaps')).body.items).toMatchObject([{ progress: { doneTasks: 3 } }]);
    } finally {
      await app.close();
    }
  });

  test('while it was made is made whole or not at all, also by two processes at once', async () => {
    const app = await testApp();
    try {
      const made = await Promise.all([app.app.features.demo.seed(silent), app.app.features.demo.seed(silent)]);
      expect(made.filter(Boolean)).toHaveLength(1);
      expect(await rowCounts(app.held.ownerUrl, ['identity.organisation', 'member', 'job'])).toEqual({ 'identity.organisation': 1, member: 448, job: 200 });
    } finally {
      await app.close();
    }
  });
});

test('an installation with an organisation of its own gets no demo college', async () => {
  const app = await testApp();
  try {
    await app.make.organisation();
    expect([await app.app.features.demo.seed(silent), await app.app.features.demo.signIns()]).toEqual([false, []]);
  } finally {
    await app.close();
  }
});

describe('what is made up', () => {
  const known = compileWhatCairnKnows();

  test.each([2026, 2027, 2030])('can be made in %i: careers without holes that do not end before they begin', (thisYear) => {
    const chance = chanceFrom(thisYear);
    for (let count = 0; count < 400; count += 1) {
      const { steps, graduated } = demoCareer(chance, known.roles, thisYear);
      expect([graduated <= thisYear - 2, steps.length > 0, steps.at(-1)?.ended]).toEqual([true, true, null]);
      for (const [index, { started, ended, roleId }] of steps.entries()) {
        expect(known.roles.has(roleId)).toBe(true);
        expect(started).toMatch(/^\d{4}-(?:0[1-9]|1[0-2])$/);
        if (ended !== null) expect([started < ended, steps[index + 1]?.started]).toEqual([true, ended]);
      }
    }
  });

  test('jobs of every role can be read, whatever chance picks', () => {
    for (let seed = 0; seed < 5; seed += 1) {
      const jobs = demoJobs(chanceFrom(seed), known, known.roles.size);
      expect(jobs.every(({ requirements }) => requirements.length > 3)).toBe(true);
    }
  });

  test('names and addresses are each there once, and the same at every run', () => {
    const people = demoPeople(chanceFrom(7));
    expect(new Set(people.map(({ email }) => email)).size).toBe(people.length);
    expect(demoPeople(chanceFrom(7))).toEqual(people);
  });
});
