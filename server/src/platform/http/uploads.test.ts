import { endpoint } from '@cairn/contracts/endpoint';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { multipart } from '../../test-support/app.ts';
import { testHttp, type TestHttp } from '../../test-support/http.ts';
import type { UploadedFile } from './endpoint-types.ts';
import type { Person } from './person.ts';
import { sweepUploads } from './uploads.ts';

const asha: Person = { userId: '018f0000-0000-7000-8000-000000000001', organisationId: '018f0000-0000-7000-8000-00000000000a', role: 'student', sessionId: 's' };
const upload = endpoint({
  method: 'POST', path: '/files', summary: 'x', access: 'signed-in', limit: 'upload', files: ['file'], body: z.object({ note: z.string().optional() }),
  answers: { 201: z.object({ fileName: z.string(), sizeBytes: z.int(), sha256: z.string(), note: z.string().nullable() }) }, failures: ['resume.too-large', 'resume.no-file'],
});
const megabyte = 1_048_576;

let http: TestHttp;
let given: (UploadedFile & { readonly content: Buffer })[];
let fail: Error | undefined;
beforeEach(async () => {
  [given, fail] = [[], undefined];
  http = await testHttp({ people: [asha], environment: { CAIRN_UPLOAD_LIMIT_MEGABYTES: '1' } });
  http.implement(upload, ({ files: { file }, body }) => {
    given.push({ ...file, content: readFileSync(file.path) });
    if (fail !== undefined) throw fail;
    return { status: 201, body: { ...file, note: body.note ?? null } };
  }, { upload: { tooLarge: 'resume.too-large', missing: 'resume.no-file' } });
});
afterEach(() => http.close());

const leftBehind = () => (existsSync(http.uploadDirectory) ? readdirSync(http.uploadDirectory) : []);
async function send(payload: Buffer | string, contentType: string) {
  const answer = await http.fastify.inject({ method: 'POST', url: '/api/v1/files', headers: { authorization: `Bearer ${asha.userId}`, 'content-type': contentType }, payload });
  return { status: answer.statusCode, body: answer.json() };
}
async function sendFile(content: string | Uint8Array, { name = 'cv.pdf', field = 'file', fields = {} }: { name?: string; field?: string; fields?: Record<string, string> } = {}) {
  const form = await multipart({ [field]: { name, content } }, fields);
  return send(form.payload, form.contentType);
}

describe('an uploaded file', () => {
  test('is on disk while the handler works, whole, and gone afterwards', async () => {
    const content = Buffer.alloc(300_000, 'résumé');
    const { status, body } = await sendFile(content, { fields: { note: 'mine' } });
    expect([status, body]).toEqual([201, { fileName: 'cv.pdf', sizeBytes: 300_000, sha256: createHash('sha256').update(content).digest('hex'), note: 'mine' }]);
    expect(given[0]?.content.equals(content)).toBe(true);
    await expect.poll(leftBehind).toEqual([]);
  });
  test('is gone after a handler that failed', async () => {
    fail = new Error('broken');
    expect([(await sendFile('a')).status, given.length]).toEqual([500, 1]);
    await expect.poll(leftBehind).toEqual([]);
  });
  test('of exactly the limit is taken, of a byte more refused in the feature\'s words', async () => {
    expect((await sendFile(Buffer.alloc(megabyte))).status).toBe(201);
    expect(await sendFile(Buffer.alloc(megabyte + 1))).toMatchObject({ status: 413, body: { code: 'resume.too-large', params: { limitBytes: megabyte } } });
    expect(given.length).toBe(1);
    await expect.poll(leftBehind).toEqual([]);
  });
  test('of no bytes is the feature\'s to judge', async () => {
    expect(await sendFile('')).toMatchObject({ status: 201, body: { sizeBytes: 0 } });
  });
  test.each([['../../etc/passwd', 'passwd'], ['C:\\Users\\asha\\cv.docx', 'cv.docx'], ['..', 'file'], ['संक्षिप्त विवरण.pdf', 'संक्षिप्त विवरण.pdf'], ['/', 'file']])('named %j is called %j and lies in our folder', async (name, fileName) => {
    const { body } = await sendFile('x', { name });
    expect([body.fileName, given[0]?.path.startsWith(`${http.uploadDirectory}/`)]).toEqual([fileName, true]);
  });
});

