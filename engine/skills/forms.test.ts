import { expect, test } from 'vitest';
import { formVariants } from './forms.ts';

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
  expect(formVariants(written, false)).toEqual(expect.arrayContaining(expected));
});

test.each([
  ['MySQL', 'my sql'],
  ['Statistics', 'statistic'],
  ['C', 'cs'],
  ['.NET', 'net'],
  ['Machine Learning', 'machine learnings'],
])('%s is not written %j', (written, other) => {
  expect(formVariants(written, false)).not.toContain(other);
});

test('an ambiguous form has no inflections: they are ordinary words', () => {
  expect(formVariants('React', true)).toEqual(['react']);
});
