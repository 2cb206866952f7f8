import type { AiQuizWords } from '@cairn/contracts';
import { z } from 'zod';
import { cacheSeconds, definePrompt } from '../../../platform/llm/prompt.ts';
import { inLanguage, onlyWords, type AnswerLanguage } from './in-language.ts';

export interface QuizPromptInput {
  readonly language: AnswerLanguage;
  readonly skill: string;
  readonly questions: readonly { readonly id: string; readonly ask: string; readonly code: string | null; readonly right: readonly string[]; readonly explanation: string }[];
}

export const quizPrompt = definePrompt<QuizPromptInput, AiQuizWords>({
  name: 'ai-quiz', version: 1, maxOutputTokens: 2000, temperature: 0.2, cacheSeconds: cacheSeconds.learningMaterial, shared: true, echoesNumbers: false,
  output: z.strictObject({ explanations: z.array(z.strictObject({ id: z.string().max(120), text: z.string().trim().min(1).max(700) })).max(20) }),
  render: ({ language, skill, questions }, fence) => ({
    system: [
      'Each of these questions comes with its right answer and the reason why it is right. Say each reason again in other, simpler words, for somebody who got it wrong. The right answer stays as it is: add no other answer and no further claim.',
      inLanguage[language], onlyWords, fence.rule,
      'Answer with one JSON object: {"explanations": [{"id": "…", "text": "…"}]}.',
    ].join('\n'),
    user: `Skill: ${skill}\nQuestions: ${JSON.stringify(questions)}`,
  }),
});
