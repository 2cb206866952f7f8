/** Files that nobody should have to read: refused with a reason, in bounded time and memory, and nothing is kept of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testApp, type Answered, type Api, type TestApp } from '../../test-support/app.ts';
import { sampleResumes, sampleText, type SampleFile } from '../../test-support/sample-resumes.ts';
import { rowCounts, storedFiles } from '../../test-support/stored.ts';
import { chanceFrom } from '../demo/chance.ts';
import { readingLimits } from './reading/index.ts';
import { makeDocx, makePdf, makeZip, png } from './reading/test-support/files.ts';

let app: TestApp;
let api: Api;
beforeAll(async () => {
  app = await testApp();
  api = app.as(await app.make.person());
});
afterAll(() => app.close());

const tables = ['resume', 'resume_version', 'job_ad', 'skill_gap', 'pgboss.job', 'failed_jobs'];
const inFolder = (name: string) => readdirSync(app.settings.dataDirectory, { withFileTypes: true }).some((entry) => entry.name === name) ? readdirSync(join(app.settings.dataDirectory, name)) : [];
const held = async () => ({ rows: await rowCounts(app.held.ownerUrl, tables), files: (await storedFiles(app.settings.filesDirectory)).length, uploads: inFolder('uploads'), reading: inFolder('reading') });

const bytes = (...parts: (string | Buffer)[]) => Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));
const oldOffice = bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', Buffer.alloc(600));
const wholePdf = () => makePdf((document) => document.text(String(sampleText.content)));

const refusals: readonly (readonly [what: string, name: string, make: () => string | Uint8Array | Promise<Uint8Array>, status: number, code: string])[] = [
  ['0 bytes', 'cv.pdf', () => '', 422, 'resume.empty-file'],
  ['white space', 'cv.txt', () => ' \n\t\n', 422, 'resume.empty-file'],
  ['a scanned page', 'cv.pdf', () => makePdf((document) => document.image(Buffer.from(png), 0, 0, { width: 500 })), 422, 'resume.scanned'],
  ['a DOCX without a word', 'cv.docx', () => makeDocx(''), 422, 'resume.no-text'],
  ['a PDF with a password', 'cv.pdf', () => makePdf((document) => document.text('secret'), { userPassword: 'open sesame' }), 422, 'resume.password'],
  ['a DOCX with a password', 'cv.docx', () => bytes(oldOffice, Buffer.from('EncryptedPackage', 'utf16le')), 422, 'resume.password'],
  ['a picture renamed .pdf', 'cv.pdf', () => png, 415, 'resume.not-a-document'],
  ['a program renamed .docx', 'cv.docx', () => bytes('\x7fELF\x02\x01\x01', Buffer.alloc(200)), 415, 'resume.not-a-document'],
  ['another archive renamed .docx', 'cv.docx', () => makeZip([{ name: 'notes.txt', data: 'hello' }]), 415, 'resume.not-a-document'],
  ['a web page', 'cv.txt', () => '<!DOCTYPE html><html><body>hi</body></html>', 415, 'resume.not-a-document'],
  ['a PDF named .docx', 'cv.docx', wholePdf, 415, 'resume.wrong-extension'],
  ['text named .pdf', 'cv.pdf', () => String(sampleText.content), 415, 'resume.wrong-extension'],
  ['500 pages', 'cv.pdf', () => makePdf((document) => { for (let page = 1; page < 500; page += 1) document.text(`Page ${page}`).addPage(); }), 422, 'resume.too-many-pages'],
  ['a zip bomb', 'cv.docx', () => makeZip([{ name: 'word/document.xml', data: 'a'.repeat(readingLimits.inflatedBytes * 2), declaredBytes: 100 }]), 422, 'resume.archive-bomb'],
  ['the first bytes of a PDF', 'cv.pdf', () => '%PDF-1.7\n%broken', 422, 'resume.damaged'],
  ['JSON that is not valid', 'cv.json', () => '{"basics": ', 422, 'resume.not-json-resume'],
  ['JSON that is no resume', 'cv.json', () => '{"colour": "red"}', 422, 'resume.not-json-resume'],
  ['a byte more than 10 MB', 'cv.txt', () => 'a'.repeat(10 * 1024 * 1024 + 1), 413, 'resume.too-large'],
];

describe('nothing is kept of', () => {
  test.each(refusals)('%s', async (_what, name, make, status, code) => {
    const before = await held();
    const content = await make();
    const refused = await api.upload('/resumes', { file: { name, content } });
    expect([refused.status, refused.body.code]).toEqual([status, code]);
    const asAd = await api.upload('/job-ads', { file: { name, content } });
    expect([asAd.status, asAd.body.code]).toEqual(code === 'resume.not-json-resume' ? [422, 'job-ad.unreadable'] : [status, code]);
    expect(await held()).toEqual(before);
  });

  test('a request without a file', async () => {
    const before = await held();
    for (const path of ['/resumes', '/job-ads']) {
      const asForm = await api.upload(path, {}, { fields: { note: 'no file' } });
      const inAnotherField = await api.upload(path, { resume: { name: 'cv.txt', content: 'Python and SQL' } });
      const asJson = await api.post(path, { file: 'Python and SQL' });
      for (const refused of [asForm, inAnotherField, asJson]) expect([refused.status, refused.body.code, refused.body.next]).toEqual([422, 'resume.no-file', expect.stringContaining('`file`')]);
    }
    expect(await held()).toEqual(before);
  });

  test.each([
    ['a line', 'long.txt', () => 'Python and SQL '.repeat(600_000)],
    ['lines', 'long.txt', () => `${'Python and SQL, Experience at Acme 2020 - 2021 '.repeat(120)}\n`.repeat(1500)],
    ['a summary', 'long.json', () => JSON.stringify({ basics: { name: 'Asha', summary: 'Python and SQL '.repeat(600_000) } })],
  ])('megabytes of text in %s, without the server standing still meanwhile', async (_what, name, make) => {
    const before = await held();
    for (const path of ['/resumes', '/job-ads']) {
      // Of the thread that answers everybody.
      const work = process.threadCpuUsage();
      expect((await api.upload(path, { file: { name, content: make() } })).body.code).toBe('resume.too-many-pages');
      const { user, system } = process.threadCpuUsage(work);
      // Read whole, it would take more than ten seconds.
      expect((user + system) / 1e6).toBeLessThan(2);
    }
    expect(await held()).toEqual(before);
  });
});

/** Resident bytes of each reading process. */
function readersBytes(): number[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((pid) => {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      if (!status.includes(`\nPPid:\t${process.pid}\n`) || !readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('reading-child')) return [];
      return [Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024];
    } catch (error) {
      // It ended while it was looked at.
      if (['ENOENT', 'ESRCH', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) return [];
      throw error;
    }
  });
}

