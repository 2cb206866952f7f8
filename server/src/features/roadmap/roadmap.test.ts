import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testApp, type Answered, type Api, type TestApp } from '../../test-support/app.ts';
import type { TestPerson } from '../../test-support/factories.ts';
import { sampleText } from '../../test-support/sample-resumes.ts';
import { asOwner } from '../../test-support/stored.ts';

let app: TestApp;
beforeAll(async () => { app = await testApp(); });
afterAll(() => app.close());

type Task = { id: string; kind: string; skillId: string; level: number; hours: number; done: boolean; state: string; resourceIds: string[]; finishedAt: string | null; reasons: unknown[] };
type Roadmap = { id: string; version: number; startsOn: string; totalWeeks: number; hoursPerWeek: number; months: { number: number; state: string; weeks: { number: number; startsOn: string; hours: number; tasks: Task[] }[]; checkpoint: unknown; projects: { hours: number }[] }[]; progress: { doneHours: number; totalHours: number; percentage: number; doneTasks: number; totalTasks: number; nextTaskId: string | null }; match: { before: number; now: number; after: number } | null; skills: { skillId: string; level: number; targetLevel: number }[]; firstAction: Task | null; calendarUrl: string; resources: { resourceId: string; score: number; cost: string }[]; reasons: { what: { code: string; params: object }; effect: number }[] };
const tasksOf = ({ months }: Pick<Roadmap, 'months'>): Task[] => months.flatMap(({ weeks }) => weeks.flatMap(({ tasks }) => tasks));
const weeksOf = ({ months }: Pick<Roadmap, 'months'>) => months.flatMap(({ weeks }) => weeks);

const ad = 'Backend Developer at Pebble Works\n\nWe look for a backend developer in Pune.\n\nRequirements\n- Strong Python and SQL\n- Kubernetes\n- Redis\n- REST APIs\n';
async function student(): Promise<{ api: Api; person: TestPerson }> {
  const person = await app.make.person();
  const api = app.as(person);
  await api.upload('/resumes', { file: sampleText });
  return { api, person };
}
async function planned(api: Api, body: object): Promise<Roadmap> {
  const answer = await api.post('/roadmaps', body);
  expect(answer.status, JSON.stringify(answer.body).slice(0, 500)).toBe(201);
  return answer.body;
}
const gapOf = async (api: Api) => (await api.post('/skill-gaps', { jobDescription: ad })).body;
const fromGap = async (api: Api, more: object = {}) => planned(api, { skillGapId: (await gapOf(api)).id, hoursPerWeek: 10, ...more });
const mark = (api: Api, { id }: Pick<Roadmap, 'id'>, taskId: string, what: 'complete' | 'undo' = 'complete', headers: Record<string, string> = {}) => api.post(`/roadmaps/${id}/tasks/${encodeURIComponent(taskId)}/${what}`, undefined, { headers });

