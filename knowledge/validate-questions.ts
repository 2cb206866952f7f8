/** What the form of a question or lesson cannot say: that it holds together, that it is no copy, and that it cannot be guessed. */
import type { ChoiceQuestion, Lesson, Question } from '@cairn/engine/learning';
import type { LearningMaterial } from './load-questions.ts';
import { repeated } from './problem.ts';

export interface MaterialProblem {
  readonly code:
    | 'material.id' | 'material.unknown-skill' | 'material.options' | 'material.gap' | 'material.hint-tells' | 'material.alike' | 'material.guessable'
    | 'material.too-few' | 'material.lesson-length' | 'material.lesson-parts' | 'material.lesson-checks';
  readonly entry: string;
  readonly message: string;
}

/** Every problem of the bank and the lessons; `skillIds` is what is known besides. */
export function validateMaterial({ questions, lessons }: LearningMaterial, skillIds: ReadonlySet<string>): MaterialProblem[] {
  return [
    ...idProblems(questions, lessons, skillIds),
    ...questions.flatMap((question) => questionProblems(question)),
    ...alikeQuestions(questions),
    ...[...Map.groupBy(questions, ({ skillId }) => skillId)].flatMap(([skillId, ofSkill]) => [...sizeProblems(skillId, ofSkill), ...guessable(`questions ${skillId}`, ofSkill, mostAboveChanceInSkill)]),
    ...guessable('all questions', questions, mostAboveChance),
    ...lessons.flatMap((lesson) => lessonProblems(lesson, questions)),
  ];
}

function idProblems(questions: readonly Question[], lessons: readonly Lesson[], skillIds: ReadonlySet<string>): MaterialProblem[] {
  const entries = [...questions, ...lessons];
  return [
    ...repeated(questions.map(({ id }) => id)).map((id): MaterialProblem => ({ code: 'material.id', entry: id, message: 'is written more than once' })),
    ...repeated(lessons.map(({ id }) => id)).map((id): MaterialProblem => ({ code: 'material.id', entry: id, message: 'is written more than once' })),
    ...repeated(lessons.map(({ title }) => title.toLowerCase())).map((title): MaterialProblem => ({ code: 'material.id', entry: title, message: 'is the title of two lessons' })),
    ...entries.filter(({ id, skillId }) => !id.startsWith(`${skillId}-`)).map(({ id, skillId }): MaterialProblem => ({ code: 'material.id', entry: id, message: `must begin with "${skillId}-"` })),
    ...[...new Set(entries.map(({ skillId }) => skillId))].filter((skillId) => !skillIds.has(skillId)).map((skillId): MaterialProblem => ({ code: 'material.unknown-skill', entry: skillId, message: 'is no skill that is known' })),
  ];
}

const gap = /(?<!_)___(?!_)/g;

function questionProblems(question: Question): MaterialProblem[] {
  const problem = (code: MaterialProblem['code'], message: string): MaterialProblem => ({ code, entry: question.id, message });
  return [
    ...(question.kind === 'single' || question.kind === 'multiple' ? optionFaults(question) : []).map((message) => problem('material.options', message)),
    ...(question.kind === 'order' && repeated(question.items).length > 0 ? [problem('material.options', 'has one item twice')] : []),
    ...(question.kind === 'blank' && `${question.ask}\n${question.code?.text ?? ''}`.match(gap)?.length !== 1 ? [problem('material.gap', 'needs exactly one gap written ___')] : []),
    ...question.hints.slice(0, 2).flatMap((hint, index) => rightTexts(question).filter((text) => text.length >= 4 && containsWords(hint, text)).map((text) => problem('material.hint-tells', `hint ${index + 1} already says "${text}"`))),
  ];
}

function optionFaults({ kind, options }: ChoiceQuestion): string[] {
  const rights = options.filter(({ right }) => right).length;
  return [
    ...(kind === 'single' && rights !== 1 ? [`has ${rights} right options, not one`] : []),
    ...(kind === 'multiple' && (rights < 2 || rights === options.length) ? ['needs two right options and a wrong one'] : []),
    ...options.filter(({ right, misconception }) => right !== (misconception === null)).map(({ text }) => `"${text}" must be right, or say the misconception behind it`),
    ...repeated(options.map(({ text }) => text.trim())).map((text) => `has the option "${text}" twice`),
    ...options.filter(({ text }) => /\b(?:all|none|both|neither) of (?:the|these|them)\b/i.test(text)).map(({ text }) => `"${text}" depends on the order of the options`),
  ];
}

function rightTexts(question: Question): readonly string[] {
  switch (question.kind) {
    case 'single': case 'multiple': return question.options.filter(({ right }) => right).map(({ text }) => text);
    case 'output': return [question.output];
    case 'blank': return question.accepted;
    case 'order': case 'text': return [];
  }
}

function containsWords(text: string, part: string): boolean {
  const at = text.toLowerCase().indexOf(part.toLowerCase());
  return at >= 0 && !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '') && !/[\p{L}\p{N}]/u.test(text[at + part.length] ?? '');
}

/** Share of common word triples (Jaccard) from which two questions are one. */
const alikeFrom = 0.5;

