import type { LiveEvent } from '@cairn/contracts';
import { connect, type Socket } from 'node:net';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { testDatabase, type TestDatabase } from '../../test-support/database.ts';
import { testHttp, trustingAuthenticator, type TestHttp } from '../../test-support/http.ts';
import { insertPeople } from '../../test-support/people-rows.ts';
import type { Person } from '../http/person.ts';
import { createLog } from '../log/log.ts';
import { registerLiveSocket } from './live-socket.ts';
import { createLive, type Live } from './live.ts';
import { createNotices, type Notices } from './notices.ts';

let held: TestDatabase;
let people: Person[];
let [asha, ravi, stranger]: Person[] = [];
beforeAll(async () => {
  held = await testDatabase();
  const [ours, theirs] = [await insertPeople(held.ownerUrl, 2), await insertPeople(held.ownerUrl, 1)];
  people = [...ours, ...theirs];
  [asha, ravi, stranger] = people;
});
afterAll(() => held.close());

let http: TestHttp;
let live: Live;
let notices: Notices;
let port: number;
let signedOut: Set<string>;
const open: WebSocket[] = [];
beforeEach(async () => {
  signedOut = new Set();
  const log = createLog({ level: 'silent' });
  notices = createNotices(held.database, log);
  live = createLive(held.database, notices);
  const authenticator = { ...trustingAuthenticator(people), stillSignedIn: async ({ userId }: Person) => !signedOut.has(userId) };
  http = await testHttp({ people, authenticator });
  await registerLiveSocket(http, { live, authenticator, log, heartbeatSeconds: 0.2, sessionCheckSeconds: 0.1 });
  await notices.start();
  port = Number(new URL(await http.fastify.listen({ port: 0, host: '127.0.0.1' })).port);
});
afterEach(async () => {
  for (const socket of open.splice(0)) socket.terminate();
  await http.close();
  await notices.stop();
});

