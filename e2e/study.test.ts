import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser, openPage, settled } from './support/browser.ts';
import { demoSignIn, signIn } from './support/people.ts';
import { wordsOf } from './support/words.ts';

const cairn = inject('demoCollege');
const [common, study] = [wordsOf('en', 'common'), wordsOf('en', 'study')];
const address = '/study/lessons/accounting-depreciation';
const noteApi = '/api/v1/study/lessons/accounting-depreciation';

let browser: Browser;
beforeAll(async () => { browser = await launchBrowser(); });
afterAll(async () => { await browser.close(); });

interface Noted { readonly note: { readonly text: string; readonly aside: readonly { readonly text: string }[] } }

test('a lesson that is kept is read and noted on without a network, in a page opened anew; the note is sent when it is back, and signing out takes the copy away', async () => {
  const { page } = await openPage(browser, cairn.address, { width: 360, height: 740 });
  await signIn(page, cairn, demoSignIn(cairn, 'student'));
  const noted = async () => ((await (await page.request.get(noteApi)).json()) as Noted).note;
  await page.goto(address);
  await settled(page);
  await page.getByLabel(study('offline.keep')).click();
  await page.getByText(study('offline.kept')).waitFor();

  await page.context().setOffline(true);
  await page.reload();
  await page.getByRole('heading', { name: 'Depreciation from purchase to sale' }).waitFor();
  await page.getByText('A delivery van serves a shop for years.').waitFor();
  const words = `Written on the train ${String(Math.floor(performance.now()))}`;
  await page.getByRole('textbox', { name: study('note') }).fill(words);
  await page.getByText(study('note.kept-here')).waitFor();
  await page.reload();
  await page.getByRole('textbox', { name: study('note') }).waitFor();
  expect(await page.getByRole('textbox', { name: study('note') }).inputValue()).toBe(words);
  await page.goto('/study');
  await page.getByRole('heading', { name: study('title'), level: 1 }).waitFor();

  await page.goto(address);
  await page.getByRole('textbox', { name: study('note') }).waitFor();
  await page.context().setOffline(false);
  await page.getByText(study('note.saved')).waitFor();
  expect((await noted()).text).toBe(words);

  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole('button', { name: common('signOut') }).click();
  await page.waitForURL('**/');
  expect(await page.evaluate(async () => [await caches.keys(), (await navigator.serviceWorker.getRegistrations()).length])).toEqual([[], 0]);
});
