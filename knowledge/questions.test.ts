import { judgeByRubric, type ChoiceQuestion, type Lesson, type Question } from '@cairn/engine/learning';
import { describe, expect, test } from 'vitest';
import { loadKnowledge } from './load.ts';
import { loadLearningMaterial, readLearningMaterial } from './load-questions.ts';
import { guessable, validateMaterial } from './validate-questions.ts';

const said = (problems: readonly { entry: string; message: string; code: string }[]) => problems.map(({ entry, message, code }) => `${entry}: ${message} (${code})`);

describe('the shipped questions and lessons', () => {
  const material = loadLearningMaterial();
  const skillIds = new Set(loadKnowledge().skills.map(({ id }) => id));

  test('hold together, have no copies, and cannot be guessed by length, place or wording', () => {
    expect(said(validateMaterial(material, skillIds))).toEqual([]);
  });

  test('are as many as were promised: 2,000 over 60 skills, 150 lessons, every kind and level', () => {
    expect(material.questions.length).toBeGreaterThanOrEqual(2000);
    expect(new Set(material.questions.map(({ skillId }) => skillId)).size).toBeGreaterThanOrEqual(60);
    expect(material.lessons.length).toBeGreaterThanOrEqual(150);
    expect(new Set(material.questions.map(({ kind }) => kind))).toEqual(new Set(['single', 'multiple', 'order', 'text', 'output', 'blank']));
    expect(new Set(material.questions.map(({ level }) => level))).toEqual(new Set([1, 2, 3, 4]));
  });

  test('have model answers that make every point, and weak ones that make less than half', () => {
    const failing = material.questions.filter((question) => question.kind === 'text').filter(({ rubric, modelAnswer, weakAnswer }) => judgeByRubric(rubric, modelAnswer).coverage < 1 || judgeByRubric(rubric, weakAnswer).coverage >= 0.5);
    expect(failing.map(({ id }) => id)).toEqual([]);
  });
});

const choice = (id: string, options: ChoiceQuestion['options'], more: Partial<ChoiceQuestion> = {}): ChoiceQuestion => ({
  id, skillId: 'git', level: 1, kind: 'single', ask: `What does the command of ${id} do to the repository?`, code: null, options,
  explanation: 'It writes the index into a new commit, which is what this test needs.', hints: ['Think of the index.', 'Think of what the log shows.', 'It makes a commit.'], source: 'Pro Git', ...more,
});
const right = (text: string) => ({ text, right: true, misconception: null });
const wrong = (text: string) => ({ text, right: false, misconception: 'Some belief that is not so.' });

describe('each rule fires', () => {
  const codesOf = (questions: readonly Question[], lessons: readonly Lesson[] = []) =>
    new Set(validateMaterial({ questions, lessons }, new Set(['git'])).filter(({ code }) => code !== 'material.too-few').map(({ code }) => code));

  test('a single question has exactly one right option, and each wrong one says what one then believes', () => {
    expect(codesOf([choice('git-a', [right('commits'), wrong('pushes'), wrong('pulls')])])).toEqual(new Set());
    expect(codesOf([choice('git-a', [right('commits'), right('pushes'), wrong('pulls')])])).toEqual(new Set(['material.options']));
    expect(codesOf([choice('git-a', [right('commits'), { text: 'pushes', right: false, misconception: null }, wrong('pulls')])])).toEqual(new Set(['material.options']));
    expect(codesOf([choice('git-a', [right('commits'), wrong('all of the above'), wrong('pulls')])])).toEqual(new Set(['material.options']));
  });

  test('the first two hints do not say the answer', () => {
    const question = choice('git-a', [right('commits'), wrong('pushes'), wrong('pulls')], { hints: ['It commits, what else?', 'Think of what the log shows.', 'It commits.'] });
    expect(codesOf([question])).toEqual(new Set(['material.hint-tells']));
  });

  test('a question that says what another says is a copy', () => {
    const options = [right('writes the staged changes into a new commit'), wrong('sends commits to the remote'), wrong('takes commits from the remote')];
    expect(codesOf([choice('git-a', options, { ask: 'What does git commit do to the repository you stand in?' }), choice('git-b', options, { ask: 'What does git commit do to the repository that you stand in?' })])).toContain('material.alike');
  });

  test('a bank in which the longest option is right is found out', () => {
    const fair = Array.from({ length: 20 }, (_, at) => choice(`git-${at}`, [0, 1, 2, 3].map((place) => (place === at % 4 ? right('same length') : wrong('same width!')))));
    const lengthy = fair.map((question) => ({ ...question, options: question.options.map((option) => (option.right ? right('the same length and then a good deal more') : option)) }));
    expect(guessable('bank', fair, 0.08)).toEqual([]);
    expect(said(guessable('bank', lengthy, 0.08))).toEqual(['bank: taking the longest option hits 100 % of 20, chance is 25 % (material.guessable)']);
  });

  test('an unknown skill, an id of another skill, a gap that is missing', () => {
    const blank: Question = { id: 'svn-a', skillId: 'svn', level: 1, kind: 'blank', ask: 'Which command makes a commit?', code: null, accepted: ['commit'], mistakes: [{ answer: 'push', misconception: 'Sending is committing.' }], explanation: 'It writes the index into a new commit.', hints: ['Think of it.', 'Think again of it.', 'It begins with c.'], source: 'Pro Git' };
    expect(codesOf([blank])).toEqual(new Set(['material.unknown-skill', 'material.gap']));
    expect(codesOf([choice('other-a', [right('commits'), wrong('pushes'), wrong('pulls')])])).toEqual(new Set(['material.id']));
  });

  test('a lesson has 300 to 800 words, a worked example, no links, and checks of its own skill', () => {
    const lesson: Lesson = { id: 'git-commits', skillId: 'git', title: 'Commits', level: 1, minutes: 5, text: 'Too short, see [here](https://example.com).', checks: ['git-a'], sources: ['Pro Git'] };
    expect(codesOf([], [lesson])).toEqual(new Set(['material.lesson-length', 'material.lesson-parts', 'material.lesson-checks']));
  });
});

test('a fault of form names the file, the entry and the field', () => {
  const source = { file: 'questions/git.yaml', kind: 'questions' as const, text: '- id: git-a\n  kind: single\n  level: 5\n' };
  expect(() => readLearningMaterial([source])).toThrow(/questions\/git\.yaml:3 git-a level: a level is 1, 2, 3 or 4/);
  expect(() => readLearningMaterial([{ file: 'lessons/git/git-a.md', kind: 'lessons', text: 'no head' }])).toThrow(/lessons\/git\/git-a\.md: must begin with a head/);
});
