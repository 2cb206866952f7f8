import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeAnswer } from '../judge-answer.ts';
import { questionKey } from './question-key.ts';
import { readQuestionRows, rowFaults, type ReadRow } from './read-question-rows.ts';

type CellsOf = Readonly<Record<string, unknown>>;
const wishes = { level: 2, countsFrom: null } as const;
const read = (...rows: CellsOf[]): readonly ReadRow[] => readQuestionRows(rows.map((cells, at) => ({ line: at + 2, cells })), wishes).rows;
const rightOf = (row: ReadRow | undefined): string[] | string => {
  if (row === undefined) return 'no row';
  if (row.fault !== null) return row.fault;
  return row.question.kind === 'blank' ? [...row.question.accepted] : row.question.options.filter(({ right }) => right).map(({ text }) => text);
};

const capital = 'What is the capital of Karnataka?';
const cities = { A: 'Mysuru', B: 'Bengaluru', C: 'Hubballi' };

describe('a question is found whichever way its file writes it', () => {
  it.each<[string, CellsOf]>([
    ['options by letter in an object', { question: capital, options: cities, answer: 'B' }],
    ['options as columns, answer as letter', { Question: capital, 'Option A': 'Mysuru', 'Option B': 'Bengaluru', 'Option C': 'Hubballi', 'Correct Answer': 'b' }],
    ['options as columns, answer as text', { question_text: capital, opt1: 'Mysuru', opt2: 'Bengaluru', opt3: 'Hubballi', correct: ' bengaluru ' }],
    ['columns that are letters, answer in brackets', { q: capital, a: 'Mysuru', b: 'Bengaluru', c: 'Hubballi', key: '(B)' }],
    ['a list, answer as number from 1', { question: capital, choices: ['Mysuru', 'Bengaluru', 'Hubballi'], answer: 2 }],
    ['a list, answer as index', { question: capital, choices: ['Mysuru', 'Bengaluru', 'Hubballi'], answer_index: 1 }],
    ['labels of its own', { question: capital, choices: { text: ['Mysuru', 'Bengaluru'], label: ['1', '2'] }, answerKey: '2' }],
    ['a nested question', { question: { stem: capital, choices: [{ text: 'Mysuru', label: 'A' }, { text: 'Bengaluru', label: 'B' }] }, answerKey: 'B' }],
    ['marked options', { ask: capital, options: [{ text: 'Mysuru', isCorrect: false }, { text: 'Bengaluru', isCorrect: true }] }],
    ['right and wrong ones apart', { question: capital, correct_answer: 'Bengaluru', incorrect_answers: ['Mysuru', 'Hubballi'] }],
    ['wrong ones as columns', { question: capital, distractor1: 'Mysuru', distractor2: 'Hubballi', correct_answer: 'Bengaluru' }],
    ['a JSON list in a cell', { question: capital, options: '["Mysuru", "Bengaluru"]', answer: 'B' }],
    ['a Python list in a cell', { question: capital, options: "['Mysuru', 'Bengaluru']", answer: 'Bengaluru' }],
    ['options parted by bars', { question: capital, options: 'Mysuru|Bengaluru|Hubballi', answer: '2' }],
    ['lettered options in one text', { question: capital, options: 'a) Mysuru b) Bengaluru c) Hubballi', answer: 'B' }],
    ['letters before the options', { question: capital, choices: ['A) Mysuru', 'B) Bengaluru'], answer: 'B) Bengaluru' }],
    ['Hindi columns', { 'प्रश्न': capital, 'विकल्प': 'Mysuru;Bengaluru', 'उत्तर': 'Bengaluru' }],
    ['no options', { question: capital, answer: 'Bengaluru' }],
  ])('%s', (_case, cells) => {
    const [row] = read(cells);
    expect(rightOf(row)).toEqual(['Bengaluru']);
    expect(row).toMatchObject({ fault: null });
  });
});

describe('several right ones', () => {
  it.each([['A, C'], ['AC'], ['A;C'], ['a and c'], ['1,3'], ['Mysuru|Hubballi'], ['["A","C"]']])('%s', (answer) => {
    expect(rightOf(read({ question: capital, options: cities, answer })[0])).toEqual(['Mysuru', 'Hubballi']);
  });
  it('as a list', () => { expect(rightOf(read({ question: capital, options: Object.values(cities), answer: ['Mysuru', 'Hubballi'] })[0])).toEqual(['Mysuru', 'Hubballi']); });
});