describe('a roadmap', () => {
  test('from a gap leads to what is missing, week by week, and says what it does for the match', async () => {
    const { api } = await student();
    const gap = await gapOf(api);
    const roadmap = await planned(api, { skillGapId: gap.id, hoursPerWeek: 10 });
    expect(roadmap).toMatchObject({ title: 'Backend Developer', skillGapId: gap.id, targetRoleId: null, version: 1, progress: { doneHours: 0, percentage: 0, doneTasks: 0 } });
    const learned = new Set(roadmap.skills.map(({ skillId }) => skillId));
    for (const { skillId } of gap.missing) expect(learned).toContain(skillId);
    expect(tasksOf(roadmap).map(({ skillId }) => skillId)).not.toContain('git');
    for (const { hours, tasks } of weeksOf(roadmap)) {
      expect(hours).toBeLessThanOrEqual(10);
      expect(tasks.reduce((sum, task) => sum + task.hours, 0)).toBe(hours);
    }
    expect(tasksOf(roadmap).every(({ reasons }) => reasons.length > 0)).toBe(true);
    expect(roadmap.firstAction?.id).toBe(tasksOf(roadmap)[0]?.id);
    expect(roadmap.match).toMatchObject({ before: gap.weightedMatchPercentage, now: gap.weightedMatchPercentage });
    expect(roadmap.match?.after).toBeGreaterThan(90);
    expect((await api.get(`/roadmaps/${roadmap.id}`)).body).toEqual(roadmap);
  });

  test('from a role needs no resume and begins on a Monday', async () => {
    const api = app.as(await app.make.person());
    const roadmap = await planned(api, { targetRoleId: 'data-analyst', hoursPerWeek: 8, startsOn: '2026-03-05' });
    expect(roadmap).toMatchObject({ targetRoleId: 'data-analyst', skillGapId: null, match: null, hoursPerWeek: 8, startsOn: '2026-03-02' });
    expect(weeksOf(roadmap).map(({ number }) => number)).toEqual(Array.from({ length: roadmap.totalWeeks }, (_none, index) => index + 1));
    expect(roadmap.months.map(({ state }) => state)).toEqual(['active', ...roadmap.months.slice(1).map(() => 'locked')]);
  });

  test('is the current one while it is the newest with something open', async () => {
    const { api } = await student();
    expect((await api.get('/roadmaps/current')).body).toEqual({ roadmap: null, doneTasks: 0 });
    const older = await planned(api, { targetRoleId: 'data-analyst', hoursPerWeek: 10 });
    app.clock.milliseconds += 1000;
    const newer = await fromGap(api);
    expect((await api.get('/roadmaps/current')).body).toEqual({ roadmap: newer, doneTasks: 0 });
    for (const { id } of tasksOf(newer)) await mark(api, newer, id);
    const { body } = await api.get('/roadmaps/current');
    expect(body.roadmap.id).toBe(older.id);
    expect(body.doneTasks).toBe(tasksOf(newer).length);
  });

  test('leaves out what is only nice to have, unless it is wished', async () => {
    const api = app.as(await app.make.person());
    const { body: role } = await api.get('/roles/backend-developer');
    const targetsOf = async (wish: object) => {
      const { body } = await api.post('/roadmaps', { targetRoleId: role.id, hoursPerWeek: 20, ...wish });
      return new Set<string>(body.skills.map(({ skillId }: { skillId: string }) => skillId));
    };
    const [asked, all] = [await targetsOf({}), await targetsOf({ withNice: true })];
    expect([...role.must, ...role.should].filter(({ id }: { id: string }) => !asked.has(id))).toEqual([]);
    expect(role.nice.filter(({ id }: { id: string }) => asked.has(id))).toEqual([]);
    expect(role.nice.filter(({ id }: { id: string }) => !all.has(id))).toEqual([]);
  });

  test('asks for no money when the person does not want to spend any', async () => {
    const { api } = await student();
    const { resources } = await api.post('/roadmaps', { targetRoleId: 'data-analyst', hoursPerWeek: 10, freeOnly: true }).then(({ body }) => body);
    expect(resources.length).toBeGreaterThan(3);
    expect(new Set(resources.map(({ cost }: { cost: string }) => cost))).toEqual(new Set(['free']));
  });

  test.each([{ weeksAvailable: 4 }, { weeksAvailable: 2, hoursPerWeek: 2 }, { hoursPerWeek: 1, targetRoleId: 'backend-developer', skillGapId: undefined, withNice: true }])('that cannot be done (%o) names the nearest that can', async (wish) => {
    const { api } = await student();
    const asked = { skillGapId: (await gapOf(api)).id, hoursPerWeek: 10, ...wish };
    const refused = await api.post('/roadmaps', asked);
    expect([refused.status, refused.body.code]).toEqual([422, 'roadmap.impossible']);
    expect(refused.body.neededHours).toBeGreaterThan(refused.body.availableHours);
    expect(refused.body.alternatives.length).toBeGreaterThan(1);
    for (const alternative of refused.body.alternatives) {
      const { kind, weeks, hoursPerWeek, leftOut } = alternative;
      const nearer = { ...asked, ...(kind === 'more-weeks' ? { weeksAvailable: weeks } : kind === 'more-hours' ? { hoursPerWeek } : kind === 'more-of-both' ? { weeksAvailable: weeks, hoursPerWeek } : { leaveOut: leftOut }) };
      expect((await api.post('/roadmaps', nearer)).status, kind).toBe(201);
    }
  });

  const unknown = '018f0000-0000-7000-8000-000000000000';
  test.each<[string, object, number, string]>([
    ['no goal', {}, 422, 'roadmap.one-goal'],
    ['two goals', { skillGapId: unknown, targetRoleId: 'data-analyst' }, 422, 'roadmap.one-goal'],
    ['a gap that is not there', { skillGapId: unknown }, 404, 'gap.unknown'],
    ['a role that nobody knows', { targetRoleId: 'astronaut-king' }, 422, 'role.unknown'],
    ['a day before all calendars', { targetRoleId: 'data-analyst', startsOn: '0001-01-01' }, 400, 'request.invalid'],
    ['a day after all calendars', { targetRoleId: 'data-analyst', startsOn: '9999-12-31' }, 400, 'request.invalid'],
    ['a day that there is not', { targetRoleId: 'data-analyst', startsOn: '2026-02-30' }, 400, 'request.invalid'],
    ['no hours', { targetRoleId: 'data-analyst', hoursPerWeek: 0 }, 400, 'request.invalid'],
    ['half hours, which no week of a plan has', { targetRoleId: 'data-analyst', hoursPerWeek: 10.5 }, 400, 'request.invalid'],
    ['more hours than a week of learning has', { targetRoleId: 'data-analyst', hoursPerWeek: 61 }, 400, 'request.invalid'],
  ])('with %s is refused', async (_what, body, status, code) => {
    const refused = await app.as(await app.make.person()).post('/roadmaps', { hoursPerWeek: 10, ...body });
    expect([refused.status, refused.body.code]).toEqual([status, code]);
  });

  test('to what the person can do already is refused', async () => {
    const api = app.as(await app.make.person());
    const { body: role } = await api.get('/roles/data-analyst');
    for (const { id, level } of [...role.must, ...role.should, ...role.nice]) await api.put(`/me/skills/${id}`, { level });
    expect((await api.post('/roadmaps', { targetRoleId: 'data-analyst', hoursPerWeek: 10 })).body.code).toBe('roadmap.nothing-to-learn');
  });
});

