import { expect, test } from 'vitest';
import { ofOthers } from './of-others.ts';

test.each<[string, string, boolean]>([
  ['End to end recruitment for Java, .NET and SAP profiles', 'Java', true],
  ['End to end recruitment for Java, .NET and SAP profiles', 'SAP', true],
  ['Hired React developers and designers', 'React', true],
  ['Working closely with engineers using Kotlin and React', 'React', true],
  ['Recruitment with SAP SuccessFactors', 'SAP', false],
  ['Hired five people. Wrote Java for engineers', 'Java', false],
  ['Led a team of developers in Java', 'Java', false],
  ['Mentored engineers in React', 'React', false],
  ['Worked with a team on services. Used Kotlin', 'Kotlin', false],
])('%s: %s', (text, name, expected) => {
  const start = text.indexOf(name);
  expect(ofOthers(text, [{ start, end: start + name.length }])).toEqual([expected]);
});
