import { mergeKnowledge, withoutLooseReferences } from '@cairn/knowledge';
import type { Transaction } from '../../platform/database/database.ts';
import { ownKnowledge, versionOfKnowledge } from './knowledge.store.ts';
import { compileKnowledge, type WhatCairnKnows } from './what-cairn-knows.ts';

/** What Cairn knows for the organisation whose rows `tx` sees. */
export type KnownTo = (tx: Transaction) => Promise<WhatCairnKnows>;

/** Bodies of knowledge kept in memory besides Cairn's own; each takes from a few megabytes to some hundred, by what it adds. */
const mostKept = 4;

/**
 * An organisation that added nothing shares Cairn's own. For another, its entries are merged and compiled when they are
 * first asked for after a change, and kept by their version; of these the last few used stay. A transaction that has
 * changed entries must not ask: what it would compile may yet be undone.
 */
export function createKnownTo(base: WhatCairnKnows, most = mostKept): KnownTo {
  const kept = new Map<string, WhatCairnKnows>();
  const keep = (version: string, known: WhatCairnKnows): WhatCairnKnows => {
    kept.delete(version);
    kept.set(version, known);
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(oldest);
    }
    return known;
  };
  return async (tx) => {
    const version = await versionOfKnowledge(tx);
    if (version === undefined) return base;
    const before = kept.get(version);
    if (before !== undefined) return keep(version, before);
    const own = await ownKnowledge(tx);
    if (own === undefined || own.entries.length === 0) return base;
    // Others of the same moment may have waited for the same rows.
    return keep(own.version, kept.get(own.version) ?? compileKnowledge(withoutLooseReferences(mergeKnowledge(base.knowledge, own.entries)), () => base.phraseModel));
  };
}
