import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations, launchBrowser, openPage, scrollsSideways, settled } from './support/browser.ts';
import { makeResumePdf } from './support/resume-pdf.ts';
import { serveCairn, type ServedCairn } from './support/server.ts';
import { wordsOf } from './support/words.ts';

/** Resumes of somebody else's making, when they are beside the repository. */
const sharedResumes = resolve(import.meta.dirname, '../../shared/data/resumes/rendercv');

const [account, onboarding, resume, gap, roadmap, settings, common] = (['account', 'onboarding', 'resume', 'gap', 'roadmap', 'settings', 'common'] as const).map((namespace) => wordsOf('en', namespace)) as [Words, Words, Words, Words, Words, Words, Words];
type Words = ReturnType<typeof wordsOf>;
const password = 'stones on a quiet hill';
const ad = `Data Engineer at Heron Data Works
Requirements
- 2+ years of experience with Python and SQL
- Must have good knowledge of Docker and Apache Spark
Nice to have: Kubernetes, Tableau
We work in small teams and review each other's code.`;

let cairn: ServedCairn;
let browser: Browser;
beforeAll(async () => {
  [cairn, browser] = await Promise.all([serveCairn(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await cairn.stop();
});

describe('the first journey', () => {
  test('sign up, resume, ad, gap, roadmap, two tasks, Hindi, dark, erased', async () => {
    const { page, complaints } = await openPage(browser, cairn.address);
    await page.goto('/');
    await page.getByRole('link', { name: wordsOf('en', 'landing')('start') }).first().click();
    await page.getByLabel(account('name')).fill('Nandini Wagh');
    await page.getByLabel(account('email')).fill('nandini.wagh@pebbles.example');
    await page.getByRole('textbox', { name: account('password') }).fill(password);
    await page.getByRole('button', { name: account('signUp.action') }).click();

    await page.waitForURL('**/welcome');
    await page.locator('input[type=file]').setInputFiles({ name: 'nandini-wagh.pdf', mimeType: 'application/pdf', buffer: await makeResumePdf() });
    await page.getByRole('link', { name: onboarding('resume.look') }).click();
    await page.waitForURL('**/resumes/*');
    for (const read of ['Nandini Wagh', 'Kestrel Systems', 'Juniper College']) await page.getByRole('main').getByText(read).first().waitFor();
    await settled(page);
    expect(await axeViolations(page)).toEqual([]);

    await page.getByRole('link', { name: resume('one.compare') }).first().click();
    await page.getByLabel(gap('new.text')).fill(ad);
    await page.getByRole('button', { name: gap('new.compare') }).click();
    await page.waitForURL('**/gaps/*-*');
    await page.getByText('Apache Spark').first().waitFor();
    expect(await axeViolations(page)).toEqual([]);

    const matchBefore = await page.getByText(gap('match.weighted')).locator('xpath=..').innerText();
    await page.getByRole('checkbox', { name: /Apache Spark/ }).check();
    await expect.poll(() => page.getByText(/\d+%/).first().isVisible()).toBe(true);
    expect(matchBefore).toMatch(/\d/);

    await page.getByRole('link', { name: gap('one.plan') }).first().click();
    await page.waitForURL('**/roadmaps/new**');
    await page.getByRole('button', { name: roadmap('new.plan') }).click();
    await page.waitForURL(/roadmaps\/[0-9a-f]{8}-/);
    const ring = page.getByRole('img', { name: /hours done/ }).first();
    await ring.waitFor();
    const before = await ring.getAttribute('aria-label');
    for (let task = 0; task < 2; task += 1) {
      const said = await ring.getAttribute('aria-label');
      await page.getByRole('button', { name: roadmap('next.done'), exact: true }).click();
      await expect.poll(() => ring.getAttribute('aria-label'), { timeout: 10_000 }).not.toBe(said);
    }
    expect(await ring.getAttribute('aria-label')).not.toBe(before);
    expect(await axeViolations(page)).toEqual([]);

    await page.goto('/settings');
    await page.getByLabel(settings('profile.language')).selectOption('hi');
    await page.getByRole('heading', { name: wordsOf('hi', 'settings')('title'), exact: true }).waitFor();
    await page.getByLabel(wordsOf('hi', 'settings')('profile.theme')).selectOption('dark');
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset['mantineColorScheme'])).toBe('dark');
    await page.goto('/dashboard');
    await page.getByRole('link', { name: wordsOf('hi', 'common')('nav.roadmap') }).first().waitFor();
    await settled(page);
    expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset['mantineColorScheme']])).toEqual(['hi', 'dark']);
    expect(await axeViolations(page)).toEqual([]);

    await page.goto('/settings');
    await page.getByRole('button', { name: wordsOf('hi', 'settings')('data.erase'), exact: true }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: wordsOf('hi', 'settings')('data.password'), exact: true }).fill(password);
    await page.getByRole('dialog').getByRole('button', { name: wordsOf('hi', 'settings')('data.erase.confirm') }).click();
    await page.waitForURL(`${cairn.address}/`);
    expect((await page.request.post('/api/v1/auth/login', { data: { email: 'nandini.wagh@pebbles.example', password }, headers: { origin: cairn.address } })).status()).toBe(401);
    expect(complaints).toEqual([]);
  });

  const shared = existsSync(sharedResumes) ? readdirSync(sharedResumes).filter((name) => name.endsWith('.pdf')) : [];
  test.runIf(shared.length > 0)('resumes of another making are read on the page', async () => {
    const { page, complaints } = await openPage(browser, cairn.address);
    await signInAsDemoStudent(page);
    for (const name of shared) {
      await page.goto('/resumes');
      await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/pdf', buffer: readFileSync(join(sharedResumes, name)) });
      await page.waitForURL(/resumes\/[0-9a-f]{8}-/);
      await page.getByText('Princeton University').first().waitFor();
    }
    expect(complaints).toEqual([]);
  });

  test('a file that cannot be read says why and what to do, and the page stays', async () => {
    const { page } = await openPage(browser, cairn.address);
    await signInAsDemoStudent(page);
    await page.goto('/resumes');
    await page.locator('input[type=file]').setInputFiles({ name: 'empty.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) });
    const failures = wordsOf('en', 'failures');
    await page.getByText(failures('resume.empty-file.title')).waitFor();
    expect(await page.getByText(failures('resume.empty-file.next')).isVisible()).toBe(true);
  });
});

