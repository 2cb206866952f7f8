import type { Resume } from '@cairn/engine/resume';
import { expect, test } from 'vitest';
import { compare, countedFields, type Compared } from './compare.ts';
import { makePerson, type Person } from './person.ts';

const made = makePerson(1, 2);
const [job, study] = [made.jobs[0], made.studies[0]];
if (!job || !study) throw new Error('The person has a post and a study');
const person: Person = { ...made, place: 'Pune', jobs: [{ ...job, place: 'Nashik' }], studies: [{ ...study, start: '2014', end: '2017', grade: '8.20/10' }], skills: [{ group: 'Tools', items: ['Git'] }] };
const field = (value: string) => ({ value, confidence: 1, evidence: [] });
const empty: Resume = { contact: { emails: [], phones: [], links: [] }, experience: [], volunteering: [], education: [], projects: [], certifications: [], languages: [], skills: [], interests: [], awards: [], publications: [], other: [] };
const kinds = (compared: readonly Compared[], kind: Compared['kind']): boolean[] => compared.filter((one) => one.kind === kind).map(({ right }) => right);

test('places of posts, years of beginning and grades count where the file shows them', () => {
  const [silent, telling] = ['', 'Nashik\n2014 – 2017\nCGPA: 8.20'].map((text) => compare(empty, person, new Set(), text)) as [Compared[], Compared[]];
  for (const kind of ['job-place', 'study-start', 'grade'] as const) expect([kinds(silent, kind), kinds(telling, kind)]).toEqual([[], [false]]);
  const education: Resume['education'] = [{ id: 'p1l1', start: field('2014'), grade: { ...field(''), value: { text: '8.20/10', scale: 'cgpa', score: 8.2, outOf: 10 } }, current: false, bullets: [] }];
  const read = compare({ ...empty, experience: [{ id: 'p1l2', place: field('NASHIK'), current: false, bullets: [] }], education }, person, new Set(), 'Nashik\n2014 – 2017\nCGPA: 8.20');
  for (const kind of ['job-place', 'study-start', 'grade'] as const) expect(kinds(read, kind)).toEqual([true]);
});

test('a skill that is nobody’s counts against the layout, and one that is theirs counts once', () => {
  const compared = compare({ ...empty, skills: [field('git'), field('Version')] }, person, new Set(), '');
  expect(kinds(compared, 'invented-skill')).toEqual([true, false]);
  expect(kinds(countedFields(compared), 'skill')).toEqual([true]);
  expect(kinds(countedFields(compared), 'invented-skill')).toEqual([false]);
});
