/** What the feature needs of a reader of files; `reading/` is the one there is. */
import type { FailureCode } from '@cairn/contracts';
import type { PageLook } from '@cairn/engine/read-back';
import type { ResumeReading } from '@cairn/engine/resume';

export type ResumeKind = 'pdf' | 'docx' | 'text' | 'markdown' | 'json-resume';

export type ReadOutcome =
  | { readonly ok: true; readonly kind: ResumeKind; readonly pageCount: number; readonly pages: readonly PageLook[]; readonly reading: ResumeReading }
  | { readonly ok: false; readonly code: FailureCode; readonly params: Readonly<Record<string, string | number>> };

export interface ResumeReader {
  /**
   * Reads a file in a child process with limits of its own; a file that cannot be read is an outcome, not an error.
   * Rejects with the signal's reason when that fires before the file's turn has come.
   */
  read(path: string, fileName: string, signal?: AbortSignal): Promise<ReadOutcome>;
}
