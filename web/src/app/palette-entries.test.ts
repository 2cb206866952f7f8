import { describe, expect, test } from 'vitest';
import common from '../locales/en/common.json';
import palette from '../locales/en/palette.json';
import { entriesFor, found } from './palette-entries.ts';

const say = (words: Record<string, string>) => (key: string) => words[key] ?? key;
const entriesOf = (role: Parameters<typeof entriesFor>[0]) => entriesFor(role, say(palette), say(common));
const labels = (typed: string) => found(entriesOf('student'), typed).map(({ label }) => label);

describe('looking for an entry', () => {
  test.each<[string, string]>([
    ['upl', 'Upload a resume'],
    ['a resume', 'Upload a resume'],
    ['cv', 'Upload a resume'],
    ['job', 'Compare with a job'],
    ['dark', 'Theme: dark'],
    ['हिन्दी', 'Language: हिन्दी'],
    ['log out', 'Sign out'],
    ['RESUME', 'Resume'],
    ['roadm', 'Roadmap'],
  ])('%j finds %j first', (typed, label) => {
    expect(labels(typed)[0]).toBe(label);
  });
  test('what has the word in its name comes before what only goes by it', () => {
    expect(labels('skills')[0]).toBe('Skills');
  });
  test('every typed word counts', () => {
    expect(labels('theme resume')).toEqual([]);
  });
  test('nothing typed shows everything', () => {
    expect(labels('  ')).toHaveLength(entriesOf('student').length);
  });
});

describe('what a role finds', () => {
  const goesTo = (role: Parameters<typeof entriesFor>[0]) => entriesOf(role).flatMap(({ deed }) => (deed.kind === 'go' ? [deed.to] : []));
  test.each([
    ['student', '/people', false],
    ['student', '/roadmaps/new', true],
    ['staff', '/people', true],
    ['admin', '/failed-jobs', true],
    ['recruiter', '/resumes', false],
    ['recruiter', '/settings', true],
  ] as const)('%s → %s: %s', (role, to, expected) => {
    expect(goesTo(role).includes(to)).toBe(expected);
  });
  test('no two entries have the same id', () => {
    const ids = entriesOf('admin').map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
