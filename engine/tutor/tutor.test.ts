import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer, ChoiceQuestion, Lesson, OrderQuestion, Question, TextQuestion } from '../learning/index.ts';
import { afterAct, afterMove, chooseExercise, chooseWorked, contradicts, explanationsOf, exerciseOf, guideOn, isAnswer, isCircling, isFinished, judgeAttempt, readAnswer, rightAnswerText, seedOf, standingAtBegin, wishIn, type Act, type Move, type Standing } from './index.ts';

const base = { skillId: 'sql', level: 1, ask: 'Which one?', code: null, explanation: 'Because it is so.', hints: ['One.', 'Two.', 'Three.'], source: 'A book' } as const;
const single: ChoiceQuestion = { ...base, id: 'sql-single', kind: 'single', options: ['where', 'having', 'limit'].map((text, at) => ({ text, right: at === 0, misconception: at === 0 ? null : `Believes in ${text}` })) };
const multiple: ChoiceQuestion = { ...single, id: 'sql-multiple', kind: 'multiple', options: single.options.map((option, at) => ({ ...option, right: at < 2 })) };
const order: OrderQuestion = { ...base, id: 'sql-order', kind: 'order', items: ['from', 'where', 'select'], misconception: 'Believes in reading order' };
const text: TextQuestion = { ...base, id: 'sql-text', kind: 'text', rubric: [{ point: 'Says that an index is sorted', phrases: ['index sorted'], weight: 1 }], modelAnswer: 'An index is sorted.', weakAnswer: 'It is fast.', misconception: 'Believes in magic' };

const placeOf = (question: ChoiceQuestion | OrderQuestion, seed: number, part: string) => exerciseOf(question, seed).parts.indexOf(part);
const open = (hints = 0, tried: readonly string[] = []): Standing => ({ ...standingAtBegin(2), open: { questionId: 'sql-single', hints, tried } });
const write = (words: string): Act => ({ kind: 'text', text: words });
const ask = (what: 'hint' | 'explain' | 'next'): Act => ({ kind: 'ask', what });

describe('an exercise', () => {
  test('shows nothing of its answer', () => {
    expect(JSON.stringify(exerciseOf(single, 1))).not.toMatch(/right|misconception|Because|Three/);
  });
  test('is the nearest in level that was not shown, below before above', () => {
    const questions = ([1, 2, 3, 4] as const).map((level) => ({ id: `q${String(level)}`, level, kind: 'single' as const }));
    const chosen = (shown: string[]) => chooseExercise(questions, { level: 3, shown, seed: 1 })?.id;
    expect([chosen([]), chosen(['q3']), chosen(['q3', 'q2']), chosen(['q3', 'q2', 'q4']), chosen(['q1', 'q2', 'q3', 'q4'])]).toEqual(['q3', 'q2', 'q4', 'q1', undefined]);
  });
  test('differs between people, and is the same for one', () => {
    const questions = Array.from({ length: 30 }, (_, at) => ({ id: `q${String(at)}`, level: 1 as const, kind: 'single' as const }));
    const chosen = Array.from({ length: 20 }, (_, seed) => chooseExercise(questions, { level: 1, shown: [], seed })?.id);
    expect(new Set(chosen).size).toBeGreaterThan(5);
    expect(chosen).toEqual(Array.from({ length: 20 }, (_, seed) => chooseExercise(questions.toReversed(), { level: 1, shown: [], seed })?.id));
  });
  test('to look at is of the level or the one below, and the easiest form', () => {
    expect(chooseWorked([text, order, single], 1)).toBe(single);
    expect(chooseWorked([{ ...single, level: 3 }, { ...order, level: 1 }], 2)?.level).toBe(1);
    expect(chooseWorked([], 2)).toBeUndefined();
  });
});

describe('what somebody writes', () => {
  test.each([['B', 1], ['2', 1], ['option b', 1], ['b)', 1]])('%j names a place', (written, place) => {
    expect(readAnswer(single, 7, written)).toEqual({ kind: 'single', chosen: [place] });
  });
  test('may be the words of an option, several letters, or an order', () => {
    expect(readAnswer(single, 7, 'Where.')).toEqual({ kind: 'single', chosen: [placeOf(single, 7, 'where')] });
    expect(readAnswer(multiple, 7, 'a and c')).toEqual({ kind: 'multiple', chosen: [0, 2] });
    expect(readAnswer(order, 7, '3, 1, 2')).toEqual({ kind: 'order', order: [2, 0, 1] });
    expect(readAnswer(text, 7, 'An index.')).toEqual({ kind: 'text', text: 'An index.' });
  });
  test.each([['hello there', single], ['a b', single], ['z', single], ['1 2', order], ['', multiple], ['9', multiple]] as const)('%j is no answer', (written, question) => {
    expect(() => readAnswer(question, 7, written)).toThrow(expect.objectContaining({ name: 'AnswerError' }));
  });
  test('never makes anything but an answer or an AnswerError', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.constantFrom<Question>(single, multiple, order, text), fc.nat(), (written, question, seed) => {
      try { return judgeAttempt(question, seed, readAnswer(question, seed, written), { hints: 0 }).score <= 1; } catch (error) { return (error as Error).name === 'AnswerError'; }
    }));
  });
});

