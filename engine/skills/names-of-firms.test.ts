import { expect, test } from 'vitest';
import { outsideName } from './names-of-firms.ts';

const named = (text: string, skills: readonly string[], firm: string | null): string[] => {
  const mentions = skills.flatMap((skill) => Array.from(text.matchAll(new RegExp(skill, 'g')), ({ index }) => ({ start: index, end: index + skill.length }))).toSorted((a, b) => a.start - b.start);
  return outsideName(text, mentions, firm).map(({ start, end }) => text.slice(start, end));
};

test.each<[string, readonly string[], string | null, string[]]>([
  ['Clerk at Padma Payroll Systems: run the Payroll', ['Payroll'], 'Padma Payroll Systems', ['Payroll']],
  ['Developer, Salesforce. Know Salesforce.', ['Salesforce'], 'Salesforce', ['Salesforce', 'Salesforce']],
  ['Vayu Robotics, Vayu Robotics', ['Robotics'], 'Vayu Robotics', []],
  ['Robotics', ['Robotics'], null, ['Robotics']],
])('%s', (text, skills, firm, expected) => {
  expect(named(text, skills, firm)).toEqual(expected);
});
