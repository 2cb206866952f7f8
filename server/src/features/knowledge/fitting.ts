/** Whether a body of knowledge still holds together with what somebody wants to change in it. */
import { validateKnowledge, type Problem, type ProblemCode } from '@cairn/knowledge';
import type { Knowledge } from '@cairn/engine/knowledge';

/** What Cairn asks of its own entries and not of an organisation's: an imported skill has no checkpoints, a new one may stand alone until a role names it, and "Sales Manager" may become a role of its own. */
const editorial: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['knowledge.orphan-skill', 'knowledge.missing-checkpoint', 'knowledge.repeated-checkpoint', 'knowledge.stage-title-claimed-twice']);

/** Problems of `after` that `before` does not have. */
export function newProblems(before: Knowledge, after: Knowledge): Problem[] {
  const keyOf = ({ code, entry, message }: Problem): string => JSON.stringify([code, entry, message]);
  const old = new Set(validateKnowledge(before).map(keyOf));
  return validateKnowledge(after).filter((problem) => !editorial.has(problem.code) && !old.has(keyOf(problem)));
}
