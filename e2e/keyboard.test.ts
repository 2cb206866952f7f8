import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser, openPage, settled } from './support/browser.ts';
import { keyboardOf } from './support/keyboard.ts';
import { demoSignIn } from './support/people.ts';
import { wordsOf } from './support/words.ts';

const cairn = inject('demoCollege');
const [account, common, gap, palette, roadmap] = (['account', 'common', 'gap', 'palette', 'roadmap'] as const).map((namespace) => wordsOf('en', namespace)) as [Words, Words, Words, Words, Words];
type Words = ReturnType<typeof wordsOf>;

let browser: Browser;
beforeAll(async () => { browser = await launchBrowser(); });
afterAll(async () => { await browser.close(); });

test('a student without a pointer signs in, asks a gap for its reasons and ticks a task, and always sees the focus', async () => {
  const { page, complaints } = await openPage(browser, cairn.address);
  const { keyboard } = page;
  const { tabTo, unseen } = keyboardOf(page);
  const { email, password } = demoSignIn(cairn, 'student');
  /** The page before stands until the next is loaded. */
  const arrivedAt = async (heading: string) => {
    await page.getByRole('heading', { name: heading, exact: true, level: 1 }).waitFor();
    await settled(page);
  };
  const goTo = async (place: string) => {
    await keyboard.press('Control+K');
    await expect.poll(() => page.getByRole('combobox', { name: palette('title') }).evaluate((field) => field === document.activeElement)).toBe(true);
    await keyboard.type(place);
    await page.getByRole('option', { name: place }).first().waitFor();
    await keyboard.press('Enter');
  };

  await page.goto('/sign-in');
  await settled(page);
  await tabTo(page.getByLabel(account('email')));
  await keyboard.type(email);
  await tabTo(page.getByRole('textbox', { name: account('password') }));
  await keyboard.type(password);
  await keyboard.press('Enter');
  await page.waitForURL('**/dashboard');
  await settled(page);

  await tabTo(page.getByRole('navigation').getByRole('link', { name: common('nav.gap') }));
  await keyboard.press('Enter');
  await arrivedAt(gap('list.title'));
  await tabTo(page.getByRole('main').getByRole('listitem').getByRole('link').first());
  await keyboard.press('Enter');
  await page.getByTestId('weighted-match').waitFor();
  await settled(page);
  const why = page.getByRole('button', { name: /: Importance \d+, why\?$/ }).first();
  await tabTo(why);
  await keyboard.press('Enter');
  const drawer = page.getByRole('dialog');
  await drawer.waitFor();
  await expect.poll(() => drawer.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
  await keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });
  await expect.poll(() => why.evaluate((opener) => opener === document.activeElement)).toBe(true);

  await goTo(common('nav.roadmap'));
  await arrivedAt(roadmap('list.title'));
  await tabTo(page.getByRole('main').getByRole('listitem').getByRole('link').first());
  await keyboard.press('Enter');
  const ring = page.getByRole('img', { name: /hours done/ }).first();
  await ring.waitFor();
  await settled(page);
  const before = await ring.getAttribute('aria-label');
  const open = page.getByRole('main').getByRole('checkbox', { checked: false }).first();
  const task = page.getByRole('main').getByRole('checkbox', { name: await open.evaluate((box) => document.getElementById(box.getAttribute('aria-labelledby') ?? '')?.textContent ?? ''), exact: true });
  await tabTo(open);
  await keyboard.press('Space');
  await expect.poll(() => ring.getAttribute('aria-label'), { timeout: 10_000 }).not.toBe(before);
  expect(await task.getAttribute('aria-checked')).toBe('true');
  expect(await task.evaluate((box) => box === document.activeElement)).toBe(true);

  expect(unseen).toEqual([]);
  expect(complaints).toEqual([]);
});