describe('a judgement', () => {
  test('of a right answer closes the question and says why', () => {
    const judged = judgeAttempt(single, 3, { kind: 'single', chosen: [placeOf(single, 3, 'where')] }, { hints: 0 });
    expect(judged).toMatchObject({ right: true, score: 1, closed: true, explanation: base.explanation, rightAnswer: 'where' });
  });
  test('of a wrong one says what it lets suppose, and nothing of the answer until every hint was given', () => {
    const wrong: Answer = { kind: 'single', chosen: [placeOf(single, 3, 'limit')] };
    expect(judgeAttempt(single, 3, wrong, { hints: 2 })).toMatchObject({ right: false, closed: false, explanation: null, rightAnswer: null, misconceptions: ['Believes in limit'] });
    expect(judgeAttempt(single, 3, wrong, { hints: 3 })).toMatchObject({ right: false, closed: true, rightAnswer: 'where' });
  });
  test('of an order has the right one line by line', () => {
    expect(rightAnswerText(order, 5)).toBe('from\nwhere\nselect');
    expect(rightAnswerText(text, 5)).toBe('An index is sorted.');
  });
  test('in words names the points that are made', () => {
    expect(judgeAttempt(text, 1, { kind: 'text', text: 'The index is sorted.' }, { hints: 0 }).points).toEqual([{ point: 'Says that an index is sorted', made: true }]);
  });
});

describe('the guide', () => {
  test.each([[write('b'), open(), true], [write('b?'), open(), true], [{ kind: 'answer', answer: { kind: 'single', chosen: [0] } }, open(), true], [write('b'), standingAtBegin(2), false], [ask('hint'), open(), false], [write('give me a hint'), open(), false], [write('यह क्या है, क्यों चाहिए?'), open(), true], [write('क्यों यह सही है?'), open(), false], [write('How does it work?'), open(), false]] as const)('knows an answer: %j', (act, standing, expected) => {
    expect(isAnswer(standing, act)).toBe(expected);
  });
  const judged = (right: boolean, closed: boolean) => ({ tool: 'assess', output: { right, closed }, failure: null });
  test.each([
    ['a wish for a hint', ask('hint'), open(), [], 'hint'], ['a hint without an exercise', ask('hint'), standingAtBegin(2), [], 'exercise'],
    ['an answer', write('b'), open(), [], 'assess'], ['a question back', write('But what is a join?'), open(), [], 'explain'], ['an unsure answer', write('b?'), open(), [], 'assess'], ['words without an exercise', write('what is a join'), standingAtBegin(2), [], 'explain'],
    ['the next one', ask('next'), open(), [], 'exercise'], ['a wish in words', write('give me a hint please'), open(), [], 'hint'],
    ['a wrong answer', write('b'), open(), [judged(false, false)], 'hint'], ['the last wrong answer', write('b'), open(), [judged(false, true)], 'exercise'],
    ['a right answer', write('b'), open(), [judged(true, true)], 'exercise'], ['what was no answer', write('x'), open(), [{ tool: 'assess', output: null, failure: 'tutor.not-an-answer' }], null],
    ['a hint that was given', ask('hint'), open(), [{ tool: 'hint', output: {}, failure: null }], null],
  ] as const)('on %s goes on with the right tool', (_what, act, standing, looked, expected) => {
    expect(guideOn(standing, act, looked)).toBe(expected);
  });
  test.each([['hint', 'hint'], ['Can you give me another hint?', 'hint'], ['help', 'hint'], ['explain', 'explain'], ['I don’t understand', 'explain'], ['next question', 'next'], ["I'm ready", 'next'], ['संकेत', 'hint'], ['समझ नहीं आया', 'explain'], ['अगला', 'next'],
    ['the next row is skipped because of limit', null], ['b', null], ['helpers are functions that do one thing and are called from many places in the code', null]])('reads %j as %s', (words, wish) => {
    expect(wishIn(words)).toBe(wish);
  });
  test('notices a circle: the same wrong answer, the same words, a third explanation with no try between', () => {
    expect(isCircling(open(1, ['1']), { kind: 'answer', answer: { kind: 'single', chosen: [1] } })).toBe(true);
    expect(isCircling(open(1, ['1']), { kind: 'answer', answer: { kind: 'single', chosen: [2] } })).toBe(false);
    expect(isCircling(afterAct(open(), write('What  is it')), write('what is it'))).toBe(true);
    const asked = [ask('explain'), ask('explain')].reduce(afterAct, open());
    expect([isCircling(afterAct(open(), ask('explain')), ask('explain')), isCircling(asked, ask('explain')), isCircling(asked, ask('hint'))]).toEqual([false, true, false]);
  });
  test('and leaves it by an easier question', () => {
    expect(afterMove(open(1, ['1']), { kind: 'say', message: { code: 'tutor.loop', params: {} } })).toMatchObject({ open: null, level: 1, rightInRow: 0, explainedInRow: 0 });
  });
});