const fuzzedFiles = 200;
const atOnce = 4;

function damaged({ name, content }: SampleFile, chance: ReturnType<typeof chanceFrom>): SampleFile {
  let bytes = Buffer.from(content as Uint8Array);
  for (let change = chance.between(1, 6); change > 0; change -= 1) {
    const from = chance.between(0, Math.max(0, bytes.length - 1));
    const to = Math.min(bytes.length, from + chance.between(1, 200));
    const [head, part, tail] = [bytes.subarray(0, from), bytes.subarray(from, to), bytes.subarray(to)];
    const noise = Buffer.from(Array.from({ length: chance.between(1, 64) }, () => chance.between(0, 255)));
    bytes = Buffer.concat(chance.pick([
      [head, tail], [head], [head, part, part, tail], [head, noise, tail], [head, Buffer.alloc(part.length), tail], [head, Buffer.from(part.map((byte) => byte ^ (1 << chance.between(0, 7)))), tail],
      [head, Buffer.from(['999999999', '-1', '<<', 'endobj', '}}', ']', '"', '\\u0000', '# ', '\0', '\xff\xfe'][chance.between(0, 10)] as string, 'latin1'), tail],
    ]));
  }
  return { name, content: bytes };
}

test(`${fuzzedFiles} damaged files are read or refused, in bounded time and memory, and what is kept is whole`, async () => {
  const person = await app.make.person();
  const fuzzing = app.as(person);
  const chance = chanceFrom(20_260_105);
  const whole = await sampleResumes();
  const files = Array.from({ length: fuzzedFiles }, (_none, index) => damaged(whole[index % whole.length]?.file ?? sampleText, chance));
  const before = await held();
  let peak = 0;
  const watch = setInterval(() => { peak = Math.max(peak, ...readersBytes()); }, 25);
  const answers: Answered[] = [];
  const waiting = [...files];
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) answers.push(await fuzzing.upload('/resumes', { file }));
  }));
  clearInterval(watch);

  // One that takes longer than it may is stopped, or goes on as a job: 202 is none of these.
  const statuses = Map.groupBy(answers, ({ status }) => status);
  expect([...statuses.keys()].filter((status) => ![201, 413, 415, 422, 503].includes(status)), JSON.stringify(answers.find(({ status }) => status >= 500)?.body)).toEqual([]);
  const kept = statuses.get(201) ?? [];
  // Both ways out were taken, so that the seed still says something.
  expect([kept.length > 40, answers.length - kept.length > 20, answers.length]).toEqual([true, true, fuzzedFiles]);
  expect(peak).toBeGreaterThan(30 * 1024 * 1024);
  expect(peak).toBeLessThan(readingLimits.residentBytes * 1.1);

  const after = await held();
  expect([after.rows['resume'], after.rows['resume_version'], after.files, after.uploads, after.reading]).toEqual([
    (before.rows['resume'] ?? 0) + kept.length, (before.rows['resume_version'] ?? 0) + kept.length, before.files + kept.length, [], before.reading,
  ]);
  for (const { body } of kept) {
    expect((await fuzzing.get(`/resumes/${body.id}`)).body).toEqual(body);
    expect((await fuzzing.get(`/resumes/${body.id}/json-resume`)).status).toBe(200);
  }
}, 120_000);
