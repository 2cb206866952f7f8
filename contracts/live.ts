import { z } from 'zod';
import { message } from './common.ts';

/** What the socket /api/v1/live sends. A page that was away reloads; events only say what to look at again. */
export const liveEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hello'), heartbeatSeconds: z.int() }),
  z.object({ kind: z.literal('job.progress'), jobId: z.string(), name: z.string(), share: z.number().min(0).max(1), stage: z.string() }),
  z.object({ kind: z.literal('job.failed'), jobId: z.string(), name: z.string() }),
  z.object({ kind: z.literal('resume.changed'), resumeId: z.string(), state: z.enum(['reading', 'read', 'refused', 'erased']) }),
  z.object({ kind: z.literal('gap.changed'), skillGapId: z.string() }),
  z.object({ kind: z.literal('roadmap.changed'), roadmapId: z.string() }),
  z.object({ kind: z.literal('daily-plan.changed') }),
  z.object({ kind: z.literal('progress_update'), nextSteps: z.array(z.object({ kind: z.enum(['review', 'task', 'lesson']), id: z.string(), reason: z.string() })).max(3) }),
  z.object({ kind: z.literal('ai_suggestion'), priority: z.enum(['high', 'medium', 'low']), what: message }),
  z.object({ kind: z.literal('skills.changed') }),
  z.object({ kind: z.literal('learning.changed') }),
  z.object({ kind: z.literal('advisor.changed'), runId: z.string() }),
  z.object({ kind: z.literal('tutor.changed'), chatId: z.string() }),
  z.object({ kind: z.literal('knowledge.changed') }),
  z.object({ kind: z.literal('knowledge.import-changed'), importId: z.string() }),
  z.object({ kind: z.literal('study.changed') }),
  z.object({ kind: z.literal('questions.import-changed'), importId: z.string() }),
]);
export type LiveEvent = z.output<typeof liveEvent>;
