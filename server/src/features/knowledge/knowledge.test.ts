import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testApp, type Api, type TestApp } from '../../test-support/app.ts';
import type { TestOrganisation } from '../../test-support/factories.ts';

let app: TestApp;
beforeAll(async () => { app = await testApp(); });
afterAll(() => app.close());

const inlay = { id: 'bidri-inlay', name: 'Bidri inlay', category: 'trade', aliases: ['bidriware making'], hours: [20, 40, 80, 160], demand: 0.2 };
const artisan = { id: 'bidri-artisan', name: 'Bidri artisan', titles: ['Bidriware maker'], field: 'trade', summary: 'Inlays silver in blackened metal.', must: [{ id: 'bidri-inlay', level: 2 }, { id: 'communication', level: 2 }] };
const guide = { id: 'bidri-guide', title: 'A guide to bidri', provider: 'The college', url: 'https://college.example/bidri', kind: 'course', cost: 'free', hours: 12, toLevel: 2, skills: ['bidri-inlay'] };
const put = (api: Api, kind: string, entry: { id: string }) => api.put(`/knowledge/entries/${kind}/${entry.id}`, { kind, entry });

interface College { readonly organisation: TestOrganisation; readonly staff: Api; readonly student: Api }

async function college(): Promise<College> {
  const organisation = await app.make.organisation();
  return { organisation, staff: app.as(await app.make.person({ organisation, role: 'staff' })), student: app.as(await app.make.person({ organisation })) };
}

const namesFound = async (api: Api, search: string) => (await api.get(`/skills?search=${encodeURIComponent(search)}`)).body.items.map(({ name }: { name: string }) => name);

