import { judgeAnswer, type Question } from '@cairn/engine/learning';
import { loadLearningMaterial } from '@cairn/knowledge/learning';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testApp, type Answered, type Api, type TestApp } from '../../../test-support/app.ts';
import type { TestOrganisation } from '../../../test-support/factories.ts';

let app: TestApp;
beforeAll(async () => { app = await testApp({ work: true }); });
afterAll(() => app.close());

interface College { readonly organisation: TestOrganisation; readonly staff: Api }
async function college(): Promise<College> {
  const organisation = await app.make.organisation();
  return { organisation, staff: app.as(await app.make.person({ organisation, role: 'staff' })) };
}

type Wished = Readonly<Record<string, string>>;
const send = (api: Api, content: string | Uint8Array, fields: Wished = {}, name = 'questions.csv'): Promise<Answered> => api.upload('/questions/imports', { file: { name, content } }, { fields });
async function proposed(api: Api, content: string | Uint8Array, fields: Wished = {}, name = 'questions.csv'): Promise<Answered['body']> {
  const answer = await send(api, content, fields, name);
  expect([201, 202], JSON.stringify(answer.body)).toContain(answer.status);
  await app.jobsDone();
  return (await api.get(`/questions/imports/${answer.body.id}?limit=100`)).body;
}
const apply = (api: Api, { id }: { id: string }) => api.post(`/questions/imports/${id}/apply`);
const bankOf = ({ organisation: { id } }: College): Promise<readonly Question[]> => app.held.database.transaction({ organisationId: id }, (tx) => app.app.features.study.questionsOf(tx));
const codesOf = (details: { errors: { line: number; code: string }[] }) => details.errors.map(({ line, code }) => `${String(line)} ${code}`);

const header = 'Question,Option A,Option B,Option C,Correct Answer,Skill\n';
const monsoon = 'Which wind brings the monsoon to Kerala first of all in June?,The southwest wind,The northeast wind,The west wind,A,SQL\n';
const cumin = 'Which of these seeds is the one that is called jeera in Hindi?,Cumin,Fennel,Mustard,Cumin,Excel\n';
const sample = header + monsoon + cumin;

describe('a file of questions', () => {
  test('is shown as a dry run that changes nothing, and applied is the organisation\'s and nobody else\'s', async () => {
    const [ours, theirs] = [await college(), await college()];
    const details = await proposed(ours.staff, sample);
    expect(details).toMatchObject({ state: 'proposed', form: 'csv', summary: { rows: 2, added: 2, changed: 0, unchanged: 0, refused: 0 }, errors: [] });
    expect(details.questions.items).toMatchObject([{ line: 2, kind: 'single', skillName: 'SQL', options: [{ text: 'The southwest wind', right: true }, { right: false }, { right: false }] }, { line: 3 }]);
    expect(await bankOf(ours)).toEqual([]);
    expect(await apply(ours.staff, details)).toMatchObject({ status: 200, body: { state: 'applied' } });
    expect((await bankOf(ours)).map(({ skillId }) => skillId).sort()).toEqual(['excel', 'sql']);
    expect(await bankOf(theirs)).toEqual([]);
    expect(await theirs.staff.get(`/questions/imports/${details.id}`)).toMatchObject({ status: 404, body: { code: 'questions.import-unknown' } });
    for (const { hints, explanation, source, id, skillId } of await bankOf(ours)) expect([hints, explanation, source, id.startsWith(`${skillId}-`)]).toEqual([[], null, null, true]);
  });

  test('imported again changes nothing, in the same order or another', async () => {
    const ours = await college();
    await apply(ours.staff, await proposed(ours.staff, sample));
    const before = await bankOf(ours);
    const again = await proposed(ours.staff, header + cumin + monsoon);
    expect(again.summary).toMatchObject({ added: 0, changed: 0, unchanged: 2, refused: 0 });
    await apply(ours.staff, again);
    expect(await bankOf(ours)).toEqual(before);
  });

  test('with another answer makes a new version, and retired gives way to the one before', async () => {
    const ours = await college();
    await apply(ours.staff, await proposed(ours.staff, sample));
    const corrected = await proposed(ours.staff, header + monsoon.replace(',A,', ',B,'));
    expect(corrected.summary).toMatchObject({ added: 0, changed: 1 });
    await apply(ours.staff, corrected);
    const rightOf = async () => (await bankOf(ours)).flatMap((question) => (question.skillId === 'sql' && question.kind === 'single' ? question.options.filter(({ right }) => right).map(({ text }) => text) : []));
    expect(await rightOf()).toEqual(['The northeast wind']);
    expect(await ours.staff.post(`/questions/imports/${corrected.id}/retire`)).toMatchObject({ status: 200, body: { state: 'retired' } });
    expect(await rightOf()).toEqual(['The southwest wind']);
    expect(await bankOf(ours)).toHaveLength(2);
  });

  test('proposed twice and applied twice holds once', async () => {
    const ours = await college();
    const [first, second] = [await proposed(ours.staff, sample), await proposed(ours.staff, sample)];
    await Promise.all([apply(ours.staff, first), apply(ours.staff, second)]);
    expect(await bankOf(ours)).toHaveLength(2);
    expect(await apply(ours.staff, first)).toMatchObject({ status: 409, body: { code: 'questions.import-closed' } });
    await ours.staff.post(`/questions/imports/${first.id}/retire`);
    await ours.staff.post(`/questions/imports/${second.id}/retire`);
    expect(await bankOf(ours)).toEqual([]);
  });

  test('can be discarded before it is applied, and not after', async () => {
    const { staff } = await college();
    const details = await proposed(staff, sample);
    expect(await staff.post(`/questions/imports/${details.id}/retire`)).toMatchObject({ status: 409 });
    expect(await staff.delete(`/questions/imports/${details.id}`)).toMatchObject({ status: 204 });
    expect(await staff.get(`/questions/imports/${details.id}`)).toMatchObject({ status: 404 });
    const applied = await proposed(staff, sample);
    await apply(staff, applied);
    expect(await staff.delete(`/questions/imports/${applied.id}`)).toMatchObject({ status: 409, body: { code: 'questions.import-closed' } });
  });

  test('is for the office alone', async () => {
    expect(await send(app.as(await app.make.person()), sample)).toMatchObject({ status: 403 });
  });
});

