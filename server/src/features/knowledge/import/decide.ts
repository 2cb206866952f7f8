/** What rows would change, and which of that holds together with the rest. */
import { proposeImport, type ImportChange, type ImportRemark, type ImportTables } from '@cairn/engine/knowledge-import';
import type { Knowledge, SkillCategory } from '@cairn/engine/knowledge';
import { mergeKnowledge, ordinaryWords, type OwnEntry } from '@cairn/knowledge';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { newProblems } from '../fitting.ts';

export interface Undecided {
  readonly tables: ImportTables;
  readonly own: readonly OwnEntry[];
  readonly category: SkillCategory;
}

export interface Decided {
  readonly changes: readonly ImportChange[];
  readonly remarks: readonly ImportRemark[];
  /** Rows that say nothing new. */
  readonly unchanged: number;
}

/** `base` is Cairn's own. */
export function decide({ tables, own, category }: Undecided, base: Knowledge): Decided {
  const before = mergeKnowledge(base, own);
  const proposal = proposeImport(tables, before, { category, isOrdinaryWord: (word) => ordinaryWords.has(word) });
  const { changes, refused } = fitting(proposal.changes, before, (changed) => mergeKnowledge(base, merged(own, changed)));
  return { changes, remarks: [...proposal.remarks, ...refused], unchanged: proposal.unchanged };
}

/** In a thread of its own: a whole download takes seconds, in which this process has others to answer. */
export async function decideAside(undecided: Undecided): Promise<Decided> {
  const worker = new Worker(new URL('./decide.worker.ts', import.meta.url), { workerData: undecided });
  try {
    const [decided] = (await once(worker, 'message')) as [Decided];
    return decided;
  } finally {
    await worker.terminate();
  }
}

/** The changes that hold together with the rest. What does not is taken out, and then what needed it, until nothing is left to object to. */
function fitting(proposed: readonly ImportChange[], before: Knowledge, after: (changes: readonly ImportChange[]) => Knowledge): { changes: readonly ImportChange[]; refused: ImportRemark[] } {
  const refused: ImportRemark[] = [];
  let changes = proposed;
  while (changes.length > 0) {
    const objections = new Map(newProblems(before, after(changes)).map(({ entry, message }) => [entry, message]));
    const kept = changes.filter(({ kind, id }) => !objections.has(`${kind} ${id}`));
    if (kept.length === changes.length) break;
    for (const { kind, id, after } of changes) {
      const message = objections.get(`${kind} ${id}`);
      if (message !== undefined) refused.push({ file: '', line: 0, code: 'does-not-fit', text: `${after.name}: ${message}` });
    }
    changes = kept;
  }
  return { changes, refused };
}

function merged(own: readonly OwnEntry[], changes: readonly ImportChange[]): OwnEntry[] {
  const changed = new Set(changes.map(({ kind, id }) => `${kind} ${id}`));
  return [...own.filter(({ kind, entry }) => !changed.has(`${kind} ${entry.id}`)), ...changes.map((change): OwnEntry => (change.kind === 'skill' ? { kind: 'skill', entry: change.after } : { kind: 'role', entry: change.after }))];
}
