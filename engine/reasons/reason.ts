/**
 * Every number carries its reasons. A reason names what happened by a code and its parameters (the page words it in
 * the person's language), how much it moved the number, and where to look.
 */

/** A sentence to be worded by the page: `code` is a key of the locale files, `params` fill it. */
export interface Message {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A line of a document. Pages and lines count from 1; `text` is the line as read. */
export interface LineEvidence {
  readonly source: 'resume';
  readonly page: number;
  readonly line: number;
  readonly text: string;
}

/** A stretch of a job ad: offsets are UTF-16 code units in the text that was read. */
export interface JobAdEvidence {
  readonly source: 'job-ad';
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Something Cairn knows, by its id in knowledge/. */
export interface KnowledgeEvidence {
  readonly source: 'knowledge';
  readonly kind: 'skill' | 'role' | 'resource' | 'project';
  readonly id: string;
}

/** What the person said about themselves (a form, a correction, a self-check). */
export interface PersonEvidence {
  readonly source: 'person';
  readonly text: string;
}

/** A formula of docs/formulas.md, by its id. */
export interface FormulaEvidence {
  readonly source: 'formula';
  readonly id: string;
}

export type Evidence = LineEvidence | JobAdEvidence | KnowledgeEvidence | PersonEvidence | FormulaEvidence;

export interface Reason {
  readonly what: Message;
  /** Signed share of the number this reason explains, in the number's own unit; 0 for a remark. */
  readonly effect: number;
  readonly evidence: readonly Evidence[];
}
