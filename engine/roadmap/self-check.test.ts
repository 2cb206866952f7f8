import { expect, it } from 'vitest';
import { passesSelfCheck, selfCheck } from './self-check.ts';
import { aSkill } from './test-support/fixtures.ts';

const skill = aSkill('js', { checkpoints: { 1: 'I can write a loop.', 3: 'I can explain closures.' } });

it('asks for every level above the one the person has, with the knowledge\'s own words where it has them', () => {
  expect(selfCheck(skill, 3, 1).statements.map(({ level, text }) => [level, text])).toEqual([[2, null], [3, 'I can explain closures.']]);
  expect(selfCheck(skill, 2, 0).statements[1]?.what).toEqual({ code: 'roadmap.self-check.can-do', params: { skill: 'JS', level: 2 } });
});

it.each<[string, boolean[], boolean]>([
  ['all affirmed', [true, true], true], ['one denied', [true, false], false], ['one unanswered', [true], false], ['one too many', [true, true, true], false],
])('%s: %j → %s', (_, affirmed, passed) => {
  expect(passesSelfCheck(selfCheck(skill, 2, 0), affirmed)).toBe(passed);
});
