/**
 * Every endpoint is tried with the ids of somebody else's rows: by people of another organisation and by a fellow
 * student. They learn nothing and change nothing. A new endpoint is tried without a word here; one whose address holds
 * the id of a new kind of row needs that row among `ownRows`.
 */
import { allEndpoints, mayRole, type Endpoint } from '@cairn/contracts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testApp, type Answered, type Api, type TestApp } from './test-support/app.ts';
import { fitting } from './test-support/arbitrary.ts';
import type { TestPerson } from './test-support/factories.ts';
import { ownRows, rowFields, type OwnedRows } from './test-support/owned-rows.ts';

/** Stands in everything that Asha owns; nobody else may ever be told it. */
const mark = 'Hemisphere';
/** Parameters that name what Cairn knows, the same for everybody. */
const shared = ['skillId', 'roleId', 'resourceId', 'kind', 'entryId', 'lessonId', 'questionId'];

let app: TestApp;
let asha: TestPerson;
let admin: TestPerson;
let owned: OwnedRows;
let people: Readonly<Record<string, TestPerson>>;

beforeAll(async () => {
  app = await testApp();
  const [ours, theirs] = [await app.make.organisation({ name: `${mark} College` }), await app.make.organisation()];
  asha = await app.make.person({ organisation: ours, name: `Asha ${mark}`, email: 'asha@hemisphere.example' });
  admin = await app.make.person({ organisation: ours, role: 'admin', name: `Admin ${mark}` });
  people = {
    'a student of another organisation': await app.make.person({ organisation: theirs }),
    'an admin of another organisation': await app.make.person({ organisation: theirs, role: 'admin' }),
    'a recruiter of another organisation': await app.make.person({ organisation: theirs, role: 'recruiter' }),
    'a fellow student': await app.make.person({ organisation: ours }),
  };
  owned = await ownRows(app, asha, mark);
});
afterAll(() => app.close());

