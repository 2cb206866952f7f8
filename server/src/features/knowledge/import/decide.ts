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

/** A refused entry frees names, whose next taker may be refused in turn; more rounds than this were never seen. */
const mostRounds = 5;

/**
 * `base` is Cairn's own. The rows are asked again over what they would change until they change nothing more: what is
 * applied then is what the same rows find nothing to change in.
 */
export function decide({ tables, own, category }: Undecided, base: Knowledge): Decided {
  const accepted = new Map<string, ImportChange>();
  const refused = new Map<string, ImportRemark>();
  let first: Pick<Decided, 'remarks' | 'unchanged'> | undefined;
  for (let round = 0; round < mostRounds; round += 1) {
    const standing = merged(own, [...accepted.values()]);
    const now = mergeKnowledge(base, standing);
    const proposal = proposeImport(tables, now, { category, isOrdinaryWord: (word) => ordinaryWords.has(word) });
    const fit = fitting(proposal.changes, now, (changed) => mergeKnowledge(base, merged(standing, changed)));
    first ??= proposal;
    for (const remark of fit.refused) refused.set(remark.text, remark);
    if (fit.changes.length === 0) break;
    for (const change of fit.changes) {
      const key = `${change.kind} ${change.after.id}`;
      const earlier = accepted.get(key);
      accepted.set(key, earlier === undefined ? change : { ...change, before: earlier.before } as ImportChange);
    }
  }
  const changes = [...accepted.values()];
  return { changes, remarks: [...(first?.remarks ?? []), ...refused.values()], unchanged: first?.unchanged ?? 0 };
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
