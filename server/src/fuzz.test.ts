/** Whatever is sent to whichever endpoint, by whomever: an answer in time, of the form that the contract says, and never our fault. */
import { allEndpoints, problem, type Endpoint } from '@cairn/contracts';
import { loadKnowledge } from '@cairn/knowledge';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { failuresOf } from './platform/http/failures-of.ts';
import { testApp, type TestApp } from './test-support/app.ts';
import { bodyText, hostileText, pathSegment, queryText, type KnownValues } from './test-support/arbitrary.ts';
import type { TestOrganisation, TestPerson } from './test-support/factories.ts';
import { ownRows, rowFields, type OwnedRows } from './test-support/owned-rows.ts';

let app: TestApp;
let organisation: TestOrganisation;
beforeAll(async () => {
  app = await testApp();
  organisation = await app.make.organisation();
});
afterAll(() => app.close());

/** Sign-in hashes passwords, slowly on purpose. */
const runsOf = (endpoint: Endpoint) => (endpoint.limit === 'sign-in' ? 25 : 60);
/** Of this process, so that a busy machine is no fault of the answer. */
const mostProcessorSeconds = 5;

const askers = ['nobody', 'student', 'admin'] as const;
type Asker = (typeof askers)[number];
const people = new Map<Asker, TestPerson>();
/** Who was looked at since a request last changed something, or was told to sign in. */
const knownToBeThere = new Set<Asker>();

/** Fuzzing signs people out now and then, or gives them another role; somebody else takes their place. */
async function tokenOf(asker: Asker): Promise<string | undefined> {
  if (asker === 'nobody') return undefined;
  let person = people.get(asker);
  if (person === undefined || (!knownToBeThere.has(asker) && (await app.as(person).get('/me')).body.role !== asker)) {
    person = await app.make.person({ organisation, role: asker });
    people.set(asker, person);
  }
  knownToBeThere.add(asker);
  return person.accessToken;
}

let made: { readonly by: string; readonly rows: OwnedRows } | undefined;
/** Made anew for another person and after an endpoint that deletes. What others have used up answers with conflicts, which are answers too. */
async function rowsOfStudent(): Promise<OwnedRows> {
  await tokenOf('student');
  const student = people.get('student') as TestPerson;
  if (made?.by !== student.userId) made = { by: student.userId, rows: await ownRows(app, student, 'Fuzz') };
  return made.rows;
}

const { skills, roles, resources } = loadKnowledge();
const someIds = (entries: readonly { readonly id: string }[]) => entries.slice(0, 5).map(({ id }) => id);
/** Ids and texts by the name of their field. */
const whatCairnKnows: KnownValues = {
  skillId: someIds(skills), roleId: someIds(roles), targetRoleId: someIds(roles), resourceId: someIds(resources), kind: ['skill'], entryId: someIds(skills),
  jobDescription: ['You must have strong Python and SQL, 3 years of Docker and Kubernetes; Django and REST APIs are nice to have. You will build services that many people use and review code.'],
  password: ['three green parrots 81'],
};

interface Sent {
  readonly asker: Asker;
  readonly segments: readonly string[];
  readonly query: string;
  readonly body: string;
  readonly contentType: string;
  readonly key: string | undefined;
}

