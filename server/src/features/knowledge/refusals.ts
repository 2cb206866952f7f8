/** How a change of an organisation's own entries is refused that does not hold together with the rest. */
import type { Knowledge } from '@cairn/engine/knowledge';
import { mergeKnowledge, type OwnEntry, type Problem } from '@cairn/knowledge';
import { Failure } from '../../platform/http/failure.ts';
import { newProblems } from './fitting.ts';

/** More than anybody reads at once. */
export const mostProblemsTold = 20;

/** What `after`, the organisation's own entries over Cairn's, brings with it. */
export function problemsWith(cairns: Knowledge, before: readonly OwnEntry[], after: readonly OwnEntry[]): Problem[] {
  return newProblems(mergeKnowledge(cairns, before), mergeKnowledge(cairns, after));
}

export function doesNotFit(problems: readonly Problem[]): Failure {
  return new Failure('knowledge.does-not-fit', { errors: problems.slice(0, mostProblemsTold).map(({ entry, message }) => ({ path: entry, message })), params: { problems: problems.length } });
}

/** Throws knowledge.still-used where an entry that stays names one that goes, knowledge.does-not-fit for another problem of the rest. */
export function refuseToLeave(cairns: Knowledge, before: readonly OwnEntry[], after: readonly OwnEntry[]): void {
  const problems = problemsWith(cairns, before, after);
  const users = problems.filter(({ code }) => code === 'knowledge.unknown-reference').map(({ entry }) => entry);
  if (users.length > 0) throw new Failure('knowledge.still-used', { params: { by: [...new Set(users)].slice(0, mostProblemsTold).join(', ') } });
  if (problems.length > 0) throw doesNotFit(problems);
}
