/** Questions of the bank with their answers, as POST /ai/quiz answers them, and what of them a model gets to see. */
import type { AiQuiz, AiQuizWords } from '@cairn/contracts';
import { rightAnswerOf, seedOf, showQuestion, type BankQuestion } from '@cairn/engine/learning';
import { mutable } from '../../platform/mutable.ts';
import type { QuizPromptInput } from './prompts/ai-quiz.v1.ts';

type Presented = AiQuiz['questions'][number];

export function presentQuestion(question: BankQuestion): Presented {
  const { id, kind, level, ask, code, hints, explanation, source } = question;
  const head: Presented = { id, kind, level, ask, code: mutable(code), options: [], items: [], rightOrder: [], accepted: [], points: [], hints: [...hints], explanation, source };
  switch (question.kind) {
    case 'single': case 'multiple': return { ...head, options: mutable(question.options) };
    case 'order': {
      // `rightOrder` names, one after the other, the places at which the items stand here.
      const seed = seedOf(id);
      return { ...head, items: [...showQuestion(question, seed).parts], rightOrder: [...rightAnswerOf(question, seed).places] };
    }
    case 'output': return { ...head, accepted: [question.output] };
    case 'blank': return { ...head, accepted: [...question.accepted] };
    case 'text': return { ...head, accepted: [question.modelAnswer], points: question.rubric.map(({ point }) => point) };
  }
}

export function quizInput({ language, skill, questions }: AiQuiz): QuizPromptInput {
  return { language, skill, questions: questions.map((question) => ({ id: question.id, ask: question.ask, code: question.code?.text ?? null, right: rightOf(question), explanation: question.explanation })) };
}

function rightOf({ kind, options, items, rightOrder, accepted }: Presented): string[] {
  if (kind === 'single' || kind === 'multiple') return options.filter(({ right }) => right).map(({ text }) => text);
  return kind === 'order' ? rightOrder.map((at) => items[at] ?? '') : accepted.slice(0, 1);
}

export function quizWordsFor({ questions }: QuizPromptInput): (words: AiQuizWords) => AiQuizWords {
  const given = new Set(questions.map(({ id }) => id));
  return ({ explanations }) => ({ explanations: explanations.filter(({ id }) => given.delete(id)) });
}
