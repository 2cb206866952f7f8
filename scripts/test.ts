/**
 * `npm test`: everything that can be checked here, in one run that goes on after a failure and ends with the sum alone on
 * a line. `npm test -- --only=unit,server` picks suites.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildWeb } from './build-web.ts';
import { provideChromium } from './chromium.ts';
import { runVitest, type Counted } from './run-vitest.ts';
import { chooseSuites, summary, type Outcome } from './suites.ts';
import { checkTypes, typeProjects } from './types.ts';

const root = resolve(import.meta.dirname, '..');
const report = (line: string) => { console.log(line); };

type Say = (text: string) => void;

interface Suite {
  readonly name: string;
  readonly title: string;
  /** A check keeps one core busy, or hardly: checks run side by side, and what each says is printed when it is done. */
  readonly isCheck?: true;
  run(say: Say): Promise<Counted>;
}

const suites: readonly Suite[] = [
  { name: 'lint', title: 'Lint', isCheck: true, run: async (say) => one(await succeeds('npm', ['run', '--silent', 'lint'], say)) },
  { name: 'types', title: 'Types', isCheck: true, run: async (say) => ({ ...(await checkTypes(typeProjects(root), say)), skipped: [], failures: [] }) },
  { name: 'rules', title: 'Import rules', isCheck: true, run: async (say) => one(await succeeds('npm', ['run', '--silent', 'rules'], say)) },
  { name: 'unit', title: 'Unit', run: () => runVitest(root, ['engine', 'knowledge', 'contracts', 'web', 'scripts', 'bench'].map((project) => `--project=${project}`)) },
  { name: 'server', title: 'Server, with its database', run: () => runVitest(root, ['--project=server']) },
  { name: 'browser', title: 'Browser', run: runBrowser },
];

const one = (ok: boolean): Counted => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: [], failures: [] });

function succeeds(command: string, parameters: readonly string[], say: Say): Promise<boolean> {
  return new Promise((settle, reject) => {
    const child = spawn(command, parameters, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', say);
    child.on('error', reject);
    child.on('close', (code) => { settle(code === 0); });
  });
}

async function runBrowser(): Promise<Counted> {
  const config = join(root, 'e2e/vitest.config.ts');
  if (!existsSync(config)) return { passed: 0, failed: 0, skipped: [], failures: [] };
  const chromium = provideChromium(report);
  if ('problem' in chromium) {
    console.error(chromium.problem);
    return one(false);
  }
  await buildWeb(root, report);
  return runVitest(root, ['--config', config], { ...process.env, CHROMIUM_PATH: chromium.path });
}

async function runSuite(suite: Suite): Promise<Outcome> {
  const heading = `\n== ${suite.title} ==`;
  let said = '';
  if (suite.isCheck !== true) report(heading);
  const began = performance.now();
  let counted: Counted;
  try {
    counted = await suite.run((text) => { said += text; });
  } catch (error) {
    said += `${error instanceof Error ? String(error.stack) : String(error)}\n`;
    counted = one(false);
  }
  if (suite.isCheck === true) report(heading);
  if (said !== '') report(said.trimEnd());
  return { title: suite.title, seconds: (performance.now() - began) / 1000, ...counted };
}

const chosen = chooseSuites(process.argv.slice(2), suites);
if ('problem' in chosen) {
  console.error(chosen.problem);
  process.exitCode = 2;
} else {
  const outcomes = await Promise.all(chosen.suites.filter(({ isCheck }) => isCheck === true).map(runSuite));
  for (const suite of chosen.suites) if (suite.isCheck !== true) outcomes.push(await runSuite(suite));
  const { lines, ok } = summary(outcomes);
  for (const line of lines) report(line);
  process.exitCode = ok ? 0 : 1;
}
