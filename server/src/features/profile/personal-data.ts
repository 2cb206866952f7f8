/** What a feature holds about a person. Each feature says so itself; export and erase ask all of them. */
import type { Readable } from 'node:stream';
import type { Transaction } from '../../platform/database/database.ts';

export interface DataOwner {
  readonly organisationId: string;
  readonly userId: string;
}

/** A file of the export. `open` is called after the transaction, when the file's turn in the ZIP comes. */
export type ExportedFile = { readonly path: string; readonly json: unknown } | { readonly path: string; readonly open: () => Promise<Readable> };

export interface PersonalData {
  /** The feature, and its folder in the export. */
  readonly name: string;
  /** Everything held about this person, on the rows of one organisation. */
  export(tx: Transaction, owner: DataOwner): Promise<readonly ExportedFile[]>;
  /** Deletes all of it; stored files with `files.deleteAfter(tx, …)`. Runs before the membership itself is deleted. */
  erase(tx: Transaction, owner: DataOwner): Promise<void>;
}