describe('a form that cannot be taken is refused, and nothing stays:', () => {
  const crlf = '\r\n';
  const part = (disposition: string, content: string) => `--x${crlf}Content-Disposition: form-data; ${disposition}${crlf}${crlf}${content}${crlf}`;
  test.each([
    ['no file', part('name="note"', 'hello') + '--x--', 422, 'resume.no-file'],
    ['nothing at all', '', 422, 'resume.no-file'],
    ['a file in a field that takes none', part('name="other"; filename="a"', 'a') + '--x--', 422, 'resume.no-file'],
    ['two files in one field', part('name="file"; filename="a"', 'a') + part('name="file"; filename="b"', 'b') + '--x--', 413, 'request.too-large'],
    ['an end that never comes', part('name="file"; filename="a"', 'a').slice(0, -2), 400, 'request.invalid'],
    ['a field that reaches for the prototype', part('name="__proto__"', 'a') + '--x--', 400, 'request.invalid'],
    ['a thousand fields', Array.from({ length: 1000 }, (_, index) => part(`name="f${index}"`, 'a')).join('') + '--x--', 413, 'request.too-large'],
    ['a text field without end', part('name="note"', 'a'.repeat(300_000)) + '--x--', 413, 'request.too-large'],
    ['noise', '\0\x01\x02 no form', 400, 'request.invalid'],
    ['a field PostgreSQL cannot hold', part('name="note"', 'a\0b') + part('name="file"; filename="a"', 'a') + '--x--', 400, 'request.invalid'],
  ])('%s', async (_name, payload, status, code) => {
    const answer = await send(payload, 'multipart/form-data; boundary=x');
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    await expect.poll(leftBehind).toEqual([]);
  });
  test.each([['application/json', '{}', 422, 'resume.no-file'], ['text/plain', 'a', 422, 'resume.no-file'], ['application/x-www-form-urlencoded', 'file=a', 422, 'resume.no-file'], ['multipart/form-data', 'a', 400, 'request.invalid']])('%s', async (contentType, payload, expected, code) => {
    const { status, body } = await send(payload, contentType);
    expect([status, body.code, leftBehind()]).toEqual([expected, code, []]);
  });
  test('and is told where a file belongs', async () => {
    expect((await sendFile('a', { field: 'cv' })).body).toMatchObject({ next: expect.stringContaining('`file`'), errors: [{ path: 'files.cv', message: expect.stringContaining('file') }] });
    expect((await send('{}', 'application/json')).body.detail).toMatch(/multipart\/form-data.*file/);
  });
  test('in words of its own where the endpoint has none', async () => {
    const plain = { ...upload, path: '/plain-files' } as const;
    await http.close();
    http = await testHttp({ people: [asha] });
    http.implement(plain, ({ files: { file } }) => ({ status: 201, body: { ...file, note: null } }));
    const answer = async (payload: Buffer | string, contentType: string) => (await http.fastify.inject({ method: 'POST', url: '/api/v1/plain-files', headers: { authorization: `Bearer ${asha.userId}`, 'content-type': contentType }, payload })).json();
    const form = await multipart({ cv: { name: 'a', content: 'a' } }, {});
    expect([(await answer('{}', 'application/json')).code, (await answer(form.payload, form.contentType)).code]).toEqual(['request.media-type', 'request.invalid']);
  });
});

test('a client that goes away in the middle leaves nothing behind', async () => {
  const address = await http.fastify.listen({ port: 0, host: '127.0.0.1' });
  const socket = connect(Number(new URL(address).port), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(`POST /api/v1/files HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${asha.userId}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 900000\r\n\r\n--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n${'a'.repeat(100_000)}`);
  await expect.poll(leftBehind).toHaveLength(1);
  socket.destroy();
  await expect.poll(leftBehind).toEqual([]);
});

test('what a killed process left behind is swept after an hour', async () => {
  mkdirSync(http.uploadDirectory, { recursive: true });
  for (const name of ['old', 'young']) writeFileSync(join(http.uploadDirectory, name), 'x');
  const now = Date.UTC(2026, 0, 5, 12);
  utimesSync(join(http.uploadDirectory, 'old'), now / 1000 - 3601, now / 1000 - 3601);
  utimesSync(join(http.uploadDirectory, 'young'), now / 1000 - 3500, now / 1000 - 3500);
  expect([await sweepUploads(http.uploadDirectory, now), leftBehind()]).toEqual([1, ['young']]);
});
