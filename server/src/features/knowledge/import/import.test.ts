import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../../../platform/database/sql.ts';
import { testApp, type Answered, type Api, type TestApp } from '../../../test-support/app.ts';

let app: TestApp;
beforeAll(async () => { app = await testApp({ work: true, outside: { importAtOnceBytes: 20_000 } }); });
afterAll(() => app.close());

const esco = 'http://data.europa.eu/esco';
const skillsCsv = `\ufeffconceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,description
KnowledgeSkillCompetence,${esco}/skill/0a1b2c3d,skill/competence,sector-specific,inlay silver in metal,"bidriware making
inlay metal",Inlays.
KnowledgeSkillCompetence,${esco}/skill/1a1b2c3d,knowledge,cross-sector,python,snake script,"Writes ""Python""."
KnowledgeSkillCompetence,${esco}/skill/2a1b2c3d,skill/competence,cross-sector,hugo,,An ordinary word.
KnowledgeSkillCompetence,${esco}/skill/3a1b2c3d
`;
const occupationsCsv = `conceptUri,iscoGroup,code,preferredLabel,altLabels,description
${esco}/occupation/0a1b2c3d,7313,7313.99,bidri artisan,"bidri worker
bidriware maker",Inlays silver in blackened metal.
`;
const relationsCsv = `occupationUri,relationType,skillType,skillUri
${esco}/occupation/0a1b2c3d,essential,skill/competence,${esco}/skill/0a1b2c3d
${esco}/occupation/0a1b2c3d,optional,knowledge,${esco}/skill/1a1b2c3d
`;

const college = async () => {
  const organisation = await app.make.organisation();
  return { organisation, staff: app.as(await app.make.person({ organisation, role: 'staff' })), student: app.as(await app.make.person({ organisation })) };
};
const begin = (api: Api, content: string | Uint8Array, name = 'skills_en.csv', fields = { category: 'trade' }) => api.upload('/knowledge/imports', { file: { name, content } }, { fields });
const add = (api: Api, id: string, content: string, name: string) => api.upload(`/knowledge/imports/${id}/files`, { file: { name, content } });
const namesFound = async (api: Api, search: string) => (await api.get(`/skills?search=${encodeURIComponent(search)}`)).body.items.map(({ name }: { name: string }) => name);

async function whole(api: Api): Promise<Answered> {
  const { body } = await begin(api, skillsCsv);
  await add(api, body.id, occupationsCsv, 'occupations_en.csv');
  return add(api, body.id, relationsCsv, 'occupationSkillRelations_en.csv');
}