describe('finishing tasks', () => {
  test('moves the progress, and the match when a level is reached; undoing moves both back', async () => {
    const { api } = await student();
    let roadmap = await fromGap(api);
    const before = roadmap;
    const checked = tasksOf(roadmap).find(({ kind }) => kind === 'check') as Task;
    const upToCheck = tasksOf(roadmap).slice(0, tasksOf(roadmap).indexOf(checked) + 1);
    for (const task of upToCheck) {
      const { status, body } = await mark(api, roadmap, task.id);
      expect([status, body.progress.doneTasks]).toEqual([200, roadmap.progress.doneTasks + 1]);
      expect(tasksOf(body).find(({ id }) => id === task.id)).toMatchObject({ done: true, state: 'done', finishedAt: expect.any(String) });
      roadmap = body;
    }
    expect(roadmap.progress.doneHours).toBe(upToCheck.reduce((sum, { hours }) => sum + hours, 0));
    expect(roadmap.firstAction?.id).toBe(tasksOf(roadmap)[upToCheck.length]?.id);
    const mine = async () => (await api.get('/me/skills')).body.items.find(({ skillId }: { skillId: string }) => skillId === checked.skillId);
    expect(await mine()).toMatchObject({ level: checked.level, source: 'self-check' });
    expect((await api.get(`/roadmaps/${roadmap.id}`)).body).toEqual(roadmap);

    for (const task of upToCheck.toReversed()) roadmap = (await mark(api, roadmap, task.id, 'undo')).body;
    expect({ ...roadmap, updatedAt: null }).toEqual({ ...before, updatedAt: null });
    expect(await mine()).toBeUndefined();
  });

  test('of the whole roadmap brings the match to where it said, and the phases to completed', async () => {
    const { api } = await student();
    let roadmap = await fromGap(api, { hoursPerWeek: 40 });
    const promised = roadmap.match?.after;
    for (const { id } of tasksOf(roadmap)) roadmap = (await mark(api, roadmap, id)).body;
    expect(roadmap).toMatchObject({ progress: { percentage: 100, nextTaskId: null }, firstAction: null, match: { now: promised, after: promised } });
    expect(new Set(roadmap.months.map(({ state }) => state))).toEqual(new Set(['completed']));
    const again = await api.post('/skill-gaps', { jobDescription: ad });
    expect(again.body.weightedMatchPercentage).toBe(promised);
  });

  test('twice at once: one is told that it is done already', async () => {
    const { api } = await student();
    const roadmap = await fromGap(api);
    for (const { id } of tasksOf(roadmap).slice(0, 5)) {
      const answers = await Promise.all([mark(api, roadmap, id), mark(api, roadmap, id)]);
      expect(answers.map(({ status, body }) => [status, body.code]).toSorted()).toEqual([[200, undefined], [409, 'roadmap.already-done']]);
      const undone = await Promise.all([mark(api, roadmap, id, 'undo'), mark(api, roadmap, id, 'undo')]);
      expect(undone.map(({ status, body }) => [status, body.code]).toSorted()).toEqual([[200, undefined], [409, 'roadmap.not-done']]);
    }
  });

  test('in two roadmaps at once: both count, and so do the levels that they reach', async () => {
    const { api, person } = await student();
    const [one, other] = [await fromGap(api), await planned(api, { targetRoleId: 'data-analyst', hoursPerWeek: 10 })];
    const checks = (of: Roadmap) => tasksOf(of).filter(({ kind }) => kind === 'check').slice(0, 6);
    const pairs = checks(one).map((task, index) => [task, checks(other)[index]] as const).filter((pair): pair is [Task, Task] => pair[1] !== undefined && pair[0].id !== pair[1].id);
    expect(pairs.length).toBeGreaterThan(2);
    const answers = await Promise.all(pairs.flatMap(([first, second]) => [mark(api, one, first.id), mark(api, other, second.id)]));
    expect(answers.map(({ status }) => status).filter((status) => status !== 200 && status !== 409)).toEqual([]);
    const reached = new Map<string, number>();
    for (const { skillId, level } of pairs.flat()) reached.set(skillId, Math.max(level, reached.get(skillId) ?? 0));
    const words = await app.held.database.transaction(person, (tx) => tx.query<{ skillId: string; level: number }>(`select skill_id as "skillId", level from skill_word where user_id = $1 and source = 'self-check'`, [person.userId]));
    expect(new Map(words.map(({ skillId, level }) => [skillId, level]))).toEqual(reached);
  });

  test('counts in every roadmap that has the same work, however its weeks are cut', async () => {
    const { api } = await student();
    const one = await fromGap(api, { hoursPerWeek: 10 });
    const other = await fromGap(api, { hoursPerWeek: 4 });
    const first = tasksOf(one)[0] as Task;
    await mark(api, one, first.id);
    const seen = (await api.get(`/roadmaps/${other.id}`)).body as Roadmap;
    expect(seen.progress.doneHours).toBe(first.hours);
    const listed = (await api.get('/roadmaps')).body.items.find(({ id }: { id: string }) => id === other.id);
    expect(listed.progress).toEqual(seen.progress);
  });

  test('with an Idempotency-Key is answered the same again', async () => {
    const { api } = await student();
    const roadmap = await fromGap(api);
    const id = tasksOf(roadmap)[0]?.id ?? '';
    const first = await mark(api, roadmap, id, 'complete', { 'idempotency-key': 'tick-1' });
    const again = await mark(api, roadmap, id, 'complete', { 'idempotency-key': 'tick-1' });
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect((await mark(api, roadmap, id)).body.code).toBe('roadmap.already-done');
  });

  test.each([['a task of another plan', 'cobol.1.learn.1-4'], ['no task at all', 'x'], ['signs', '%00..%2f']])('knows nothing of %s', async (_what, id) => {
    const { api } = await student();
    const roadmap = await fromGap(api);
    expect(['roadmap.task-unknown', 'request.invalid', 'request.not-found']).toContain((await mark(api, roadmap, id)).body.code);
  });

  test('begins and finishes resources, and takes that back when it is undone', async () => {
    const { api, person } = await student();
    const roadmap = await fromGap(api);
    const task = tasksOf(roadmap).find(({ resourceIds }) => resourceIds.length > 0) as Task;
    const [resourceId = ''] = task.resourceIds;
    const all = tasksOf(roadmap).filter(({ resourceIds }) => resourceIds.includes(resourceId));
    const use = () => app.held.database.transaction(person, (tx) => tx.maybe('select started_on is not null as begun, finished_on is not null as finished from resource_use where user_id = $1 and resource_id = $2', [person.userId, resourceId]));
    expect(await use()).toBeUndefined();
    for (const [index, { id }] of all.entries()) {
      await mark(api, roadmap, id);
      expect(await use()).toEqual({ begun: true, finished: index === all.length - 1 });
    }
    for (const [index, { id }] of all.entries()) {
      await mark(api, roadmap, id, 'undo');
      expect(await use()).toEqual({ begun: index < all.length - 1, finished: false });
    }
  });
});

