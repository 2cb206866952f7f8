import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findChromium } from '../../scripts/chromium.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface WatchedPage {
  readonly page: Page;
  /** Requests to another host, console errors and broken policies, in the order they came. */
  readonly complaints: readonly string[];
}

export function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('Chromium is needed; npm test says how to install it.');
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'] });
}

interface PageOptions {
  readonly width?: number;
  readonly height?: number;
  readonly locale?: string;
  readonly colorScheme?: 'light' | 'dark';
}

/** Failures that a page is expected to show: the browser logs every answer from 400 on. */
const expectedStatus = /status of (401|409|413|415|422|429)/;

export async function openPage(browser: Browser, address: string, { width = 1280, height = 900, locale = 'en-IN', colorScheme = 'light' }: PageOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({ baseURL: address, viewport: { width, height }, locale, colorScheme, reducedMotion: 'reduce' });
  // axe is run in the page, which the pages' own policy would not allow.
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'data:' && url.protocol !== 'blob:' && url.host !== new URL(address).host) complaints.push(`request to ${url.host}`);
  });
  page.on('console', (message) => { if (message.type() === 'error' && !expectedStatus.test(message.text())) complaints.push(message.text()); });
  page.on('pageerror', (error) => { complaints.push(String(error)); });
  return { page, complaints };
}

/** Accessibility rules that the page breaks, each with where; what holds is not gathered. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: (context: Document, options: unknown) => Promise<{ violations: { id: string; nodes: { target: string[]; failureSummary?: string }[] }[] }> } };
    return (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] })).violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`) }));
  });
  return violations.flatMap(({ id, where }) => where.map((place) => `${id} at ${place}`));
}

/** Whether anything of the page is wider than the window. */
export function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);
}

const stillMilliseconds = 300;

/** Resolves when the page has its heading and no skeleton any more, and has stayed so: parts that load one after the other take turns. */
export async function settled(page: Page): Promise<void> {
  // What was noted of the page before, where going on loaded no new document.
  await page.evaluate(() => { delete (globalThis as unknown as { readySince?: number }).readySince; });
  await page.waitForFunction((still) => {
    const ready = document.querySelector('h1') !== null && document.querySelector('[aria-busy="true"], .mantine-Skeleton-root') === null;
    const state = globalThis as unknown as { readySince?: number | undefined };
    state.readySince = ready ? (state.readySince ?? performance.now()) : undefined;
    return state.readySince !== undefined && performance.now() - state.readySince >= still;
  }, stillMilliseconds, { polling: 50 });
}
