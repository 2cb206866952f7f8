import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { pageAddresses } from './support/addresses.ts';
import { axeViolations, launchBrowser, openPage, scrollsSideways, settled } from './support/browser.ts';
import { demoSignIn, signIn } from './support/people.ts';

const cairn = inject('demoCollege');

/** Pages that are not looked at here, each with the reason. */
const excepted: Readonly<Record<string, string>> = {
  '/home': 'is nobody\'s page: it leads on to where a role begins',
  '/set-up': 'leads on where an organisation is; account.test.ts looks at it in an empty installation',
};

/** Pages that need more than their path: what stands in its blanks, or behind it. Any other page is looked at as it is. */
const filled: Readonly<Record<string, (page: Page) => Promise<readonly string[]> | readonly string[]>> = {
  '/reset-password': () => ['/reset-password?token=x'],
  '/verify-email': () => ['/verify-email?token=x'],
  '/resumes/$resumeId': async (page) => [`/resumes/${await firstOf(page, 'resumes')}`],
  '/gaps/$skillGapId': async (page) => [`/gaps/${await firstOf(page, 'skill-gaps')}`],
  '/roadmaps/$roadmapId': async (page) => [`/roadmaps/${await firstOf(page, 'roadmaps')}`],
  '/roadmaps/new': async (page) => ['/roadmaps/new', `/roadmaps/new?gap=${await firstOf(page, 'skill-gaps')}`],
  '/learn/sessions/$sessionId': async (page) => [`/learn/sessions/${await newSession(page)}`, `/learn/sessions/${await newSession(page, 'ended')}`],
  '/roles/$roleId': () => ['/roles/registered-nurse', '/roles/company-secretary'],
  '/study/lessons/$lessonId': () => ['/study/lessons/accounting-depreciation'],
  '/staff/questions/$importId': async (page) => [`/staff/questions/${await newQuestionImport(page)}`],
  '/advisor/$runId': async (page) => [`/advisor/${await newRow(page, '/advisor/runs', { question: 'Am I ready to be a data analyst?' })}`],
  '/tutor/$chatId': async (page) => [`/tutor/${await newRow(page, '/tutor/chats', { skillId: 'sql' })}`],
  '/explore': () => ['/explore', '/explore?role=data-analyst'],
  '/explore/quiz': () => ['/explore/quiz?skill=sql', '/explore/quiz?skill=kuburnetis'],
  '/knowledge/new/$kind': () => ['/knowledge/new/skill', '/knowledge/new/role', '/knowledge/new/resource'],
  '/knowledge/entries/$kind/$entryId': () => ['/knowledge/entries/skill/docker', '/knowledge/entries/role/backend-developer'],
  '/knowledge/imports/$importId': async (page) => [`/knowledge/imports/${await newImport(page)}`],
};

/** Some fifty pages, each with axe over all of it. */
const minutesForAll = 6;

let browser: Browser;
beforeAll(async () => { browser = await launchBrowser(); });
afterAll(async () => { await browser.close(); });

