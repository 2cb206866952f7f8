import { applyCorrections } from '@cairn/engine/resume';
import { expect, it } from 'vitest';
import { isWrittenRight, takenOut, typedValue, withCorrection, withNewEntry, withoutCorrection, withoutEntry } from './corrections.ts';
import { contactShapes, entryShapes, listNames } from './resume-model.ts';
import { aResume } from './resume.fixture.ts';

it('a field has one correction: the last', () => {
  const twice = withCorrection(withCorrection([], 'contact.name', 'A'), 'contact.name', 'B');
  expect(twice).toEqual([{ path: 'contact.name', value: 'B' }]);
  expect(withoutCorrection(twice, 'contact.name')).toEqual([]);
});

it('an entry that was read is noted as taken out; one of the person’s own leaves no trace', () => {
  const corrected = withCorrection([], 'experience.p1l2.role', 'Intern');
  expect(withoutEntry(corrected, 'experience.p1l2')).toEqual([{ path: 'experience.p1l2', value: null }]);
  expect(takenOut(withoutEntry(corrected, 'experience.p1l2'), 'experience')).toEqual(['experience.p1l2']);
  const own = withCorrection(withNewEntry([], 'awards', 'ab12', { title: 'Best poster' }), 'awards.new-ab12.issuer', 'College');
  expect(withoutEntry(own, 'awards.new-ab12')).toEqual([]);
});

it.each([
  ['a line', 'experience.p1l2.role', 'line', '  Intern ', 'Intern'],
  ['nothing takes the field away', 'experience.p1l2.role', 'line', '  ', null],
  ['one thing a line', 'experience.p1l2.bullets', 'lines', 'One\n\n Two ', ['One', 'Two']],
  ['an address without https', 'contact.links', 'lines', 'www.github.com/asha', [{ label: 'github.com', url: 'https://www.github.com/asha' }]],
] as const)('typed: %s', (_what, path, kind, typed, value) => {
  expect(typedValue(path, kind, typed)).toEqual(value);
});

it.each([['2024-05', true], ['2024', true], ['', true], ['May 2024', false], ['2024-13', false]])('a month is written %s: %s', (text, right) => {
  expect(isWrittenRight('month', text)).toBe(right);
});

it('every field the page offers is one that the engine corrects', () => {
  const sample = (kind: string, name: string) => (kind === 'month' ? '2024-05' : typedValue(name === 'links' ? 'contact.links' : name, kind as 'line', 'https://example.org'));
  const corrections = [
    ...contactShapes.map(({ name, kind }) => ({ path: `contact.${name}`, value: sample(kind, name) })),
    ...['summary', 'interests', 'skills'].map((name) => ({ path: name, value: name === 'summary' ? 'A line' : ['A line'] })),
    ...listNames.map((list) => ({ path: `${list}.new-1`, value: Object.fromEntries(entryShapes[list].map(({ name, kind }) => [name, sample(kind, name)])) })),
  ];
  expect(applyCorrections(aResume().fields as Parameters<typeof applyCorrections>[0], corrections)).toMatchObject({ ok: true });
});
