import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AnswerError, AnswerLanguageError, judgeAnswer, judgeByRubric, type Answer, type BlankQuestion, type ChoiceQuestion, type OrderQuestion, type OutputQuestion, type RubricPoint, type TextQuestion } from './index.ts';

const base = { id: 'git-a', skillId: 'git', level: 1, ask: 'What happens?', code: null, explanation: 'Because.', hints: ['a', 'b', 'c'], source: 'Pro Git' } as const;
const several: ChoiceQuestion = {
  ...base, kind: 'multiple', options: [
    { text: 'a', right: true, misconception: null }, { text: 'b', right: true, misconception: null },
    { text: 'c', right: false, misconception: 'c is so' }, { text: 'd', right: false, misconception: 'd is so' },
  ],
};
const one: ChoiceQuestion = { ...several, kind: 'single', options: several.options.map((option, at) => (at === 1 ? { ...option, right: false, misconception: 'b is so' } : option)) };

describe('a choice', () => {
  test.each<[string, number[], number, boolean, string[]]>([
    ['all right ones', [0, 1], 1, true, []],
    ['half of them', [0], 0.5, false, []],
    ['a right and a wrong one', [0, 2], 0, false, ['c is so']],
    ['everything', [0, 1, 2, 3], 0, false, ['c is so', 'd is so']],
    ['nothing', [], 0, false, []],
  ])('of several: %s', (_, chosen, score, right, misconceptions) => {
    expect(judgeAnswer(several, { kind: 'multiple', chosen })).toEqual({ score, right, misconceptions, rubric: null });
  });

  test('of one: right or wrong, and a wrong one says what is believed', () => {
    expect(judgeAnswer(one, { kind: 'single', chosen: [0] })).toMatchObject({ score: 1, right: true });
    expect(judgeAnswer(one, { kind: 'single', chosen: [1] })).toMatchObject({ score: 0, right: false, misconceptions: ['b is so'] });
  });

  test.each<[string, Answer]>([
    ['an option that is not there', { kind: 'single', chosen: [7] }],
    ['two options where one is asked for', { kind: 'single', chosen: [0, 1] }],
    ['an answer of another kind', { kind: 'text', text: 'a' }],
  ])('refuses %s', (_, answer) => {
    expect(() => judgeAnswer(one, answer)).toThrow(AnswerError);
  });
});

describe('an order', () => {
  const question: OrderQuestion = { ...base, kind: 'order', items: ['first', 'second', 'third', 'fourth'], misconception: 'The order is another.' };
  test.each<[number[], number]>([[[0, 1, 2, 3], 1], [[1, 0, 2, 3], 5 / 6], [[3, 2, 1, 0], 0]])('%j has %d of the pairs right', (order, score) => {
    expect(judgeAnswer(question, { kind: 'order', order })).toMatchObject({ score, right: score === 1 });
  });

  test('an order and its reverse share all pairs', () => {
    fc.assert(fc.property(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (order) => {
      const score = (given: number[]) => judgeAnswer(question, { kind: 'order', order: given }).score;
      expect(score(order) + score(order.toReversed())).toBeCloseTo(1);
    }));
  });

  test.each([[[0, 1, 2]], [[0, 0, 1, 2]], [[0, 1, 2, 9]]])('refuses %j', (order) => {
    expect(() => judgeAnswer(question, { kind: 'order', order })).toThrow(AnswerError);
  });
});

describe('what a program prints', () => {
  const question: OutputQuestion = { ...base, kind: 'output', code: { language: 'python', text: 'print(1)\nprint(2)' }, output: '1\n2', mistakes: [{ answer: '1 2', misconception: 'print ends with a blank.' }] };
  test.each([['1\n2', true], ['1\r\n2\r\n', true], ['1  \n2', true], ['12', false], ['1 2', false]])('%j', (text, right) => {
    expect(judgeAnswer(question, { kind: 'output', text }).right).toBe(right);
  });
  test('a common mistake says what is believed', () => {
    expect(judgeAnswer(question, { kind: 'output', text: '1 2' }).misconceptions).toEqual(['print ends with a blank.']);
  });
});

