import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assessAnswer } from './assess-answer.ts';
import { countedSeconds, creditAfterHints, creditOf, priorOf } from './item-prior.ts';
import { levelOfAbility, placementEnds, placementFrom } from './placement.ts';
import type { Answer, ChoiceQuestion, OrderQuestion, Question, TextQuestion } from './question.ts';
import { judgeAnswer } from './judge-answer.ts';
import { answerInOwnOrder, placesOf, rightAnswerOf, showQuestion } from './show-question.ts';

const base = { id: 'git-a', skillId: 'git', ask: 'What?', code: null, explanation: 'Because.', hints: ['a', 'b', 'c'], source: 'Pro Git' } as const;
const choice: ChoiceQuestion = { ...base, level: 3, kind: 'multiple', options: ['a', 'b', 'c', 'd'].map((text, at) => ({ text, right: at < 2, misconception: at < 2 ? null : `${text} is so` })) };
const single: ChoiceQuestion = { ...choice, kind: 'single', level: 1, options: choice.options.map((option, at) => ({ ...option, right: at === 0, misconception: at === 0 ? null : 'no' })) };
const order: OrderQuestion = { ...base, level: 2, kind: 'order', items: ['first', 'second', 'third', 'fourth'], misconception: 'the other way' };
const text: TextQuestion = {
  ...base, level: 2, kind: 'text', modelAnswer: '', weakAnswer: '', misconception: 'A branch is a copy.',
  rubric: [{ point: 'pointer', phrases: ['branch is a pointer'], weight: 1 }, { point: 'cheap', phrases: ['making one is cheap'], weight: 1 }],
};
const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });

describe('a question as it is shown', () => {
  test('has every part once, in the same order for the same seed', () => {
    fc.assert(fc.property(seeds, fc.constantFrom<Question>(choice, single, order), (seed, question) => {
      const { parts } = showQuestion(question, seed);
      expect(parts).toEqual(showQuestion(question, seed).parts);
      expect(parts.toSorted()).toEqual(('items' in question ? question.items : question.options.map((option) => option.text)).toSorted());
    }));
  });
  test('never shows an order in the right order', () => {
    fc.assert(fc.property(seeds, (seed) => { expect(showQuestion(order, seed).parts).not.toEqual(order.items); }));
  });
  test('stands in every order about as often', () => {
    const first = Array.from({ length: 4000 }, (_, seed) => placesOf(single, seed * 7919)[0]);
    for (const place of [0, 1, 2, 3]) expect(first.filter((one) => one === place).length / first.length).toBeCloseTo(0.25, 1);
  });
  test('gets its right answer back as right, by the places that were shown', () => {
    fc.assert(fc.property(seeds, fc.constantFrom(choice, single, order), (seed, question) => {
      const { places } = rightAnswerOf(question, seed);
      const answer: Answer = question.kind === 'order' ? { kind: 'order', order: places } : { kind: question.kind, chosen: places };
      expect(judgeAnswer(question, answerInOwnOrder(question, seed, answer)).right).toBe(true);
    }));
  });
  test('has no place beyond those that it shows', () => {
    expect(() => judgeAnswer(choice, answerInOwnOrder(choice, 5, { kind: 'multiple', chosen: [9] }))).toThrow('no such option');
  });
});