describe('numbers of answers', () => {
  const numbered = (answer: number): CellsOf => ({ question: `${capital} ${String(answer)}`, options: ['one', 'two', 'three'], answer });
  it('count from 0 in the whole file where one of them is 0', () => {
    expect(read(numbered(0), numbered(2)).map(rightOf)).toEqual([['one'], ['three']]);
  });
  it('count from 1 elsewhere', () => { expect(read(numbered(1), numbered(3)).map(rightOf)).toEqual([['one'], ['three']]); });
  it('count as the office says', () => {
    const { rows, countsFrom } = readQuestionRows([{ line: 1, cells: numbered(1) }], { level: 2, countsFrom: 0 });
    expect([rightOf(rows[0]), countsFrom]).toEqual([['two'], 0]);
  });
  it('are the text of an option first', () => { expect(rightOf(read({ question: '2 + 2?', options: ['2', '3', '4', '5'], answer: 4 })[0])).toEqual(['4']); });
});

describe('what is wrong with a row is said', () => {
  const two = { question: capital, options: ['Mysuru', 'Bengaluru'] };
  it.each<[string, string, CellsOf]>([
    ['no-question', 'no question', { question: '  ', options: cities, answer: 'A' }],
    ['no-answer', 'no answer', two],
    ['no-answer', 'an answer of blanks', { ...two, answer: ' ' }],
    ['answer-not-among-options', 'a letter beyond the options', { ...two, answer: 'D' }],
    ['answer-not-among-options', 'a text that is none of them', { ...two, answer: 'Delhi' }],
    ['answer-not-among-options', 'a number beyond them', { ...two, answer: 7 }],
    ['all-right', 'every option right', { ...two, answer: 'A,B' }],
    ['options-alike', 'an option twice', { question: capital, options: ['Mysuru', 'Mysuru', 'Bengaluru'], answer: 'C' }],
    ['too-many-options', 'eleven options', { question: capital, options: Array.from({ length: 11 }, (_, at) => `city ${String(at)}`), answer: 'A' }],
    ['answer-too-long', 'a free answer, which has no rubric', { question: 'What is learning?', answer: 'A process by which experience leads to a change in what somebody can do.' }],
    ['too-long', 'a question of 5,000 letters', { ...two, question: 'x'.repeat(5000), answer: 'A' }],
    ['too-long', 'an explanation of 5,000 letters', { ...two, answer: 'A', explanation: 'x'.repeat(5000) }],
  ])('%s: %s', (fault, _case, cells) => { expect(read(cells)[0]).toMatchObject({ fault }); });
});

it('keeps markup as text, and takes out what cannot be stored', () => {
  const [row] = read({ question: '<script>alert(1)</script> is \u0000what?', code: '\n  if (a) {\r\n    b();\n', options: ['<b>x</b>', '{{y}}'], answer: 'A', hint: 'Look', level: 'Hard', skill: 'Python', explanation: '=HYPERLINK("x")' });
  expect(row).toMatchObject({ skill: 'Python', question: { ask: '<script>alert(1)</script> is what?', code: { language: 'text', text: '  if (a) {\n    b();' }, level: 3, hints: ['Look'], explanation: '=HYPERLINK("x")' } });
});

it('answers true and false are a choice of the two', () => { expect(read({ question: 'Is it?', answer: false })[0]).toMatchObject({ question: { kind: 'single', options: [{ text: 'True', right: false }, { text: 'False', right: true }] } }); });

describe('a key', () => {
  const asked = (ask: string, options: string[], code: string | null = null) => questionKey({ kind: 'single', ask, code: code === null ? null : { language: 'js', text: code }, options: options.map((text) => ({ text })) });
  it('is the same for other case, blanks and order of options', () => { expect(asked('Which is  TRUE?', ['b', 'A'])).toBe(asked('which is true?', ['a', 'b'])); });
  it('differs where a short question stands over other options or other code', () => {
    expect(asked('Which is true?', ['a', 'b'])).not.toBe(asked('Which is true?', ['c', 'd']));
    expect(asked("What's the output?", ['1', '2'], 'f(1)')).not.toBe(asked("What's the output?", ['1', '2'], 'F(1)'));
  });
});

const anyCell = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.boolean(), fc.array(fc.string(), { maxLength: 5 }), fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.boolean())));
const anyRow = fc.dictionary(fc.constantFrom('question', 'options', 'answer', 'A', 'B', 'C', 'correct_answer', 'incorrect_answers', 'code', 'hint', 'level', '__proto__', 'x'), anyCell);

it('whatever the cells hold, a row is a fault that has a name or a question whose own answer is right', () => {
  fc.assert(fc.property(fc.array(anyRow, { maxLength: 4 }), (rows) => {
    for (const row of read(...rows)) {
      if (row.fault !== null) {
        expect(rowFaults).toContain(row.fault);
        continue;
      }
      const question = { ...row.question, id: 'x-1', skillId: 'x' };
      const answer = question.kind === 'blank' ? { kind: 'blank', text: question.accepted[0] ?? '' } as const : { kind: question.kind, chosen: question.options.flatMap(({ right }, at) => (right ? [at] : [])) };
      expect(judgeAnswer(question, answer).right).toBe(true);
    }
  }), { numRuns: 500 });
});