describe('a gap', () => {
  const question: BlankQuestion = { ...base, kind: 'blank', accepted: ['rebase', 'git rebase'], mistakes: [{ answer: 'merge', misconception: 'Merging makes a straight line.' }] };
  const long: BlankQuestion = { ...question, accepted: ['reconciliation'], mistakes: [{ answer: 'reconciliations', misconception: 'There are several.' }] };
  test.each([['rebase', true], [' Rebase ', true], ['`git  rebase`', true], ['merge', false], ['rebas', false], ['', false]])('%j', (text, right) => {
    expect(judgeAnswer(question, { kind: 'blank', text }).right).toBe(right);
  });
  test('a slip in a long word is forgiven, unless it makes a known mistake', () => {
    expect(judgeAnswer(long, { kind: 'blank', text: 'reconcilation' }).right).toBe(true);
    expect(judgeAnswer(long, { kind: 'blank', text: 'reconciliations' })).toMatchObject({ right: false, misconceptions: ['There are several.'] });
  });
});

const rubric: RubricPoint[] = [
  { point: 'A key must be hashable.', phrases: ['hashable', 'has a hash', 'hash value'], weight: 2 },
  { point: 'A list can change.', phrases: ['list mutable', 'list can change'], weight: 1 },
  { point: 'A tuple cannot change.', phrases: ['tuple immutable', 'tuple does not change', 'tuple never changes'], weight: 1 },
];

