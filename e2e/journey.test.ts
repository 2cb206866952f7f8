import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { axeViolations, launchBrowser, openPage, settled } from './support/browser.ts';
import { demoSignIn, password, register, signIn } from './support/people.ts';
import { makeResumePdf } from './support/resume-pdf.ts';
import { wordsOf } from './support/words.ts';

const cairn = inject('demoCollege');

/** Resumes of somebody else's making, when they are beside the repository. */
const sharedResumes = resolve(import.meta.dirname, '../../shared/data/resumes/rendercv');

const [account, onboarding, resume, gap, roadmap, settings, common] = (['account', 'onboarding', 'resume', 'gap', 'roadmap', 'settings', 'common'] as const).map((namespace) => wordsOf('en', namespace)) as [Words, Words, Words, Words, Words, Words, Words];
type Words = ReturnType<typeof wordsOf>;
const ad = `Data Engineer at Heron Data Works
Requirements
- 2+ years of experience with Python and SQL
- Must have good knowledge of Docker and Apache Spark
Nice to have: Kubernetes, Tableau
We work in small teams and review each other's code.`;

let browser: Browser;
beforeAll(async () => { browser = await launchBrowser(); });
afterAll(async () => { await browser.close(); });

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

    const compared = (await (await page.request.get(`/api/v1/skill-gaps/${page.url().split('/').at(-1) ?? ''}`)).json()) as { weightedMatchPercentage: number; missing: { skill: string; weightedMatchIfLearned: number }[] };
    const [before, after] = [compared.weightedMatchPercentage, compared.missing.find(({ skill }) => skill === 'Apache Spark')?.weightedMatchIfLearned ?? Number.NaN].map((value) => `${String(Math.round(value))}%`) as [string, string];
    const match = page.getByTestId('weighted-match');
    await expect.poll(() => match.innerText()).toBe(before);
    expect(after).not.toBe(before);
    await page.getByRole('checkbox', { name: /Apache Spark/ }).check();
    await expect.poll(() => match.innerText()).toBe(after);
    await page.getByText(gap('whatIf.then_one', { count: '1', before, after })).waitFor();
    await page.getByRole('button', { name: gap('whatIf.clear') }).click();
    await expect.poll(() => match.innerText()).toBe(before);

    await page.getByRole('link', { name: gap('one.plan') }).first().click();
    await page.waitForURL('**/roadmaps/new**');
    await page.getByRole('button', { name: roadmap('new.plan') }).click();
    await page.waitForURL(/roadmaps\/[0-9a-f]{8}-/);
    const ring = page.getByRole('img', { name: /hours done/ }).first();
    await ring.waitFor();
    const atFirst = await ring.getAttribute('aria-label');
    for (let task = 0; task < 2; task += 1) {
      const said = await ring.getAttribute('aria-label');
      await page.getByRole('button', { name: roadmap('next.done'), exact: true }).click();
      await expect.poll(() => ring.getAttribute('aria-label'), { timeout: 10_000 }).not.toBe(said);
    }
    expect(await ring.getAttribute('aria-label')).not.toBe(atFirst);
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
    await signIn(page, cairn, demoSignIn(cairn, 'student'));
    for (const name of shared) {
      await page.goto('/resumes');
      await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/pdf', buffer: readFileSync(join(sharedResumes, name)) });
      await page.waitForURL(/resumes\/[0-9a-f]{8}-/);
      await page.getByText('Princeton University').first().waitFor();
    }
    expect(complaints).toEqual([]);
  });

  test('a corrected field holds when a newer file is read', async () => {
    const { page, complaints } = await openPage(browser, cairn.address);
    const upload = async (skills: string) => {
      await page.locator('input[type=file]').first().setInputFiles({ name: 'lalita-wagh.pdf', mimeType: 'application/pdf', buffer: await makeResumePdf({ skills }) });
    };
    await register(page, cairn, 'Lalita Wagh', 'lalita.wagh@pebbles.example');
    await page.goto('/resumes');
    await upload('Python, SQL, Git');
    await page.waitForURL(/resumes\/[0-9a-f]{8}-/);
    // Not by the employer, which stands in a box while it is corrected.
    const work = page.getByRole('article').filter({ hasText: 'Data Intern' });
    await work.getByRole('button', { name: resume('field.correctName', { field: resume('field.organisation') }) }).click();
    await work.getByRole('textbox', { name: resume('field.organisation') }).fill('Kestrel Systems Private Limited');
    await work.getByRole('button', { name: common('save') }).click();
    await work.getByText(resume('field.corrected')).waitFor();

    await upload('Python, SQL, Git, Docker');
    await page.getByText(/version 2/).waitFor();
    await page.reload();
    await page.getByRole('main').getByText(/Git, Docker/).first().waitFor();
    await work.getByText('Kestrel Systems Private Limited').waitFor();
    await work.getByText(resume('field.corrected')).waitFor();
    expect(complaints).toEqual([]);
  });

  test('a file that cannot be read says why and what to do, and the page stays', async () => {
    const { page } = await openPage(browser, cairn.address);
    await signIn(page, cairn, demoSignIn(cairn, 'student'));
    await page.goto('/resumes');
    await page.locator('input[type=file]').setInputFiles({ name: 'empty.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) });
    const failures = wordsOf('en', 'failures');
    await page.getByText(failures('resume.empty-file.title')).waitFor();
    expect(await page.getByText(failures('resume.empty-file.next')).isVisible()).toBe(true);
  });
});
