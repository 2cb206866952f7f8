/** What a first visit costs a phone: the script that a page loads, and what Lighthouse says of it. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { buildWeb } from '../scripts/build-web.ts';
import { provideChromium } from '../scripts/chromium.ts';
import { newInstallation, repositoryRoot, type Serving } from './installation.ts';
import type { BenchRow } from './row.ts';
import { median } from './statistics.ts';

const lighthouseRuns = 3;
const chromiumOptions: readonly string[] = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];

const pages = [
  { id: 'landing', label: 'landing', path: '/', signedIn: false, scriptBarKilobytes: 150 },
  { id: 'dashboard', label: 'dashboard of the demo student', path: '/dashboard', signedIn: true, scriptBarKilobytes: 200 },
] as const;
type Page = (typeof pages)[number];

interface Visit {
  readonly address: string;
  readonly chromiumPath: string;
  /** Name and value of the session's cookie. */
  readonly cookie: string;
  readonly folder: string;
}

export async function measurePages(): Promise<BenchRow[]> {
  const complain = (line: string) => { console.error(line); };
  const browser = provideChromium(complain);
  if ('problem' in browser) {
    complain(browser.problem);
    return pages.flatMap((page) => rowsOf(page, undefined));
  }
  await buildWeb(repositoryRoot, complain);
  const installation = newInstallation();
  try {
    const serving = await installation.serve();
    const visit: Visit = { address: serving.address, chromiumPath: browser.path, cookie: await signIn(serving), folder: installation.dataDirectory };
    const rows: BenchRow[] = [];
    for (const page of pages) rows.push(...rowsOf(page, { scripts: await scriptsOf(page, visit), ...(await lighthouse(page, visit)) }));
    return rows;
  } finally {
    await installation.remove();
  }
}

interface Measured {
  readonly scripts: readonly number[];
  readonly performance: number;
  readonly accessibility: number;
}

function rowsOf({ id, label, scriptBarKilobytes }: Page, measured: Measured | undefined): BenchRow[] {
  const kilobytes = measured && measured.scripts.reduce((sum, bytes) => sum + bytes, 0) / 1024;
  return [
    { id: `install.script.${id}-kb`, label: `Script of the first visit, ${label}, gzipped: KB`, value: kilobytes ?? null, bar: scriptBarKilobytes, lowerIsBetter: true, n: measured?.scripts.length ?? 0 },
    { id: `install.lighthouse.${id}.performance`, label: `Lighthouse mobile, ${label}: performance`, value: measured?.performance ?? null, bar: 90, lowerIsBetter: false, n: measured ? lighthouseRuns : 0 },
    { id: `install.lighthouse.${id}.accessibility`, label: `Lighthouse mobile, ${label}: accessibility`, value: measured?.accessibility ?? null, bar: 100, lowerIsBetter: false, n: measured ? lighthouseRuns : 0 },
  ];
}

async function signIn({ address, signIns }: Serving): Promise<string> {
  const student = signIns.get('student');
  const response = await fetch(`${address}/api/v1/auth/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ ...student, client: 'web' }) });
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
  if (cookie === undefined) throw new Error(`The demo student could not sign in: ${response.status} ${await response.text()}`);
  return cookie;
}

/** Bytes, gzipped, of every script that a browser with an empty cache loads until the network is quiet. */
async function scriptsOf(page: Page, { address, chromiumPath, cookie }: Visit): Promise<number[]> {
  const browser = await chromium.launch({ executablePath: chromiumPath, args: [...chromiumOptions] });
  try {
    const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
    if (page.signedIn) await context.addCookies([cookieFor(address, cookie)]);
    const tab = await context.newPage();
    const scripts: Promise<Buffer>[] = [];
    tab.on('response', (response) => {
      if (new URL(response.url()).pathname.endsWith('.js')) scripts.push(response.body());
    });
    await tab.goto(`${address}${page.path}`, { waitUntil: 'networkidle' });
    if (new URL(tab.url()).pathname !== page.path) throw new Error(`${page.path} led to ${tab.url()}`);
    return (await Promise.all(scripts)).map((body) => gzipSync(body).length);
  } finally {
    await browser.close();
  }
}

interface LighthouseReport {
  readonly categories: Readonly<Record<'performance' | 'accessibility', { readonly score: number | null }>>;
}

/**
 * Lighthouse's own mobile profile: a slow phone on slow 4G, simulated. Medians of the runs. The session lies in the
 * browser, as a person's does: given to Lighthouse as a header it would not reach the live socket.
 */
async function lighthouse(page: Page, { address, chromiumPath, cookie, folder }: Visit): Promise<Pick<Measured, 'performance' | 'accessibility'>> {
  const profile = mkdtempSync(join(folder, 'browser-'));
  const context = await chromium.launchPersistentContext(profile, { executablePath: chromiumPath, args: [...chromiumOptions, '--remote-debugging-port=0'] });
  try {
    if (page.signedIn) await context.addCookies([cookieFor(address, cookie)]);
    const [port = ''] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
    const parameters = [`${address}${page.path}`, `--port=${port}`, '--quiet', '--output=json', '--output-path=stdout', '--only-categories=performance,accessibility'];
    const reports: LighthouseReport[] = [];
    for (let run = 0; run < lighthouseRuns; run += 1) {
      const { stdout } = await promisify(execFile)(join(repositoryRoot, 'node_modules/.bin/lighthouse'), parameters, { maxBuffer: 64 * 1024 * 1024 });
      reports.push(JSON.parse(stdout) as LighthouseReport);
    }
    const score = (category: 'performance' | 'accessibility') => Math.round(100 * median(reports.map(({ categories }) => categories[category].score ?? 0)));
    return { performance: score('performance'), accessibility: score('accessibility') };
  } finally {
    await context.close();
  }
}

function cookieFor(address: string, cookie: string): { name: string; value: string; url: string } {
  const [name = '', value = ''] = cookie.split('=');
  return { name, value, url: address };
}
