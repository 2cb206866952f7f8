import { throughLevels } from '@cairn/engine/learning';
import type { Transaction } from '../../platform/database/database.ts';
import type { Owner } from './learning.store.ts';
import { masteriesOf, type StoredMastery } from './memory.store.ts';

/** Mastery of each level that was asked, with what the higher levels of its skill show. */
export async function standingsOf(tx: Transaction, owner: Owner): Promise<StoredMastery[]> {
  return throughLevels(await masteriesOf(tx, owner));
}
