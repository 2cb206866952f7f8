import { loadKnowledge } from '@cairn/knowledge';
import { describe, expect, test } from 'vitest';
import { acceptedNeighbours, strangers } from './gold/skill-neighbours.ts';
import { splitTitleCases } from './gold/split-titles.ts';
import { isPlaceRight } from './quality-places.ts';
import { foundOf } from './quality-read-back.ts';

const ids = new Set(loadKnowledge().skills.map(({ id }) => id));

describe('the tables that a reader wrote', () => {
  test('name skills that there are, nobody their own neighbour, 50 of them', () => {
    const lists = Object.entries(acceptedNeighbours).map(([id, list]) => ({ id, others: list.split(' ') }));
    expect(lists).toHaveLength(50);
    expect(lists.flatMap(({ id, others }) => [id, ...others]).filter((id) => !ids.has(id))).toEqual([]);
    expect(lists.filter(({ id, others }) => others.includes(id) || new Set(others).size < others.length)).toEqual([]);
    expect(strangers.flat().filter((id) => !ids.has(id))).toEqual([]);
  });

  test('have each title once', () => {
    expect(new Set(splitTitleCases.map(([title]) => title)).size).toBe(splitTitleCases.length);
  });
});

describe('a place is right', () => {
  const pune = { kind: 'city', name: 'Pune', state: 'Maharashtra', country: 'IN', latitude: 18.52, longitude: 73.86, confidence: 0.9, remote: false, alternatives: [] } as const;
  const truth = { kind: 'city', country: 'IN', latitude: 18.6, longitude: 73.7 } as const;
  test.each([
    ['within 50 km', pune, truth, true],
    ['not farther', { ...pune, latitude: 19.2 }, truth, false],
    ['not in another country', { ...pune, country: 'PK' }, truth, false],
    ['not when it is said to be remote and is not', { ...pune, remote: true }, truth, false],
    ['not of another kind', pune, { kind: 'state', country: 'IN', name: 'Maharashtra' } as const, false],
    ['when nothing is named and there is nothing', null, { kind: 'none' } as const, true],
    ['not when nothing is read', null, truth, false],
  ])('%s', (_rule, read, wanted, right) => {
    expect(isPlaceRight(read, wanted)).toBe(right);
  });
});

test('a defect is named by what costs points, each code once', () => {
  const reason = (code: string, effect: number) => ({ what: { code, params: {} }, effect, evidence: [] });
  const parts = [{ part: 'formatting' as const, score: 90, weight: 1, reasons: [reason('a', -5), reason('a', -5), reason('b', 0)] }];
  expect(foundOf({ named: ['a'] }, { parts })).toEqual({ expected: ['a'], besides: [], named: ['a'] });
});
