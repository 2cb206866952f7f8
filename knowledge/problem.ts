export const problemCodes = [
  'knowledge.duplicate-id',
  'knowledge.unknown-reference',
  'knowledge.repeated-reference',
  'knowledge.prerequisite-cycle',
  'knowledge.form-claimed-twice',
  'knowledge.form-nearly-claimed-twice',
  'knowledge.title-claimed-twice',
  'knowledge.stage-title-claimed-twice',
  'knowledge.title-of-two-stages',
  'knowledge.unknown-classification',
  'knowledge.context-of-itself',
  'knowledge.ordinary-word',
  'knowledge.implausible-hours',
  'knowledge.part-above-whole',
  'knowledge.disagreeing-relation',
  'knowledge.orphan-skill',
  'knowledge.unrelated-skill',
  'knowledge.missing-checkpoint',
  'knowledge.repeated-checkpoint',
  'knowledge.unreachable-role',
  'knowledge.insecure-url',
  'knowledge.levels-do-not-rise',
  'knowledge.duplicate-resource',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** What an entry says that cannot be, together with the rest: `entry` is its kind and id, "skill python". */
export interface Problem {
  readonly code: ProblemCode;
  readonly entry: string;
  readonly message: string;
}

/** The values that come more than once, each named once. */
export function repeated(values: readonly string[]): string[] {
  const once = new Set<string>();
  const twice = new Set<string>();
  for (const value of values) (once.has(value) ? twice : once).add(value);
  return [...twice];
}