describe('planning again', () => {
  const replan = (api: Api, { id }: Pick<Roadmap, 'id'>, body: object): Promise<Answered> => api.post(`/roadmaps/${id}/replan`, body);
  const hoursOf = (of: Roadmap) => tasksOf(of).reduce((sum, { hours }) => sum + hours, 0);

  test('after a missed week moves what is open and leaves what is done', async () => {
    const { api } = await student();
    const monday = new Date(app.clock.milliseconds - 10 * 86_400_000).toISOString().slice(0, 10);
    const roadmap = await fromGap(api, { startsOn: monday });
    const first = tasksOf(roadmap)[0] as Task;
    await mark(api, roadmap, first.id);
    const { body: moved } = await replan(api, roadmap, { kind: 'missed-week' });
    expect(moved).toMatchObject({ version: 2, totalWeeks: expect.any(Number), progress: { doneHours: first.hours } });
    expect([hoursOf(moved), weeksOf(moved)[0]?.tasks.map(({ id }) => id)]).toEqual([hoursOf(roadmap), [first.id]]);
    expect(moved.totalWeeks).toBeGreaterThan(roadmap.totalWeeks);
    // Nothing is left to move: the same plan is no new version.
    expect((await replan(api, roadmap, { kind: 'missed-week' })).body.version).toBe(2);
  });

  test('after the first week was missed the start moves by a week, once', async () => {
    const { api } = await student();
    const roadmap = await fromGap(api);
    const { status, body: moved } = await replan(api, roadmap, { kind: 'missed-week' });
    const aWeekLater = (day: string) => new Date(Date.parse(day) + 7 * 86_400_000).toISOString().slice(0, 10);
    expect([status, moved.version, moved.startsOn, moved.totalWeeks]).toEqual([200, 2, aWeekLater(roadmap.startsOn), roadmap.totalWeeks]);
    expect(weeksOf(moved)[0]).toMatchObject({ startsOn: moved.startsOn, tasks: weeksOf(roadmap)[0]?.tasks.map(({ id }) => ({ id })) });
    expect((await api.get(`/roadmaps/${roadmap.id}`)).body).toEqual(moved);
    expect((await replan(api, moved, { kind: 'missed-week' })).body).toEqual(moved);
  });

  test.each([[5, 'longer'], [20, 'shorter']] as const)('with %i hours a week takes %s, with the same work', async (hoursPerWeek, takes) => {
    const { api } = await student();
    const roadmap = await fromGap(api);
    const { body } = await replan(api, roadmap, { kind: 'hours', hoursPerWeek });
    expect([body.hoursPerWeek, body.totalWeeks > roadmap.totalWeeks ? 'longer' : 'shorter', hoursOf(body)]).toEqual([hoursPerWeek, takes, hoursOf(roadmap)]);
    expect((await api.get(`/roadmaps/${roadmap.id}`)).body).toEqual(body);
    expect((await api.get('/roadmaps')).body.items[0]).toMatchObject({ hoursPerWeek, totalWeeks: body.totalWeeks, version: 2 });
  });

  test('with as many hours as before changes nothing; with so few that it never ends is refused', async () => {
    const api = app.as(await app.make.person());
    const roadmap = await planned(api, { targetRoleId: 'backend-developer', hoursPerWeek: 20, withNice: true });
    expect((await replan(api, roadmap, { kind: 'hours', hoursPerWeek: 20 })).body).toEqual(roadmap);
    expect((await replan(api, roadmap, { kind: 'hours', hoursPerWeek: 1 })).body).toMatchObject({ code: 'request.invalid', errors: [{ path: 'body.hoursPerWeek' }] });
  });

  test('skips a skill that the person affirms to have, statement by statement', async () => {
    const { api } = await student();
    const roadmap = await fromGap(api);
    const skillId = 'kubernetes';
    const { body: check } = await api.get(`/roadmaps/${roadmap.id}/self-check/${skillId}`);
    expect(check).toMatchObject({ skillId, name: 'Kubernetes', statements: expect.arrayContaining([{ level: 1, text: expect.anything(), what: expect.anything() }]) });
    const all = check.statements.map(() => true);
    const skip = (affirmed: boolean[]) => replan(api, roadmap, { kind: 'skip-skill', skillId, level: check.level, affirmed });
    for (const affirmed of [[], [false, ...all.slice(1)], [...all, true]]) expect((await skip(affirmed)).body.code).toBe('roadmap.self-check-not-passed');
    expect((await api.get(`/roadmaps/${roadmap.id}`)).body).toEqual(roadmap);

    const { body: skipped } = await skip(all);
    expect(tasksOf(skipped).filter((task) => task.skillId === skillId && task.kind !== 'build').map(({ state }) => state)).toEqual(expect.arrayContaining(['skipped']));
    expect(tasksOf(skipped).filter((task) => task.skillId === skillId && task.kind !== 'build' && task.state === 'open')).toEqual([]);
    expect(skipped.progress.totalHours).toBeLessThan(roadmap.progress.totalHours);
    expect(skipped.match.now).toBeGreaterThan(roadmap.match?.now ?? 100);
    expect((await api.get('/me/skills')).body.items.find((skill: { skillId: string }) => skill.skillId === skillId)).toMatchObject({ level: check.level, source: 'self-check' });
    expect((await replan(api, roadmap, { kind: 'skip-skill', skillId: 'git', level: 1, affirmed: [] })).body.code).toBe('skills.unknown');
  });

  test('keeps every plan that was replaced, and what was done', async () => {
    const { api, person } = await student();
    const roadmap = await fromGap(api);
    const done = tasksOf(roadmap).slice(0, 3);
    for (const { id } of done) await mark(api, roadmap, id);
    for (const hoursPerWeek of [6, 12, 7]) await replan(api, roadmap, { kind: 'hours', hoursPerWeek });
    const kept = await app.held.database.transaction(person, (tx) => tx.query<{ version: number; hours: number }>(`select version, (plan ->> 'hoursPerWeek')::int as hours from roadmap_version where roadmap_id = $1 order by version`, [roadmap.id]));
    expect(kept).toEqual([{ version: 1, hours: 10 }, { version: 2, hours: 6 }, { version: 3, hours: 12 }]);
    expect((await api.get(`/roadmaps/${roadmap.id}`)).body).toMatchObject({ version: 4, progress: { doneHours: done.reduce((sum, { hours }) => sum + hours, 0) } });
  });
});

