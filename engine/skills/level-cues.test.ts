import { expect, test } from 'vitest';
import { findSkills } from './find-skills.ts';
import { levelOfYears, levelSaid, statedLevels } from './level-cues.ts';
import { fixtureSkills } from './skills.fixture.ts';
import { compileTaxonomy } from './taxonomy.ts';

const taxonomy = compileTaxonomy(fixtureSkills);

function levels(text: string): Record<string, number | null> {
  const mentions = findSkills(taxonomy, text, { skillList: true });
  const stated = statedLevels(text, { start: 0, end: text.length }, mentions);
  return Object.fromEntries(mentions.map(({ skillId }, index) => [skillId, levelSaid(stated[index] ?? []).level]));
}

test.each<[string, Record<string, number | null>]>([
  ['Expert in Python and familiar with Go', { python: 4, go: 1 }],
  ['Python (Advanced), Java, SQL - Intermediate', { python: 3, java: null, sql: 2 }],
  ['Expert: Python, Java', { python: 4, java: 4 }],
  ['Strong hands-on experience with SQL', { sql: 3 }],
  ['Machine learning and deep learning', { 'machine-learning': null, 'deep-learning': null }],
  ['Basic knowledge of Docker', { docker: 1 }],
  ['पायथन की अच्छी जानकारी', { python: null }],
  ['उन्नत पायथन', { python: 3 }],
])('%s', (text, expected) => {
  expect(levels(text)).toEqual(expected);
});

test('years are read with their words, by their lower bound', () => {
  const text = '3-5 years of strong experience in Python, SQL (2 years)';
  const mentions = findSkills(taxonomy, text);
  expect(statedLevels(text, { start: 0, end: text.length }, mentions).map(levelSaid)).toEqual([{ level: 3, years: 3 }, { level: null, years: 2 }]);
});

test.each([[0.5, 1], [1, 2], [2.9, 2], [3, 3], [6, 3], [7, 4]])('%d years ask for level %d', (years, level) => {
  expect(levelOfYears(years)).toBe(level);
});
