/** parse, gap and roadmap as people call them: files where the person stands, no database. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { samplePdf } from '../features/resume/reading/sample-pdf.ts';
import { commandTable } from './command-table.ts';
import { runCommand } from './run-command.ts';

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

interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** In a process of its own. */
function alone(...words: string[]): Promise<Answer> {
  const script = resolve(import.meta.dirname, '../cli.ts');
  const env = { HOME: folder, INIT_CWD: folder, CAIRN_DATA_DIR: join(folder, 'data') };
  return new Promise((settle) => {
    execFile(process.execPath, [script, ...words], { cwd: tmpdir(), env }, (error, out, err) => { settle({ code: error === null ? 0 : Number(error.code), out, err }); });
  });
}

/** From the same words to the same exit code, without starting a process of its own, which takes longer than the command. */
async function here(...words: string[]): Promise<Answer> {
  const said = { out: '', err: '' };
  const code = await runCommand(words, commandTable, { directory: folder, out: (line) => { said.out += `${line}\n`; }, err: (line) => { said.err += `${line}\n`; }, now: () => new Date() });
  return { code, ...said };
}

async function json(cairn: typeof here, ...words: string[]): Promise<Record<string, unknown>> {
  const { code, out, err } = await cairn(...words, '--json');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as Record<string, unknown>;
}