describe('what a roadmap is called and who has it', () => {
  test('it can be renamed, is listed newest first, and is erased with its calendar; what was learned stays', async () => {
    const { api } = await student();
    const roadmap = await fromGap(api);
    app.clock.milliseconds += 1000;
    const second = await planned(api, { targetRoleId: 'data-analyst', hoursPerWeek: 10 });
    expect((await api.patch(`/roadmaps/${roadmap.id}`, { title: '  To Pebble Works ' })).body).toMatchObject({ ...roadmap, title: 'To Pebble Works', updatedAt: expect.any(String) });
    const { items, total } = (await api.get('/roadmaps')).body;
    expect([items.map(({ id, title }: { id: string; title: string }) => [id, title]), total]).toEqual([[[second.id, 'Data Analyst'], [roadmap.id, 'To Pebble Works']], 2]);
    const page = (await api.get('/roadmaps', { query: { limit: 1 } })).body;
    expect((await api.get('/roadmaps', { query: { limit: 1, cursor: page.nextCursor } })).body.items[0].id).toBe(roadmap.id);

    const check = tasksOf(roadmap).find(({ kind }) => kind === 'check') as Task;
    await mark(api, roadmap, check.id);
    const feed = new URL(roadmap.calendarUrl).pathname;
    expect((await app.anonymous.get(feed)).status).toBe(200);
    expect((await api.delete(`/roadmaps/${roadmap.id}`)).status).toBe(204);
    for (const answer of [await api.get(`/roadmaps/${roadmap.id}`), await api.delete(`/roadmaps/${roadmap.id}`), await mark(api, roadmap, check.id)]) expect(answer.body.code).toBe('roadmap.unknown');
    expect((await app.anonymous.get(feed)).body.code).toBe('roadmap.feed-unknown');
    // Also when a check of another roadmap is counted afterwards.
    await mark(api, second, tasksOf(second).find(({ kind }) => kind === 'check')?.id ?? '');
    expect((await api.get('/me/skills')).body.items.find(({ skillId }: { skillId: string }) => skillId === check.skillId)).toMatchObject({ level: check.level, source: 'self-check' });
  });

  test('it outlives its gap, and the resume that the gap was measured with', async () => {
    const { api } = await student();
    const gap = await gapOf(api);
    const roadmap = await planned(api, { skillGapId: gap.id, hoursPerWeek: 10 });
    await api.delete(`/resumes/${gap.resumeId}`);
    expect((await api.get(`/roadmaps/${roadmap.id}`)).body.match).toMatchObject({ before: gap.weightedMatchPercentage, now: 0 });
    await api.upload('/resumes', { file: sampleText });
    expect((await api.get(`/roadmaps/${roadmap.id}`)).body.match).toEqual(roadmap.match);
    await api.delete(`/skill-gaps/${gap.id}`);
    expect((await api.get(`/roadmaps/${roadmap.id}`)).body).toMatchObject({ skillGapId: null, match: null });
  });

  test('a target that Cairn does not know any more is left out of new plans', async () => {
    const { api } = await student();
    const gap = await gapOf(api);
    await asOwner(app.held.ownerUrl, (query) => query(`update skill_gap set analysis = replace(analysis::text, '"skillId": "redis"', '"skillId": "forgotten-skill"')::jsonb where id = $1`, [gap.id]));
    const roadmap = await planned(api, { skillGapId: gap.id, hoursPerWeek: 10 });
    expect(roadmap.skills.map(({ skillId }) => skillId)).not.toContain('redis');
  });

  test.each([[1, 204], [5, 204], [0, 400], [6, 400], [2.5, 400]])('a resource can be rated with %d: %i', async (rating, status) => {
    const { api, person } = await student();
    const resourceId = (await fromGap(api)).resources[0]?.resourceId ?? '';
    expect((await api.put(`/resources/${resourceId}/rating`, { rating })).status).toBe(status);
    const rows = await app.held.database.transaction(person, (tx) => tx.query('select rating from resource_use where user_id = $1', [person.userId]));
    expect(rows).toEqual(status === 204 ? [{ rating }] : []);
    expect((await api.put('/resources/no-such-resource/rating', { rating: 3 })).body.code).toBe('roadmap.resource-unknown');
  });

  test('ratings of the members move a resource in later plans of their organisation, and in no other', async () => {
    const organisation = await app.make.organisation();
    const plan = async (of: TestPerson) => (await planned(app.as(of), { targetRoleId: 'data-analyst', hoursPerWeek: 10 })).resources;
    const outsider = await app.make.person({ organisation: await app.make.organisation() });
    const [best] = await plan(await app.make.person({ organisation }));
    for (let count = 0; count < 8; count += 1) await app.as(await app.make.person({ organisation })).put(`/resources/${best?.resourceId ?? ''}/rating`, { rating: 1 });
    const scoreOf = (resources: Roadmap['resources']) => resources.find(({ resourceId }) => resourceId === best?.resourceId)?.score ?? 0;
    expect(scoreOf(await plan(await app.make.person({ organisation })))).toBeLessThan(best?.score ?? 0);
    expect(scoreOf(await plan(outsider))).toBe(best?.score);
  });
});