describe('where a chat stands', () => {
  const exercise = (id: string): Move => ({ ...exerciseOf(single, 1), questionId: id });
  const judgement = (right: boolean, closed = true): Move => ({ kind: 'judgement', questionId: 'q', right, score: Number(right), misconceptions: [], points: [], closed, explanation: null, rightAnswer: null, tried: '1' });
  const after = (moves: readonly Move[], begun = standingAtBegin(3)) => moves.reduce(afterMove, begun);
  test('three right in a row at the level finish it', () => {
    expect(isFinished(after([1, 2].flatMap((at) => [exercise(String(at)), judgement(true)])))).toBe(false);
    const three = after([1, 2, 3].flatMap((at) => [exercise(String(at)), judgement(true)]));
    expect([isFinished(three), three.right, three.answered, three.open]).toEqual([true, 3, 3, null]);
  });
  test('a closed wrong answer goes a level down, two right without hints one up, never beyond what the chat is about', () => {
    const down = after([exercise('1'), judgement(false)]);
    expect(down.level).toBe(2);
    expect(after([exercise('2'), judgement(true), exercise('3'), judgement(true)], down).level).toBe(3);
    expect(after([exercise('2'), judgement(true), exercise('3'), { kind: 'hint', number: 1, text: '' }, judgement(true)], down).level).toBe(2);
    expect(after(Array.from({ length: 9 }, (_, at) => [exercise(String(at)), judgement(true)]).flat(), standingAtBegin(1)).level).toBe(1);
  });
  test('a try that is not the last leaves the question open and is remembered', () => {
    expect(after([exercise('1'), judgement(false, false)]).open).toEqual({ questionId: '1', hints: 0, tried: ['1'] });
  });
  test('is always within its bounds', () => {
    const move = fc.oneof(fc.constantFrom(exercise('a'), exercise('b')), fc.tuple(fc.boolean(), fc.boolean()).map(([right, closed]) => judgement(right, right || closed)), fc.constantFrom<Move>({ kind: 'hint', number: 2, text: '' }, { kind: 'say', message: { code: 'tutor.loop', params: {} } }));
    fc.assert(fc.property(fc.array(move), fc.constantFrom(1, 2, 3, 4), (moves, target) => {
      const { level, right, answered, rightInRow } = after(moves, standingAtBegin(target as 1));
      return level >= 1 && level <= target && right <= answered && rightInRow <= right;
    }));
  });
});

describe('a model that says of an answer', () => {
  test.each([
    ['Exactly right, well done!', false, true], ['That is not quite right yet.', false, false], ['Almost right.', false, false], ['Let us look at the hint.', false, false], ['बिल्कुल सही!', false, true], ['यह सही नहीं है।', false, false],
    ['Well done.', true, false], ['That is wrong.', true, true], ['Sorry, not correct.', true, true], ['यह गलत है', true, true], ['Great. It is not in the list of joins.', true, false],
    ['It is not easy. Your answer is correct.', false, true],
  ])('%j where it is %s contradicts: %s', (words, right, expected) => {
    expect(contradicts(words, { right })).toBe(expected);
  });
});

describe('an explanation', () => {
  const lesson = (id: string, level: 1 | 2 | 3): Lesson => ({ id, skillId: 'sql', title: `Lesson ${id}`, level, minutes: 5, text: 'It begins so.\n\n## Worked example\n\nDo this.\n\n## Try it\n\nAlone.', checks: [], sources: ['A book'] });
  test('comes in pieces of lessons, nearest level first, without what is to be done alone', () => {
    const pieces = explanationsOf({ lessons: [lesson('c', 3), lesson('a', 1)], questions: [single], level: 1, open: null });
    expect(pieces.map(({ title, text: words, lessonId }) => [lessonId, title, words])).toEqual([['a', 'Lesson a', 'It begins so.'], ['a', 'Worked example', 'Do this.'], ['c', 'Lesson c', 'It begins so.'], ['c', 'Worked example', 'Do this.']]);
  });
  test('comes from questions where there is no lesson, never from the one that is open', () => {
    expect(explanationsOf({ lessons: [], questions: [single, order], level: 1, open: 'sql-single' })).toEqual([{ kind: 'explanation', lessonId: null, title: order.ask, text: order.explanation, sources: ['A book'] }]);
  });
});

test('a seed is a whole number of 32 bits, the same for the same text', () => {
  fc.assert(fc.property(fc.string(), (word) => seedOf(word) === seedOf(word) && Number.isInteger(seedOf(word)) && seedOf(word) >= 0 && seedOf(word) < 2 ** 32));
});