describe('its skills', () => {
  test('are those of the rows, and where none fits the row is an error that names the nearest', async () => {
    const { staff } = await college();
    const details = await proposed(staff, header + monsoon.replace('SQL', 'Pythonn') + cumin.replace('Excel', 'Underwater basket weaving') + 'Who wrote the play Shakuntala in Sanskrit many centuries ago?,Kalidasa,Bhasa,Bana,A,\n');
    expect(codesOf(details)).toEqual(['2 unknown-skill', '3 unknown-skill', '4 no-skill']);
    expect(details.errors[0]).toMatchObject({ detail: 'Pythonn', nearestSkillId: 'python', nearestSkillName: 'Python' });
    expect(details.errors[1]).toMatchObject({ nearestSkillId: null });
  });
  test('are one for the whole file where the office chooses it', async () => {
    const { staff } = await college();
    expect((await proposed(staff, sample, { skillId: 'communication' })).summary).toMatchObject({ added: 2, bySkill: [{ skillId: 'communication', questions: 2 }] });
    expect(await send(staff, sample, { skillId: 'no-such-skill' })).toMatchObject({ body: { code: 'skills.unknown' } });
  });
  test('may be named by an alias or an id', async () => {
    const { staff } = await college();
    expect((await proposed(staff, header + monsoon.replace('SQL', 'machine_learning') + cumin.replace('Excel', 'Structured Query Language'))).summary.refused).toBe(0);
  });
});

describe('a copy is an error', () => {
  test('of a row above, of another skill, and of Cairn\'s own bank', async () => {
    const { staff } = await college();
    await apply(staff, await proposed(staff, sample));
    const own = loadLearningMaterial().questions.find((question) => question.kind === 'single' && question.skillId === 'sql' && question.code === null && question.ask.split(' ').length > 8);
    const json = JSON.stringify([
      { question: 'Is this one really asked for the first time, and not before in the file?', options: ['yes', 'no'], answer: 'A', skill: 'SQL' },
      { question: 'IS this one really asked for the first time,  and not before in the file?', options: ['no', 'yes'], answer: 'B', skill: 'SQL' },
      { question: monsoon.split(',')[0], options: ['x', 'y'], answer: 'A', skill: 'Python' },
      { question: own?.ask.toUpperCase(), options: ['x', 'y'], answer: 'A', skill: 'Python' },
    ]);
    const details = await proposed(staff, json, {}, 'q.json');
    expect(codesOf(details)).toEqual(['2 duplicate-in-file', '3 duplicate-elsewhere', '4 duplicate-of-bank']);
    expect(details.errors[2].detail).toBe(own?.id);
  });
});

