import { whatIf } from '@cairn/engine/what-if';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testApp, type Api, type TestApp } from '../../test-support/app.ts';
import { sampleText } from '../../test-support/sample-resumes.ts';
import { asOwner } from '../../test-support/stored.ts';
import { readJobPage } from './job-page.ts';
import { fetchPublicPage, pageLimits } from './public-fetch.ts';

let app: TestApp;
let site: Server;
let address: string;
let served: { readonly type: string; readonly body: string };
beforeAll(async () => {
  site = createServer((_request, response) => { response.setHeader('content-type', served.type).end(served.body); });
  await new Promise<void>((resolve) => { site.listen(0, '127.0.0.1', resolve); });
  address = `http://127.0.0.1:${(site.address() as AddressInfo).port}/jobs/7`;
  // As always, but that this machine's own address may be opened.
  app = await testApp({ outside: { readPage: (url) => readJobPage(url, (page) => fetchPublicPage(page, pageLimits, () => true)) } });
});
afterAll(async () => {
  site.close();
  await app.close();
});

const ad = `Backend Developer at Pebble Works

We are looking for a backend developer for our office in Pune.

Requirements
- Strong Python and SQL
- 3+ years of experience with Kubernetes
- Docker

Nice to have
- Redis
`;
type Gap = { id: string; matchPercentage: number; weightedMatchPercentage: number; matched: { skillId: string }[]; missing: { skillId: string; requiredLevel: number; weightedMatchIfLearned: number; requirement: string; importance: number; reasons: { effect: number }[]; evidence: { source: string; start: number; end: number; text: string }[] }[]; otherPhrases: { text: string; kind: string; confidence: number; evidence: { start: number; end: number; text: string } }[]; jobText: string; goal: Record<string, unknown>; whatIf: Parameters<typeof whatIf>[0] };
const gapOf = async (api: Api, body: object): Promise<Gap> => {
  const answer = await api.post('/skill-gaps', body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
};
const ids = (skills: readonly { skillId: string }[]) => skills.map(({ skillId }) => skillId);
async function withResume(): Promise<{ api: Api; resumeId: string }> {
  const api = app.as(await app.make.person());
  return { api, resumeId: (await api.upload('/resumes', { file: sampleText })).body.id };
}

describe('a gap', () => {
  beforeEach(() => { served = { type: 'text/html; charset=utf-8', body: `<html><head><title>x</title></head><body><nav>Home</nav><main>${ad.split('\n').map((line) => `<p>${line}</p>`).join('')}</main></body></html>` }; });

  test.each([
    ['Sr. Backend Developer\n\nLocation: Bengaluru / Remote', { seniority: 'senior', place: { name: 'Bengaluru', state: 'Karnataka', country: 'IN' }, isRemote: true }],
    ['Backend Developer\n\nLocation: Austin, TX 78701', { seniority: null, place: { name: 'Austin', state: 'Texas', country: 'US' }, isRemote: false }],
    ['Trainee Developer\n\nFully remote role', { seniority: 'trainee', place: null, isRemote: true }],
    ['Developer\n\nLocation: Campus Tower 4', { seniority: null, place: { name: 'Campus Tower 4', state: null, country: null }, isRemote: false }],
  ])('from an ad that begins %j says how senior the job is and where', async (beginning, job) => {
    const { api } = await withResume();
    const gap = await gapOf(api, { jobDescription: `${beginning}\n\nRequirements\n- Strong Python and SQL\n- Docker and Kubernetes\n` });
    expect(gap).toMatchObject({ job });
    expect((await api.get(`/skill-gaps/${gap.id}`)).body.job).toEqual(job);
  });

  test.each([
    ['Staff Nurse\n\nYou give medication and care to patients on the ward.\n\nRequirements\n- Registered nurse, patient care and communication skills\n- Microsoft Excel\n', 'registered-nurse'],
    ['Wizard of light bulb moments\n\nRequirements\n- Strong Python and SQL\n- Docker and Kubernetes\n', null],
  ])('from the ad %j names the role it looks like, where one is likely enough', async (jobDescription, role) => {
    const { api } = await withResume();
    const gap = await gapOf(api, { jobDescription });
    const { looksLike } = (await api.get(`/skill-gaps/${gap.id}`)).body;
    expect(gap).toMatchObject({ looksLike });
    expect(looksLike?.id ?? null).toBe(role);
    if (role !== null) expect(looksLike).toMatchObject({ confidence: looksLike.reasons[0].effect * looksLike.reasons[1].effect });
  });

  test.each([
    ['pasted text', () => Promise.resolve({ jobDescription: ad })],
    ['a file', async (api: Api) => ({ jobAdId: (await api.upload('/job-ads', { file: { name: 'ad.txt', content: ad } })).body.id })],
    ['an address', () => Promise.resolve({ jobUrl: address })],
  ])('from %s says what matches, what is missing and why', async (_from, source) => {
    const { api, resumeId } = await withResume();
    const gap = await gapOf(api, await source(api));
    expect(ids(gap.matched)).toEqual(expect.arrayContaining(['python', 'docker']));
    expect(ids(gap.missing)).toEqual(expect.arrayContaining(['kubernetes', 'redis']));
    expect(gap.goal).toMatchObject({ title: 'Backend Developer', organisation: 'Pebble Works', roleId: null, url: gap.goal['url'] === null ? null : address });
    expect(gap).toMatchObject({ resumeId, missingCount: gap.missing.length });
    const kubernetes = gap.missing.find(({ skillId }) => skillId === 'kubernetes');
    expect(kubernetes?.reasons.reduce((sum, { effect }) => sum + effect, 0)).toBeCloseTo(kubernetes?.importance ?? -1, 6);
    for (const { start, end, text } of kubernetes?.evidence ?? []) expect(gap.jobText.slice(start, end)).toBe(text);
    expect(gap.missing.map(({ importance }) => importance)).toEqual(gap.missing.map(({ importance }) => importance).toSorted((a, b) => b - a));
    expect((await api.get(`/skill-gaps/${gap.id}`)).body).toEqual(gap);
  });

  test('shows what an ad asks for in other words beside its numbers, kept as read', async () => {
    const { api } = await withResume();
    const words = '- Communicate with stakeholders\n- Experience with offshore wind\n';
    const more = ad.replace('- Docker\n', `- Docker\n${words}`);
    const [plain, gap] = [await gapOf(api, { jobDescription: ad }), await gapOf(api, { jobDescription: more })];
    expect(gap.otherPhrases.map(({ text }) => text.toLowerCase())).toEqual(expect.arrayContaining(['communicate with stakeholders', 'offshore wind']));
    for (const { text, confidence, evidence } of gap.otherPhrases) {
      expect(evidence.text).toContain(text);
      expect(more.slice(evidence.start, evidence.end)).toBe(evidence.text);
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
    expect(gap).toMatchObject({ matchPercentage: plain.matchPercentage, weightedMatchPercentage: plain.weightedMatchPercentage, missingCount: plain.missing.length });
    expect((await api.get(`/skill-gaps/${gap.id}`)).body.otherPhrases).toEqual(gap.otherPhrases);
  });

  test('with a role asks for what the role asks for', async () => {
    const { api } = await withResume();
    const { body: role } = await api.get('/roles/backend-developer');
    const gap = await gapOf(api, { roleId: 'backend-developer' });
    expect(gap).toMatchObject({ goal: { title: role.name, roleId: role.id, jobAdId: null, url: null }, otherPhrases: [], job: null, jobText: null });
    expect([...ids(gap.matched), ...ids(gap.missing)].toSorted()).toEqual([...role.must, ...role.should, ...role.nice].map(({ id }: { id: string }) => id).toSorted());
  });

  test('is the same for the same resume and ad, whoever asks and how often', async () => {
    const [one, other] = [await withResume(), await withResume()];
    const { id: _1, resumeId: _2, createdAt: _3, goal: _4, ...first } = (await one.api.post('/skill-gaps', { jobDescription: ad })).body;
    const { id: _5, resumeId: _6, createdAt: _7, goal: _8, ...second } = (await other.api.post('/skill-gaps', { jobDescription: ad })).body;
    expect(second).toEqual(first);
  });

  test('answers "and if I learned this?" as a new comparison then does', async () => {
    const { api } = await withResume();
    const gap = await gapOf(api, { jobDescription: ad });
    expect(whatIf(gap.whatIf, new Set())).toEqual({ matchPercentage: gap.matchPercentage, weightedMatchPercentage: gap.weightedMatchPercentage });
    const chosen = new Set<string>();
    for (const { skillId, requiredLevel, weightedMatchIfLearned } of gap.missing) {
      expect(whatIf(gap.whatIf, new Set([skillId])).weightedMatchPercentage).toBe(weightedMatchIfLearned);
      chosen.add(skillId);
      await api.put(`/me/skills/${skillId}`, { level: requiredLevel });
      expect(await gapOf(api, { jobDescription: ad })).toMatchObject(whatIf(gap.whatIf, chosen));
    }
  });

  test('is with the resume asked for, else with the newest, else with one\'s own words', async () => {
    const { api, resumeId } = await withResume();
    app.clock.milliseconds += 1000;
    const second = (await api.upload('/resumes', { file: { name: 'second.txt', content: 'Meera Joshi\n\nSkills\nKubernetes, Redis\n' } })).body.id;
    expect(ids((await gapOf(api, { jobDescription: ad })).matched)).toContain('redis');
    expect(await gapOf(api, { jobDescription: ad })).toMatchObject({ resumeId: second });
    expect(ids((await gapOf(api, { jobDescription: ad, resumeId })).missing)).toContain('redis');
    const wordsOnly = app.as(await app.make.person());
    await wordsOnly.put('/me/skills/python', { level: 4 });
    expect(await gapOf(wordsOnly, { jobDescription: ad })).toMatchObject({ resumeId: null, matched: [{ skillId: 'python' }] });
  });
});

const unknown = '018f0000-0000-7000-8000-000000000000';
describe('refused, with nothing kept, is', () => {
  test.each<[string, object, number, string]>([
    ['nothing to compare with', {}, 422, 'gap.one-source'],
    ['two things to compare with', { jobDescription: ad, roleId: 'backend-developer' }, 422, 'gap.one-source'],
    ['a text too short', { jobDescription: 'We need Python.' }, 422, 'gap.text-too-short'],
    ['no text', { jobDescription: '' }, 422, 'gap.text-too-short'],
    ['a text without a skill', { jobDescription: 'The quick brown fox jumps over the lazy dog and then it runs away into the deep green forest where it meets another fox and the two of them sleep under an old tree until morning comes. '.repeat(3) }, 422, 'gap.no-skill-found'],
    ['another language', { jobDescription: 'Wir suchen zum nächsten Termin eine erfahrene Person für die Entwicklung unserer Software in München. Sie haben mehrere Jahre mit Python und Datenbanken gearbeitet, sprechen gut Deutsch und arbeiten gerne mit anderen Menschen zusammen. Wir bieten Ihnen einen sicheren Platz und ein gutes Gehalt. '.repeat(2) }, 422, 'gap.wrong-language'],
    ['a role that nobody knows', { roleId: 'astronaut-king' }, 422, 'role.unknown'],
    ['a resume that is not there', { roleId: 'backend-developer', resumeId: unknown }, 404, 'resume.unknown'],
    ['an ad that is not there', { jobAdId: unknown }, 404, 'job-ad.unknown'],
    ['an address of no page', { jobUrl: 'ftp://jobs.example/7' }, 422, 'job-ad.address-not-allowed'],
    ['an address with a password', { jobUrl: 'https://me:secret@jobs.example/7' }, 422, 'job-ad.address-not-allowed'],
    ['words for an address', { jobUrl: 'my dream job' }, 422, 'job-ad.address-not-allowed'],
    ['an address where nobody answers', { jobUrl: 'http://127.0.0.1:1/' }, 422, 'job-ad.address-unreachable'],
  ])('%s', async (_what, body, status, code) => {
    const { api } = await withResume();
    const before = await kept();
    const refused = await api.post('/skill-gaps', body);
    expect([refused.status, refused.body.code]).toEqual([status, code]);
    expect(await kept()).toEqual(before);
  });

  test('whoever has neither a resume nor a skill', async () => {
    expect((await app.as(await app.make.person()).post('/skill-gaps', { jobDescription: ad })).body.code).toBe('gap.no-resume');
  });

  test.each([
    ['a picture', 'image/png', 'x', 'job-ad.unreadable'],
    ['a page with the length of a book', 'text/plain', 'Python and SQL '.repeat(10_000), 'job-ad.address-too-large'],
    ['a page that only greets', 'text/html', '<p>Welcome</p>', 'gap.text-too-short'],
    ['a posting of lists in lists', 'text/html', `<script type="application/ld+json">{"@type":"JobPosting","description":"Python","skills":${'['.repeat(50_000)}${']'.repeat(50_000)}}</script>`, 'gap.text-too-short'],
    ['a posting of signs that nobody can keep', 'text/html', '<script type="application/ld+json">{"@type":"JobPosting","title":"\\u0000","description":"Python\\u0000\\ud800"}</script>', 'gap.text-too-short'],
  ])('%s behind an address', async (_what, type, body, code) => {
    const { api } = await withResume();
    served = { type, body };
    expect((await api.post('/skill-gaps', { jobUrl: address })).body.code).toBe(code);
  });

  test('an address of this very machine, when no test opens the door', async () => {
    const closed = await testApp();
    try {
      const api = closed.as(await closed.make.person());
      expect((await api.post('/skill-gaps', { jobUrl: address })).body.code).toBe('job-ad.address-not-allowed');
    } finally {
      await closed.close();
    }
  });

  test('an ad whose text a database cannot keep: it is kept without', async () => {
    const { api } = await withResume();
    served = { type: 'text/html', body: `<script type="application/ld+json">${JSON.stringify({ '@type': 'JobPosting', title: 'Developer\0', description: ad.replace('Strong', 'Strong\0\ud800') })}</script>` };
    const gap = await gapOf(api, { jobUrl: address });
    expect((await api.get(`/skill-gaps/${gap.id}`)).body).toEqual(gap);
  });

  const kept = () => asOwner(app.held.ownerUrl, (query) => query('select (select count(*) from skill_gap) as gaps, (select count(*) from job_ad) as ads'));
});

test.each([['words', 'Python and SQL, 3 years of Docker. '], ['names of skills', 'Python, SQL, Docker, '], ['signs', 'C++ / C# | '], ['one word', 'a']])('100,000 characters of %s are answered without much work', async (_what, part) => {
  const { api } = await withResume();
  const before = process.cpuUsage();
  const { status } = await api.post('/skill-gaps', { jobDescription: part.repeat(100_000).slice(0, 100_000) });
  expect([201, 422]).toContain(status);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1e6).toBeLessThan(5);
});

describe('kept gaps', () => {
  test('are listed newest first, in pages, with the number of all', async () => {
    const { api } = await withResume();
    const made: string[] = [];
    for (const roleId of ['backend-developer', 'data-analyst', 'frontend-developer']) {
      app.clock.milliseconds += 1000;
      made.unshift((await gapOf(api, { roleId })).id);
    }
    const first = (await api.get('/skill-gaps', { query: { limit: 2 } })).body;
    const second = (await api.get('/skill-gaps', { query: { limit: 2, cursor: first.nextCursor } })).body;
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(made);
    expect([first.total, second.total, second.nextCursor]).toEqual([3, 3, null]);
    const { matchPercentage, weightedMatchPercentage, missing } = (await api.get(`/skill-gaps/${made[0]}`)).body;
    expect(first.items[0]).toMatchObject({ matchPercentage, weightedMatchPercentage, missingCount: missing.length });
  });

  test('are measured against the jobs of their organisation as these were on the day', async () => {
    const { api } = await withResume();
    const gap = await gapOf(api, { jobDescription: ad });
    const person = await app.make.person();
    await app.held.database.transaction(person, async (tx) => {
      for (let count = 0; count < 50; count += 1) {
        const { id } = await tx.one<{ id: string }>(`insert into job (organisation_id, id, title, organisation_name, text, posted_on) values ($1, gen_random_uuid(), 'Job', 'Pebble', 'x', now()) returning id`, [person.organisationId]);
        await tx.query(`insert into job_skill (organisation_id, job_id, skill_id, requirement, level) values ($1, $2, $3, 'must', 2)`, [person.organisationId, id, count < 48 ? 'redis' : 'kubernetes']);
      }
    });
    const importanceOf = (of: Gap) => of.missing.find(({ skillId }) => skillId === 'redis')?.importance;
    expect(importanceOf(await gapOf(api, { jobDescription: ad }))).not.toBe(importanceOf(gap));
    expect((await api.get(`/skill-gaps/${gap.id}`)).body).toEqual(gap);
    const elsewhere = app.as(await app.make.person({ organisation: await app.make.organisation() }));
    await elsewhere.upload('/resumes', { file: sampleText });
    expect(importanceOf(await gapOf(elsewhere, { jobDescription: ad }))).toBe(importanceOf(gap));
  });

  test('are erased with their ad, unless another gap has that too', async () => {
    const { api } = await withResume();
    const { body: jobAd } = await api.upload('/job-ads', { file: { name: 'ad.txt', content: ad } });
    expect(jobAd).toMatchObject({ title: 'Backend Developer', organisation: 'Pebble Works', language: 'en', text: expect.stringContaining('Kubernetes') });
    const [one, other] = [await gapOf(api, { jobAdId: jobAd.id }), await gapOf(api, { jobAdId: jobAd.id })];
    expect((await api.delete(`/skill-gaps/${one.id}`)).status).toBe(204);
    expect((await api.get(`/skill-gaps/${other.id}`)).body.jobText).toBe(jobAd.text);
    await api.delete(`/skill-gaps/${other.id}`);
    expect((await api.post('/skill-gaps', { jobAdId: jobAd.id })).body.code).toBe('job-ad.unknown');
    expect((await api.get(`/skill-gaps/${other.id}`)).body.code).toBe('gap.unknown');
    expect((await api.delete(`/skill-gaps/${other.id}`)).body.code).toBe('gap.unknown');
    expect(await api.get('/skill-gaps/nope')).toMatchObject({ status: 404, body: { code: 'gap.unknown' } });
  });

  test('are made once for one Idempotency-Key, also when both come at once', async () => {
    const { api } = await withResume();
    const send = () => api.post('/skill-gaps', { jobDescription: ad }, { headers: { 'idempotency-key': 'gap-1' } });
    const answers = await Promise.all([send(), send()]);
    expect(answers.map(({ status }) => status).filter((status) => status !== 409)).toContain(201);
    const again = await send();
    expect(again.body).toEqual(answers.find(({ status }) => status === 201)?.body);
    expect((await api.get('/skill-gaps')).body.total).toBe(1);
    const upload = () => api.upload('/job-ads', { file: { name: 'ad.txt', content: ad } }, { headers: { 'idempotency-key': 'ad-1' } });
    expect((await upload()).body).toEqual((await upload()).body);
  });
});