describe('every page', () => {
  test.each([
    ['a wide window, light, English', { width: 1280, colorScheme: 'light', language: 'en' }],
    ['a phone, dark, Hindi', { width: 360, height: 740, colorScheme: 'dark', language: 'hi' }],
  ] as const)('is accessible, fits and asks nobody else: %s', async (_rule, { language, ...options }) => {
    const { page, complaints } = await openPage(browser, cairn.address, { ...options, locale: language === 'hi' ? 'hi-IN' : 'en-IN' });
    const problems: string[] = [];
    const look = async (path: string) => {
      await page.goto(path);
      await settled(page);
      for (const violation of await axeViolations(page)) problems.push(`${path}: ${violation}`);
      if (await scrollsSideways(page)) problems.push(`${path} scrolls sideways`);
    };
    for (const path of ['/', '/sign-in', '/sign-up', '/forgot-password', '/reset-password?token=x']) await look(path);
    await signInAsDemoStudent(page);
    await page.request.patch('/api/v1/me', { data: { language, theme: options.colorScheme }, headers: { origin: cairn.address } });
    await page.evaluate((chosen) => { localStorage.setItem('cairn.language', chosen); }, language);
    for (const path of ['/dashboard', '/welcome', '/resumes', '/gaps', '/roadmaps', '/roadmaps/new', '/skills', '/settings']) await look(path);
    for (const [pages, list] of [['resumes', 'resumes'], ['gaps', 'skill-gaps'], ['roadmaps', 'roadmaps']] as const) {
      const { items } = (await (await page.request.get(`/api/v1/${list}`)).json()) as { items: { id: string }[] };
      await look(`/${pages}/${items[0]?.id ?? ''}`);
    }
    await page.request.patch('/api/v1/me', { data: { language: 'en', theme: 'system' }, headers: { origin: cairn.address } });
    await signIn(page, 'staff');
    for (const path of ['/people', '/knowledge', '/knowledge/new/skill', '/knowledge/new/role', '/knowledge/new/resource', '/knowledge/imports', '/failed-jobs']) await look(path);
    expect(problems).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('of an empty installation leads to setting it up', async () => {
    const empty = await serveCairn({ CAIRN_DEMO: '0' });
    try {
      const { page } = await openPage(browser, empty.address);
      await page.goto('/sign-in');
      await page.waitForURL('**/set-up');
      await page.getByLabel(account('setUp.organisation')).fill('Pebble College');
      await page.getByLabel(account('setUp.yourName')).fill('Meera Iyer');
      await page.locator('input[type=email]').fill('meera@pebble.example');
      await page.getByRole('textbox', { name: account('password') }).fill(password);
      await page.getByRole('button', { name: account('setUp.action') }).click();
      await page.waitForURL('**/people');
      await page.getByRole('main').getByText('Meera Iyer').first().waitFor();
    } finally {
      await empty.stop();
    }
  });
});

test('a recruiter is led to pages of their own, and no page asks for what would be refused', async () => {
  const recruiter = { name: 'Farida Khan', email: 'farida.khan@pebbles.example', password };
  const { page: office } = await openPage(browser, cairn.address);
  await signIn(office, 'admin');
  const headers = { origin: cairn.address };
  await office.request.post('/api/v1/auth/register', { data: recruiter, headers });
  const { items: [found] } = (await (await office.request.get('/api/v1/people', { params: { search: recruiter.email } })).json()) as { items: { id: string }[] };
  expect((await office.request.patch(`/api/v1/people/${found?.id ?? ''}`, { data: { role: 'recruiter' }, headers })).status()).toBe(200);

  const { page, complaints } = await openPage(browser, cairn.address);
  const refused: string[] = [];
  await page.goto('/sign-in');
  page.on('response', (response) => { if (response.status() >= 400) refused.push(`${response.status()} ${response.url()}`); });
  await page.getByLabel(account('email')).fill(recruiter.email);
  await page.getByRole('textbox', { name: account('password') }).fill(password);
  await page.getByRole('button', { name: account('signIn.action') }).click();
  await page.waitForURL('**/notes');
  for (const path of ['/', '/dashboard', '/welcome', '/gaps', '/people']) {
    await page.goto(path);
    await page.waitForURL('**/notes');
    await settled(page);
  }
  expect([refused, complaints]).toEqual([[], []]);
});

async function signInAsDemoStudent(page: Page): Promise<void> {
  await signIn(page, 'student');
}

/** With what the terminal printed. */
async function signIn(page: Page, role: 'student' | 'staff' | 'admin'): Promise<void> {
  const [, email = '', secret = ''] = new RegExp(`^\\s*${role}\\s+(\\S+@\\S+)\\s+(\\S+)`, 'm').exec(cairn.printed()) ?? [];
  const answer = await page.request.post('/api/v1/auth/login', { data: { email, password: secret, client: 'web' }, headers: { origin: cairn.address } });
  expect(answer.status()).toBe(200);
  await page.goto('/dashboard');
  await page.getByRole('link', { name: common('nav.today') }).or(page.getByRole('link', { name: wordsOf('hi', 'common')('nav.today') })).first().waitFor();
}
