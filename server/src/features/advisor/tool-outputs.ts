/** The forms in which the advisor's tools answer: what is stored, replayed and told to a model. */
import { reasonForm } from '@cairn/contracts';
import type { ChangesSeen, ExerciseSeen, GapSeen, ResourcesSeen, SkillsSeen, TimeSeen } from '@cairn/engine/advisor';
import { z } from 'zod';

const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
const proficiency = z.union([z.literal(0), level]);
const skill = { skillId: z.string(), name: z.string() };
const reasons = z.array(reasonForm);

export const told = {
  'analyse-skills': z.object({ total: z.int(), skills: z.array(z.object({ ...skill, level: proficiency })) }) satisfies z.ZodType<SkillsSeen>,
  'find-gap': z.object({
    roleId: z.string(), role: z.string(), weightedMatchPercentage: z.number(), musts: z.int(), openMusts: z.array(z.string()),
    missing: z.array(z.object({ ...skill, requirement: z.enum(['must', 'should', 'nice']), requiredLevel: level, weightedMatchIfLearned: z.number(), reasons })),
    lower: z.array(z.object({ ...skill, userLevel: proficiency, requiredLevel: level })), reasons,
  }) as z.ZodType<GapSeen>,
  'estimate-time': z.object({ roleId: z.string(), role: z.string(), hoursPerWeek: z.int(), totalHours: z.number(), totalWeeks: z.int(), steps: z.array(z.object({ ...skill, level, hours: z.number() })), reasons }) as z.ZodType<TimeSeen>,
  adjust: z.object({ hours: z.array(z.object({ hoursPerWeek: z.int(), totalWeeks: z.int() })), longest: z.array(z.object({ ...skill, hours: z.number() })) }) as z.ZodType<ChangesSeen>,
  'search-resources': z.object({ resources: z.array(z.object({ resourceId: z.string(), title: z.string(), provider: z.string(), url: z.string(), kind: z.string(), cost: z.string(), hours: z.number() })) }) as z.ZodType<ResourcesSeen>,
  exercise: z.object({ questionId: z.string(), skillId: z.string(), skill: z.string(), level, ask: z.string() }) as z.ZodType<ExerciseSeen>,
  hint: z.object({ text: z.string() }),
  assess: z.object({ right: z.boolean(), score: z.number().min(0).max(1), misconceptions: z.array(z.string()) }),
} as const;
