/** Builds the pages when what they are made of has changed since the last build. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The pages import types and formulas from these workspaces, and packages at the versions of the lockfile. */
const sources = ['web', 'contracts', 'engine', 'package-lock.json', 'tsconfig.base.json'];
const tellEverySeconds = 15;

/** One fingerprint over the names and contents of everything that goes into the pages. */
export function sourceFingerprint(root: string): string {
  const hash = createHash('sha256');
  for (const source of sources) addFile(hash, root, source);
  return hash.digest('hex');
}

function addFile(hash: ReturnType<typeof createHash>, root: string, path: string): void {
  const full = join(root, path);
  if (!existsSync(full)) return;
  if (/(^|\/)(node_modules|dist|coverage)$|\.test\.tsx?$/.test(path)) return;
  const entries = isFolder(full);
  if (entries === undefined) hash.update(`${path}\0`).update(readFileSync(full)).update('\0');
  else for (const name of entries.sort()) addFile(hash, root, `${path}/${name}`);
}

function isFolder(path: string): string[] | undefined {
  try {
    return readdirSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
    throw error;
  }
}

export class BuildError extends Error {
  override readonly name = 'BuildError';
}

/** Answers whether there was something to build. */
export async function buildWeb(root: string, report: (line: string) => void): Promise<boolean> {
  const stamp = join(root, 'node_modules/.cache/cairn/web-build');
  const fingerprint = sourceFingerprint(root);
  if (existsSync(join(root, 'web/dist/index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return false;
  report('Building the pages …');
  const began = performance.now();
  const seconds = () => Math.round((performance.now() - began) / 1000);
  const ticker = setInterval(() => report(`  still building, ${seconds()} s`), tellEverySeconds * 1000);
  try {
    await run(root);
  } finally {
    clearInterval(ticker);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, fingerprint);
  report(`Pages built in ${seconds()} s`);
  return true;
}

/** What the build says is shown only when it fails, and then its beginning, where the first error is. */
const shownLines = 40;

function run(root: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['run', '--silent', 'build', '--workspace', 'web'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NO_COLOR: '1' }, shell: process.platform === 'win32' });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { said += chunk.toString(); });
    child.on('error', (error) => { reject(new BuildError(`npm could not be started: ${error.message}`)); });
    child.on('close', (code, signal) => {
      if (code === 0) resolve();
      else reject(new BuildError(`The pages could not be built (${code ?? signal}):\n${said.trim().split('\n').slice(0, shownLines).join('\n')}`));
    });
  });
}
