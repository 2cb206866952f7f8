/** Which suites run, and what their counts add up to. */
import type { Counted } from './run-vitest.ts';

export interface Outcome extends Counted {
  readonly title: string;
  readonly seconds: number;
}

/** All suites, or those that `--only=a,b` names. */
export function chooseSuites<Suite extends { readonly name: string }>(parameters: readonly string[], suites: readonly Suite[]): { suites: readonly Suite[] } | { problem: string } {
  const only = parameters.find((parameter) => parameter.startsWith('--only='));
  const other = parameters.find((parameter) => parameter !== only);
  const known = suites.map(({ name }) => name).join(', ');
  if (other !== undefined) return { problem: `"${other}" is not understood. npm test -- --only=SUITE,…   with the suites ${known}` };
  if (only === undefined) return { suites };
  const names = only.slice('--only='.length).split(',').filter((name) => name !== '');
  const unknown = names.find((name) => !suites.some((suite) => suite.name === name));
  if (unknown !== undefined || names.length === 0) return { problem: `There is no suite "${unknown ?? ''}". The suites are ${known}` };
  return { suites: suites.filter(({ name }) => names.includes(name)) };
}

/** A table, then the sum alone on the last line. A suite that ran nothing has failed. */
export function summary(outcomes: readonly Outcome[]): { lines: string[]; ok: boolean } {
  const counted = outcomes.map((outcome) => (outcome.passed + outcome.failed === 0 ? { ...outcome, failed: 1, note: 'ran nothing' } : { ...outcome, note: '' }));
  const width = Math.max(0, ...counted.map(({ title }) => title.length));
  const passed = counted.reduce((sum, each) => sum + each.passed, 0);
  const failed = counted.reduce((sum, each) => sum + each.failed, 0);
  const skipped = counted.flatMap((each) => each.skipped.map((name) => `  not run: ${each.title}: ${name}`));
  const failures = counted.flatMap((each) => each.failures.map((failure) => `  failed: ${each.title}: ${failure}`));
  return {
    ok: failed === 0 && counted.length > 0,
    lines: [
      '', '== Summary ==',
      ...counted.map((each) => `  ${each.failed === 0 ? 'ok  ' : 'FAIL'}  ${each.title.padEnd(width)}  ${String(each.passed).padStart(5)} passed  ${String(each.failed).padStart(3)} failed  ${each.seconds.toFixed(1).padStart(6)} s  ${each.note}`.trimEnd()),
      ...skipped, ...failures, '',
      `${passed} passed, ${failed} failed`,
    ],
  };
}
