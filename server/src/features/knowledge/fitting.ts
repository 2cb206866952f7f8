/** Whether a body of knowledge still holds together with what somebody wants to change in it. */
import { validateKnowledge, type Problem, type ProblemCode } from '@cairn/knowledge';
import type { Knowledge } from '@cairn/engine/knowledge';

/**
 * What Cairn asks of its own entries and not of an organisation's: an imported skill has no checkpoints, a new one may stand alone until a role
 * names it, and "Sales Manager" may become a role of its own.
 */
const editorial: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'knowledge.orphan-skill', 'knowledge.unrelated-skill', 'knowledge.missing-checkpoint', 'knowledge.repeated-checkpoint', 'knowledge.form-nearly-claimed-twice', 'knowledge.part-above-whole',
  'knowledge.stage-title-claimed-twice',
]);

/** Problems of `after` that `before` does not have. */
export function newProblems(before: Knowledge, after: Knowledge): Problem[] {
  const now = validateKnowledge(after).filter(({ code }) => !editorial.has(code));
  // Mostly there are none, and with a whole ESCO in it a body of knowledge takes over a second to be looked through.
  if (now.length === 0) return [];
  const keyOf = ({ code, entry, message }: Problem): string => JSON.stringify([code, entry, message]);
  const old = new Set(validateKnowledge(before).map(keyOf));
  return now.filter((problem) => !old.has(keyOf(problem)));
}
