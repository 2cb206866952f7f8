import { abilityFrom, creditAfterHints, estimateItem, priorOf } from '@cairn/engine/learning';
import type { RunningJob } from '../../platform/jobs/define-job.ts';
import type { BankEntry, BankOf } from './bank.ts';
import type { EstimateData } from './estimate.jobs.ts';
import { dropEstimates, firstAnswersOf, saveEstimates, skillsAnswered, type Estimate, type FirstAnswer } from './estimates.store.ts';

export interface EstimateParts {
  readonly bankOf: BankOf;
  /** Unix time in milliseconds. */
  readonly now: () => number;
}

/** With fewer people the author knows better, and one person could be seen in the number. */
const fewestAnswers = 10;

/** From all first answers anew, with abilities by the authors' parameters: a second run finds the same. */
export async function handle({ data: { organisationId }, transaction, signal }: RunningJob<EstimateData>, { bankOf, now }: EstimateParts): Promise<void> {
  await transaction((tx) => dropEstimates(tx, fewestAnswers));
  for (const skillId of await transaction(skillsAnswered)) {
    signal.throwIfAborted();
    await transaction(async (tx) => {
      const bank = await bankOf(tx);
      await saveEstimates(tx, organisationId, estimatesFrom(await firstAnswersOf(tx, skillId), bank.bySkill.get(skillId) ?? []), new Date(now()));
    });
  }
}

export function estimatesFrom(answers: readonly FirstAnswer[], entries: readonly BankEntry[]): Estimate[] {
  const byId = new Map(entries.map((entry) => [entry.question.id, entry]));
  const current = answers.filter(({ questionId, questionHash }) => byId.get(questionId)?.hash === questionHash);
  const abilities = new Map(Array.from(Map.groupBy(current, ({ userId }) => userId), ([userId, own]) => [userId, abilityFrom(own.flatMap((answer) => responseOf(answer, byId) ?? [])).mean]));
  return Array.from(Map.groupBy(current, ({ questionId }) => questionId)).flatMap(([questionId, given]): Estimate[] => {
    const entry = byId.get(questionId);
    if (entry === undefined || given.length < fewestAnswers) return [];
    const { discrimination, difficulty } = estimateItem(priorOf(entry.question), given.map(({ userId, credit, hintsUsed }) => ({ ability: abilities.get(userId) ?? 0, score: creditAfterHints(credit, hintsUsed) })));
    return [{ questionId, questionHash: entry.hash, discrimination, difficulty, answers: given.length }];
  });
}

function responseOf({ questionId, credit, hintsUsed }: FirstAnswer, byId: ReadonlyMap<string, BankEntry>) {
  const entry = byId.get(questionId);
  return entry && { item: priorOf(entry.question), score: creditAfterHints(credit, hintsUsed) };
}
