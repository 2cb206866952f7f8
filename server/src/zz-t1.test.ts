import { afterAll, beforeAll, expect, test } from 'vitest';
import { testApp, type TestApp } from './test-support/app.ts';
let app: TestApp;
beforeAll(async () => { app = await testApp({ work: true }); });
afterAll(() => app.close());
const resume = `Asha Rao
asha@x.example

Experience
Software Developer, Acme Labs, Jan 2022 - Present
- Wrote services in Python and Django over PostgreSQL

Skills
Python, Django, SQL, Git
`;
test('x', async () => {
  const person = await app.make.person();
  const api = app.as(person);
  const t = async (name: string, work: () => Promise<any>) => { const b = performance.now(); const a = await work(); console.log(name, (performance.now() - b).toFixed(1), a.status, a.bytes.length); return a; };
  await t('upload cold', () => api.upload('/resumes', { file: { name: 'cv.txt', content: resume } }));
  await t('upload', () => api.upload('/resumes', { file: { name: 'cv.txt', content: resume } }));
  await t('gap', () => api.post('/skill-gaps', { roleId: 'backend-developer' }));
  const gap = await t('gap', () => api.post('/skill-gaps', { roleId: 'machine-learning-engineer' }));
  console.log(gap.body.code, gap.body.matchPercentage);
  const roadmap = await t('roadmap', () => api.post('/roadmaps', { skillGapId: gap.body.id, hoursPerWeek: 10 }));
  const tasks = roadmap.body.months.flatMap((m: any) => m.weeks.flatMap((w: any) => w.tasks));
  console.log('tasks', tasks.length, 'weeks', roadmap.body.totalWeeks);
  for (const task of tasks.slice(0, 10)) await t('tick', () => api.post(`/roadmaps/${roadmap.body.id}/tasks/${task.id}/complete`));
  await t('read', () => api.get(`/roadmaps/${roadmap.body.id}`));
  await t('list', () => api.get(`/roadmaps`));
  await t('gaps', () => api.get(`/skill-gaps`));
  await t('skills', () => api.get(`/me/skills`));
  await t('search', () => api.get(`/skills`, { query: { search: 'java' } }));
  await t('search', () => api.get(`/skills`, { query: { search: 'java' } }));
  await t('search', () => api.get(`/skills`, { query: { search: 'java' } }));
  const { rows } = await app.held.database.pool.query('select 1');
  const pg = (await import('pg')).default; const owner = new pg.Client({ connectionString: app.held.ownerUrl }); await owner.connect(); await owner.query('set row_security = off');
  console.log((await owner.query(`select length(plan::text) p, length(request::text) r, pg_column_size(plan) c from roadmap`)).rows, (await owner.query(`select length(analysis::text) a, length(requirements::text) r, length(corpus::text) c from skill_gap`)).rows, (await owner.query(`select length(reading::text) a from resume`)).rows);
  const plan = (await owner.query('select plan from roadmap')).rows[0].plan;
  const size = (x: any) => JSON.stringify(x).length;
  console.log('months', size(plan.months), 'steps', size(plan.steps), 'route', size(plan.route), 'res', size(plan.resources));
  for (const m of plan.months) for (const w of m.weeks) for (const k of w.tasks) delete k.reasons;
  console.log('months no reasons', size(plan.months));
  for (const m of plan.months) for (const w of m.weeks) for (const k of w.tasks) { delete k.what; delete k.title; delete k.resourceIds; }
  console.log('months bare', size(plan.months));
  await owner.end();
}, 60_000);
