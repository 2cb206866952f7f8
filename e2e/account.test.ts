import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { axeViolations, launchBrowser, openPage, scrollsSideways, settled } from './support/browser.ts';
import { mailedLink } from './support/outbox.ts';
import { demoSignIn, password, register, signIn } from './support/people.ts';
import { serveCairn, type ServedCairn } from './support/server.ts';
import { wordsOf } from './support/words.ts';

const cairn = inject('demoCollege');
const [account, common, notes, staff] = [wordsOf('en', 'account'), wordsOf('en', 'common'), wordsOf('en', 'notes'), wordsOf('en', 'staff')];

let browser: Browser;
const serveEmpty = () => serveCairn({ CAIRN_DEMO: '0' });
/** Starts while the tests before it run. Who takes it leaves none, so that a second try begins with an empty one too. */
let starting: Promise<ServedCairn> | undefined;
beforeAll(async () => {
  starting = serveEmpty();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await (await starting)?.stop();
});

interface Me {
  readonly role: string;
  readonly organisation: { readonly name: string };
}
/** Of somebody who was not here in a try before. */
const addressOf = (name: string) => `${name}.${randomUUID().slice(0, 8)}@pebbles.example`;
const whoAmI = async (page: Page) => (await (await page.request.get('/api/v1/me')).json()) as Me;

test('a recruiter whom staff invite finds the mail, joins with it, and is led to pages of their own that ask for nothing refused', async () => {
  const email = addressOf('farida.sheikh');
  const office = await openPage(browser, cairn.address);
  await signIn(office.page, cairn, demoSignIn(cairn, 'staff'));
  await office.page.goto('/people');
  await office.page.getByLabel(staff('invite.email')).fill(email);
  await office.page.getByLabel(staff('invite.role')).selectOption({ label: staff('role.recruiter') });
  await office.page.getByRole('button', { name: staff('invite.action') }).click();
  await office.page.getByText(staff('invite.sent', { email })).waitFor();

  const { page, complaints } = await openPage(browser, cairn.address);
  await page.goto(await mailedLink(cairn.dataDirectory, email, '/sign-up'));
  await page.getByText(account('signUp.invited')).waitFor();
  const refused: string[] = [];
  page.on('response', (response) => { if (response.status() >= 400) refused.push(`${String(response.status())} ${response.url()}`); });
  await page.getByLabel(account('name')).fill('Farida Sheikh');
  await page.getByLabel(account('email')).fill(email);
  await page.getByRole('textbox', { name: account('password') }).fill(password);
  await page.getByRole('button', { name: account('signUp.action') }).click();
  await page.waitForURL('**/notes');
  expect(await whoAmI(page)).toMatchObject({ role: 'recruiter', organisation: { name: 'Tarangini College of Engineering and Arts' } });
  for (const path of ['/', '/dashboard', '/welcome', '/gaps', '/people']) {
    await page.goto(path);
    await page.waitForURL('**/notes');
    await settled(page);
  }
  expect([refused, complaints]).toEqual([[], []]);
  expect((await page.request.get('/api/v1/people')).status()).toBe(403);

  await office.page.getByLabel(staff('people.search')).fill(email);
  await office.page.getByRole('row').filter({ hasText: email }).getByRole('cell', { name: staff('role.recruiter'), exact: true }).waitFor();
  expect(office.complaints).toEqual([]);
});

