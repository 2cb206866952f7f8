import { expect, test } from 'vitest';
import { whatIf, type WhatIfRequirement } from './what-if.ts';

const asked: readonly WhatIfRequirement[] = [
  { skillId: 'python', weight: 0.5, share: 1, shareIfLearned: {} },
  { skillId: 'react', weight: 0.3, share: 0, shareIfLearned: { react: 1, vue: 0.6 } },
  { skillId: 'sql', weight: 0.2, share: 0.5, shareIfLearned: { sql: 1 } },
];

test.each<[string, string[], number, number]>([
  ['nothing', [], 66.7, 60],
  ['a missing skill', ['react'], 100, 90],
  ['one that does instead', ['vue'], 100, 78],
  ['both: the better counts', ['react', 'vue'], 100, 90],
  ['one known too little', ['sql'], 66.7, 70],
  ['one that nobody asks for', ['cobol'], 66.7, 60],
  ['everything', ['react', 'sql'], 100, 100],
])('learning %s', (_, chosen, matchPercentage, weightedMatchPercentage) => {
  expect(whatIf(asked, new Set(chosen))).toEqual({ matchPercentage, weightedMatchPercentage });
});

test('nothing asked for is no match', () => {
  expect(whatIf([], new Set(['python']))).toEqual({ matchPercentage: 0, weightedMatchPercentage: 0 });
});