const inAddress = (endpoint: Endpoint) => [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
const isOwned = (endpoint: Endpoint) => inAddress(endpoint).some((name) => !shared.includes(name)) && endpoint.access !== 'anonymous';
const rowFieldsOf = (endpoint: Endpoint) => Object.keys((endpoint.body as { shape?: object } | undefined)?.shape ?? {}).filter((name) => name in rowFields);

function address(endpoint: Endpoint): string {
  const kind = endpoint.path.split('/')[1] ?? '';
  return endpoint.path.replace(/:(\w+)/g, (_whole, name: string) => {
    const id = name === 'id' || name === 'sessionId' ? owned[kind] : owned[name];
    expect(id, `${endpoint.method} ${endpoint.path} names a kind of row that nobody owns in this test: make one in test-support/owned-rows.ts`).toBeDefined();
    return id ?? '';
  });
}

async function attempt(api: Api, endpoint: Endpoint, body: unknown): Promise<Answered> {
  const path = address(endpoint);
  if (endpoint.files !== undefined) return api.upload(path, { file: { name: 'cv.txt', content: 'Mallory\n\nSkills\nPython' } });
  const given = endpoint.body === undefined ? undefined : body;
  switch (endpoint.method) {
    case 'GET': return api.get(path);
    case 'POST': return api.post(path, given);
    case 'PUT': return api.put(path, given);
    case 'PATCH': return api.patch(path, given);
    case 'DELETE': return api.delete(path, given);
  }
}

function bodies(endpoint: Endpoint): unknown[] {
  return endpoint.body === undefined ? [undefined] : fc.sample(fitting(endpoint.body), { numRuns: 5, seed: 1 });
}

/** Everything of Asha's that can be read, by herself and by her admin. */
async function everythingOfAsha(): Promise<string> {
  const reads = allEndpoints.filter((endpoint) => endpoint.method === 'GET' && endpoint.access !== 'anonymous' && inAddress(endpoint).every((name) => !['roleId', 'resourceId', 'kind', 'entryId'].includes(name)) && !/export|session|^\/people$|^\/skills|^\/roles/.test(endpoint.path));
  const answers = await Promise.all(reads.flatMap((endpoint) => [asha, admin].map(async (person) => {
    const { status, body } = await attempt(app.as(person), endpoint, undefined);
    return [endpoint.path, person.role, status, status < 300 ? body : null];
  })));
  return JSON.stringify(answers);
}

function expectToldNothing(answer: Answered): void {
  const told = answer.bytes.toString('utf8');
  const ids = Object.entries(owned).filter(([name]) => !shared.includes(name)).map(([, id]) => id);
  for (const secret of [mark, asha.userId, ...ids]) expect(told.includes(secret), `the answer tells ${secret}`).toBe(false);
}

test.each(allEndpoints.filter((endpoint) => isOwned(endpoint) && endpoint.method === 'GET').map((endpoint) => ({ title: `${endpoint.method} ${endpoint.path}`, endpoint })))('Asha herself, or her admin where it is the office\'s, is served by $title', async ({ endpoint }) => {
  const isHers = endpoint.access === 'signed-in' || endpoint.access === 'anonymous' || mayRole(asha.role, endpoint.access);
  expect((await attempt(app.as(isHers ? asha : admin), endpoint, undefined)).status).toBe(200);
});

describe.each(['a student of another organisation', 'an admin of another organisation', 'a recruiter of another organisation', 'a fellow student'])('%s', (who) => {
  test.each(allEndpoints.filter(isOwned).map((endpoint) => ({ title: `${endpoint.method} ${endpoint.path}`, endpoint })))('is not served by $title', async ({ endpoint }) => {
    for (const body of bodies(endpoint)) {
      const answer = await attempt(app.as(people[who] as TestPerson), endpoint, body);
      expect([403, 404, 422], JSON.stringify(answer.body)).toContain(answer.status);
      expectToldNothing(answer);
    }
  });

  test.each(allEndpoints.filter((endpoint) => rowFieldsOf(endpoint).length > 0).map((endpoint) => ({ title: `${endpoint.method} ${endpoint.path}`, endpoint })))('is not served by $title with ids in the body', async ({ endpoint }) => {
    for (const field of rowFieldsOf(endpoint)) {
      for (const body of bodies(endpoint) as Record<string, unknown>[]) {
        const answer = await attempt(app.as(people[who] as TestPerson), endpoint, { ...body, [field]: owned[rowFields[field] ?? ''] });
        expect([403, 404, 422], JSON.stringify(answer.body)).toContain(answer.status);
        expectToldNothing(answer);
      }
    }
  });

  // People of an organisation may see each other's names where their role allows it.
  const lists = who === 'a fellow student' ? [] : allEndpoints.filter((endpoint) => endpoint.method === 'GET' && endpoint.access !== 'anonymous' && inAddress(endpoint).length === 0);
  test.each(lists.map((endpoint) => ({ title: `${endpoint.method} ${endpoint.path}`, endpoint })))('is told nothing by $title', async ({ endpoint }) => {
    const answer = await attempt(app.as(people[who] as TestPerson), endpoint, undefined);
    expect(answer.status).toBeLessThan(500);
    expectToldNothing(answer);
  });
});

test('after all that, Asha has what she had', async () => {
  const before = await everythingOfAsha();
  expect(before).toContain(mark);
  for (const person of Object.values(people)) {
    for (const endpoint of allEndpoints.filter(isOwned)) for (const body of bodies(endpoint)) await attempt(app.as(person), endpoint, body);
  }
  expect(await everythingOfAsha()).toBe(before);
});

test('every endpoint that takes somebody\'s rows asks who is there', () => {
  const open = allEndpoints.filter((endpoint) => endpoint.access === 'anonymous' && inAddress(endpoint).length > 0).map(({ path }) => path);
  // Their addresses are the secret.
  expect(open).toEqual(['/calendars/:feedToken', '/progress/digest/:digestToken/end']);
});