describe('words judged by a rubric', () => {
  test.each<[string, string, number]>([
    ['all points, in other forms of the words', 'Keys need to be hashable. Lists are mutable, whereas tuples are immutable.', 1],
    ['a negation that the phrase asks for', 'A tuple does not change after it was made.', 0.25],
    ['a negation that turns the point round', 'A list is not mutable.', 0],
    ['words far apart say nothing', `A list is one thing; ${'and then there is another thing, '.repeat(6)} mutable.`, 0],
    ['words of two sentences are not put together', 'A list is long. Something mutable is nice.', 0],
    ['nothing', '', 0],
    ['another subject', 'Round brackets are shorter to type than square ones.', 0],
  ])('%s', (_, answer, coverage) => {
    expect(judgeByRubric(rubric, answer).coverage).toBe(coverage);
  });

  /** Each by itself: a list can change, a tuple does not. */
  test.each<[string, string, number]>([
    ['"not only" denies nothing', 'Lists are not only ordered but mutable.', 0.25],
    ['a denial of another statement before a comma', 'A tuple stays the same and does not grow, a list is mutable.', 0.25],
    ['a denial of another statement before "but"', 'Strings do not change, but lists can change.', 0.25],
    ['a denial of the effect, before its reason', 'It will not stay the same because a list is mutable.', 0.25],
    ['a condition that is denied', 'If it is not frozen, lists can change.', 0.25],
    ['"without" reaches the next thing only', 'Without any copy at all in memory, a list can change.', 0.25],
    ['"no" and a comma', 'No, a list is mutable.', 0.25],
    ['a denied point', 'Lists are not mutable.', 0],
    ['a denied point, contracted', "A list isn't mutable.", 0],
    ['a denied point, with "never"', 'A list can never change.', 0],
    ['a denied point, with "cannot"', 'I am sure that a list cannot change.', 0],
    ['a denied point, with "hardly"', 'A list is hardly mutable.', 0],
    ['a point that is called untrue before', 'It is not true that a list is mutable.', 0],
    ['a point that is called untrue behind', 'That a list is mutable is not true.', 0],
    ['a point that is called a myth', 'It is a myth that lists can change.', 0],
    ['a denial that is denied', 'It is not true that a tuple never changes.', 0],
    ['a denial that is denied, of the other kind', 'It is wrong to say that a list is not mutable.', 0.25],
    ['a doubt', "I don't think that a list is mutable.", 0],
    ['the point asked for by a denial', 'A tuple never changes, whereas strings do.', 0.25],
    ['the words of a denial without it', 'A tuple changes.', 0],
    ['other forms of the words', 'Any list could be changed.', 0.25],
  ])('a negation is read with its reach: %s', (_, answer, coverage) => {
    expect(judgeByRubric(rubric, answer).coverage).toBe(coverage);
  });

  describe('in Hindi', () => {
    const hindi: RubricPoint[] = [
      { point: 'सूची बदली जा सकती है।', phrases: ['सूची बदल सकती', 'सूची परिवर्तनशील', 'list बदल सकते'], weight: 1 },
      { point: 'टपल नहीं बदलता।', phrases: ['टपल नहीं बदलता', 'टपल अपरिवर्तनीय', 'tuple नहीं बदल'], weight: 1 },
    ];
    test.each<[string, string, number]>([
      ['both points', 'सूची को बाद में बदला जा सकता है। टपल कभी नहीं बदलता।', 1],
      ['other forms and spellings', 'सूचियाँ परिवर्तनशील होती हैं', 0.5],
      ['words of both languages', 'हम list को बदल सकते हैं, क्योंकि वह mutable है।', 0.5],
      ['"not" behind the verb', 'सूची बदल नहीं सकती।', 0],
      ['"not" before the verb', 'सूची कभी नहीं बदलती।', 0],
      ['the point asked for by "not"', 'एक बार बना tuple नहीं बदलता।', 0.5],
      ['the words of a denial without it', 'टपल बदलता है।', 0],
      ['"not only"', 'सूची न केवल क्रमबद्ध है, सूची परिवर्तनशील भी है।', 0.5],
      ['a denial of another statement', 'टपल अपरिवर्तनीय है लेकिन सूची बदल सकती है।', 1],
      ['a point that is called untrue', 'सूची परिवर्तनशील है, यह सच नहीं।', 0.5],
      ['something else', 'मुझे नहीं पता।', 0],
    ])('%s', (_, answer, coverage) => {
      expect(judgeByRubric(hindi, answer).coverage).toBe(coverage);
    });
  });

  test.each<[string, string, boolean]>([
    ['in Hindi alone', 'कुंजी का हैश होना चाहिए और सूची बदल सकती है।', true],
    ['in Hindi with the terms of the subject', 'Key hashable होनी चाहिए, और list mutable होती है जबकि tuple immutable रहता है।', false],
    ['in English', 'I do not know.', false],
    ['with nothing in it', '', false],
    ['of signs', '?!', false],
  ])('an answer %s is beyond an English rubric: %s', (_, text, isBeyond) => {
    const question: TextQuestion = { ...base, kind: 'text', rubric, modelAnswer: '', weakAnswer: '', misconception: 'Only texts can be keys.' };
    const judge = () => judgeAnswer(question, { kind: 'text', text });
    if (isBeyond) expect(judge).toThrow(AnswerLanguageError);
    else expect(judge).not.toThrow();
  });

  test('100,000 letters are judged in a moment', () => {
    const started = performance.now();
    judgeByRubric(rubric, 'list not tuple change key '.repeat(4000));
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test('a made point shows the sentence that makes it', () => {
    expect(judgeByRubric(rubric, 'First of all: hello. Each key has a hash.').points[0]).toEqual({ point: 'A key must be hashable.', made: true, by: 'Each key has a hash.' });
  });

  test('a sentence more never lowers the coverage', () => {
    const sentence = fc.constantFrom('Keys are hashable.', 'Lists are not mutable.', 'Lists can change.', 'Tuples never change.', 'I do not know.', 'कुंजी हैश होती है।');
    fc.assert(fc.property(fc.array(sentence), sentence, (before, added) => {
      const coverage = (parts: string[]) => judgeByRubric(rubric, parts.join(' ')).coverage;
      expect(coverage([...before, added])).toBeGreaterThanOrEqual(coverage(before));
    }));
  });

  test('an answer counts as right from three fifths on', () => {
    const question: TextQuestion = { ...base, kind: 'text', rubric, modelAnswer: '', weakAnswer: '', misconception: 'Only texts can be keys.' };
    expect(judgeAnswer(question, { kind: 'text', text: 'It is hashable, and a tuple is immutable.' })).toMatchObject({ score: 0.75, right: true, misconceptions: [] });
    expect(judgeAnswer(question, { kind: 'text', text: 'It is hashable.' })).toMatchObject({ score: 0.5, right: false, misconceptions: ['Only texts can be keys.'] });
  });
});