/** Half of the addresses and bodies name rows that are there, so that fuzzing gets past the door. */
function requestTo(endpoint: Endpoint, owned: OwnedRows, organisation: string): fc.Arbitrary<Sent> {
  const kind = endpoint.path.split('/')[1] ?? '';
  const parameters = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name = '']) => owned[name] ?? owned[kind] ?? whatCairnKnows[name]?.[0]);
  const known = { ...whatCairnKnows, organisation: [organisation], ...Object.fromEntries(Object.entries(rowFields).map(([field, row]) => [field, [owned[row] ?? '']])) };
  const contentTypes = endpoint.files === undefined
    ? fc.oneof({ weight: 12, arbitrary: fc.constant('application/json') }, { weight: 1, arbitrary: fc.constantFrom('text/plain', 'application/xml', 'multipart/form-data; boundary=x', 'application/json; charset=utf-16', 'nonsense', '') })
    : fc.oneof({ weight: 12, arbitrary: fc.constant('multipart/form-data; boundary=x') }, { weight: 1, arbitrary: fc.constantFrom('multipart/form-data', 'multipart/form-data; boundary=', 'application/json', 'text/plain') });
  return fc.record({
    asker: fc.constantFrom(...askers),
    segments: fc.tuple(...parameters.map(pathSegment)),
    query: queryText(endpoint.query),
    body: endpoint.files === undefined ? bodyText(endpoint.body, known) : formText(endpoint.files),
    contentType: contentTypes,
    key: fc.option(fc.oneof(fc.uuid(), hostileText.map((text) => text.replace(/[^\x20-\x7e]/g, '').slice(0, 300).trim())), { nil: undefined, freq: 6 }),
  });
}

function formText(files: readonly string[]): fc.Arbitrary<string> {
  const content = fc.oneof(fc.constantFrom('', '%PDF-1.7\n%âã\n', 'PK\x03\x04', '{"basics":{}}', '# CV\n\nPython', '\x89PNG\r\n'), fc.string({ unit: 'binary-ascii', maxLength: 2000 }));
  const name = fc.constantFrom(...files, 'other', '__proto__', '');
  const part = fc.tuple(name, fc.constantFrom('cv.pdf', 'cv.docx', 'cv.txt', 'cv.json', '../x', ''), content).map(([field, fileName, text]) => `--x\r\nContent-Disposition: form-data; name="${field}"; filename="${fileName}"\r\n\r\n${text}\r\n`);
  return fc.tuple(fc.array(part, { maxLength: 3 }), fc.constantFrom('--x--\r\n', '--x--\r\n', '--x', '')).map(([parts, end]) => parts.join('') + end);
}

async function send(endpoint: Endpoint, { asker, segments, query, body, contentType, key }: Sent) {
  const token = await tokenOf(asker);
  const path = endpoint.path.replace(/:\w+/g, () => '\n').split('\n').reduce((address, part, index) => `${address}${index === 0 ? '' : segments[index - 1]}${part}`, '');
  const hasBody = endpoint.method !== 'GET' && !(endpoint.body === undefined && endpoint.files === undefined && body === '');
  const answer = await app.app.http.fastify.inject({
    method: endpoint.method,
    url: `/api/v1${path}${query}`,
    headers: { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...(hasBody && contentType !== '' ? { 'content-type': contentType } : {}), ...(key === undefined ? {} : { 'idempotency-key': key }) },
    ...(hasBody ? { payload: Buffer.from(body) } : {}),
  });
  if ((answer.statusCode === 401 && token !== undefined) || (endpoint.method !== 'GET' && answer.statusCode < 400)) knownToBeThere.clear();
  return answer;
}

describe('any request', () => {
  test.each(allEndpoints.map((endpoint) => ({ title: `${endpoint.method} ${endpoint.path}`, endpoint })))('to $title', async ({ endpoint }) => {
    expect(app.app.http.implemented.has(endpoint), 'the endpoint has no route').toBe(true);
    const allowed = new Set<string>([...failuresOf(endpoint), 'request.not-found']);
    const owned = await rowsOfStudent();
    await fc.assert(fc.asyncProperty(requestTo(endpoint, owned, organisation.slug), async (sent) => {
      const before = process.cpuUsage();
      const answer = await send(endpoint, sent);
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1e6).toBeLessThan(mostProcessorSeconds);
      if (answer.statusCode >= 500) throw new Error(`${answer.statusCode}: ${app.logged.at(-2)}\n${app.logged.at(-1)}`);
      if (answer.statusCode < 400) {
        expect(Object.keys(endpoint.answers)).toContain(String(answer.statusCode));
        return;
      }
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      const told = problem.parse(answer.json());
      expect(told.status).toBe(answer.statusCode);
      expect([...allowed]).toContain(told.code);
    }), { numRuns: runsOf(endpoint) });
    if (endpoint.method === 'DELETE') made = undefined;
  }, 120_000);
});