describe('an assessment', () => {
  test.each([
    ['a fact', single, { kind: 'single', chosen: [0] }, 0, 100, 'surface', 35],
    ['facts joined', choice, { kind: 'multiple', chosen: [0, 1] }, 0, 100, 'deep', 80],
    ['facts joined after a hint', choice, { kind: 'multiple', chosen: [0, 1] }, 1, 100, 'intermediate', 68],
    ['half of them', choice, { kind: 'multiple', chosen: [0] }, 0, 50, 'intermediate', 40],
    ['points that are named', text, { kind: 'text', text: 'A branch is a pointer. Making one is cheap.' }, 0, 100, 'intermediate', 60],
    ['points that are used', text, { kind: 'text', text: 'A branch is a pointer. So making one is cheap because a file is written.' }, 0, 100, 'deep', 80],
    ['a text beside the point', text, { kind: 'text', text: 'It is a folder.' }, 0, 0, 'surface', 0],
    ['"I do not know"', choice, null, 0, 0, 'surface', 0],
  ] as const)('of %s', (_what, question, answer, hints, accuracy, name, value) => {
    const assessed = assessAnswer(question, answer, hints);
    expect(assessed).toMatchObject({ accuracy, depth: { name, value } });
    expect(assessed.depth.reasons.reduce((sum, { effect }) => sum + effect, 0)).toBe(value);
  });
  test('supposes nothing of who says that they do not know', () => {
    expect(assessAnswer(text, null, 0)).toMatchObject({ misconceptions: [], right: false, rubric: { coverage: 0 } });
  });
  test('is never deeper with more hints', () => {
    fc.assert(fc.property(fc.constantFrom<[Question, Answer]>([choice, { kind: 'multiple', chosen: [0] }], [order, { kind: 'order', order: [0, 1, 3, 2] }], [text, { kind: 'text', text: 'A branch is a pointer.' }]), fc.integer({ min: 0, max: 2 }), ([question, answer], hints) => {
      expect(assessAnswer(question, answer, hints + 1).depth.value).toBeLessThanOrEqual(assessAnswer(question, answer, hints).depth.value);
    }));
  });
});

describe('what an answer counts for', () => {
  test.each([[1, 1], [5 / 6, 2 / 3], [0.5, 0], [0.2, 0]])('an order with %d of its pairs right: %d', (score, credit) => {
    expect(creditOf(order, { score })).toBeCloseTo(credit, 6);
  });
  test('a hint never raises it', () => {
    for (const hints of [0, 1, 2] as const) expect(creditAfterHints(1, (hints + 1) as 1 | 2 | 3)).toBeLessThan(creditAfterHints(1, hints));
  });
  test('whoever was away is not counted as working', () => {
    expect([countedSeconds('single', 30), countedSeconds('single', 50_000), countedSeconds('text', -3)]).toEqual([30, 160, 0]);
  });
  test('its author\'s word: the level says how hard it is, the form how often one guesses', () => {
    expect([priorOf(single), priorOf(choice), priorOf(text)]).toMatchObject([{ difficulty: -1.5, guessing: 0.25 }, { difficulty: 0.5, guessing: 0.1 }, { difficulty: -0.5, guessing: 0 }]);
  });
});

describe('a placement', () => {
  const answers = (rightUpTo: number) => Array.from({ length: 12 }, (_, at) => {
    const level = ((at % 4) + 1) as 1 | 2 | 3 | 4;
    return { level, item: { discrimination: 1.22, difficulty: level - 2.5, guessing: 0 }, score: level <= rightUpTo ? 1 : 0 };
  });
  test.each([[-3, 0], [-0.81, 0], [-0.8, 1], [0.2, 2], [1.2, 3], [2.2, 4]])('ability %d is level %d', (ability, level) => { expect(levelOfAbility(ability)).toBe(level); });
  test('is higher the more is right, with the level in its interval', () => {
    const placed = [0, 1, 2, 3, 4].map((level) => placementFrom(answers(level)));
    for (const { level, lowest, highest, reasons } of placed) {
      expect(lowest).toBeLessThanOrEqual(level);
      expect(highest).toBeGreaterThanOrEqual(level);
      expect(reasons).toHaveLength(5);
    }
    expect(placed.map(({ ability }) => ability.mean)).toEqual(placed.map(({ ability }) => ability.mean).toSorted((a, b) => a - b));
  });
  test('ends when enough is known, not before five questions and not after twelve', () => {
    expect([placementEnds(answers(2).slice(0, 4)), placementEnds(answers(2)), placementEnds(Array.from({ length: 6 }, () => ({ item: { discrimination: 3, difficulty: 0, guessing: 0 }, score: 0.5 })))]).toEqual([false, true, true]);
  });
});