describe('what was proven since the plan was made', () => {
  const proof = { skillId: 'sql', level: 1, answers: 7 };
  /** As learning stores it; it fades in ten days. */
  const prove = (person: TestPerson, level: number = proof.level) => app.held.database.transaction(person, (tx) => tx.query(`
    insert into level_mastery (organisation_id, user_id, skill_id, level, probability, uncertainty, answers, reasons, proven_at, fades_at) values ($1, $2, 'sql', $3, 0.97, 0.02, 7, '[]', $4, $5)
    on conflict (organisation_id, user_id, skill_id, level) do update set fades_at = excluded.fades_at`,
  [person.organisationId, person.userId, level, new Date(app.clock.milliseconds - 1000), new Date(app.clock.milliseconds + 10 * 86_400_000)]));
  const fade = (person: TestPerson) => app.held.database.transaction(person, (tx) => tx.query('update level_mastery set fades_at = $1', [new Date(app.clock.milliseconds - 1)]));
  const choose = (api: Api, { id }: Pick<Roadmap, 'id'>, choice: string, level = 1, skillId = 'sql') => api.post(`/roadmaps/${id}/proofs/${skillId}`, { level, choice });
  const read = async (api: Api, { id }: Pick<Roadmap, 'id'>) => (await api.get(`/roadmaps/${id}`)).body;

  async function walking() {
    const person = await app.make.person();
    const api = app.as(person);
    const roadmap = await planned(api, { targetRoleId: 'data-analyst', hoursPerWeek: 8 });
    await prove(person);
    return { person, api, roadmap };
  }

  test('is offered with its date and its hours, and changes nothing by itself', async () => {
    const { api, roadmap } = await walking();
    const after = await read(api, roadmap);
    expect(after.proofs).toEqual([{ ...proof, name: 'SQL', state: 'offered', provenOn: new Date(app.clock.milliseconds).toISOString().slice(0, 10), hours: expect.any(Number), tasks: expect.any(Number) }]);
    expect({ ...after, proofs: [] }).toEqual(roadmap);
  });

  test('is left out on request, shortens the way, is no level reached by learning, and can be put back whole', async () => {
    const { person, api, roadmap } = await walking();
    const [offer] = (await read(api, roadmap)).proofs;
    const { body } = await choose(api, roadmap, 'leave-out');
    expect(body).toMatchObject({ version: 2, proofs: [{ state: 'left-out', hours: offer.hours, tasks: expect.any(Number) }] });
    expect(body.progress.totalHours).toBe(roadmap.progress.totalHours - offer.hours);
    expect(tasksOf(body).filter(({ kind, skillId, level, state }) => kind !== 'build' && skillId === 'sql' && level === 1 && state === 'open')).toEqual([]);
    const inProfile = async () => (await api.get('/me/skills')).body.items.find(({ skillId }: { skillId: string }) => skillId === 'sql');
    expect(await inProfile()).toMatchObject({ source: 'mastery' });
    await fade(person);
    expect(await inProfile()).toBeUndefined();
    await prove(person);
    const back = await choose(api, roadmap, 'put-back');
    expect(back.body).toMatchObject({ version: 3, progress: roadmap.progress, proofs: [] });
    expect(tasksOf(back.body).map(({ id }) => id)).toEqual(tasksOf(roadmap).map(({ id }) => id));
  });

  test('that fades is said, and brings no task back until that is wished', async () => {
    const { person, api, roadmap } = await walking();
    const { body: short } = await choose(api, roadmap, 'leave-out');
    await fade(person);
    const faded = await read(api, roadmap);
    expect(faded).toMatchObject({ proofs: [{ state: 'faded', provenOn: null, level: 1 }], progress: short.progress, months: short.months });
    expect((await choose(api, roadmap, 'stay-out')).body).toMatchObject({ proofs: [{ state: 'left-out' }], progress: short.progress });
    expect((await choose(api, roadmap, 'put-back')).body).toMatchObject({ proofs: [], progress: roadmap.progress });
    await prove(person);
    expect((await read(api, roadmap)).proofs).toMatchObject([{ state: 'offered' }]);
  });

  test('that was refused is not offered again; a higher level is', async () => {
    const { person, api, roadmap } = await walking();
    expect((await choose(api, roadmap, 'keep')).body).toMatchObject({ version: 1, proofs: [], progress: roadmap.progress });
    await prove(person, 2);
    expect((await read(api, roadmap)).proofs).toMatchObject([{ state: 'offered', level: 2 }]);
  });

  test('is left out once from two tabs, and not by a page that is out of date', async () => {
    const { api, roadmap } = await walking();
    const answers = await Promise.all([choose(api, roadmap, 'leave-out'), choose(api, roadmap, 'leave-out')]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await choose(api, roadmap, 'keep', 2)).toMatchObject({ status: 409, body: { code: 'roadmap.proof-changed' } });
    expect(await choose(api, roadmap, 'leave-out', 1, 'no-such-skill')).toMatchObject({ status: 409 });
    expect((await read(api, roadmap)).version).toBe(2);
  });

  test('is nobody else\'s to choose', async () => {
    const { roadmap } = await walking();
    expect(await choose(app.as(await app.make.person()), roadmap, 'leave-out')).toMatchObject({ status: 404, body: { code: 'roadmap.unknown' } });
  });
});
