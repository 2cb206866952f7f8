import type { AiSkillsWords } from '@cairn/contracts';
import { z } from 'zod';
import { cacheSeconds, definePrompt } from '../../../platform/llm/prompt.ts';
import { inLanguage, onlyWords, type AnswerLanguage } from './in-language.ts';

export interface SkillsPromptInput {
  readonly language: AnswerLanguage;
  readonly role: { readonly name: string; readonly summary: string };
  readonly met: readonly string[];
  readonly partial: readonly { readonly skillId: string; readonly name: string }[];
  readonly missing: readonly { readonly skillId: string; readonly name: string }[];
  /** The order in which to learn. */
  readonly order: readonly string[];
  /** Texts from outside; null: none. */
  readonly about: string | null;
  readonly resume: string | null;
}

const words = z.string().trim().min(1).max(500);

export const skillsPrompt = definePrompt<SkillsPromptInput, AiSkillsWords>({
  name: 'ai-skills', version: 1, maxOutputTokens: 1800, temperature: 0.3, cacheSeconds: cacheSeconds.research, shared: false, echoesNumbers: false,
  output: z.strictObject({
    overview: z.string().trim().min(1).max(900),
    skills: z.array(z.strictObject({ skillId: z.string().max(80), advice: words, example: words })).max(30),
  }),
  render: ({ language, role, met, partial, missing, order, about, resume }, fence) => ({
    system: [
      'A student has been compared with what a role asks for. You add words to the finished comparison and nothing else: what it means as a whole, and for each skill that is missing or there in part how to begin with it, and one small thing to make that shows it.',
      inLanguage[language], onlyWords, fence.rule,
      'Where such material tells of what the student has done, you may build on it in your examples.',
      'Answer with one JSON object: {"overview": "…", "skills": [{"skillId": "…", "advice": "…", "example": "…"}]}.',
    ].join('\n'),
    user: [
      `Role: ${role.name}. ${role.summary}`, `Has: ${met.join(', ') || 'none of them'}`,
      `Has in part: ${JSON.stringify(partial)}`, `Lacks: ${JSON.stringify(missing)}`, `Order of learning: ${order.join(', ')}`,
      ...(about === null ? [] : [fence.data('what-the-student-writes', about)]),
      ...(resume === null ? [] : [fence.data('resume', resume)]),
    ].join('\n'),
  }),
});
