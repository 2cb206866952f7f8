/**
 * `npm test`: everything that can be checked here, in one run that goes on after a failure and ends with the sum alone on
 * a line. `npm test -- --only=unit,server` picks suites.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildWeb } from './build-web.ts';
import { provideChromium } from './chromium.ts';
import { runVitest, type Counted } from './run-vitest.ts';
import { chooseSuites, summary, type Outcome } from './suites.ts';
import { checkTypes, typeProjects } from './types.ts';

const root = resolve(import.meta.dirname, '..');
const report = (line: string) => { console.log(line); };

interface Suite {
  readonly name: string;
  readonly title: string;
  run(): Promise<Counted>;
}

const suites: readonly Suite[] = [
  { name: 'lint', title: 'Lint', run: async () => one(tool('eslint/bin/eslint.js', ['--max-warnings', '0', '.'])) },
  { name: 'types', title: 'Types', run: async () => ({ ...(await checkTypes(typeProjects(root))), skipped: [], failures: [] }) },
  { name: 'rules', title: 'Import rules', run: async () => one(spawnSync('npm', ['run', '--silent', 'rules'], { cwd: root, stdio: 'inherit' }).status === 0) },
  { name: 'unit', title: 'Unit', run: () => runVitest(root, ['engine', 'knowledge', 'contracts', 'web', 'scripts', 'bench'].map((project) => `--project=${project}`)) },
  { name: 'server', title: 'Server, with its database', run: () => runVitest(root, ['--project=server']) },
  { name: 'browser', title: 'Browser', run: runBrowser },
];

const one = (ok: boolean): Counted => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: [], failures: [] });

function tool(path: string, parameters: readonly string[]): boolean {
  return spawnSync(process.execPath, [join(root, 'node_modules', path), ...parameters], { cwd: root, stdio: 'inherit' }).status === 0;
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
  report(`\n== ${suite.title} ==`);
  const began = performance.now();
  let counted: Counted;
  try {
    counted = await suite.run();
  } catch (error) {
    console.error(error);
    counted = one(false);
  }
  return { title: suite.title, seconds: (performance.now() - began) / 1000, ...counted };
}

const chosen = chooseSuites(process.argv.slice(2), suites);
if ('problem' in chosen) {
  console.error(chosen.problem);
  process.exitCode = 2;
} else {
  const outcomes: Outcome[] = [];
  for (const suite of chosen.suites) outcomes.push(await runSuite(suite));
  const { lines, ok } = summary(outcomes);
  for (const line of lines) report(line);
  process.exitCode = ok ? 0 : 1;
}