describe('an import', () => {
  test('says what it would change, and what it refuses, before anything changes', async () => {
    const { staff, student } = await college();
    const begun = await begin(staff, skillsCsv);
    expect(begun).toMatchObject({ status: 201, body: { source: 'esco', state: 'proposed', files: [{ kind: 'esco-skills', rows: 4 }], summary: { newSkills: 1, changedSkills: 1, refused: 2, unchanged: 0 } } });
    const { body } = await staff.get(`/knowledge/imports/${begun.body.id}`);
    expect(body.changes).toMatchObject({ total: 2, items: [
      { kind: 'skill', id: 'esco-inlay-silver-in-metal', before: null, after: { category: 'trade', aliases: ['bidriware making', 'inlay metal'] } },
      { kind: 'skill', id: 'python', before: { name: 'Python' } },
    ] });
    expect(body.changes.items[1].after.aliases).toEqual([...body.changes.items[1].before.aliases, 'snake script']);
    expect(body.remarks).toEqual([{ file: 'skills_en.csv', line: 6, code: 'file-broken-row', text: expect.any(String) }, { file: 'skills_en.csv', line: 5, code: 'ordinary-word', text: 'hugo' }]);
    expect(await namesFound(student, 'bidriware making')).not.toContain('inlay silver in metal');
    expect((await staff.get('/knowledge/entries')).body.total).toBe(0);
  });

  test('that is applied is known to the people of the organisation alone, and again changes nothing', async () => {
    const [ours, theirs] = [await college(), await college()];
    const { body } = await whole(ours.staff);
    expect(body).toMatchObject({ state: 'proposed', summary: { newSkills: 1, newRoles: 1 } });
    expect(await ours.staff.post(`/knowledge/imports/${body.id}/apply`)).toMatchObject({ status: 200, body: { state: 'applied' } });
    expect(await namesFound(ours.student, 'bidriware making')).toContain('inlay silver in metal');
    expect(await ours.student.get('/roles/esco-bidri-artisan')).toMatchObject({ status: 200, body: { titles: ['bidri worker', 'bidriware maker'], must: [{ id: 'esco-inlay-silver-in-metal', level: 2 }], nice: [{ id: 'python', level: 1 }] } });
    expect(await namesFound(theirs.student, 'bidriware making')).not.toContain('inlay silver in metal');
    expect(await theirs.staff.get(`/knowledge/imports/${body.id}`)).toMatchObject({ status: 404 });

    await ours.student.upload('/resumes', { file: { name: 'cv.txt', content: 'Asha Rao\n\nSkills\nPython\n' } });
    const gap = await ours.student.post('/skill-gaps', { roleId: 'esco-bidri-artisan' });
    expect(gap.body.missing).toContainEqual(expect.objectContaining({ skillId: 'esco-inlay-silver-in-metal' }));

    const again = await whole(ours.staff);
    expect(again.body.summary).toMatchObject({ newSkills: 0, changedSkills: 0, newRoles: 0, changedRoles: 0, unchanged: 3 });
    expect((await ours.staff.get('/knowledge/entries?source=esco')).body.total).toBe(3);
  });

  test('of occupations needs the relations', async () => {
    const { staff } = await college();
    const { body } = await begin(staff, occupationsCsv, 'occupations_en.csv');
    expect(body.summary).toMatchObject({ newRoles: 0, refused: 1 });
    expect((await staff.get(`/knowledge/imports/${body.id}`)).body.remarks).toEqual([{ file: 'occupations_en.csv', line: 3, code: 'needs-relations', text: 'bidri artisan' }]);
  });

  test('of a large file goes on as a job', async () => {
    const { staff } = await college();
    const rows = Array.from({ length: 400 }, (_unused, index) => `KnowledgeSkillCompetence,${esco}/skill/many${index},skill/competence,x,craft number ${index} of many,,`);
    const begun = await begin(staff, [skillsCsv.split('\n')[0], ...rows].join('\n'));
    expect(begun).toMatchObject({ status: 202, body: { state: 'reading', summary: null } });
    expect(await staff.post(`/knowledge/imports/${begun.body.id}/apply`)).toMatchObject({ status: 409, body: { code: 'knowledge.import-closed' } });
    await app.jobsDone();
    const { body } = await staff.get(`/knowledge/imports/${begun.body.id}?limit=30`);
    expect(body).toMatchObject({ state: 'proposed', summary: { newSkills: 400 }, changes: { total: 400, nextCursor: '30' } });
    expect((await staff.get(`/knowledge/imports/${begun.body.id}?limit=30&cursor=390`)).body.changes).toMatchObject({ nextCursor: null, items: { length: 10 } });
  });

  test('of a large file that cannot be read says why', async () => {
    const { staff } = await college();
    const begun = await begin(staff, Buffer.concat([Buffer.from(`${skillsCsv}${' '.repeat(90_000)}`), Buffer.from([0xff, 0xfe])]));
    await app.jobsDone();
    expect((await staff.get(`/knowledge/imports/${begun.body.id}`)).body).toMatchObject({ state: 'failed', remarks: [{ file: 'skills_en.csv', code: 'knowledge.file-unreadable' }] });
  });

  test('is made again when something else changed after its dry run', async () => {
    const { staff } = await college();
    const { body } = await begin(staff, skillsCsv);
    const python = await staff.get('/knowledge/entries/skill/python');
    await staff.put('/knowledge/entries/skill/python', { kind: 'skill', entry: { ...python.body.entry, aliases: [...python.body.entry.aliases, 'bidriware making'] } });
    expect(await staff.post(`/knowledge/imports/${body.id}/apply`)).toMatchObject({ status: 409, body: { code: 'knowledge.import-changed' } });
    await app.jobsDone();
    expect((await staff.get(`/knowledge/imports/${body.id}`)).body.changes.items.map(({ id }: { id: string }) => id)).toEqual(['python']);
    expect(await staff.post(`/knowledge/imports/${body.id}/apply`)).toMatchObject({ status: 200 });
    expect((await staff.get('/knowledge/entries/skill/python')).body.entry.aliases).toEqual([...python.body.entry.aliases, 'bidriware making', 'inlay silver in metal', 'inlay metal', 'snake script']);
  });

  test('of two that are applied at once, one wins', async () => {
    const { staff } = await college();
    const [one, other] = [await begin(staff, skillsCsv), await begin(staff, skillsCsv)];
    const answers = await Promise.all([one, other].map(({ body }) => staff.post(`/knowledge/imports/${body.id}/apply`)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('knowledge.import-changed');
    const twice = await Promise.all([1, 2].map(() => staff.post(`/knowledge/imports/${one.body.id}/apply`)));
    for (const { status } of twice) expect(status).toBe(409);
  });

  test('is there, whole, for a process that starts later', async () => {
    const { staff } = await college();
    const { body } = await begin(staff, skillsCsv);
    const stored = await app.held.database.pool.query("select count(*) as files from pgboss.job where name = 'platform.delete-files' and data::text like $1", [`%${body.id}%`]);
    expect(stored.rows[0].files).toBe(0);
    expect((await staff.get('/knowledge/imports')).body.items).toMatchObject([{ id: body.id, state: 'proposed' }]);
    expect(await add(staff, body.id, occupationsCsv, 'occupations_en.csv')).toMatchObject({ status: 201, body: { files: { length: 2 } } });
  });

  test('that is taken back leaves what was there before it, and can be made again', async () => {
    const { staff, student } = await college();
    const python = (await staff.get('/knowledge/entries/skill/python')).body.entry;
    await staff.put('/knowledge/entries/skill/python', { kind: 'skill', entry: { ...python, aliases: [...python.aliases, 'serpent script'] } });
    const before = (await staff.get('/knowledge/entries?limit=50')).body.items;
    const { body } = await whole(staff);
    expect(await staff.post(`/knowledge/imports/${body.id}/take-back`)).toMatchObject({ status: 409, body: { code: 'knowledge.import-closed' } });
    await staff.post(`/knowledge/imports/${body.id}/apply`);
    expect(await namesFound(student, 'bidriware making')).toContain('inlay silver in metal');
    expect((await staff.get('/knowledge/entries/skill/python')).body.source).toBe('esco');

    expect(await student.post(`/knowledge/imports/${body.id}/take-back`)).toMatchObject({ status: 403 });
    expect(await (await college()).staff.post(`/knowledge/imports/${body.id}/take-back`)).toMatchObject({ status: 404 });
    const answers = await Promise.all([1, 2].map(() => staff.post(`/knowledge/imports/${body.id}/take-back`)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 200)?.body).toMatchObject({ state: 'taken-back', takenBackAt: expect.any(String) });
    const { items } = (await staff.get('/knowledge/entries?limit=50')).body;
    expect(items.map(({ id, source }: { id: string; source: string }) => [id, source])).toEqual(before.map(({ id, source }: { id: string; source: string }) => [id, source]));
    expect((await staff.get('/knowledge/entries/skill/python')).body.entry.aliases).toEqual([...python.aliases, 'serpent script']);
    expect(await namesFound(student, 'bidriware making')).not.toContain('inlay silver in metal');
    expect((await student.get('/roles/esco-bidri-artisan')).status).toBe(422);
    expect((await staff.get(`/knowledge/imports/${body.id}`)).body).toMatchObject({ state: 'taken-back', changes: { total: 3 } });
    expect(await staff.delete(`/knowledge/imports/${body.id}`)).toMatchObject({ status: 409 });

    expect((await whole(staff)).body.summary).toMatchObject({ newSkills: 1, changedSkills: 1, newRoles: 1, unchanged: 0 });
  });

  test('that is taken back leaves alone what somebody changed since, and is refused while that needs it', async () => {
    const { staff } = await college();
    const { body } = await whole(staff);
    await staff.post(`/knowledge/imports/${body.id}/apply`);
    const skill = (await staff.get('/knowledge/entries/skill/esco-inlay-silver-in-metal')).body.entry;
    const role = (await staff.get('/knowledge/entries/role/esco-bidri-artisan')).body.entry;
    await staff.put('/knowledge/entries/role/esco-bidri-artisan', { kind: 'role', entry: { ...role, summary: 'Works in our own workshop.' } });
    expect(await staff.post(`/knowledge/imports/${body.id}/take-back`)).toMatchObject({ status: 409, body: { code: 'knowledge.still-used', params: { by: expect.stringContaining('esco-bidri-artisan') } } });
    expect((await staff.get(`/knowledge/imports/${body.id}`)).body.state).toBe('applied');
    expect((await staff.get('/knowledge/entries/skill/python')).body.source).toBe('esco');

    await staff.put('/knowledge/entries/skill/esco-inlay-silver-in-metal', { kind: 'skill', entry: { ...skill, demand: 0.5 } });
    expect(await staff.post(`/knowledge/imports/${body.id}/take-back`)).toMatchObject({ status: 200 });
    expect((await staff.get('/knowledge/entries?limit=50')).body.items.map(({ id }: { id: string }) => id).toSorted()).toEqual(['esco-bidri-artisan', 'esco-inlay-silver-in-metal']);
    expect((await staff.get('/knowledge/entries/skill/python')).body.source).toBe('cairn');
  });

  test('that was applied before it was kept what it wrote over goes by its dry run', async () => {
    const { organisation, staff } = await college();
    const { body } = await begin(staff, skillsCsv);
    await staff.post(`/knowledge/imports/${body.id}/apply`);
    await app.held.database.transaction({ organisationId: organisation.id }, (tx) => tx.query(sql`update knowledge_import set replaced = null where id = ${body.id}`));
    expect(await staff.post(`/knowledge/imports/${body.id}/take-back`)).toMatchObject({ status: 200 });
    const { items } = (await staff.get('/knowledge/entries')).body;
    expect(items).toMatchObject([{ id: 'python', source: 'staff' }]);
    expect((await staff.get('/knowledge/entries/skill/python')).body.entry.aliases).not.toContain('snake script');
  });

  test('that is discarded cannot be applied', async () => {
    const { staff } = await college();
    const { body } = await begin(staff, skillsCsv);
    expect(await staff.delete(`/knowledge/imports/${body.id}`)).toMatchObject({ status: 204 });
    expect(await staff.post(`/knowledge/imports/${body.id}/apply`)).toMatchObject({ status: 409, body: { code: 'knowledge.import-closed' } });
    expect(await staff.delete(`/knowledge/imports/${body.id}`)).toMatchObject({ status: 409 });
  });

  test.each([
    ['a picture', '\x89PNG\r\n', 'knowledge.file-unknown', 422],
    ['another table', 'name,age\nAsha,20\n', 'knowledge.file-unknown', 422],
    ['nothing', '', 'knowledge.file-unknown', 422],
    ['a cell of 100,001 letters', `${skillsCsv}a,b,c,d,${'x'.repeat(100_001)},,\n`, 'knowledge.too-many-rows', 422],
    ['an open quotation', `${skillsCsv}a,"b`, 'knowledge.file-unreadable', 422],
  ] as const)('of %s is refused', async (_case, content, code, status) => {
    const local = await testAppOnce();
    const staff = local.as(await local.make.person({ role: 'staff' }));
    expect(await begin(staff, content)).toMatchObject({ status, body: { code } });
  });

  test('takes files of one source, in a category that is there, from the office', async () => {
    const { staff, student } = await college();
    const { body } = await begin(staff, skillsCsv);
    expect(await add(staff, body.id, 'O*NET-SOC Code\tTitle\tDescription\n', 'Occupation Data.txt')).toMatchObject({ status: 422, body: { code: 'knowledge.other-source' } });
    expect(await begin(staff, skillsCsv, 'skills_en.csv', { category: 'juggling' })).toMatchObject({ status: 400 });
    expect(await begin(student, skillsCsv)).toMatchObject({ status: 403 });
    expect(await student.post(`/knowledge/imports/${body.id}/apply`)).toMatchObject({ status: 403 });
  });

  test('of O*NET makes skills of tools and a role of what is in demand', async () => {
    const { staff } = await college();
    const { body } = await begin(staff, 'O*NET-SOC Code\tTitle\tDescription\n51-9999.00\tMetal Inlayers\tInlay "silver" in metal.\n', 'Occupation Data.txt');
    await add(staff, body.id, 'O*NET-SOC Code\tTitle\tExample\tCommodity Code\tCommodity Title\tHot Technology\tIn Demand\n51-9999.00\tMetal Inlayers\tInlayDraw\t1\tx\tY\tY\n', 'Technology Skills.txt');
    const { body: last } = await add(staff, body.id, 'O*NET-SOC Code\tTitle\tReported Job Title\tShown in My Next Move\n51-9999.00\tMetal Inlayers\tSilver Inlayer\tY\n', 'Sample of Reported Titles.txt');
    expect(last).toMatchObject({ source: 'onet', summary: { newSkills: 1, newRoles: 1, refused: 0 } });
    await staff.post(`/knowledge/imports/${body.id}/apply`);
    expect((await staff.get('/knowledge/entries/role/onet-metal-inlayers')).body.entry).toMatchObject({ titles: ['Silver Inlayer'], must: [{ id: 'onet-inlaydraw', level: 2 }], summary: 'Inlay "silver" in metal.' });
  });
});

let once: TestApp | undefined;
/** Reads whatever comes while the upload waits. */
async function testAppOnce(): Promise<TestApp> {
  return (once ??= await testApp({ outside: { importAtOnceBytes: 1e9 } }));
}
afterAll(() => once?.close());

const samples = resolve(import.meta.dirname, '../../../../../../shared/data/taxonomy');

describe.skipIf(!existsSync(samples))('the real downloads', () => {
  const sample = (path: string) => readFileSync(resolve(samples, path));
  const sets = [
    ['ESCO', [['esco_1.0.x/languageSkillsCollection_en.csv'], ['esco_1.0.x/transversalSkillsCollection_en.csv'], ['esco_1.0.x/ictSkillsCollection_en.csv'], ['esco_1.1.1/occupations_en.csv']]],
    ['O*NET', [['onet_29.3/Occupation_Data.txt'], ['onet_29.3/Technology_Skills.txt'], ['onet_29.3/Sample_of_Reported_Titles.txt']]],
  ] as const;

  test.each(sets)('of %s are read, applied, and change nothing again', async (_source, files) => {
    const { staff } = await college();
    const read = async () => {
      let id = '';
      for (const [path = ''] of files) {
        const file = { name: path.split('/').at(-1) ?? '', content: sample(path) };
        const answer = id === '' ? await staff.upload('/knowledge/imports', { file }) : await staff.upload(`/knowledge/imports/${id}/files`, { file });
        expect([201, 202]).toContain(answer.status);
        id = answer.body.id;
        await app.jobsDone();
      }
      return (await staff.get(`/knowledge/imports/${id}`)).body;
    };
    const first = await read();
    expect(first.state).toBe('proposed');
    expect(first.summary.newSkills + first.summary.changedRoles).toBeGreaterThan(100);
    expect(await staff.post(`/knowledge/imports/${first.id}/apply`)).toMatchObject({ status: 200 });
    expect((await read()).changes.total).toBe(0);
  }, 120_000);
});
