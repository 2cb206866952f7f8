import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync, cpSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** For each rule the file that breaks it, first, and what that file imports. */
const violations: { rule: string; files: Record<string, string> }[] = [
  { rule: 'no-cycles', files: { 'engine/gap/a.ts': "import { b } from './b.ts'; export const a = () => b;", 'engine/gap/b.ts': "import { a } from './a.ts'; export const b = () => a;" } },
  { rule: 'engine-imports-nothing-of-ours', files: { 'engine/gap/a.ts': "import { x } from '../../contracts/x.ts'; export const a = x;", 'contracts/x.ts': 'export const x = 1;' } },
  { rule: 'engine-cannot-see-node', files: { 'engine/gap/a.ts': "import { readFileSync } from 'node:fs'; export const a = readFileSync;" } },
  { rule: 'knowledge-imports-engine-types-only', files: { 'knowledge/a.ts': "import { x } from '../engine/gap/x.ts'; export const a = x;", 'engine/gap/x.ts': 'export const x = 1;' } },
  { rule: 'knowledge-imports-nothing-else-of-ours', files: { 'knowledge/a.ts': "import { x } from '../contracts/x.ts'; export const a = x;", 'contracts/x.ts': 'export const x = 1;' } },
  { rule: 'knowledge-reads-files-with-yaml-and-zod', files: { 'knowledge/a.ts': "import pg from 'pg'; export const a = pg;" } },
  { rule: 'contracts-import-zod-only', files: { 'contracts/a.ts': "import type { X } from '../engine/gap/x.ts'; export type A = X;", 'engine/gap/x.ts': 'export type X = 1;' } },
  { rule: 'server-does-not-see-web', files: { 'server/src/a.ts': "import { x } from '../../web/src/x.ts'; export const a = x;", 'web/src/x.ts': 'export const x = 1;' } },
  { rule: 'web-sees-contract-types-only', files: { 'web/src/features/gap/a.ts': "import { x } from '../../../../contracts/x.ts'; export const a = x;", 'contracts/x.ts': 'export const x = 1;' } },
  { rule: 'web-sees-named-engine-entries-only', files: { 'web/src/features/gap/a.ts': "import { x } from '../../../../engine/gap/x.ts'; export const a = x;", 'engine/gap/x.ts': 'export const x = 1;' } },
  { rule: 'web-does-not-see-server-or-knowledge', files: { 'web/src/lib/a.ts': "import { x } from '../../../server/src/x.ts'; export const a = x;", 'server/src/x.ts': 'export const x = 1;' } },
  { rule: 'no-zod-in-web', files: { 'web/src/lib/a.ts': "import { z } from 'zod'; export const a = z;" } },
  { rule: 'server-features-meet-at-index', files: { 'server/src/features/gap/a.ts': "import { x } from '../resume/resume.store.ts'; export const a = x;", 'server/src/features/resume/resume.store.ts': 'export const x = 1;' } },
  { rule: 'web-features-never-meet', files: { 'web/src/features/gap/a.ts': "import { x } from '../resume/x.ts'; export const a = x;", 'web/src/features/resume/x.ts': 'export const x = 1;' } },
  { rule: 'server-platform-knows-no-feature', files: { 'server/src/platform/a.ts': "import { x } from '../features/gap/index.ts'; export const a = x;", 'server/src/features/gap/index.ts': 'export const x = 1;' } },
  { rule: 'web-ui-and-lib-know-no-feature', files: { 'web/src/ui/a.ts': "import { x } from '../features/gap/x.ts'; export const a = x;", 'web/src/features/gap/x.ts': 'export const x = 1;' } },
  { rule: 'web-features-do-not-see-app', files: { 'web/src/features/gap/a.ts': "import { x } from '../../app/x.ts'; export const a = x;", 'web/src/app/x.ts': 'export const x = 1;' } },
  { rule: 'only-declared-packages', files: { 'server/src/a.ts': "import fastDeepEqual from 'fast-deep-equal'; export const a = fastDeepEqual;" } },
  { rule: 'no-dev-packages-at-run-time', files: { 'web/src/lib/a.ts': "import { Window } from 'happy-dom'; export const a = Window;" } },
  { rule: 'tests-are-not-imported', files: { 'server/src/a.ts': "import { x } from './x.test.ts'; export const a = x;", 'server/src/x.test.ts': 'export const x = 1;' } },
  { rule: 'everything-resolves', files: { 'server/src/a.ts': "import { x } from './nowhere.ts'; export const a = x;" } },
];

/** All of them stand in one tree, which is cruised once: the files of each have names of their own. */
const cases = violations.map(({ rule, files }, number) => {
  const own = (text: string) => text.replaceAll(/\b(a|b|x|resume\.store)(?=(\.test)?\.ts\b)/g, `$1-${String(number)}`);
  return { rule, files: Object.fromEntries(Object.entries(files).map((file) => file.map(own) as [string, string])) };
});

function treeWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-rules-'));
  for (const name of ['package.json', 'tsconfig.base.json', '.dependency-cruiser.cjs', 'engine/package.json', 'knowledge/package.json', 'contracts/package.json', 'server/package.json', 'web/package.json']) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    cpSync(join(root, name), join(folder, name));
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const [name, source] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), source);
  }
  return folder;
}

/** Each with the file that breaks it. */
function rulesBrokenIn(folder: string): string[] {
  const run = spawnSync(process.execPath, [join(root, 'node_modules/.bin/depcruise'), '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'engine', 'knowledge', 'contracts', 'server', 'web'], { cwd: folder, encoding: 'utf8' });
  if (run.stdout === '') throw new Error(run.stderr);
  const result = JSON.parse(run.stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } };
  return result.summary.violations.map(({ from, rule }) => `${rule.name} by ${from}`);
}

describe('the import rules', () => {
  let folder: string;
  let broken: string[];
  beforeAll(() => {
    folder = treeWith(Object.assign({}, ...cases.map(({ files }) => files)) as Record<string, string>);
    broken = rulesBrokenIn(folder);
  }, 60_000);
  afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

  test.each(cases)('$rule fires', ({ rule, files }) => {
    expect(broken).toContain(`${rule} by ${Object.keys(files)[0] ?? ''}`);
  });

  test('every rule has a case here', async () => {
    const { default: config } = (await import('../.dependency-cruiser.cjs')) as { default: { forbidden: { name: string }[] } };
    expect(violations.map(({ rule }) => rule).sort()).toEqual(config.forbidden.map(({ name }) => name).sort());
  });

  test.each([
    ['engine', []],
    ['knowledge', ['@cairn/engine']],
    ['contracts', []],
    ['server', ['@cairn/contracts', '@cairn/engine', '@cairn/knowledge']],
    ['web', ['@cairn/contracts', '@cairn/engine']],
  ])('%s declares the workspaces it may import', (workspace, expected) => {
    const { dependencies = {} } = JSON.parse(readFileSync(join(root, workspace, 'package.json'), 'utf8')) as { dependencies?: Record<string, string> };
    expect(Object.keys(dependencies).filter((name) => name.startsWith('@cairn/')).sort()).toEqual(expected);
  });
});
