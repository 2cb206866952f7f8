import { describe, expect, test } from 'vitest';
import { resultsPage } from './print.ts';
import type { BenchRow } from './row.ts';

const row = (facts: Partial<BenchRow>): string => resultsPage('quality', [{ id: 'a', label: 'A', value: 1, bar: 1, lowerIsBetter: true, n: 1, ...facts }]).split('\n').find((line) => line.includes('`a`')) ?? '';

describe('a bench row', () => {
  test.each<[string, Partial<BenchRow>, string]>([
    ['at its bar has passed', { value: 5, bar: 5 }, 'passed'],
    ['over an upper bar has missed', { value: 6, bar: 5 }, 'MISSED'],
    ['under a lower bar has missed', { value: 4, bar: 5, lowerIsBetter: false }, 'MISSED'],
    ['over a lower bar has passed', { value: 6, bar: 5, lowerIsBetter: false }, 'passed'],
    ['without a measurement says so', { value: null, bar: 5 }, 'data or tool absent'],
    ['without a measurement is no zero', { value: null }, '| data or tool absent |'],
  ])('%s', (_rule, facts, shown) => {
    expect(row(facts)).toContain(shown);
  });

  test('that was not measured has neither passed nor missed', () => {
    expect(row({ value: null, bar: 5 })).not.toMatch(/passed|MISSED/);
  });
});