interface Page {
  readonly socket: WebSocket;
  readonly heard: LiveEvent[];
  readonly closed: Promise<number>;
}
async function page(person: Person | undefined, headers: Record<string, string> = { authorization: `Bearer ${person?.userId}` }): Promise<Page> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/api/v1/live`, { headers });
  open.push(socket);
  const heard: LiveEvent[] = [];
  const closed = new Promise<number>((resolve) => { socket.on('close', resolve); });
  socket.on('message', (data) => void heard.push(JSON.parse(String(data))));
  await new Promise<void>((resolve, reject) => {
    socket.once('message', () => resolve());
    socket.once('error', reject);
    socket.once('unexpected-response', (_request, response) => {
      response.setEncoding('utf8').on('data', (body: string) => reject(new Error(`${response.statusCode} ${JSON.parse(body).code}`)));
    });
  });
  return { socket, heard, closed };
}
const kinds = ({ heard }: Page) => heard.map(({ kind }) => kind);
const changed = { kind: 'skills.changed' } as const;
const to = (person: Person | undefined, event: LiveEvent = changed) => ({ organisationId: person?.organisationId ?? '', userId: person?.userId ?? '', event });

describe('an event', () => {
  test('for a person reaches all their pages and nobody else\'s', async () => {
    const [first, second, other] = [await page(asha), await page(asha), await page(ravi)];
    await live.publish(null, to(asha));
    await expect.poll(() => [kinds(first), kinds(second)]).toEqual([['hello', 'skills.changed'], ['hello', 'skills.changed']]);
    expect(kinds(other)).toEqual(['hello']);
  });
  test('for an organisation reaches its people and no other organisation', async () => {
    const [first, second, other] = [await page(asha), await page(ravi), await page(stranger)];
    await live.publish(null, { organisationId: asha?.organisationId ?? '', event: { kind: 'gap.changed', skillGapId: 'g' } });
    await expect.poll(() => [kinds(first), kinds(second)]).toEqual([['hello', 'gap.changed'], ['hello', 'gap.changed']]);
    expect(kinds(other)).toEqual(['hello']);
  });
  test('goes out when its transaction commits, and never when it is undone', async () => {
    const mine = await page(asha);
    await expect(held.database.transaction(asha as Person, async (tx) => {
      await live.publish(tx, to(asha, { kind: 'roadmap.changed', roadmapId: 'undone' }));
      throw new Error('undone');
    })).rejects.toThrow();
    await held.database.transaction(asha as Person, async (tx) => {
      await live.publish(tx, to(asha, { kind: 'roadmap.changed', roadmapId: 'kept' }));
      expect(kinds(mine)).toEqual(['hello']);
    });
    await expect.poll(() => mine.heard.slice(1)).toEqual([{ kind: 'roadmap.changed', roadmapId: 'kept' }]);
  });
  test('of another process arrives too', async () => {
    const mine = await page(asha);
    const otherProcess = createLive(held.database, { on: () => undefined, onGap: () => undefined });
    await otherProcess.publish(null, to(asha));
    await expect.poll(() => kinds(mine)).toEqual(['hello', 'skills.changed']);
  });
  test('is of a kind that the contract names', async () => {
    await expect(live.publish(null, to(asha, { kind: 'rumour' } as unknown as LiveEvent))).rejects.toThrow();
  });
  test('is made into bytes once for everybody', async () => {
    const frames: Buffer[] = [];
    const stops = [1, 2].map(() => live.subscribe({ organisationId: asha?.organisationId ?? '', userId: asha?.userId ?? '', receive: (frame) => void frames.push(frame), missed: () => undefined }));
    await live.publish(null, to(asha));
    await expect.poll(() => frames.length).toBe(2);
    expect(frames[0]).toBe(frames[1]);
    stops.forEach((stop) => stop());
    expect(live.subscriberCount()).toBe(0);
  });
});

describe('a socket', () => {
  test.each([
    ['nobody', {}, '403 request.cross-site'],
    ['a token that is not valid', { authorization: 'Bearer nonsense' }, '401 auth.signed-out'],
    ['a cookie and no word of its origin', () => ({ cookie: `session=${asha?.userId}` }), '403 request.cross-site'],
    ['a page of another site', () => ({ cookie: `session=${asha?.userId}`, origin: 'https://evil.example' }), '403 request.cross-site'],
  ])('is refused to %s', async (_who, headers, answer) => {
    await expect(page(asha, typeof headers === 'function' ? headers() : { ...headers } as Record<string, string>)).rejects.toThrow(answer);
  });
  test('is opened to a page of ours by its cookie', async () => {
    expect(kinds(await page(asha, { cookie: `session=${asha?.userId}`, origin: `http://127.0.0.1:${port}` }))).toEqual(['hello']);
  });
  test('is closed when the session ends', async () => {
    const [mine, other] = [await page(asha), await page(ravi)];
    signedOut.add(asha?.userId ?? '');
    expect(await mine.closed).toBe(4401);
    expect(other.socket.readyState).toBe(WebSocket.OPEN);
  });
  test('is closed in good order when the server stops', async () => {
    const mine = await page(asha);
    const stopping = http.fastify.close();
    expect(await mine.closed).toBe(1001);
    await stopping;
  });
  test('that does not answer pings is cut off', async () => {
    const mine = await page(asha);
    mine.socket.pong = () => undefined;
    (mine.socket as unknown as { _autoPong: boolean })._autoPong = false;
    expect(await mine.closed).toBe(1006);
    await expect.poll(() => live.subscriberCount()).toBe(0);
  });
  test('that sends more than nothing is cut off', async () => {
    const mine = await page(asha);
    mine.socket.send('x'.repeat(2000));
    expect(await mine.closed).toBe(1009);
  });
  test('takes the place of the oldest when one person has opened too many', async () => {
    const oldest = await page(asha);
    for (let count = 0; count < 20; count++) await page(asha);
    expect(await oldest.closed).toBe(1013);
  });
  test('that does not read what it gets is cut off before it fills the memory', async () => {
    const socket = await unreadingSocket(asha);
    const event: LiveEvent = { kind: 'job.progress', jobId: 'x'.repeat(6000), name: 'n', share: 0, stage: 's' };
    await expect.poll(async () => {
      await Promise.all(Array.from({ length: 200 }, () => live.publish(null, to(asha, event))));
      return live.subscriberCount();
    }, { timeout: 15_000 }).toBe(0);
    socket.destroy();
  });
});

async function unreadingSocket(person: Person | undefined): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(`GET /api/v1/live HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${person?.userId}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`);
  await expect.poll(() => live.subscriberCount()).toBe(1);
  socket.pause();
  return socket;
}

test('when the database drops the connection, pages are told to look again and hear what follows', async () => {
  const mine = await page(asha);
  const owner = new pg.Client({ connectionString: held.ownerUrl });
  await owner.connect();
  await owner.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'cairn notices'`);
  await owner.end();
  await expect.poll(() => kinds(mine), { timeout: 10_000 }).toEqual(['hello', 'hello']);
  await live.publish(null, to(asha));
  await expect.poll(() => kinds(mine)).toEqual(['hello', 'hello', 'skills.changed']);
});