function alikeQuestions(questions: readonly Question[]): MaterialProblem[] {
  return [...Map.groupBy(questions, ({ skillId }) => skillId).values()].flatMap((ofSkill) => {
    const triples = ofSkill.map((question) => triplesOf(`${question.ask} ${question.code?.text ?? ''} ${rightTexts(question).join(' ')}`));
    return ofSkill.flatMap((question, at) => ofSkill.slice(at + 1).flatMap((other, after): MaterialProblem[] => {
      const share = jaccard(triples[at] ?? new Set(), triples[at + 1 + after] ?? new Set());
      return share < alikeFrom ? [] : [{ code: 'material.alike', entry: question.id, message: `says the same as ${other.id} (${Math.round(share * 100)} % of the word triples)` }];
    }));
  });
}

function triplesOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}_]+|[^\s\p{L}\p{N}]/gu) ?? [];
  return new Set(words.slice(2).map((word, at) => `${words[at] ?? ''} ${words[at + 1] ?? ''} ${word}`));
}

function jaccard(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = one.intersection(other).size;
  return common === 0 ? 0 : common / (one.size + other.size - common);
}

const fewestQuestions = 30;
const fewestOfLevel = 5;
const fewestKinds = 4;

function sizeProblems(skillId: string, questions: readonly Question[]): MaterialProblem[] {
  const problem = (message: string): MaterialProblem => ({ code: 'material.too-few', entry: `questions ${skillId}`, message });
  const thin = [1, 2, 3, 4].filter((level) => questions.filter((question) => question.level === level).length < fewestOfLevel);
  return [
    ...(questions.length < fewestQuestions ? [problem(`has ${questions.length} questions, at least ${fewestQuestions} are asked for`)] : []),
    ...thin.map((level) => problem(`has fewer than ${fewestOfLevel} questions of level ${level}`)),
    ...(new Set(questions.map(({ kind }) => kind)).size < fewestKinds ? [problem(`has fewer than ${fewestKinds} kinds of question`)] : []),
  ];
}

/** How much oftener than chance a way of guessing may hit, in the whole bank and in the few questions of one skill. */
const mostAboveChance = 0.08;
const mostAboveChanceInSkill = 0.25;
const fewestToMeasure = 10;

const absolute = /\b(?:always|never|only|all|none|every|must|impossible|cannot|any|entirely|completely)\b/gi;
const hedged = /\b(?:usually|often|may|might|can|sometimes|typically|generally|mostly)\b/gi;
const countOf = (pattern: RegExp) => ({ text }: { text: string }) => -(text.match(pattern)?.length ?? 0);

/** Ways to choose without knowing: each takes the option that it gives the highest number. */
const ways: Readonly<Record<string, (option: { readonly text: string }, index: number, question: ChoiceQuestion) => number>> = {
  'the longest option': ({ text }) => text.length,
  'the shortest option': ({ text }) => -text.length,
  'the option with the fewest absolute words': countOf(absolute),
  'the option with the most hedging words': ({ text }) => text.match(hedged)?.length ?? 0,
  'the option with most words of the question': ({ text }, _index, { ask }) => {
    const asked = new Set(ask.toLowerCase().match(/\p{L}{4,}/gu));
    return text.toLowerCase().match(/\p{L}{4,}/gu)?.filter((word) => asked.has(word)).length ?? 0;
  },
  ...Object.fromEntries([0, 1, 2, 3].map((position) => [`the option at place ${position + 1}`, (_option: { readonly text: string }, index: number) => Number(index === position)])),
};

/** Among questions with one right option: every way to guess that hits oftener than chance by more than `most`. Ties count by share. */
export function guessable(entry: string, questions: readonly Question[], most: number): MaterialProblem[] {
  const singles = questions.filter((question): question is ChoiceQuestion => question.kind === 'single');
  if (singles.length < fewestToMeasure) return [];
  const chance = mean(singles.map(({ options }) => 1 / options.length));
  return Object.entries(ways).flatMap(([way, score]): MaterialProblem[] => {
    const hits = mean(singles.map((question) => {
      const scores = question.options.map((option, index) => score(option, index, question));
      const best = Math.max(...scores);
      const taken = question.options.filter((_, index) => scores[index] === best);
      return taken.filter(({ right }) => right).length / taken.length;
    }));
    return hits <= chance + most ? [] : [{ code: 'material.guessable', entry, message: `taking ${way} hits ${Math.round(hits * 100)} % of ${singles.length}, chance is ${Math.round(chance * 100)} %` }];
  });
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function lessonProblems(lesson: Lesson, questions: readonly Question[]): MaterialProblem[] {
  const prose = lesson.text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu)?.length ?? 0;
  const own = new Set(questions.filter(({ skillId }) => skillId === lesson.skillId).map(({ id }) => id));
  const strangers = lesson.checks.filter((id) => !own.has(id));
  return [
    ...(prose < 300 || prose > 800 ? [{ code: 'material.lesson-length' as const, entry: lesson.id, message: `has ${prose} words, 300 to 800 are asked for` }] : []),
    ...(/^## Worked example/m.test(lesson.text) ? [] : [{ code: 'material.lesson-parts' as const, entry: lesson.id, message: 'has no section "## Worked example"' }]),
    ...(/\]\(|https?:|<\/?[a-z]+[ >]/i.test(withoutCode(lesson.text)) ? [{ code: 'material.lesson-parts' as const, entry: lesson.id, message: 'has a link or HTML outside its code' }] : []),
    ...strangers.map((id): MaterialProblem => ({ code: 'material.lesson-checks', entry: lesson.id, message: `is checked by ${id}, which is no question on ${lesson.skillId}` })),
  ];
}

const withoutCode = (markdown: string): string => markdown.replaceAll(/```[\s\S]*?```/g, '').replaceAll(/`[^`]*`/g, '');
