/** What the columns of a question file mean, by the names that they go by in files of many makers. */
import { fold } from '../../text/index.ts';

const words = {
  ask: ['question', 'questiontext', 'questionstem', 'ask', 'stem', 'prompt', 'problem', 'text', 'query', 'q', 'title', 'प्रश्न', 'सवाल'],
  code: ['code', 'snippet', 'codesnippet', 'sourcecode'],
  codeLanguage: ['codelanguage', 'programminglanguage', 'lang'],
  options: ['options', 'choices', 'alternatives', 'answers', 'answeroptions', 'answerchoices', 'possibleanswers', 'विकल्प'],
  wrong: ['incorrectanswers', 'wronganswers', 'distractors', 'incorrectoptions'],
  answerIndex: ['answerindex', 'answeridx', 'correctindex', 'correctidx', 'correctanswerindex', 'correctoptionindex'],
  answer: ['answer', 'correct', 'correctanswer', 'correctanswers', 'correctoption', 'correctoptions', 'correctchoice', 'answerkey', 'key', 'right', 'rightanswer', 'solution', 'cop', 'label', 'target', 'उत्तर', 'सहीउत्तर'],
  explanation: ['explanation', 'rationale', 'feedback', 'reason', 'why', 'exp', 'support', 'व्याख्या'],
  hints: ['hints', 'hint', 'hint1', 'hint2', 'hint3', 'संकेत'],
  level: ['level', 'difficulty', 'difficultylevel', 'स्तर', 'कठिनाई'],
  skill: ['skill', 'skillname', 'skillid', 'topic', 'subject', 'subjectname', 'category', 'section', 'कौशल', 'विषय'],
  source: ['source', 'reference', 'स्रोत'],
} as const;
type Meaning = keyof typeof words;

const optionName = /^(?:option|opt|choice|alternative|answer|ans|op)([a-j]|10|[1-9])$/;
const wrongName = /^(?:distractor|incorrectanswer|wronganswer|incorrect|wrong)\d$/;
const letterName = /^[a-j]$/;

export interface Columns extends Readonly<Record<Meaning, readonly string[]>> {
  /** Columns that hold one option each, in their order. */
  readonly optionCells: readonly string[];
  /** Columns that hold one wrong option each. */
  readonly wrongCells: readonly string[];
}

/** "Option A", "option_a" and "OPTION-A" are one name. */
export const columnKey = (name: string): string => fold(name).replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '');

/** Every meaning names its columns in the order of `words`, since a file may have two that fit ("correct_answer" and "label"). */
export function columnsOf(names: readonly string[]): Columns {
  const keyed = names.map((name) => ({ name, key: columnKey(name) }));
  const named = (fits: (key: string) => boolean): string[] => keyed.filter(({ key }) => fits(key)).map(({ name }) => name);
  const byPlace = (pattern: RegExp): string[] => keyed.filter(({ key }) => pattern.test(key))
    .sort((a, b) => placeIn(pattern, a.key) - placeIn(pattern, b.key)).map(({ name }) => name);
  const inOrder = (meaning: Meaning): string[] => words[meaning].flatMap((word) => named((key) => key === word));
  const numbered = byPlace(optionName);
  const letters = byPlace(letterName);
  const meanings = Object.fromEntries((Object.keys(words) as Meaning[]).map((meaning) => [meaning, inOrder(meaning)])) as Record<Meaning, string[]>;
  return { ...meanings, optionCells: numbered.length >= 2 ? numbered : letters.length >= 2 ? letters : [], wrongCells: named((key) => wrongName.test(key)) };
}

function placeIn(pattern: RegExp, key: string): number {
  const mark = pattern.exec(key)?.[1] ?? key;
  return /\d/.test(mark) ? Number(mark) : mark.charCodeAt(0);
}