describe('an entry of the organisation', () => {
  test('is known to its people and to nobody else', async () => {
    const [ours, theirs] = [await college(), await college()];
    expect(await put(ours.staff, 'skill', inlay)).toMatchObject({ status: 200, body: { source: 'staff', cairnsOwn: null, entry: { name: 'Bidri inlay' } } });
    expect(await put(ours.staff, 'role', artisan)).toMatchObject({ status: 200 });
    expect((await namesFound(ours.student, 'bidriware'))[0]).toBe('Bidri inlay');
    expect(await ours.student.get('/roles/bidri-artisan')).toMatchObject({ status: 200, body: { must: [{ id: 'bidri-inlay', name: 'Bidri inlay', level: 2 }, { id: 'communication' }] } });
    expect(await namesFound(theirs.student, 'bidriware making')).not.toContain('Bidri inlay');
    expect(await theirs.student.get('/roles/bidri-artisan')).toMatchObject({ status: 422, body: { code: 'role.unknown' } });
    expect((await theirs.staff.get('/knowledge/entries')).body).toEqual({ items: [], total: 0, nextCursor: null });
    expect(await theirs.staff.get('/knowledge/entries/skill/bidri-inlay')).toMatchObject({ status: 404, body: { code: 'knowledge.unknown' } });
  });

  test('is found in a job ad, missed in the gap and planned in the roadmap', async () => {
    const { staff, student } = await college();
    await put(staff, 'skill', inlay);
    await put(staff, 'role', artisan);
    await put(staff, 'resource', guide);
    expect(await student.upload('/resumes', { file: { name: 'cv.txt', content: 'Asha Rao\n\nSkills\nPython, Git\n' } })).toMatchObject({ status: 201 });
    const ad = await student.post('/skill-gaps', { jobDescription: 'Artisan wanted. You must have three years of bidriware making, and strong Python. You will work with a team that keeps an old craft alive.' });
    expect(ad.body.analysis?.missing ?? ad.body.missing).toContainEqual(expect.objectContaining({ skillId: 'bidri-inlay' }));
    const gap = await student.post('/skill-gaps', { roleId: 'bidri-artisan' });
    const roadmap = await student.post('/roadmaps', { skillGapId: gap.body.id, hoursPerWeek: 10 });
    expect(roadmap).toMatchObject({ status: 201 });
    expect(roadmap.body.resources).toContainEqual(expect.objectContaining({ resourceId: 'bidri-guide', title: 'A guide to bidri' }));
  });

  test("overrides Cairn's own, and gives way to it when it is taken back", async () => {
    const { staff, student } = await college();
    const { body: before } = await staff.get('/knowledge/entries/skill/python');
    expect(before).toMatchObject({ source: 'cairn', updatedAt: null });
    await put(staff, 'skill', { ...before.entry, aliases: [...before.entry.aliases, 'snake script'] });
    expect((await staff.get('/knowledge/entries?kind=skill&search=pyth')).body).toMatchObject({ total: 1, items: [{ id: 'python', overrides: true, source: 'staff' }] });
    expect((await namesFound(student, 'snake script'))[0]).toBe('Python');
    expect(await staff.delete('/knowledge/entries/skill/python')).toMatchObject({ status: 204 });
    expect((await student.get('/skills/python')).body.aliases).toEqual(before.entry.aliases);
    expect(await staff.delete('/knowledge/entries/skill/python')).toMatchObject({ status: 404 });
  });

  test("that overrides one of Cairn's roles is asked for in a gap and planned in a roadmap, here alone and until it is taken back", async () => {
    const [ours, theirs] = [await college(), await college()];
    await put(ours.staff, 'skill', inlay);
    const { body: { entry: analyst } } = await ours.staff.get('/knowledge/entries/role/data-analyst');
    expect(await put(ours.staff, 'role', { ...analyst, name: 'Analyst of inlays', must: [...analyst.must, { id: 'bidri-inlay', level: 1 }] })).toMatchObject({ status: 200, body: { source: 'staff', cairnsOwn: { name: analyst.name } } });
    const seen = async ({ student }: College) => {
      const gap = await student.post('/skill-gaps', { roleId: 'data-analyst' });
      const roadmap = await student.post('/roadmaps', { targetRoleId: 'data-analyst', hoursPerWeek: 10 });
      expect([gap.status, roadmap.status]).toEqual([201, 201]);
      const skillIds = (some: readonly { skillId: string }[]) => some.map(({ skillId }) => skillId);
      const role = await student.get('/roles/data-analyst');
      return [role.body.name, roadmap.body.title, skillIds(gap.body.missing).includes('bidri-inlay'), skillIds(roadmap.body.months.flatMap(({ weeks }: { weeks: { tasks: { skillId: string }[] }[] }) => weeks.flatMap(({ tasks }) => tasks))).includes('bidri-inlay')];
    };
    for (const { student } of [ours, theirs]) await student.upload('/resumes', { file: { name: 'cv.txt', content: 'Asha Rao\n\nSkills\nPython, Git\n' } });
    const [own, cairns] = [['Analyst of inlays', 'Analyst of inlays', true, true], [analyst.name, analyst.name, false, false]];
    expect([await seen(ours), await seen(theirs)]).toEqual([own, cairns]);
    expect(await ours.staff.delete('/knowledge/entries/role/data-analyst')).toMatchObject({ status: 204 });
    expect(await seen(ours)).toEqual(cairns);
  });

  test("that overrides one of Cairn's resources is found and planned with, here alone and until it is taken back", async () => {
    const [ours, theirs] = [await college(), await college()];
    const planned = async ({ student }: College): Promise<{ resourceId: string; title: string }[]> => {
      const { status, body } = await student.post('/roadmaps', { targetRoleId: 'data-analyst', hoursPerWeek: 10 });
      expect(status).toBe(201);
      return body.resources;
    };
    const titlesOf = (resources: readonly { resourceId: string; title: string }[], id: string) => [...new Set(resources.filter(({ resourceId }) => resourceId === id).map(({ title }) => title))];
    const found = async ({ staff }: College, search: string) => (await staff.get(`/knowledge/resources?search=${encodeURIComponent(search)}`)).body.items.map(({ id }: { id: string }) => id);
    const [{ resourceId: id = '' } = {}] = await planned(ours);
    const { body: { entry: cairns } } = await ours.staff.get(`/knowledge/entries/resource/${id}`);
    expect(await found(ours, cairns.title)).toContain(id);
    await put(ours.staff, 'resource', { ...cairns, title: 'As our library has it' });
    expect([titlesOf(await planned(ours), id), titlesOf(await planned(theirs), id)]).toEqual([['As our library has it'], [cairns.title]]);
    expect([await found(ours, 'our library'), await found(theirs, 'our library')]).toEqual([[id], []]);
    expect(await ours.staff.delete(`/knowledge/entries/resource/${id}`)).toMatchObject({ status: 204 });
    expect([titlesOf(await planned(ours), id), await found(ours, 'our library')]).toEqual([[cairns.title], []]);
  });

  test('that is a resource is found by what it teaches, page by page', async () => {
    const { staff } = await college();
    await put(staff, 'skill', inlay);
    const numbered = (number: number) => ({ ...guide, id: `bidri-guide-${String(number)}`, title: `Guide ${String(number)}`, url: `https://college.example/bidri/${String(number)}` });
    for (const number of [1, 2, 3]) await put(staff, 'resource', numbered(number));
    const first = await staff.get('/knowledge/resources?search=bidriware&limit=2');
    expect(first.body).toEqual({ items: [1, 2].map((number) => ({ id: `bidri-guide-${String(number)}`, title: `Guide ${String(number)}`, provider: 'The college', skills: ['Bidri inlay'] })), total: 3, nextCursor: '2' });
    expect((await staff.get(`/knowledge/resources?search=bidriware&limit=2&cursor=${first.body.nextCursor}`)).body).toMatchObject({ items: [{ title: 'Guide 3' }], nextCursor: null });
  });

  test('that another names cannot be removed', async () => {
    const { staff } = await college();
    await put(staff, 'skill', inlay);
    await put(staff, 'role', artisan);
    expect(await staff.delete('/knowledge/entries/skill/bidri-inlay')).toMatchObject({ status: 409, body: { code: 'knowledge.still-used', params: { by: 'role bidri-artisan' } } });
    await staff.delete('/knowledge/entries/role/bidri-artisan');
    expect(await staff.delete('/knowledge/entries/skill/bidri-inlay')).toMatchObject({ status: 204 });
  });

  test.each([
    ['names a skill that is not known', 'skill', { ...inlay, prerequisites: [{ id: 'zinc-casting', level: 1 }] }, 'zinc-casting'],
    ['needs itself', 'skill', { ...inlay, prerequisites: [{ id: 'bidri-inlay', level: 1 }] }, 'itself'],
    ['claims the name of another skill', 'skill', { ...inlay, aliases: ['Python'] }, 'claimed'],
    ['is an ordinary word', 'skill', { ...inlay, aliases: ['spring'] }, 'ordinary word'],
    ['takes fewer hours for a higher level', 'skill', { ...inlay, hours: [80, 40, 80, 160] }, 'fewer hours'],
    ['claims the title of another role', 'role', { ...artisan, must: [{ id: 'python', level: 2 }], titles: ['Backend developer'] }, 'title of another role'],
    ['is not at a secure address', 'resource', { ...guide, skills: ['python'], url: 'http://college.example/bidri' }, 'https'],
  ] as const)('that %s does not fit', async (_case, kind, entry, told) => {
    const { staff } = await college();
    const { status, body } = await put(staff, kind, entry);
    expect([status, body.code]).toEqual([422, 'knowledge.does-not-fit']);
    expect(body.errors.map(({ message }: { message: string }) => message).join()).toContain(told);
    expect((await staff.get('/knowledge/entries')).body.total).toBe(0);
  });

  test.each([
    ['of a kind of skill that is not there', 'skill', { ...inlay, category: 'juggling' }, 'body.entry.category'],
    ['at another address than its id', 'skill', { ...inlay, id: 'other' }, 'body.entry.id'],
    ['with a code that is none', 'role', { ...artisan, iscoCode: '12' }, 'body.entry.iscoCode'],
  ] as const)('%s is refused', async (_case, kind, entry, path) => {
    const { staff } = await college();
    const { status, body } = await staff.put(`/knowledge/entries/${kind}/${kind === 'skill' ? 'bidri-inlay' : 'bidri-artisan'}`, { kind, entry });
    expect([status, body.code, body.errors?.[0].path]).toEqual([400, 'request.invalid', path]);
  });

  test('is for the office alone', async () => {
    const { student } = await college();
    for (const answer of [await student.get('/knowledge/entries'), await student.get('/knowledge/resources'), await student.get('/knowledge/entries/skill/python'), await put(student, 'skill', inlay), await student.delete('/knowledge/entries/skill/python')]) expect(answer).toMatchObject({ status: 403, body: { code: 'auth.forbidden' } });
  });
});
