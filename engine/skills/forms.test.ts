import { expect, test } from 'vitest';
import { formVariants, normaliseForm } from './forms.ts';

const waysToWrite = (written: string, ambiguous: boolean): string[] => {
  const form = normaliseForm(written);
  return [form, ...formVariants(written, form, ambiguous)];
};

test.each([
  ['REST API', ['rest api', 'rest apis', 'restapi']],
  ['Data Structures', ['data structure']],
  ['Case Study', ['case studies']],
  ['Node.js', ['node js', 'nodejs']],
  ['CI/CD', ['ci cd', 'cicd', 'ci / cd']],
  ['R&D', ['r & d', 'r and d']],
  ['front-end', ['front end', 'frontend']],
  ['JavaScript', ['java script']],
  ['Data Visualisation', ['data visualization']],
  ['data modelling', ['data modeling']],
])('%s may also be written %j', (written, expected) => {
  expect(waysToWrite(written, false)).toEqual(expect.arrayContaining(expected));
});

test.each([
  ['MySQL', 'my sql'],
  ['Statistics', 'statistic'],
  ['C', 'cs'],
  ['.NET', 'net'],
  ['Machine Learning', 'machine learnings'],
])('%s is not written %j', (written, other) => {
  expect(waysToWrite(written, false)).not.toContain(other);
});

test('an ambiguous form has no inflections: they are ordinary words', () => {
  expect(waysToWrite('React', true)).toEqual(['react']);
});
