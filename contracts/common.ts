import { z } from 'zod';

export const id = z.uuid();
export const idParams = z.object({ id });
export const instant = z.iso.datetime();
export const day = z.iso.date();
export const proficiency = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);

/** A sentence for the page to word: `code` is a key of the locale files. */
export const message = z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) });

export const lineEvidence = z.object({ source: z.literal('resume'), page: z.int(), line: z.int(), text: z.string() });
export const jobAdEvidence = z.object({ source: z.literal('job-ad'), start: z.int(), end: z.int(), text: z.string() });
export const evidence = z.discriminatedUnion('source', [
  lineEvidence,
  jobAdEvidence,
  z.object({ source: z.literal('knowledge'), kind: z.enum(['skill', 'role', 'resource', 'project']), id: z.string() }),
  z.object({ source: z.literal('person'), text: z.string() }),
  z.object({ source: z.literal('formula'), id: z.string() }),
]);
export const reason = z.object({ what: message, effect: z.number(), evidence: z.array(evidence) });

export const page = z.object({ cursor: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(100).default(20) });
export function listOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), total: z.int(), nextCursor: z.string().nullable() });
}

/** RFC 9457. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string().optional(),
  next: z.string(),
  requestId: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  params: z.record(z.string(), z.unknown()).optional(),
});
export type Problem = z.output<typeof problem>;
