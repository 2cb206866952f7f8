/** The dry run: files in, changes out. */
import { proposeImport, type ImportChange, type ImportRemark } from '@cairn/engine/knowledge-import';
import type { SkillCategory } from '@cairn/engine/knowledge';
import { mergeKnowledge, ordinaryWords, type OwnEntry } from '@cairn/knowledge';
import type { Storage } from '../../../platform/storage/storage.ts';
import { newProblems } from '../fitting.ts';
import type { WhatCairnKnows } from '../what-cairn-knows.ts';
import { readTables } from './read-tables.ts';
import type { StoredFile } from './import.store.ts';

export interface Proposed {
  readonly files: readonly StoredFile[];
  readonly changes: readonly ImportChange[];
  readonly remarks: readonly ImportRemark[];
  readonly summary: Summary;
}

export interface Summary {
  readonly newSkills: number;
  readonly changedSkills: number;
  readonly newRoles: number;
  readonly changedRoles: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly leftOut: number;
}

/** Remarks that are kept; all are counted. */
const mostRemarks = 1000;

export interface ProposeParts {
  readonly storage: Storage;
  /** Cairn's own. */
  readonly base: WhatCairnKnows;
}

export async function propose({ storage, base }: ProposeParts, files: readonly StoredFile[], own: readonly OwnEntry[], category: SkillCategory, toldRead: (file: number) => Promise<void> = () => Promise.resolve()): Promise<Proposed> {
  const read = await readTables(files.map((file) => ({ ...file, open: async () => (await storage.get(file.storageKey)).content })), toldRead);
  const before = mergeKnowledge(base.knowledge, own);
  const proposal = proposeImport(read.tables, before, { category, isOrdinaryWord: (word) => ordinaryWords.has(word) });
  const { changes, refused } = fitting(proposal.changes, base, own);
  const remarks = [...read.remarks, ...proposal.remarks, ...refused];
  const count = (kind: ImportChange['kind'], isNew: boolean): number => changes.filter((change) => change.kind === kind && (change.before === null) === isNew).length;
  return {
    files: files.map((file, index) => ({ ...file, rows: read.rowsOfFile[index] ?? 0 })),
    changes,
    // What is refused is more worth telling than a name that was left out.
    remarks: remarks.toSorted((a, b) => Number(a.code === 'alias-left-out') - Number(b.code === 'alias-left-out')).slice(0, mostRemarks),
    summary: {
      newSkills: count('skill', true), changedSkills: count('skill', false), newRoles: count('role', true), changedRoles: count('role', false), unchanged: proposal.unchanged,
      refused: remarks.filter(({ code }) => code !== 'alias-left-out').length, leftOut: remarks.filter(({ code }) => code === 'alias-left-out').length,
    },
  };
}

/** The changes that hold together with the rest. What does not is taken out, and then what needed it, until nothing is left to object to. */
function fitting(proposed: readonly ImportChange[], base: WhatCairnKnows, own: readonly OwnEntry[]): { changes: readonly ImportChange[]; refused: ImportRemark[] } {
  const before = mergeKnowledge(base.knowledge, own);
  const refused: ImportRemark[] = [];
  let changes = proposed;
  while (changes.length > 0) {
    const objections = new Map(newProblems(before, mergeKnowledge(base.knowledge, merged(own, changes))).map(({ entry, message }) => [entry, message]));
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
