import { expect, it } from 'vitest';
import { aGap } from './gap.fixture.ts';
import { adStretches, categoryAxes, countStandings, neediest, requirementRows } from './gap-model.ts';

it('a level below the one asked for is met in part', () => {
  const [sql] = aGap().matched;
  expect(countStandings(requirementRows(aGap({ matched: [{ ...sql!, userLevel: 1 }] })))).toEqual({ met: 0, partial: 1, missing: 2, total: 3 });
});

it('finds the share of a requirement that was met by an alternative', () => {
  const [sql] = aGap().matched;
  const rows = requirementRows(aGap({ matched: [{ ...sql!, skillId: 'postgresql', alternatives: [{ skillId: 'sql', name: 'SQL' }] }] }));
  expect(rows.find(({ skillId }) => skillId === 'postgresql')?.share).toBe(1);
});

it('an axis is the weight met of a category, the heaviest first', () => {
  const axes = categoryAxes(requirementRows(aGap()), (category) => category, (value) => `${String(value)} %`);
  expect(axes.map(({ key, value }) => [key, value])).toEqual([['database', 100], ['programming-language', 0], ['devops', 0]]);
});

it('cuts the ad into stretches that together are the whole text, each with what it asks for', () => {
  const gap = aGap();
  const rows = requirementRows(gap);
  const stretches = adStretches(gap.jobText!, rows);
  expect(stretches.map(({ text }) => text).join('')).toBe(gap.jobText);
  expect(stretches.map((stretch) => stretch.rows.map(({ name }) => name))).toEqual([['TypeScript', 'Docker'], [], ['SQL']]);
  expect(stretches.filter((stretch) => stretch.rows.length > 0).map((stretch) => neediest(stretch.rows))).toEqual(['missing', 'met']);
});
