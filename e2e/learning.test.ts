import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { axeViolations, launchBrowser, openPage, scrollsSideways, settled } from './support/browser.ts';
import { register } from './support/people.ts';
import { wordsOf } from './support/words.ts';

const cairn = inject('demoCollege');
const learning = wordsOf('en', 'learning');

let browser: Browser;
beforeAll(async () => { browser = await launchBrowser(); });
afterAll(async () => { await browser.close(); });

const next = (page: Page) => page.getByRole('button', { name: learning('next') }).or(page.getByRole('button', { name: learning('toSummary') }));

test('on a phone, a student takes a hint, says that they do not know, is told why, and sees at the end what comes back when; a second tab follows', async () => {
  const { page, complaints } = await openPage(browser, cairn.address, { width: 360, height: 740 });
  await page.goto('/sign-in');
  await register(page, cairn, 'Meera Iyer', `meera-${String(process.pid)}@banyan.example`);
  await page.goto('/learn');
  await settled(page);
  await page.getByRole('combobox', { name: learning('any.skill') }).fill('Git');
  await page.getByRole('option', { name: 'Git', exact: true }).click();
  await page.getByRole('button', { name: learning('practise'), exact: true }).click();
  await page.waitForURL('**/learn/sessions/*');
  await settled(page);

  const second = await page.context().newPage();
  await second.goto(page.url());
  await settled(second);
  const open = await second.getByRole('heading', { level: 2 }).textContent();

  await page.getByRole('button', { name: learning('hint.take', { number: '1' }) }).click();
  await page.getByText(learning('hint.number', { number: '1' })).waitFor();
  await page.getByRole('button', { name: learning('unknown') }).click();
  await page.getByRole('heading', { name: learning('verdict.wrong') }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  await expect.poll(() => second.getByRole('heading', { level: 2 }).textContent()).not.toBe(open);
  await page.getByRole('button', { name: learning('explain') }).click();
  await page.getByText(wordsOf('en', 'common')('note.own')).waitFor();
  await next(page).click();

  for (let count = 0; count < 4; count += 1) {
    expect(await axeViolations(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await page.getByRole('button', { name: learning('unknown') }).click();
    await next(page).click();
  }
  await page.getByRole('button', { name: learning('session.finish') }).click();
  await page.getByRole('heading', { name: learning('summary.back') }).waitFor();
  expect(await page.getByRole('listitem').filter({ hasText: learning('summary.wrong') }).count()).toBe(5);
  expect(await axeViolations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  expect(complaints).toEqual([]);
});
