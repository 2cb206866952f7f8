import type { Question } from '@cairn/engine/learning';
import type { CountsFrom, RowFault } from '@cairn/engine/question-import';

type WithoutPlace<Q> = Q extends unknown ? Omit<Q, 'id' | 'skillId'> : never;
export type Draft = WithoutPlace<Question>;

export type FileForm = 'csv' | 'json' | 'jsonl' | 'yaml';
/** `broken-row` is not of the form of its file; `not-our-form` an entry of our own YAML that does not hold to it. */
export type DraftFault = RowFault | 'broken-row' | 'not-our-form';

/** `line` counts lines in CSV and JSON lines, entries elsewhere. */
export type DraftRow = { readonly line: number; readonly ask: string } & (
  | { readonly fault: DraftFault; readonly detail?: string }
  | { readonly fault: null; readonly question: Draft; /** As the file names it. */ readonly skill: string | null }
);

export interface FileRead {
  readonly form: FileForm;
  readonly rows: readonly DraftRow[];
  readonly countsFrom: CountsFrom | null;
  readonly isOldEncoding: boolean;
}

export interface ReadFailure {
  readonly code: 'questions.file-unknown' | 'questions.file-unreadable' | 'questions.file-too-large' | 'questions.too-many-rows';
  readonly line: number | null;
}
