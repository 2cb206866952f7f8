/** Runs vitest and counts what it did from its report, so that a file that could not even be loaded counts too. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

export interface Counted {
  readonly passed: number;
  readonly failed: number;
  /** Tests that did not run, by name: nothing is skipped silently. */
  readonly skipped: readonly string[];
  /** What failed, each with how its message begins: a log that somebody cut in the middle still says it at its end. */
  readonly failures: readonly string[];
}

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly ReportedFile[];
}

interface ReportedFile {
  readonly name: string;
  readonly status: string;
  readonly message?: string;
  readonly assertionResults: readonly { readonly fullName: string; readonly status: string; readonly failureMessages?: readonly string[] }[];
}

export async function runVitest(root: string, parameters: readonly string[], environment: NodeJS.ProcessEnv = process.env): Promise<Counted> {
  const directory = mkdtempSync(join(tmpdir(), 'cairn-report-'));
  const reportPath = join(directory, 'report.json');
  try {
    const status = await run(root, ['run', ...parameters, '--reporter=default', '--reporter=json', `--outputFile.json=${reportPath}`], environment);
    if (!existsSync(reportPath)) return { passed: 0, failed: 1, skipped: [], failures: ['vitest ended without a report'] };
    return count(JSON.parse(readFileSync(reportPath, 'utf8')) as Report, status);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

export function count(report: Report, status: number): Counted {
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'));
  const failed = report.numFailedTests + unloaded.length;
  const skipped = report.testResults.flatMap((file) => file.assertionResults.filter((test) => ['skipped', 'pending', 'todo', 'disabled'].includes(test.status)).map((test) => test.fullName));
  const failures = report.testResults.flatMap((file) => [
    ...(unloaded.includes(file) ? [`${file.name}: ${beginning(file.message)}`] : []),
    ...file.assertionResults.filter((test) => test.status === 'failed').map((test) => `${test.fullName}: ${beginning(test.failureMessages?.[0])}`),
  ]);
  // An error outside any test, such as a promise that nobody waited for, fails the run without failing a test.
  if (status !== 0 && failed === 0) return { passed: report.numPassedTests, failed: 1, skipped, failures: [`an error outside any test (vitest exited with ${status})`] };
  return { passed: report.numPassedTests, failed, skipped, failures };
}

const mostCharacters = 300;

function beginning(message = ''): string {
  return stripVTControlCharacters(message).split('\n')[0]?.slice(0, mostCharacters) ?? '';
}

function run(root: string, parameters: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((settle, reject) => {
    const child = spawn(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), ...parameters], { cwd: root, stdio: 'inherit', env: environment });
    child.on('error', reject);
    child.on('exit', (code) => { settle(code ?? 1); });
  });
}