describe('every page', () => {
  test('of the router is looked at, or excepted with a reason', async () => {
    const paths = (await pageAddresses()).map(({ path }) => path);
    expect(paths).toContain('/dashboard');
    expect(paths.filter((path) => path.includes('$') && !(path in filled) && !(path in excepted)), 'pages whose blanks nothing fills').toEqual([]);
    expect([...Object.keys(filled), ...Object.keys(excepted)].filter((path) => !paths.includes(path)), 'pages that are gone').toEqual([]);
  });

  test.each([
    ['a wide window, light, English', { width: 1280, colorScheme: 'light', language: 'en' }],
    ['a phone, dark, Hindi', { width: 360, height: 740, colorScheme: 'dark', language: 'hi' }],
  ] as const)('is accessible, fits and asks nobody else: %s', async (_rule, { language, ...options }) => {
    const pages = (await pageAddresses()).filter(({ path }) => !(path in excepted));
    // Each reader at a window of their own, beside the others.
    const problems = await Promise.all((['anyone', 'student', 'admin'] as const).map(async (reader) => {
      const { page, complaints } = await openPage(browser, cairn.address, { ...options, locale: language === 'hi' ? 'hi-IN' : 'en-IN' });
      const prefer = (chosen: object) => page.request.patch('/api/v1/me', { data: chosen, headers: { origin: cairn.address } });
      if (reader !== 'anyone') {
        await signIn(page, cairn, demoSignIn(cairn, reader));
        await prefer({ language, theme: options.colorScheme });
      }
      const found: string[] = [];
      for (const { path } of pages.filter((one) => one.reader === reader)) {
        for (const address of await (filled[path]?.(page) ?? [path])) found.push(...(await problemsOf(page, address)));
      }
      if (reader !== 'anyone') await prefer({ language: 'en', theme: 'system' });
      await page.context().close();
      return [...found, ...complaints];
    }));
    expect(problems.flat()).toEqual([]);
  }, minutesForAll * 60_000);
});

async function problemsOf(page: Page, address: string): Promise<string[]> {
  await page.goto(address);
  await settled(page);
  const landed = new URL(page.url()).pathname;
  return [
    ...(landed === address.split('?')[0] ? [] : [`led to ${landed}`]),
    ...(await axeViolations(page)),
    ...((await scrollsSideways(page)) ? ['scrolls sideways'] : []),
  ].map((problem) => `${address}: ${problem}`);
}

async function firstOf(page: Page, list: 'resumes' | 'skill-gaps' | 'roadmaps'): Promise<string> {
  const { items } = (await (await page.request.get(`/api/v1/${list}`)).json()) as { items: { id: string }[] };
  return items[0]?.id ?? `nothing-in-${list}`;
}

async function newRow(page: Page, path: string, data: object): Promise<string> {
  const answer = await page.request.post(`/api/v1${path}`, { data, headers: { origin: cairn.address } });
  expect(answer.ok(), await answer.text()).toBe(true);
  return ((await answer.json()) as { id: string }).id;
}

/** A session with its first question open, or one that was answered once and ended. */
async function newSession(page: Page, state: 'open' | 'ended' = 'open'): Promise<string> {
  const post = async (path: string, data: object) => (await page.request.post(`/api/v1/learning/sessions${path}`, { data, headers: { origin: cairn.address } })).json();
  const { id, current } = (await post('', { kind: 'placement', skillIds: ['python'] })) as { id: string; current: { id: string } };
  if (state === 'ended') {
    await post(`/${id}/answers`, { shownQuestionId: current.id, answer: null, seconds: 5 });
    await post(`/${id}/finish`, {});
  }
  return id;
}

/** One row of an ESCO download, of which the dry run is looked at. */
async function newImport(page: Page): Promise<string> {
  const buffer = Buffer.from(`conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,description,broaderConceptUri,broaderConceptPT
KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/16a00c69-9c74-4c37-96d7-6301d285e5ce,skill/competence,transversal,engage in citizenship through digital technologies,apply e-services | use e-services,Use digital services.,,
`);
  const answer = await page.request.post('/api/v1/knowledge/imports', { multipart: { file: { name: 'digitalSkillsCollection_en.csv', mimeType: 'text/csv', buffer } }, headers: { origin: cairn.address } });
  expect(answer.ok(), await answer.text()).toBe(true);
  return ((await answer.json()) as { id: string }).id;
}

/** A dry run with a question and an error. */
async function newQuestionImport(page: Page): Promise<string> {
  const answer = await page.request.post('/api/v1/questions/imports', {
    headers: { origin: cairn.address },
    multipart: { file: { name: 'quiz.csv', mimeType: 'text/csv', buffer: Buffer.from('question,a,b,answer,skill\nWhich of these two is a stone upon a hill?,A cairn,A cloud,A,SQL\nWho?,She,He,A,Pythonn\n') } },
  });
  return ((await answer.json()) as { id: string }).id;
}
