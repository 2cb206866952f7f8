import { expect, test } from 'vitest';
import { roleStages, titlesOfRole } from '@cairn/engine/knowledge';
import { compileTitleModel, splitTitle, titleSeniorities } from '@cairn/engine/titles';
import { iscoGroups } from './isco-groups.ts';
import { loadKnowledge } from './load.ts';
import { loadTitleTable } from './load-titles.ts';
import { withoutEsco } from './without-esco.ts';

const { roles } = loadKnowledge();
const occupations = new Map(compileTitleModel(loadTitleTable()).occupations.map(({ code, titles }) => [code, titles]));
const named = roles.map((role) => [role.id, role] as const);

test('ISCO-08 has 436 unit groups', () => {
  expect(iscoGroups.size).toBe(436);
  expect([...iscoGroups.keys()].filter((code) => !/^\d{4}$/.test(code))).toEqual([]);
});

test.each(named)('%s has a unit group of ISCO-08 that speaks of the same work', (_id, role) => {
  expect(iscoGroups.has(role.iscoCode ?? '')).toBe(true);
  const inGroup = [...occupations].filter(([code]) => code.startsWith(role.iscoCode ?? '')).flatMap(([, titles]) => titles);
  const ofGroup = wordsOf([iscoGroups.get(role.iscoCode ?? '') ?? '', ...inGroup]);
  expect([...wordsOf(titlesOfRole(role))].filter((word) => ofGroup.has(word))).not.toEqual([]);
});

test('every role has an occupation of ESCO, or a reason why not', () => {
  expect(roles.filter(({ escoCode }) => escoCode !== null && !occupations.has(escoCode)).map(({ id }) => id)).toEqual([]);
  expect(roles.filter(({ escoCode }) => escoCode === null).map(({ id }) => id).sort()).toEqual(Object.keys(withoutEsco).sort());
});

test.each(named)('%s is called something at every stage, and no beginner by what leads nor a leader by what learns', (_id, role) => {
  expect(roleStages.filter((stage) => role.seniority[stage].length < 2 && stage !== 'mid')).toEqual([]);
  expect(role.seniority.mid.length).toBeGreaterThanOrEqual(1);
  expect(role.seniority.entry.filter((title) => rankOf(title) >= rank('director'))).toEqual([]);
  expect([...role.seniority.senior, ...role.seniority.lead].filter((title) => rankOf(title) <= rank('trainee'))).toEqual([]);
});

test.each(named)('%s leads somewhere', (_id, role) => {
  expect(role.moves.length).toBeGreaterThanOrEqual(1);
});

test('a figure of pay says whose it is: earnings in the middle of their range, or the post that a scale is for', () => {
  const bands = roles.flatMap((role) => role.pay.map((band) => ({ role: role.id, ...band })));
  expect(bands.filter(({ basis, post, median }) => (basis === 'scale' ? post === null || median !== null : median === null))).toEqual([]);
  expect(bands.filter(({ source, url }) => source.length < 20 || !url.startsWith('https://'))).toEqual([]);
  expect(new Set(bands.map(({ country }) => country)).size).toBeGreaterThanOrEqual(3);
  const paid: Record<string, string[]> = Object.groupBy(bands.map(({ role, country, basis, post, source }) => [role, country, basis, post, source].join(' ')), (one) => one) as Record<string, string[]>;
  expect(Object.values(paid).filter(({ length }) => length > 1)).toEqual([]);
});

/** Beginnings of the words that say something of the work: a pharmacist and pharmacovigilance begin alike. */
function wordsOf(titles: readonly string[]): Set<string> {
  const empty = new Set(['with', 'other', 'elsewhere', 'classified', 'related', 'associate', 'assistant', 'senior', 'junior', 'trainee', 'graduate', 'lead', 'head', 'chief', 'professionals', 'officer', 'executive', 'manager', 'specialist', 'worker', 'workers', 'technician', 'technicians', 'operator', 'supervisor', 'coordinator']);
  return new Set(titles.flatMap((title) => title.toLowerCase().split(/[^\p{L}]+/u)).filter((word) => word.length > 3 && !empty.has(word)).map((word) => word.replace(/s$/, '').slice(0, 7)));
}

function rank(seniority: (typeof titleSeniorities)[number]): number {
  return titleSeniorities.indexOf(seniority);
}

function rankOf(title: string): number {
  return rank(splitTitle(title).seniority);
}