describe('whatever the form', () => {
  const [a = '', b = ''] = [monsoon, cumin].map((row) => row.trim());
  const rows = [a.split(','), b.split(',')];
  const names = header.trim().split(',');
  const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
  const objects = rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at]])));
  const yaml = rows.map((row, at) => `- kind: single\n  level: ${String(at + 1)}\n  skill: ${row[5] ?? ''}\n  ask: "${row[0] ?? ''}"\n  options:\n    - { text: "${row[1] ?? ''}", right: true }\n    - { text: "${row[2] ?? ''}" }\n    - { text: "${row[3] ?? ''}" }\n`).join('\n');
  test.each<[string, string, string | Uint8Array]>([
    ['csv', 'byte order mark and CRLF', `\ufeff${sample.replaceAll('\n', '\r\n')}`],
    ['csv', 'semicolons', sample.replaceAll(',', ';')],
    ['csv', 'tabs', sample.replaceAll(',', '\t')],
    ['csv', 'a line that names the delimiter', `sep=|\r\n${sample.replaceAll(',', '|')}`],
    ['csv', 'quotes around everything', sample.replaceAll(/[^,\n]+/g, '"$&"')],
    ['csv', 'lines within quotes', sample.replace('The southwest wind', '"The southwest\nwind, ""mausam"""')],
    ['csv', 'Excel\'s Unicode text', utf16(sample.replaceAll(',', '\t'))],
    ['csv', 'empty rows at the end', `${sample},,,,,\n,,,,,\n`],
    ['csv', 'the last line cut off', sample.trimEnd()],
    ['json', 'a list', JSON.stringify(objects)],
    ['json', 'a list in an object', JSON.stringify({ response_code: 0, results: objects }, null, 2)],
    ['json', 'lists by topic', JSON.stringify({ SQL: [{ ...objects[0], Skill: undefined }], excel: [{ ...objects[1], Skill: undefined }] })],
    ['json', 'objects by id', JSON.stringify({ q1: objects[0], q2: objects[1] })],
    ['jsonl', 'JSON lines', objects.map((row) => JSON.stringify(row)).join('\r\n')],
    ['yaml', 'our own form', yaml],
    ['yaml', 'our own form after a comment', `# ours\n---\n${yaml}`],
  ])('%s with %s is read', async (form, _case, content) => {
    const details = await proposed((await college()).staff, content);
    expect(details).toMatchObject({ form, summary: { rows: 2, added: 2, refused: 0 } });
  });

  test('of an old Windows is read, and said so', async () => {
    const details = await proposed((await college()).staff, Buffer.from(sample.replace('Fennel', 'Fen\xe9l'), 'latin1'));
    expect(details.summary).toMatchObject({ added: 2, isOldEncoding: true });
    expect(details.questions.items[1].options[1].text).toBe('Fenél');
  });

  test('one row that is broken does not take the others with it', async () => {
    const details = await proposed((await college()).staff, `${JSON.stringify(objects[0])}\n{"question": "cut off\n[1]\n${JSON.stringify(objects[1])}\n`);
    expect([details.summary.added, codesOf(details)]).toEqual([2, ['2 broken-row', '3 broken-row']]);
  });

  test('an entry of our form that does not hold to it says where', async () => {
    const details = await proposed((await college()).staff, `${yaml}- kind: single\n  level: 9\n  skill: SQL\n  ask: "Which level is this?"\n  options: [{ text: a, right: true }, { text: b }, { text: c }]\n`);
    expect(details.errors).toMatchObject([{ line: 3, code: 'not-our-form', detail: expect.stringMatching(/^level: /) }]);
  });

  test('numbers of answers count as the office says', async () => {
    const list = JSON.stringify([{ question: 'How many stones has this cairn of ours, counted by hand?', options: ['two', 'three'], answer: 1, skill: 'SQL' }]);
    const right = async (countsFrom: string) => (await proposed((await college()).staff, list, { countsFrom })).questions.items[0].options.find((option: { right: boolean }) => option.right).text;
    expect([await right(''), await right('1'), await right('0')]).toEqual(['two', 'two', 'three']);
  });
});

