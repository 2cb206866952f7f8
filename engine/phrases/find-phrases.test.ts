import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPhrases, mostWords } from './find-phrases.ts';
import { fixtureModel } from './phrases.fixture.ts';
import { tagSentences } from './tag-sentences.ts';

const model = fixtureModel();
const found = (text: string): string[] => findPhrases(model, text).map(({ kind, text: written }) => `${kind}: ${written}`);

describe('phrases of a text', () => {
  test.each([
    ['what somebody does', 'You communicate with stakeholders and lead small teams.', ['skill: communicate with stakeholders', 'skill: lead small teams']],
    ['what is known', '- Knowledge of Kubernetes is a plus.', ['knowledge: Kubernetes']],
    ['what is known, on both sides of a comma', 'Trained in hydraulics, pumps.', ['knowledge: hydraulics', 'knowledge: pumps']],
    ['what is done, across a comma', 'Nurses assess patients, plan care.', ['skill: assess patients, plan care']],
    ['what is done, on both sides of a semicolon', 'Nurses assess patients; plan care.', ['skill: assess patients', 'skill: plan care']],
    ['nothing about benefits', 'We offer free lunch and health insurance.', []],
    ['nothing in nothing', ' \n\n ', []],
    ['no sign at its end', 'Ability to work independently.', ['skill: work independently']],
  ])('%s', (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test('say the sentence they stand in', () => {
    const text = 'Who we are\n\nAbility to work independently.';
    const [phrase] = findPhrases(model, text);
    expect(text.slice(phrase?.sentence.start, phrase?.sentence.end)).toBe('Ability to work independently.');
  });

  const words = fc.constantFrom('communicate', 'with', 'stakeholders', 'lead', 'small', 'teams', 'offshore', 'wind', 'soil', 'mechanics', 'Kubernetes', ',', ';', '.', '(', '"', '•', '\n', 'and', 'Ability', 'to', 'ﬁt', '👩‍🔬', 'कौशल');
  test('lie in order inside their sentence and the text, and never overlap within a kind', () => {
    fc.assert(fc.property(fc.oneof(fc.array(words, { maxLength: 60 }).map((own) => own.join(' ')), fc.string({ unit: 'grapheme', maxLength: 200 })), (text) => {
      const ends = { skill: 0, knowledge: 0 };
      let before = 0;
      for (const { kind, start, end, text: written, sentence, confidence } of findPhrases(model, text)) {
        expect(text.slice(start, end)).toBe(written);
        expect(start).toBeGreaterThanOrEqual(Math.max(before, ends[kind], sentence.start));
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(sentence.end);
        expect(confidence).toBeGreaterThan(0);
        expect(confidence).toBeLessThanOrEqual(1 + 1e-9);
        ends[kind] = end;
        before = start;
      }
    }));
  });

  test('are the same every time', () => {
    const text = 'You communicate with stakeholders.\nExperience with offshore wind.';
    expect(findPhrases(fixtureModel(), text)).toEqual(findPhrases(model, text));
  });
});

test('stand among the first words of a text, however long it is', () => {
  const sentence = 'Knowledge of Kubernetes is a plus.\n';
  expect(findPhrases(model, sentence.repeat(2 * mostWords))).toHaveLength(Math.ceil((mostWords - 2) / 7));
});

describe('words that are given', () => {
  test('are answered sentence for sentence, empty ones too', () => {
    expect(tagSentences(model, [[], 'Knowledge of Kubernetes is a plus .'.split(' '), []]).map((own) => own.map(({ start, end }) => [start, end]))).toEqual([[], [[2, 3]], []]);
  });

  test('longer than one reading are read on', () => {
    const long = [...Array.from({ length: 2500 }, () => 'and'), ...'Knowledge of Kubernetes is a plus .'.split(' ')];
    expect(tagSentences(model, [long])[0]?.map(({ start, end }) => long.slice(start, end))).toContainEqual(['Kubernetes']);
  });
});

/** For texts that would make a search that backtracks take minutes. */
const patienceMilliseconds = 60_000;
const letters = 100_000;
test.each([
  ['one word', 'x'], ['spaces', ' '], ['commas', ','], ['digits and commas', '1,'], ['brackets', '('], ['capitals', 'Ab'], ['words', 'lead teams '], ['lines', 'a\n'], ['signs', '-.'],
])('a text of %s alone is done with in time', (_, piece) => {
  findPhrases(model, piece.repeat(letters / piece.length));
}, patienceMilliseconds);
