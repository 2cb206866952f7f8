import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, lchownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './chromium.ts';

const accountName = 'cairn-newcomer';
const startTimeoutMilliseconds = 10 * 60_000;
const stopTimeoutMilliseconds = 60_000;

interface Newcomer {
  readonly uid: number;
  readonly gid: number;
  readonly home: string;
}

/**
 * What a newcomer does: clones into an empty folder that nobody else may enter, `npm start`, signs in as the demo
 * student, sees a gap and a roadmap, stops with Ctrl-C, and `npm test` with the suites. Answers what went wrong; nothing when
 * all went well.
 */
export async function tryInEmptyClone(repository: string, account: 'root' | 'ordinary', testSuites: readonly string[]): Promise<string[]> {
  const parent = mkdtempSync(join(tmpdir(), 'cairn-newcomer-'));
  const newcomer = account === 'root' || process.getuid?.() !== 0 ? whoIAm() : makeAccount();
  chownSync(parent, newcomer.uid, newcomer.gid);
  chmodSync(parent, 0o700);
  const clone = join(parent, 'cairn');
  try {
    // By whom the checkout belongs to, and then given away: git refuses to read another account's repository.
    const cloned = spawnSync('git', ['clone', '--quiet', '--no-hardlinks', repository, clone], { stdio: ['ignore', 'inherit', 'inherit'] }).status;
    if (cloned !== 0) return [`git clone exited with ${String(cloned)}`];
    giveTo(newcomer, clone);
    const problems = await startAndUse(clone, newcomer);
    if (testSuites.length === 0) return problems;
    const tested = as(newcomer, clone, 'npm', ['test', '--', `--only=${testSuites.join(',')}`]);
    return tested === 0 ? problems : [...problems, `npm test exited with ${String(tested)}`];
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

async function startAndUse(clone: string, newcomer: Newcomer): Promise<string[]> {
  const port = await freePort();
  const began = Date.now();
  const server = spawn('npm', ['start'], { cwd: clone, env: environmentOf(newcomer, { PORT: String(port) }), uid: newcomer.uid, gid: newcomer.gid, detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  server.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    printed += chunk;
    process.stdout.write(chunk);
  });
  try {
    const address = `http://localhost:${String(port)}`;
    await until('serve', server, () => fetch(`${address}/api/v1/health`).then((response) => response.ok, () => false));
    console.log(`served after ${((Date.now() - began) / 1000).toFixed(1)} s from the clone`);
    // A newcomer reads on to the end before signing in; the sign-ins come a moment after the first answer.
    await until('say how it is stopped', server, () => /Ctrl-C stops it/.test(printed));
    const problems = await useAsDemoStudent(address, printed);
    const code = await interrupt(server);
    if (code !== 0 && code !== 130) problems.push(`npm start ended with ${String(code)} after Ctrl-C`);
    if (spawnSync('pgrep', ['-f', clone]).status === 0) problems.push('processes of the clone are still there after Ctrl-C');
    return problems;
  } catch (problem) {
    return [problem instanceof Error ? problem.message : String(problem)];
  } finally {
    await interrupt(server);
  }
}

async function useAsDemoStudent(address: string, printed: string): Promise<string[]> {
  const signIn = /student\D*?(\S+@\S+)\s+(\S+)/i.exec(printed);
  if (!signIn) return ['npm start printed no demo student'];
  const problems: string[] = [];
  const post = async (path: string, body: unknown, token?: string): Promise<Record<string, unknown>> => {
    const response = await fetch(`${address}/api/v1${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }, body: JSON.stringify(body) });
    const answer = (await response.json()) as Record<string, unknown>;
    if (!response.ok) problems.push(`POST ${path} answered ${String(response.status)} ${String(answer['code'])}`);
    return answer;
  };
  const { accessToken } = await post('/auth/login', { email: signIn[1], password: signIn[2] });
  const gap = await post('/skill-gaps', { roleId: 'backend-developer' }, String(accessToken));
  if (!Array.isArray(gap['missing']) || gap['missing'].length === 0) problems.push('the gap names nothing missing');
  const roadmap = await post('/roadmaps', { skillGapId: gap['id'], hoursPerWeek: 10 }, String(accessToken));
  if (!Array.isArray(roadmap['months']) || roadmap['months'].length === 0) problems.push('the roadmap has no months');
  const page = await fetch(address);
  if (!page.ok || !(await page.text()).includes('<div id="root">')) problems.push('the landing page is not served');
  if (problems.length > 0) return problems;
  const missing = gap['missing'] as { skill: string }[];
  return lookInChromium(address, { email: signIn[1] ?? '', password: signIn[2] ?? '' }, [
    [`/gaps/${String(gap['id'])}`, missing[0]?.skill ?? ''],
    [`/roadmaps/${String(roadmap['id'])}`, String(roadmap['title'])],
  ]);
}

/** What the API says stands on the pages too, for the same student; each page with a text that it must show. */
async function lookInChromium(address: string, { email, password }: { email: string; password: string }, pages: readonly (readonly [path: string, text: string])[]): Promise<string[]> {
  if (findChromium() === undefined) {
    console.log('No Chromium is installed: the gap and the roadmap were asked of the API only.');
    return [];
  }
  // Loaded here, since a machine without a browser need not have what drives one.
  const { launchBrowser, openPage, settled } = await import('../e2e/support/browser.ts');
  const browser = await launchBrowser();
  try {
    const { page, complaints } = await openPage(browser, address);
    await page.goto('/sign-in');
    await page.locator('input[type=email]').fill(email);
    await page.locator('input[type=password]').fill(password);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/dashboard');
    for (const [path, text] of pages) {
      await page.goto(path);
      await settled(page);
      await page.getByRole('main').getByText(text).first().waitFor();
    }
    return complaints.map((complaint) => `the pages complained: ${complaint}`);
  } catch (problem) {
    return [`the pages in Chromium: ${problem instanceof Error ? problem.message : String(problem)}`];
  } finally {
    await browser.close();
  }
}

async function until(what: string, server: ChildProcess, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + startTimeoutMilliseconds;
  while (Date.now() < deadline) {
    if (server.exitCode !== null) throw new Error(`npm start ended with ${String(server.exitCode)} before it did ${what}`);
    if (await isSo()) return;
    await pause(250);
  }
  throw new Error(`npm start did not ${what} in time`);
}

/** Ctrl-C in a terminal: SIGINT to the whole foreground group. */
async function interrupt(server: ChildProcess): Promise<number | null> {
  if (server.exitCode !== null || server.pid === undefined) return server.exitCode;
  const ended = new Promise<number | null>((resolve) => { server.once('exit', (code) => { resolve(code); }); });
  process.kill(-server.pid, 'SIGINT');
  const code = await Promise.race([ended, pause(stopTimeoutMilliseconds).then(() => null)]);
  if (code === null && server.exitCode === null) process.kill(-server.pid, 'SIGKILL');
  return code;
}

function as(newcomer: Newcomer, folder: string, command: string, args: string[]): number {
  return spawnSync(command, args, { cwd: folder, env: environmentOf(newcomer, {}), uid: newcomer.uid, gid: newcomer.gid, stdio: ['ignore', 'inherit', 'inherit'] }).status ?? 1;
}

/** Nothing of ours: neither our node_modules on the path nor npm's own variables. */
function environmentOf(newcomer: Newcomer, more: Record<string, string>): NodeJS.ProcessEnv {
  const path = (process.env['PATH'] ?? '').split(':').filter((folder) => !folder.includes('node_modules')).join(':');
  return { PATH: path, HOME: newcomer.home, LANG: 'C.UTF-8', ...more };
}

function giveTo({ uid, gid }: Newcomer, folder: string): void {
  chownSync(folder, uid, gid);
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) lchownSync(join(folder, entry), uid, gid);
}

function whoIAm(): Newcomer {
  return { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0, home: process.env['HOME'] ?? tmpdir() };
}

function makeAccount(): Newcomer {
  spawnSync('useradd', ['--create-home', '--shell', '/bin/sh', accountName], { stdio: 'ignore' });
  const number = (flag: string): number => {
    const { status, stdout } = spawnSync('id', [flag, accountName], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`The account ${accountName} could not be made.`);
    return Number(stdout);
  };
  return { uid: number('-u'), gid: number('-g'), home: `/home/${accountName}` };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => { resolve(typeof address === 'object' && address ? address.port : 0); });
    });
  });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, milliseconds); });
}