describe('a file that is none', () => {
  test.each<[string, string, string | Uint8Array]>([
    ['questions.file-unknown', 'nothing', ''],
    ['questions.file-unknown', 'blanks', ' \n \n'],
    ['questions.file-unknown', 'other columns', 'name,age\nAsha,20\n'],
    ['questions.file-unknown', 'prose', 'Dear colleague,\nplease find the questions attached.\n'],
    ['questions.file-unknown', 'a JSON text of another thing', '{"name": "Asha"}'],
    ['questions.file-unknown', 'a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ['questions.file-unknown', 'a ZIP', Buffer.from('PK\x03\x04\x14\x00\x00\x00', 'latin1')],
    ['questions.file-unreadable', 'a quote that never ends', `${header}"Which wind,a,b,c,A,SQL\n${monsoon}`],
    ['questions.file-unreadable', 'JSON that is cut off', '[{"question": "x",\n"answer":'],
    ['questions.file-unreadable', 'YAML that is none', '- kind: single\n  ask: "never ends\n'],
    ['questions.file-unreadable', 'YAML that unfolds to gigabytes', `- &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'.split('').map((letter, at) => `- k: &${letter} [${Array.from({ length: 9 }, () => `*${'abcdefghi'[at] ?? 'a'}`).join(',')}]`).join('\n')}`.replace('- &a', '- k: &a')],
    ['questions.too-many-rows', 'a cell of 300 KB', `${header}${'x'.repeat(300_000)},a,b,c,A,SQL\n`],
  ])('is refused with %s: %s', async (code, _case, content) => {
    const { staff } = await college();
    expect(await send(staff, content)).toMatchObject({ status: 422, body: { code } });
    expect((await staff.get('/questions/imports')).body.total).toBe(0);
  });

  test('is missing, or larger than allowed', async () => {
    const { staff } = await college();
    expect(await staff.upload('/questions/imports', {}, { fields: { level: '2' } })).toMatchObject({ status: 422, body: { code: 'questions.file-missing' } });
    expect(await send(staff, Buffer.alloc(21 * 1024 * 1024, 'x'))).toMatchObject({ status: 413, body: { code: 'questions.file-too-large' } });
  });

  test('and is too large to be read at once says so in its import', async () => {
    const { staff } = await college();
    const details = await proposed(staff, `${header}${'"never ends,'.repeat(50_000)}`);
    expect(details).toMatchObject({ state: 'failed', failure: { code: expect.stringMatching(/^questions\.(file-unreadable|too-many-rows)$/) } });
  });
});

test('20,000 rows are read by a job within bounds of memory, and applied and retired; 50,001 are too many', async () => {
  const ours = await college();
  const row = (at: number) => `"Which number stands in row ${String(at)} of this long file, counted from one?",${String(at)},${String(at + 1)},${String(at + 2)},A,SQL\n`;
  const rows = (count: number) => Array.from({ length: count }, (_, at) => row(at + 1)).join('');
  const before = process.memoryUsage().rss;
  const details = await proposed(ours.staff, header + rows(20_000));
  expect(details).toMatchObject({ state: 'proposed', summary: { rows: 20_000, added: 20_000 } });
  const grownMegabytes = (process.memoryUsage().rss - before) / 1e6;
  expect(await apply(ours.staff, details)).toMatchObject({ status: 200 });
  expect(await bankOf(ours)).toHaveLength(20_000);
  expect(grownMegabytes).toBeLessThan(500);
  expect(await ours.staff.post(`/questions/imports/${details.id}/retire`)).toMatchObject({ status: 200 });
  expect(await bankOf(ours)).toEqual([]);
  expect(await proposed(ours.staff, header + rows(50_001))).toMatchObject({ state: 'failed', failure: { code: 'questions.too-many-rows' } });
}, 120_000);

/** Question files of others, where the machine has them; none of them is part of this repository. */
const shared = resolve(import.meta.dirname, '../../../../../../shared/data/quiz');
const files = existsSync(shared) ? globSync('*.{csv,tsv,json,jsonl,yaml,yml}', { cwd: shared }) : [];
describe.runIf(files.length > 0)('a question file of others', () => {
  test.each(files)('%s is imported and played', async (file) => {
    const ours = await college();
    const details = await proposed(ours.staff, readFileSync(join(shared, file)), { skillId: 'javascript' }, basename(file));
    expect(details.summary.rows).toBeGreaterThan(0);
    expect(details.summary.refused).toBeLessThanOrEqual(details.summary.rows * 0.05);
    await apply(ours.staff, details);
    const questions = await bankOf(ours);
    expect(questions).toHaveLength(details.summary.added);
    for (const question of questions) {
      if (question.kind !== 'single' && question.kind !== 'multiple') continue;
      const rights = question.options.flatMap(({ right }, at) => (right ? [at] : []));
      const wrong = question.options.findIndex(({ right }) => !right);
      expect(judgeAnswer(question, { kind: question.kind, chosen: rights }).right).toBe(true);
      expect(judgeAnswer(question, { kind: question.kind, chosen: [wrong] }).right).toBe(false);
    }
  });
});
test.skipIf(files.length > 0)('question files of others are not on this machine: nothing of theirs was tried', () => { expect(files).toEqual([]); });
