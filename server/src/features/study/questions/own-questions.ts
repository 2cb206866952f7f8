import type { Question } from '@cairn/engine/learning';
import type { Transaction } from '../../../platform/database/database.ts';
import { questionsThatHold, questionVersion } from './import.store.ts';

/** The organisation's own questions that hold, in the order of their ids; the same array while they are the same. */
export type QuestionsOf = (tx: Transaction) => Promise<readonly Question[]>;

/** Organisations whose questions are kept in memory; 50,000 questions take some 50 MB. */
const mostKept = 4;

export function createQuestionsOf(): QuestionsOf {
  const kept = new Map<string, readonly Question[]>();
  return async (tx) => {
    const version = await questionVersion(tx);
    if (version === undefined) return [];
    const questions = kept.get(version) ?? (await questionsThatHold(tx));
    // The last used stay.
    kept.delete(version);
    kept.set(version, questions);
    for (const oldest of kept.keys()) {
      if (kept.size <= mostKept) break;
      kept.delete(oldest);
    }
    return questions;
  };
}
