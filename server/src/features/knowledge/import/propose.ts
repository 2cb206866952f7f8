/** The dry run: files in, changes out. */
import type { ImportChange, ImportRemark } from '@cairn/engine/knowledge-import';
import type { SkillCategory } from '@cairn/engine/knowledge';
import type { OwnEntry } from '@cairn/knowledge';
import type { Storage } from '../../../platform/storage/storage.ts';
import type { Decided, Undecided } from './decide.ts';
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
  readonly decide: (undecided: Undecided) => Decided | Promise<Decided>;
}

export async function propose({ storage, decide }: ProposeParts, files: readonly StoredFile[], own: readonly OwnEntry[], category: SkillCategory, toldRead: (file: number) => Promise<void> = () => Promise.resolve()): Promise<Proposed> {
  const read = await readTables(files.map((file) => ({ ...file, open: async () => (await storage.get(file.storageKey)).content })), toldRead);
  const { changes, unchanged, remarks: decided } = await decide({ tables: read.tables, own, category });
  const remarks = [...read.remarks, ...decided];
  const count = (kind: ImportChange['kind'], isNew: boolean): number => changes.filter((change) => change.kind === kind && (change.before === null) === isNew).length;
  return {
    files: files.map((file, index) => ({ ...file, rows: read.rowsOfFile[index] ?? 0 })),
    changes,
    // What is refused is more worth telling than a name that was left out.
    remarks: remarks.toSorted((a, b) => Number(a.code === 'alias-left-out') - Number(b.code === 'alias-left-out')).slice(0, mostRemarks),
    summary: {
      newSkills: count('skill', true), changedSkills: count('skill', false), newRoles: count('role', true), changedRoles: count('role', false), unchanged,
      refused: remarks.filter(({ code }) => code !== 'alias-left-out').length, leftOut: remarks.filter(({ code }) => code === 'alias-left-out').length,
    },
  };
}