test.each([
  ['parse', here, ['parse', 'asha.md'], [/^asha\.md \(markdown, 1 page\)/, /name\s+Asha Rao\s+1:1$/m, /2021-06 to 2023-08\s+Software Engineer\s+Monsoon Data Works/, /^ {2}Python\s.*1:\d+ +.*Built REST services/m]],
  ['parse of a PDF', alone, ['parse', 'asha.pdf'], [/^asha\.pdf \(pdf, 1 page\)/, /Acme Systems/, /^ {2}SQL\s/m]],
  ['gap with an ad', alone, ['gap', 'asha.md', 'ad.txt'], [/^Backend Engineer at Acme Labs\n {2}match by weight {2}[\d.]+ %/, /\(2 of 4 requirements\)/, /^ +\d+ {2}Docker .*Experience with Docker$/m, /^ {2}Python +must .*exact/m]],
  ['gap with a role', here, ['gap', 'asha.md', '--role', 'backend developer'], [/^Backend Developer\n/]],
  ['roadmap', alone, ['roadmap', 'asha.md', '--role', 'backend-developer', '--hours', '10'], [/^Roadmap: Backend Developer\n/, /^Week 1, from \d{4}-\d\d-\d\d: .*\(10 h\)$/m, /^ {2}\[ \] Learn .+ h$/m]],
  ['roadmap to an ad', here, ['roadmap', 'asha.md', 'ad.txt', '--hours', '10'], [/^Roadmap: Backend Engineer\n/, /Learn Docker/]],
])('%s says in plain text what it found', async (_what, cairn, words, patterns) => {
  const { code, out, err } = await cairn(...words);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  for (const pattern of patterns) expect(out).toMatch(pattern);
  expect(out).not.toMatch(/\u001B|undefined|NaN|\[object/);
});

describe('--json', () => {
  test('of parse is what was read, with the line of every field', async () => {
    expect(await json(here, 'parse', 'asha.md')).toMatchObject({
      kind: 'markdown', fields: { contact: { name: { value: 'Asha Rao', evidence: [{ page: 1, line: 1 }] } }, education: [{ institution: { value: 'Tarangini College' } }] },
      skills: expect.arrayContaining([expect.objectContaining({ skillId: 'python', source: 'resume' })]),
    });
  });
  test('of gap is the analysis with its reasons', async () => {
    const { goal, matched, missing } = await json(here, 'gap', 'asha.md', 'ad.txt');
    expect(goal).toMatchObject({ title: 'Backend Engineer', organisation: 'Acme Labs', roleId: null });
    expect(matched).toMatchObject([{ skillId: 'python' }, { skillId: 'postgresql' }]);
    expect(missing).toMatchObject([{ skillId: 'docker', reasons: expect.arrayContaining([expect.anything()]) }, { skillId: 'redis' }]);
  });
  test('of roadmap is a plan that fits the hours', async () => {
    const { totalHours, totalWeeks, firstAction } = await json(alone, 'roadmap', 'asha.md', '--role', 'backend-developer', '--hours', '12');
    expect(totalWeeks).toBe(Math.ceil(Number(totalHours) / 12));
    expect(firstAction).toMatchObject({ kind: 'learn' });
  });
});

const roadmap = (...more: string[]) => ['roadmap', 'asha.md', '--role', 'backend-developer', ...more];
test.each([
  ['a file that is not there', here, ['parse', 'none.pdf'], 1, /^none\.pdf: There is no such file\./],
  ['a folder', here, ['parse', 'papers'], 1, /^papers: This is not a file\./],
  ['an empty file', alone, ['parse', 'empty.txt'], 1, /^empty\.txt: The file is empty\. .+ \(resume\.empty-file\)$/],
  ['a picture named .pdf', here, ['gap', 'photo.pdf', 'ad.txt'], 1, /^photo\.pdf: .+\(resume\.not-a-document\)$/],
  ['an ad that is no ad', here, ['gap', 'asha.md', 'short.txt'], 1, /^short\.txt: .+\(gap\.text-too-short\)$/],
  ['an address inside the own network', here, ['gap', 'asha.md', 'http://127.0.0.1:9/job'], 1, /^http:\/\/127\.0\.0\.1:9\/job: .+\(job-ad\.address-not-allowed\)$/],
  ['a role that is not known', here, ['gap', 'asha.md', '--role', 'Bakend Developer'], 1, /no role "Bakend Developer".*Nearest: Backend Developer.*\(role\.unknown\)$/],
  ['a skill to leave out that is not known', here, roadmap('--hours', '9', '--leave-out', 'cooking'), 1, /no skill "cooking".*\(skills\.unknown\)$/],
  ['a plan that does not fit', here, roadmap('--hours', '2', '--weeks', '3'), 1, /^The plan needs \d+ hours, and there are 6\. \(roadmap\.impossible\)\n[^]*--weeks \d+$/m],
  ['no file', alone, ['parse'], 2, /^FILE is missing\./],
  ['no job', here, ['gap', 'asha.md'], 2, /^JOB is missing\./],
  ['a job and a role', here, ['gap', 'asha.md', 'ad.txt', '--role', 'nurse'], 2, /^"ad\.txt" is one word too many\./],
  ['no goal', here, ['roadmap', 'asha.md', '--hours', '9'], 2, /^JOB is missing\./],
  ['no hours', here, roadmap(), 2, /^--hours is missing\./],
  ['hours that a week does not have', here, roadmap('--hours', '169'), 2, /^--hours is "169" but must be a whole number from 1 to 60\./],
])('%s is refused on standard error, and nothing else is printed', async (_what, cairn, words, code, message) => {
  const answer = await cairn(...words);
  expect(answer).toMatchObject({ code, out: '' });
  expect(answer.err.trim()).toMatch(message);
  expect(answer.err).not.toMatch(/^\s+at /m);
});

test('what an impossible plan offers is possible', async () => {
  const { err } = await here(...roadmap('--hours', '10', '--weeks', '20'));
  const offers = [...err.matchAll(/^ {2}(--[a-z-]+ \S+(?: --[a-z-]+ \S+)?)/gm)].map(([, offer = '']) => offer.split(' '));
  expect(offers.length).toBeGreaterThan(0);
  for (const offer of offers) {
    const kept = [['--hours', '10'], ['--weeks', '20']].filter(([option = '']) => !offer.includes(option)).flat();
    expect(await here(...roadmap(...kept, ...offer))).toMatchObject({ code: 0, err: '' });
  }
});

test('nothing is left behind', () => {
  expect(readdirSync(folder).toSorted()).toEqual([...Object.keys(files), 'papers'].toSorted());
});
