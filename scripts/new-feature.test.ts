import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { readMigrations } from '../server/src/platform/database/migration-files.ts';
import { namesOf, newFeature, renamed } from './new-feature.ts';

const root = resolve(import.meta.dirname, '..');
const { files, joins } = newFeature(root, namesOf('study-groups'));
const content = (path: string): string => files.find((file) => file.path === path)?.content ?? '';

describe('a feature started from the example', () => {
  test('has a file in every layer, under its own name', () => {
    expect(files.map(({ path }) => path)).toEqual(expect.arrayContaining([
      'contracts/study-groups.ts', 'engine/study-groups/order-study-groups.ts', 'server/src/features/study-groups/study-groups.service.ts', 'web/src/features/study-groups/study-groups-page.tsx', 'web/src/locales/hi/study-groups.json',
    ]));
    expect(files.some(({ path }) => /^server\/migrations\/\d{4}_study-groups\.sql$/.test(path))).toBe(true);
  });

  test('keeps nothing of the example but its shape', () => {
    expect(files.filter(({ path, content: text }) => /note/i.test(path) || /note/i.test(text.replaceAll('FailureNote', ''))).map(({ path }) => path)).toEqual([]);
  });

  test.each(files.filter(({ path }) => /\.tsx?$/.test(path)))('$path is TypeScript', ({ path, content: text }) => {
    const { diagnostics } = ts.transpileModule(text, { fileName: path, reportDiagnostics: true, compilerOptions: { jsx: ts.JsxEmit.ReactJSX, target: ts.ScriptTarget.ES2024, module: ts.ModuleKind.ESNext } });
    expect(diagnostics?.map(({ messageText }) => messageText)).toEqual([]);
  });

  test.each([
    ['contracts/study-groups.ts', "export const studyGroups = {"],
    ['contracts/study-groups.ts', "path: '/study-groups/:id'"],
    ['server/src/features/study-groups/study-groups.service.ts', 'export function createStudyGroupsService('],
    ['server/src/features/study-groups/study-groups.service.ts', "throw new Failure('study-groups.unknown')"],
    ['server/src/features/study-groups/study-groups.store.ts', 'from study_group where user_id'],
    ['web/src/features/study-groups/study-groups-page.tsx', "useTranslation('study-groups')"],
    ['web/src/features/study-groups/study-groups-page.tsx', "call('GET /study-groups'"],
  ])('%s says %s', (path, words) => {
    expect(content(path)).toContain(words);
  });

  test('has a migration that the migrator takes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'cairn-feature-'));
    for (const { path, content: text } of files.filter((file) => file.path.endsWith('.sql'))) writeFileSync(join(folder, basename(path)), text);
    expect(readMigrations(folder)).toHaveLength(1);
    rmSync(folder, { recursive: true });
  });

  test('has a title of words', () => {
    expect(JSON.parse(content('web/src/locales/en/study-groups.json'))).toMatchObject({ title: 'Study groups' });
  });

  test('says where it joins the rest', () => {
    expect(joins.map(({ path }) => path)).toEqual(['contracts/index.ts', 'contracts/permissions.ts', 'contracts/failures.ts', 'engine/package.json', 'server/src/features.ts', 'server/src/test-support/owned-rows.ts', 'web/src/app/router.tsx', 'web/src/app/places.ts', 'web/src/locales/hi/study-groups.json']);
    expect(joins.find(({ path }) => path.endsWith('places.ts'))?.lines).toContain("'study-groups': everybody");
    expect(joins.map(({ lines }) => lines).join(' ')).not.toMatch(/note/i);
  });
});

describe('its name', () => {
  test.each(['Study Groups', 'studyGroups', '', '../x', '1st', 'a--b'])('"%s" is refused', (name) => {
    expect(() => namesOf(name)).toThrow(/no name of a feature/);
  });
  test('a plural without an s needs its singular', () => {
    expect(() => namesOf('people')).toThrow(/singular/);
    expect(namesOf('people', 'person')).toEqual({ many: 'people', one: 'person' });
  });
  test('may hold the name of the example', () => {
    expect(renamed('notesRoutes', namesOf('banknotes'))).toBe('banknotesRoutes');
  });
});
