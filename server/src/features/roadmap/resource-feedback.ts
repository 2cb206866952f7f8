import { adaptWeights, noFeedback, type Feedback } from '@cairn/engine/roadmap';
import type { Transaction } from '../../platform/database/database.ts';
import { feedbackOfMembers, resourcesOfNewestPlan, usesOfPerson, type Owner } from './roadmap.store.ts';

/** What members say of resources, and what this person's own use of them says about what suits them. */
export async function feedbackFor(tx: Transaction, person: Owner): Promise<Feedback> {
  const history = await usesOfPerson(tx, person);
  const resources = await feedbackOfMembers(tx);
  const parts = new Map((await resourcesOfNewestPlan(tx, person)).map((ranked) => [ranked.resourceId, ranked.parts]));
  const outcomes = history.flatMap(({ resourceId, startedOn, finishedOn }) => {
    const atStart = parts.get(resourceId);
    return atStart && startedOn !== null ? { parts: atStart, finished: finishedOn !== null } : [];
  });
  return { resources, weights: adaptWeights(outcomes, noFeedback.weights) };
}
