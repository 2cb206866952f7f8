import { describe, expect, test } from 'vitest';
import { count } from './run-vitest.ts';
import { chooseSuites, summary } from './suites.ts';

const suites = [{ name: 'lint' }, { name: 'unit' }, { name: 'server' }];
const outcome = (title: string, passed: number, failed: number, skipped: string[] = []) => ({ title, passed, failed, skipped, failures: [] as string[], seconds: 1 });

describe('choosing', () => {
  test('all suites when none is named, else those named in their own order', () => {
    expect(chooseSuites([], suites)).toEqual({ suites });
    expect(chooseSuites(['--only=server,lint'], suites)).toEqual({ suites: [{ name: 'lint' }, { name: 'server' }] });
  });
  test.each([[['--only=servre'], 'servre'], [['--only='], 'suites are'], [['server'], 'not understood']])('%j is refused with what there is', (parameters, reason) => {
    const chosen = chooseSuites(parameters, suites);
    expect(chosen).toMatchObject({ problem: expect.stringContaining(reason) });
    expect(chosen).toMatchObject({ problem: expect.stringContaining('lint, unit, server') });
  });
});

describe('the sum', () => {
  test('stands alone on the last line', () => {
    const { lines, ok } = summary([outcome('Lint', 1, 0), outcome('Unit', 41, 0)]);
    expect([lines.at(-1), ok]).toEqual(['42 passed, 0 failed', true]);
  });
  test('counts a suite that ran nothing as failed', () => {
    const { lines, ok } = summary([outcome('Unit', 0, 0)]);
    expect([lines.at(-1), ok]).toEqual(['0 passed, 1 failed', false]);
  });
  test('is no success over no suite at all', () => {
    expect(summary([]).ok).toBe(false);
  });
  test('names every test that did not run', () => {
    expect(summary([outcome('Server', 1, 0, ['as root works'])]).lines).toContain('  not run: Server: as root works');
  });
  test('comes after the name of every test that failed', () => {
    expect(summary([{ ...outcome('Server', 1, 1), failures: ['as root works: expected 1'] }]).lines.slice(-3)).toEqual(['  failed: Server: as root works: expected 1', '', '1 passed, 1 failed']);
  });
});

describe("counting from vitest's report", () => {
  const file = (status: string, tests: string[], message = '') => ({ name: 'a.test.ts', status, message, assertionResults: tests.map((each, index) => ({ fullName: `test ${index}`, status: each, failureMessages: each === 'failed' ? ['\u001b[31mAssertionError: expected 1\u001b[39m\n    at x.ts:1'] : [] })) });
  const report = (passed: number, failed: number, ...testResults: ReturnType<typeof file>[]) => ({ numPassedTests: passed, numFailedTests: failed, testResults });
  test.each([
    ['tests that passed and failed', report(1, 1, file('failed', ['passed', 'failed'])), 1, { passed: 1, failed: 1, skipped: [], failures: ['test 1: AssertionError: expected 1'] }],
    ['a file that could not be loaded', report(1, 0, file('passed', ['passed']), file('failed', [], 'Cannot find module')), 1, { passed: 1, failed: 1, skipped: [], failures: ['a.test.ts: Cannot find module'] }],
    ['an error outside any test', report(1, 0, file('passed', ['passed'])), 1, { passed: 1, failed: 1, skipped: [], failures: ['an error outside any test (vitest exited with 1)'] }],
    ['a test that was left out', report(0, 0, file('passed', ['skipped'])), 0, { passed: 0, failed: 0, skipped: ['test 0'], failures: [] }],
  ])('%s', (_what, given, status, expected) => {
    expect(count(given, status)).toEqual(expected);
  });
});
