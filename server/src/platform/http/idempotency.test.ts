import { endpoint } from '@cairn/contracts/endpoint';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { multipart } from '../../test-support/app.ts';
import { testDatabase, type TestDatabase } from '../../test-support/database.ts';
import { testHttp, type TestHttp } from '../../test-support/http.ts';
import { insertPeople } from '../../test-support/people-rows.ts';
import { Failure } from './failure.ts';
import { createIdempotency } from './idempotency.ts';
import type { Person } from './person.ts';

let held: TestDatabase;
let [asha, ravi]: Person[] = [];
beforeAll(async () => {
  held = await testDatabase();
  [asha, ravi] = await insertPeople(held.ownerUrl, 2);
});
afterAll(() => held.close());

const make = endpoint({ method: 'POST', path: '/things', summary: 'x', access: 'signed-in', body: z.object({ name: z.string() }), answers: { 201: z.object({ number: z.int(), name: z.string() }) }, failures: ['gap.unknown'] });
const remove = endpoint({ method: 'DELETE', path: '/things', summary: 'x', access: 'signed-in', answers: { 204: null }, failures: [] });
const upload = endpoint({ method: 'POST', path: '/files', summary: 'x', access: 'signed-in', files: ['file'], answers: { 201: z.object({ number: z.int() }) }, failures: [] });

describe('a write with an Idempotency-Key', () => {
  let http: TestHttp;
  let done: number;
  let work: () => Promise<unknown>;
  beforeEach(async () => {
    done = 0;
    work = async () => undefined;
    http = await testHttp({ people: [asha, ravi] as Person[], database: held.database });
    http.implement(make, async ({ body, person, settle }) => {
      await work();
      done += 1;
      const answer = { status: 201, body: { number: done, name: body.name } } as const;
      if (body.name === 'settled') await held.database.transaction(person, (tx) => settle(tx, answer));
      return answer;
    });
    http.implement(remove, () => ({ status: 204, body: void (done += 1) as undefined }));
    http.implement(upload, () => ({ status: 201, body: { number: (done += 1) } }));
  });
  afterEach(() => http.close());

  let keys = 0;
  const freshKey = () => `key-${(keys += 1)}`;
  async function send(key: string, payload: object | undefined = { name: 'a' }, { method = 'POST', url = '/things', person = asha }: { method?: 'POST' | 'DELETE'; url?: string; person?: Person | undefined } = {}) {
    const answer = await http.fastify.inject({ method, url: `/api/v1${url}`, headers: { authorization: `Bearer ${person?.userId}`, 'idempotency-key': key }, ...(payload === undefined ? {} : { payload }) });
    return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json(), replayed: answer.headers['idempotency-replayed'], type: answer.headers['content-type'] };
  }

  test('happens once, and the second same request gets the answer of the first', async () => {
    const key = freshKey();
    const [first, second] = [await send(key), await send(key)];
    expect([first.body, second.body, second.status, second.replayed, done]).toEqual([{ number: 1, name: 'a' }, { number: 1, name: 'a' }, 201, 'true', 1]);
  });
  test('is refused when the key was used for another body, address or person\'s eyes', async () => {
    const key = freshKey();
    await send(key);
    expect((await send(key, { name: 'b' })).body.code).toBe('request.idempotency-conflict');
    expect((await send(key, { name: 'a' }, { url: '/things?x=1' })).body.code).toBe('request.idempotency-conflict');
    expect((await send(key, { name: 'a' }, { person: ravi })).body).toEqual({ number: 2, name: 'a' });
  });
  test('works without a body', async () => {
    const key = freshKey();
    expect([(await send(key, undefined, { method: 'DELETE' })).status, (await send(key, undefined, { method: 'DELETE' })).status, done]).toEqual([204, 204, 1]);
  });
  test('knows a file by its content', async () => {
    const key = freshKey();
    const put = async (content: string) => {
      const { contentType, payload } = await multipart({ file: { name: 'a.txt', content } }, {});
      return http.fastify.inject({ method: 'POST', url: '/api/v1/files', headers: { authorization: `Bearer ${asha?.userId}`, 'idempotency-key': key, 'content-type': contentType }, payload });
    };
    expect([(await put('one')).json().number, (await put('one')).json().number, (await put('two')).json().code]).toEqual([1, 1, 'request.idempotency-conflict']);
  });
  test('that arrives twice at once happens once: the second is told to wait', async () => {
    const gate = Promise.withResolvers<undefined>();
    const begun = Promise.withResolvers<undefined>();
    work = () => { begun.resolve(undefined); return gate.promise; };
    const key = freshKey();
    const first = send(key);
    await begun.promise;
    expect(await send(key)).toMatchObject({ status: 409, body: { code: 'request.in-progress' } });
    gate.resolve(undefined);
    expect([(await first).status, done]).toEqual([201, 1]);
  });
  test('that was refused is refused again in the same words', async () => {
    const key = freshKey();
    work = async () => { throw new Failure('gap.unknown'); };
    const first = await send(key);
    work = async () => undefined;
    const second = await send(key);
    expect([first.status, second.status, second.body, second.type, done]).toEqual([404, 404, first.body, 'application/problem+json; charset=utf-8', 0]);
  });
  test('that failed through our fault may be tried again', async () => {
    const key = freshKey();
    work = async () => { throw new TypeError('broken'); };
    const first = await send(key);
    work = async () => undefined;
    expect([first.status, (await send(key)).status, done]).toEqual([500, 201, 1]);
  });
  test('may be used anew after a day', async () => {
    const key = freshKey();
    await send(key);
    http.clock.milliseconds += 24 * 3_600_000 + 1;
    expect([(await send(key, { name: 'b' })).status, done]).toEqual([201, 2]);
  });
  test('whose process died before it answered may be tried again when the claim has lapsed', async () => {
    const key = freshKey();
    work = () => Promise.withResolvers<never>().promise;
    void send(key);
    await expect.poll(async () => (await send(key)).body?.code).toBe('request.in-progress');
    work = async () => undefined;
    http.clock.milliseconds += 181_000;
    expect([(await send(key)).status, done]).toEqual([201, 1]);
  });
  test('that tells how far it is keeps its claim as long as it is renewed, and loses it soon when nobody does', async () => {
    const idempotency = createIdempotency(held.database, () => http.clock.milliseconds);
    const claim = { person: asha as Person, key: freshKey(), requestHash: 'x', isRenewed: true };
    await idempotency.claim(claim);
    for (let seconds = 0; seconds < 300; seconds += 6) {
      http.clock.milliseconds += 6000;
      await expect(idempotency.claim(claim)).rejects.toMatchObject({ code: 'request.in-progress' });
      await idempotency.renew(claim);
    }
    http.clock.milliseconds += 9000;
    expect(await idempotency.claim(claim)).toBeNull();
  });
  test('whose process died after its transaction has its answer already, where the handler settled it there', async () => {
    const key = freshKey();
    await send(key, { name: 'settled' });
    const { rows } = await held.database.pool.query('select 1 from idempotency_keys');
    expect(rows).toEqual([]);
    const [row] = await held.database.transaction(asha as Person, (tx) => tx.query<{ answer: string }>('select answer from idempotency_keys where key = $1', [key]));
    expect(JSON.parse(row?.answer ?? '')).toEqual({ number: 1, name: 'settled' });
  });
  test.each([['', 400], ['with space', 400], ['x'.repeat(201), 400], ['x'.repeat(200), 201]])('has a key of visible characters, 200 at most: %j', async (key, status) => {
    expect((await send(key)).status).toBe(status);
  });
});
