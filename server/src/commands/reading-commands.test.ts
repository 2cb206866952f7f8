/** parse, gap and roadmap as people call them: a process of their own, files where the person stands, no database. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { samplePdf } from '../features/resume/reading/sample-pdf.ts';

const resume = `# Asha Rao
asha.rao@example.org · Pune, India

## Experience
**Software Engineer**, Monsoon Data Works, Pune
Jun 2021 - Aug 2023
- Built REST services in Python with PostgreSQL

## Education
**B.E. in Computer Science**, Tarangini College, Pune
2017 - 2021

## Skills
Python, Git, Linux
`;
const ad = `Backend Engineer at Acme Labs

Requirements
- Python and PostgreSQL are required
- Experience with Docker
Nice to have
- Redis
`;
const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const files = { 'asha.md': resume, 'asha.pdf': samplePdf(), 'ad.txt': ad, 'short.txt': 'Engineer wanted', 'empty.txt': '', 'photo.pdf': png };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-commands-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  mkdirSync(join(folder, 'papers'));
});
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

function cairn(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const script = resolve(import.meta.dirname, '../cli.ts');
  const env = { HOME: folder, INIT_CWD: folder, CAIRN_DATA_DIR: join(folder, 'data') };
  return new Promise((settle) => {
    execFile(process.execPath, [script, ...words], { cwd: tmpdir(), env }, (error, out, err) => { settle({ code: error === null ? 0 : Number(error.code), out, err }); });
  });
}
async function json(...words: string[]): Promise<Record<string, unknown>> {
  const { code, out, err } = await cairn(...words, '--json');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as Record<string, unknown>;
}

test.each([
  ['parse', ['parse', 'asha.md'], [/^asha\.md \(markdown, 1 page\)/, /name\s+Asha Rao\s+1:1$/m, /2021-06 to 2023-08\s+Software Engineer\s+Monsoon Data Works/, /^ {2}Python\s.*1:\d+ +.*Built REST services/m]],
  ['parse of a PDF', ['parse', 'asha.pdf'], [/^asha\.pdf \(pdf, 1 page\)/, /Acme Systems/, /^ {2}SQL\s/m]],
  ['gap with an ad', ['gap', 'asha.md', 'ad.txt'], [/^Backend Engineer at Acme Labs\n {2}match by weight {2}[\d.]+ %/, /\(2 of 4 requirements\)/, /^ +\d+ {2}Docker .*Experience with Docker$/m, /^ {2}Python +must .*exact/m]],
  ['gap with a role', ['gap', 'asha.md', '--role', 'backend developer'], [/^Backend Developer\n/]],
  ['roadmap', ['roadmap', 'asha.md', '--role', 'backend-developer', '--hours', '10'], [/^Roadmap: Backend Developer\n/, /^Week 1, from \d{4}-\d\d-\d\d: .*\(10 h\)$/m, /^ {2}\[ \] Learn .+ h$/m]],
  ['roadmap to an ad', ['roadmap', 'asha.md', 'ad.txt', '--hours', '10'], [/^Roadmap: Backend Engineer\n/, /Learn Docker/]],
])('%s says in plain text what it found', async (_what, words, patterns) => {
  const { code, out, err } = await cairn(...words);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  for (const pattern of patterns) expect(out).toMatch(pattern);
  expect(out).not.toMatch(/\u001B|undefined|NaN|\[object/);
});

describe('--json', () => {
  test('of parse is what was read, with the line of every field', async () => {
    expect(await json('parse', 'asha.md')).toMatchObject({
      kind: 'markdown', fields: { contact: { name: { value: 'Asha Rao', evidence: [{ page: 1, line: 1 }] } }, education: [{ institution: { value: 'Tarangini College' } }] },
      skills: expect.arrayContaining([expect.objectContaining({ skillId: 'python', source: 'resume' })]),
    });
  });
  test('of gap is the analysis with its reasons', async () => {
    const { goal, matched, missing } = await json('gap', 'asha.md', 'ad.txt');
    expect(goal).toMatchObject({ title: 'Backend Engineer', organisation: 'Acme Labs', roleId: null });
    expect(matched).toMatchObject([{ skillId: 'python' }, { skillId: 'postgresql' }]);
    expect(missing).toMatchObject([{ skillId: 'docker', reasons: expect.arrayContaining([expect.anything()]) }, { skillId: 'redis' }]);
  });
  test('of roadmap is a plan that fits the hours', async () => {
    const { totalHours, totalWeeks, firstAction } = await json('roadmap', 'asha.md', '--role', 'backend-developer', '--hours', '12');
    expect(totalWeeks).toBe(Math.ceil(Number(totalHours) / 12));
    expect(firstAction).toMatchObject({ kind: 'learn' });
  });
});

const roadmap = (...more: string[]) => ['roadmap', 'asha.md', '--role', 'backend-developer', ...more];
test.each([
  ['a file that is not there', ['parse', 'none.pdf'], 1, /^none\.pdf: There is no such file\./],
  ['a folder', ['parse', 'papers'], 1, /^papers: This is not a file\./],
  ['an empty file', ['parse', 'empty.txt'], 1, /^empty\.txt: The file is empty\. .+ \(resume\.empty-file\)$/],
  ['a picture named .pdf', ['gap', 'photo.pdf', 'ad.txt'], 1, /^photo\.pdf: .+\(resume\.not-a-document\)$/],
  ['an ad that is no ad', ['gap', 'asha.md', 'short.txt'], 1, /^short\.txt: .+\(gap\.text-too-short\)$/],
  ['an address inside the own network', ['gap', 'asha.md', 'http://127.0.0.1:9/job'], 1, /^http:\/\/127\.0\.0\.1:9\/job: .+\(job-ad\.address-not-allowed\)$/],
  ['a role that is not known', ['gap', 'asha.md', '--role', 'Bakend Developer'], 1, /no role "Bakend Developer".*Nearest: Backend Developer.*\(role\.unknown\)$/],
  ['a skill to leave out that is not known', roadmap('--hours', '9', '--leave-out', 'cooking'), 1, /no skill "cooking".*\(skills\.unknown\)$/],
  ['a plan that does not fit', roadmap('--hours', '2', '--weeks', '3'), 1, /^The plan needs \d+ hours, and there are 6\. \(roadmap\.impossible\)\n[^]*--weeks \d+$/m],
  ['no file', ['parse'], 2, /^FILE is missing\./],
  ['no job', ['gap', 'asha.md'], 2, /^JOB is missing\./],
  ['a job and a role', ['gap', 'asha.md', 'ad.txt', '--role', 'nurse'], 2, /^"ad\.txt" is one word too many\./],
  ['no goal', ['roadmap', 'asha.md', '--hours', '9'], 2, /^JOB is missing\./],
  ['no hours', roadmap(), 2, /^--hours is missing\./],
  ['hours that a week does not have', roadmap('--hours', '169'), 2, /^--hours is "169" but must be a whole number from 1 to 60\./],
])('%s is refused on standard error, and nothing else is printed', async (_what, words, code, message) => {
  const answer = await cairn(...words);
  expect(answer).toMatchObject({ code, out: '' });
  expect(answer.err.trim()).toMatch(message);
  expect(answer.err).not.toMatch(/^\s+at /m);
});

test('what an impossible plan offers is possible', async () => {
  const { err } = await cairn(...roadmap('--hours', '10', '--weeks', '20'));
  const offers = [...err.matchAll(/^ {2}(--[a-z-]+ \S+(?: --[a-z-]+ \S+)?)/gm)].map(([, offer = '']) => offer.split(' '));
  expect(offers.length).toBeGreaterThan(0);
  for (const offer of offers) {
    const kept = [['--hours', '10'], ['--weeks', '20']].filter(([option = '']) => !offer.includes(option)).flat();
    expect(await cairn(...roadmap(...kept, ...offer))).toMatchObject({ code: 0, err: '' });
  }
});

test('nothing is left behind', () => {
  expect(readdirSync(folder).toSorted()).toEqual([...Object.keys(files), 'papers'].toSorted());
});
