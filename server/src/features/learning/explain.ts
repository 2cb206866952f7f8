/** The explanation of an answer in other words: a model's where one answers, else the author's. The verdict stays what it is. */
import type { Person } from '../../platform/http/person.ts';
import type { AnswerMeta, Llm, Question } from '../../platform/llm/llm.ts';
import type { LearningService } from './learning.service.ts';
import { givenInWords, rightInWords } from './present-session.ts';
import { explainAnswer } from './prompts/explain-answer.v1.ts';

export interface ExplainParts {
  readonly service: Pick<LearningService, 'answered'>;
  readonly llm: Pick<Llm, 'ask'>;
  readonly languageOf: (person: Person) => Promise<'en' | 'hi'>;
}

export async function explain({ service, llm, languageOf }: ExplainParts, person: Person, id: string, shownQuestionId: string, listener: Pick<Question<unknown, unknown>, 'signal' | 'onProgress'>): Promise<{ words: string | null; meta: AnswerMeta }> {
  const { shown: { question }, attempt } = await service.answered(person, id, shownQuestionId);
  const language = await languageOf(person);
  const input = {
    ask: question.ask, code: question.code?.text ?? '', given: givenInWords(question, attempt.answer), right: rightInWords(question), isRight: attempt.isRight, explanation: question.explanation ?? '',
    misconceptions: attempt.verdict.misconceptions, language: language === 'hi' ? 'Hindi' as const : 'English' as const,
  };
  const { output, meta } = await llm.ask({ prompt: explainAnswer, input, person, language, personal: [], allowed: '', ...listener });
  return { words: output?.words ?? question.explanation, meta };
}
