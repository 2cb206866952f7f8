import { z } from 'zod';
import { cacheSeconds, definePrompt } from '../../../platform/llm/prompt.ts';

export interface AnswerToExplain {
  readonly ask: string;
  readonly code: string;
  readonly given: string;
  readonly right: string;
  readonly isRight: boolean;
  /** Empty where its author gives none. */
  readonly explanation: string;
  readonly misconceptions: readonly string[];
  readonly language: 'English' | 'Hindi';
}

/** Words beside a verdict that stands: it explains and encourages, and rates nothing. */
export const explainAnswer = definePrompt<AnswerToExplain, { words: string }>({
  name: 'explain-answer', version: 1,
  output: z.strictObject({ words: z.string().min(20).max(1200) }),
  maxOutputTokens: 500, temperature: 0.3, cacheSeconds: cacheSeconds.learningMaterial, shared: false,
  render: ({ ask, code, given, right, isRight, explanation, misconceptions, language }, fence) => ({
    system: [
      'You help somebody who has just answered a question of a quiz. The verdict is fixed: do not change it, and give no score, mark or percentage.',
      `Write in ${language}, to the person, in at most 120 words of plain text without links and without markup.`,
      isRight ? 'The answer is right. Say in one sentence what they understood, then explain the reason behind it once more, with a small example.' : 'The answer is not right. Say without blame what the answer takes for true, why that does not hold, and explain the right answer with a small example. End with one thing to try.',
      'Say nothing that the right answer or the explanation below contradicts.',
      fence.rule,
      'Answer in one JSON object {"words": "…"} and nothing else.',
    ].join('\n'),
    user: [
      fence.data('question', code === '' ? ask : `${ask}\n${code}`), fence.data('given answer', given), fence.data('right answer', right), ...(explanation === '' ? [] : [fence.data('explanation', explanation)]),
      ...(misconceptions.length === 0 ? [] : [fence.data('what the answer takes for true', misconceptions.join('\n'))]),
    ].join('\n'),
  }),
});
