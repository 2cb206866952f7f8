import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { abilityFrom, chanceOfRight, estimateItem, information, mostInformative, unknownAbility, type ItemParameters } from './item-response.ts';

const item = (difficulty: number, discrimination = 1, guessing = 0): ItemParameters => ({ difficulty, discrimination, guessing });
const items = fc.record({ difficulty: fc.double({ min: -3, max: 3, noNaN: true }), discrimination: fc.double({ min: 0.3, max: 3, noNaN: true }), guessing: fc.constantFrom(0, 0.25) });
const responses = fc.array(fc.record({ item: items, score: fc.constantFrom(0, 0.5, 1) }), { maxLength: 25 });

test.each([
  [0, item(0), 0.5], [1, item(1), 0.5], [1, item(0), 0.7311], [1, item(0, 2), 0.8808], [-9, item(0, 1, 0.25), 0.2501], [0, item(0, 1, 0.25), 0.625],
])('the chance of a right answer at ability %d', (ability, parameters, chance) => {
  expect(chanceOfRight(ability, parameters)).toBeCloseTo(chance, 4);
});

test('a question says most about those for whom it is as hard as they are able; guessing makes it say less', () => {
  expect(information(0, item(0, 2))).toBeCloseTo(1, 6);
  expect(information(1, item(0, 2))).toBeLessThan(information(0, item(0, 2)));
  expect(information(0, item(0, 2, 0.25))).toBeLessThan(information(0, item(0, 2)));
});

describe('the ability', () => {
  test('of somebody who has answered nothing is what was believed before', () => {
    const { mean, deviation } = abilityFrom([]);
    expect(mean).toBeCloseTo(0, 6);
    expect(deviation).toBeCloseTo(1, 3);
  });

  test('rises with a right answer and falls with a wrong one, and is never surer by less than it was', () => {
    fc.assert(fc.property(responses, items, (before, next) => {
      const { mean } = abilityFrom(before);
      expect(abilityFrom([...before, { item: next, score: 1 }]).mean).toBeGreaterThanOrEqual(mean - 1e-9);
      expect(abilityFrom([...before, { item: next, score: 0 }]).mean).toBeLessThanOrEqual(mean + 1e-9);
    }));
  });

  test('does not depend on the order of the answers', () => {
    fc.assert(fc.property(responses, (given) => {
      expect(abilityFrom(given.toReversed()).mean).toBeCloseTo(abilityFrom(given).mean, 9);
    }));
  });

  test('is told by a hard question more than by an easy one when it is right', () => {
    const after = (difficulty: number) => abilityFrom([{ item: item(difficulty), score: 1 }]).mean;
    expect(after(2)).toBeGreaterThan(after(-2));
  });
});

describe('the next question', () => {
  const bank = [-2, -1, 0, 1, 2].map((difficulty) => item(difficulty, 2));
  test.each<[string, number[], number]>([['somebody unknown gets one of medium difficulty', [], 2], ['who is right gets a harder one', [1, 1, 1, 1], 3], ['who is wrong gets an easier one', [0, 0, 0, 0], 1]])('%s', (_, scores, expected) => {
    expect(mostInformative(bank, scores.map((score) => ({ item: item(0, 2), score })), 0)).toBe(expected);
  });

  test('is one of the four best, by chance, and none when there are none', () => {
    expect(new Set([0, 0.3, 0.6, 0.99].map((chance) => mostInformative(bank, [], chance))).size).toBe(4);
    expect(mostInformative([], [], 0.5)).toBe(-1);
  });
});

describe('the parameters of a question', () => {
  test('are its author\'s until somebody has answered', () => {
    expect(estimateItem(item(0.7, 1.3, 0.25), [])).toEqual(expect.objectContaining({ guessing: 0.25, difficulty: expect.closeTo(0.7, 6) as number, discrimination: expect.closeTo(1.3, 6) as number }));
  });

  test('come near to what they are when many have answered', () => {
    const truth = item(1.2, 1.6, 0.2);
    const answers = Array.from({ length: 4000 }, (_, at) => {
      const ability = -3 + (6 * (at % 200)) / 199;
      return { ability, score: chanceOfRight(ability, truth) };
    });
    const found = estimateItem(item(0, 1, 0.2), answers);
    expect(found.difficulty).toBeCloseTo(1.2, 1);
    expect(found.discrimination).toBeCloseTo(1.6, 1);
  });

  test('of a question that everybody gets right stay on the scale', () => {
    const found = estimateItem(item(0), Array.from({ length: 1000 }, () => ({ ability: 0, score: 1 })));
    expect(found.difficulty).toBeGreaterThanOrEqual(-4);
    expect(found.difficulty).toBeLessThan(-0.5);
  });
});

test('twenty questions chosen for a person tell more than twenty taken as they come', () => {
  const bank = Array.from({ length: 120 }, (_, at) => item(-3 + (6 * at) / 119, 1.5));
  const truth = 1.4;
  const fixed = bank.filter((_, at) => at % 6 === 0).slice(0, 20).map((each) => ({ item: each, score: chanceOfRight(truth, each) }));
  const chosen: { item: ItemParameters; score: number }[] = [];
  for (let at = 0; at < 20; at += 1) {
    const left = bank.filter((each) => !chosen.some((one) => one.item === each));
    const next = left[mostInformative(left, chosen, 0, unknownAbility)] as ItemParameters;
    chosen.push({ item: next, score: chanceOfRight(truth, next) });
  }
  expect(abilityFrom(chosen).deviation).toBeLessThan(0.8 * abilityFrom(fixed).deviation);
});
