import type { AiRoadmapWords } from '@cairn/contracts';
import { z } from 'zod';
import { cacheSeconds, definePrompt } from '../../../platform/llm/prompt.ts';
import { inLanguage, onlyWords, type AnswerLanguage } from './in-language.ts';

export interface RoadmapPromptInput {
  readonly language: AnswerLanguage;
  readonly role: { readonly name: string; readonly summary: string };
  readonly hoursPerWeek: number;
  readonly months: readonly { readonly month: number; readonly skills: string; readonly projects: readonly string[]; readonly canDo: readonly string[] }[];
  readonly tasks: readonly { readonly id: string; readonly text: string }[];
  /** Texts from outside; null: none. */
  readonly about: string | null;
  readonly resume: string | null;
}

const advice = z.string().trim().min(1).max(500);

export const roadmapPrompt = definePrompt<RoadmapPromptInput, AiRoadmapWords>({
  name: 'ai-roadmap', version: 1, maxOutputTokens: 2000, temperature: 0.3, cacheSeconds: cacheSeconds.research, shared: false, echoesNumbers: false,
  output: z.strictObject({
    overview: z.string().trim().min(1).max(900),
    months: z.array(z.strictObject({ month: z.int(), advice })).max(24),
    tasks: z.array(z.strictObject({ id: z.string().max(200), advice })).max(40),
  }),
  render: ({ language, role, hoursPerWeek, months, tasks, about, resume }, fence) => ({
    system: [
      'A student is shown a finished plan for learning a role. You add words to it and nothing else: what the whole way is like, for each month what to watch out for, and for each task of the first weeks how to go about it, with one concrete example.',
      inLanguage[language], onlyWords, fence.rule,
      'Where such material tells of what the student has done, you may build on it in your examples.',
      'Answer with one JSON object: {"overview": "…", "months": [{"month": 1, "advice": "…"}], "tasks": [{"id": "…", "advice": "…"}]}.',
    ].join('\n'),
    user: [
      `Role: ${role.name}. ${role.summary}`, `Hours a week: ${hoursPerWeek}`,
      `Months: ${JSON.stringify(months)}`, `Tasks of the first weeks: ${JSON.stringify(tasks)}`,
      ...(about === null ? [] : [fence.data('what-the-student-writes', about)]),
      ...(resume === null ? [] : [fence.data('resume', resume)]),
    ].join('\n'),
  }),
});
