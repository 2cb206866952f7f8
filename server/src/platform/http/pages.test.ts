import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testHttp, type TestHttp } from '../../test-support/http.ts';
import { registerDocs } from './docs.ts';
import { registerPages } from './pages.ts';

let http: TestHttp;
let directory: string;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'cairn-pages-'));
  mkdirSync(join(directory, 'web/assets'), { recursive: true });
  const write = (path: string, content: string) => writeFileSync(join(directory, path), content);
  write('web/index.html', '<html><meta property="csp-nonce" nonce="CAIRN_NONCE"><script nonce="CAIRN_NONCE"></script></html>');
  write('web/assets/app-B1x2.js', 'plain');
  write('web/assets/app-B1x2.js.br', 'brotli');
  write('web/assets/app-B1x2.js.gz', 'gzip');
  write('web/favicon.svg', '<svg/>');
  write('secret.txt', 'secret');
  http = await testHttp();
  registerDocs(http, { version: '1', publicUrl: 'http://localhost:3000', sessionCookie: 'session', features: {} });
  registerPages(http, { directory: join(directory, 'web'), publicUrl: 'http://localhost:3000' });
});
afterAll(async () => {
  await http.close();
  rmSync(directory, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) => http.fastify.inject({ url, headers });

describe('pages', () => {
  test.each(['/', '/roadmaps/123', '/sign-in?next=%2F', '/index.html', '/गंतव्य'])('%s is the application, never kept, with a nonce of its own', async (url) => {
    const [first, second] = [await get(url), await get(url)];
    const nonce = /nonce="([\w-]{22})"/.exec(first.body)?.[1] ?? '';
    expect(first).toMatchObject({ statusCode: 200, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } });
    expect(first.headers).toMatchObject({ 'x-frame-options': 'DENY', 'referrer-policy': 'no-referrer', 'cross-origin-opener-policy': 'same-origin', 'x-content-type-options': 'nosniff' });
    expect(first.body).not.toContain('CAIRN_NONCE');
    expect(first.headers['content-security-policy']).toContain(`script-src 'self' 'nonce-${nonce}'`);
    expect(second.body).not.toContain(nonce);
  });
  test('may load nothing from anywhere else', async () => {
    const policy = String((await get('/')).headers['content-security-policy']);
    expect(policy.split('; ').map((rule) => rule.replace(/ 'nonce-[\w-]+'/, ''))).toEqual([
      "default-src 'none'", "script-src 'self'", "style-src 'self'", "style-src-attr 'unsafe-inline'", "img-src 'self' data: blob:", "font-src 'self'", "connect-src 'self'",
      "worker-src 'self' blob:", "manifest-src 'self'", "frame-ancestors 'none'", "object-src 'none'", "form-action 'self'", "base-uri 'none'",
    ]);
  });
  test.each([['br, gzip', 'brotli', 'br'], ['gzip', 'gzip', 'gzip'], ['', 'plain', undefined], ['br;q=0, gzip', 'gzip', 'gzip'], ['identity', 'plain', undefined]])('a file is sent as packed by the build where the browser accepts %j', async (accepted, body, encoding) => {
    expect(await get('/assets/app-B1x2.js', { 'accept-encoding': accepted })).toMatchObject({ statusCode: 200, body, headers: { 'content-type': 'text/javascript; charset=utf-8', 'content-length': String(body.length) } });
    expect((await get('/assets/app-B1x2.js', { 'accept-encoding': accepted })).headers['content-encoding']).toBe(encoding);
  });
  test('a file with a hash in its name is kept for ever, others are asked about', async () => {
    expect((await get('/assets/app-B1x2.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const { headers } = await get('/favicon.svg');
    expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate');
    expect((await get('/favicon.svg', { 'if-none-match': String(headers.etag) })).statusCode).toBe(304);
  });
  test.each(['/api/v1/nothing', '/api/nothing', '/api', '/assets/app-old.js', '/missing.js', '/../secret.txt', '/%2e%2e/secret.txt', '/assets/..%2f..%2fsecret.txt', '/..%5csecret.txt', '/assets/app-B1x2.js.br', '/%E0%A4%A.js'])('%s is not there, and says so as a problem', async (url) => {
    const answer = await get(url);
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'request.not-found']);
  });
  test('a write to a page is not there', async () => {
    expect((await http.fastify.inject({ method: 'POST', url: '/roadmaps' })).statusCode).toBe(404);
  });
});

describe('the API\'s documentation', () => {
  test.each([['/api/docs', 'text/html'], ['/api/docs/start.js', 'text/javascript'], ['/api/docs/swagger-ui-bundle.js', 'text/javascript'], ['/api/docs/swagger-ui.css', 'text/css'], ['/api/docs/page.css', 'text/css'], ['/api/v1/openapi.json', 'application/json']])('%s comes from here', async (url, mediaType) => {
    const answer = await get(url);
    expect([answer.statusCode, String(answer.headers['content-type']).startsWith(mediaType), answer.body.length > 50]).toEqual([200, true, true]);
  });
  test('names no other host on its own page', async () => {
    expect((await get('/api/docs')).body).not.toMatch(/https?:|\/\/[a-z]/);
  });
  test('lists every problem, to read and for programs', async () => {
    expect((await get('/api/docs/problems', { accept: 'text/html' })).body).toContain('<dt id="auth.signed-out">auth.signed-out (401)</dt>');
    expect((await get('/api/docs/problems')).json().items).toContainEqual({ code: 'auth.signed-out', status: 401, title: expect.any(String), next: expect.any(String) });
  });
});
