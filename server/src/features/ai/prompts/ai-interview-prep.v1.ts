import type { AiInterviewWords } from '@cairn/contracts';
import { z } from 'zod';
import { cacheSeconds, definePrompt } from '../../../platform/llm/prompt.ts';
import { inLanguage, onlyWords, type AnswerLanguage } from './in-language.ts';

export interface InterviewPromptInput {
  readonly language: AnswerLanguage;
  readonly role: { readonly name: string; readonly summary: string };
  readonly topics: readonly { readonly skillId: string; readonly name: string; readonly showThat: string | null; readonly questions: readonly string[] }[];
  /** The text of an ad, from outside; null: none. */
  readonly ad: string | null;
}

export const interviewPrompt = definePrompt<InterviewPromptInput, AiInterviewWords>({
  name: 'ai-interview-prep', version: 1, maxOutputTokens: 1800, temperature: 0.3, cacheSeconds: cacheSeconds.research, shared: false, echoesNumbers: false,
  output: z.strictObject({
    overview: z.string().trim().min(1).max(900),
    topics: z.array(z.strictObject({ skillId: z.string().max(80), tip: z.string().trim().min(1).max(500) })).max(20),
  }),
  render: ({ language, role, topics, ad }, fence) => ({
    system: [
      'A student prepares for an interview with finished topics and questions. You add words to them and nothing else: what such a talk is like, and for each topic a tip on how to answer well: what interviewers listen for, what an answer should show, what to leave out.',
      inLanguage[language], onlyWords, fence.rule,
      'Say nothing about a particular employer, its process or its people: you know nothing about them.',
      'Answer with one JSON object: {"overview": "…", "topics": [{"skillId": "…", "tip": "…"}]}.',
    ].join('\n'),
    user: [`Role: ${role.name}. ${role.summary}`, `Topics: ${JSON.stringify(topics)}`, ...(ad === null ? [] : [fence.data('job-ad', ad)])].join('\n'),
  }),
});