test('who forgot the password sets a new one by the mail, and the old one is over', async () => {
  const email = addressOf('omkar.bhat');
  const { page, complaints } = await openPage(browser, cairn.address);
  await register(page, cairn, 'Omkar Bhat', email);
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await page.getByRole('link', { name: account('signIn.forgot') }).click();
  await page.getByLabel(account('email')).fill(email);
  await page.getByRole('button', { name: account('forgot.action') }).click();
  await page.getByText(account('forgot.sent')).waitFor();

  const link = await mailedLink(cairn.dataDirectory, email, '/reset-password');
  await page.goto(link);
  await page.getByLabel(account('password.new')).fill('seven grey herons at dawn');
  await page.getByRole('button', { name: account('reset.action') }).click();
  await page.waitForURL('**/sign-in');
  const tryToSignIn = async (secret: string) => {
    await page.getByRole('textbox', { name: account('email') }).fill(email);
    await page.getByRole('textbox', { name: account('password') }).fill(secret);
    await page.getByRole('button', { name: account('signIn.action') }).click();
  };
  const failures = wordsOf('en', 'failures');
  await tryToSignIn(password);
  await page.getByText(failures('auth.wrong-credentials.title')).waitFor();
  await tryToSignIn('seven grey herons at dawn');
  await page.getByRole('button', { name: common('signOut') }).waitFor();

  // The link worked once.
  await page.goto(link);
  await page.getByLabel(account('password.new')).fill('another dawn and herons');
  await page.getByRole('button', { name: account('reset.action') }).click();
  await page.getByText(failures('auth.token-invalid.title')).waitFor();
  expect(complaints).toEqual([]);
});

test('an empty installation is set up, and somebody in two organisations sees in each nothing of the other', async () => {
  const empty = await (starting ?? serveEmpty());
  starting = undefined;
  try {
    const email = 'meera@pebble.example';
    for (const look of [{ width: 1280, colorScheme: 'light', locale: 'en-IN' }, { width: 360, height: 740, colorScheme: 'dark', locale: 'hi-IN' }] as const) {
      const { page, complaints } = await openPage(browser, empty.address, look);
      await page.goto('/set-up');
      await settled(page);
      expect([...(await axeViolations(page)), await scrollsSideways(page), ...complaints]).toEqual([false]);
    }

    const { page, complaints } = await openPage(browser, empty.address);
    await page.goto('/sign-in');
    await page.waitForURL('**/set-up');
    await page.getByLabel(account('setUp.organisation')).fill('Pebble College');
    await page.getByLabel(account('setUp.yourName')).fill('Meera Iyer');
    await page.locator('input[type=email]').fill(email);
    await page.getByRole('textbox', { name: account('password') }).fill(password);
    await page.getByRole('button', { name: account('setUp.action') }).click();
    await page.waitForURL('**/people');
    await page.getByRole('main').getByText('Meera Iyer').first().waitFor();
    await page.goto('/notes');
    await page.getByLabel(notes('text')).fill('Ask Pebble about the lab');
    await page.getByRole('button', { name: notes('add') }).click();
    await page.getByText('Ask Pebble about the lab').last().waitFor();
    await register((await openPage(browser, empty.address)).page, empty, 'Tanvi Rao', 'tanvi.rao@pebble.example');

    await empty.command('organisation', 'create', '--name', 'Heron Academy', '--slug', 'heron', '--admin-email', email);
    const signInTo = async (organisation: string) => {
      await page.getByRole('button', { name: common('signOut') }).click();
      await page.waitForURL(`${empty.address}/`);
      await page.getByRole('link', { name: common('signIn') }).first().click();
      await page.getByLabel(account('organisation')).selectOption({ label: organisation });
      await page.getByLabel(account('email')).fill(email);
      await page.getByRole('textbox', { name: account('password') }).fill(password);
      await page.getByRole('button', { name: account('signIn.action') }).click();
      await page.getByRole('banner').getByText(organisation).first().waitFor();
      expect(await whoAmI(page)).toMatchObject({ role: 'admin', organisation: { name: organisation } });
    };
    const peopleSeen = async () => {
      await page.goto('/people');
      await page.getByRole('table').waitFor();
      return page.getByRole('row').filter({ hasText: '@' }).allInnerTexts();
    };
    await signInTo('Heron Academy');
    expect(await peopleSeen()).toEqual([expect.stringContaining('Meera Iyer')]);
    await page.goto('/notes');
    await page.getByText(notes('none'), { exact: true }).waitFor();

    await signInTo('Pebble College');
    expect(await peopleSeen()).toEqual([expect.stringContaining('Meera Iyer'), expect.stringContaining('Tanvi Rao')]);
    await page.goto('/notes');
    await page.getByText('Ask Pebble about the lab').waitFor();
    expect(complaints).toEqual([]);
  } finally {
    await empty.stop();
  }
});
