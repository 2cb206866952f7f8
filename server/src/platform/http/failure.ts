/** What a feature throws when it cannot do what was asked; `contracts/failures.ts` says what each code means. */
import { failureTable, type FailureCode } from '@cairn/contracts/failures';

export interface FailureDetails {
  /** This case in a sentence; the title and what to do next come from the table. */
  readonly detail?: string;
  /** For the page's own wording of the code. Never personal data: it may be logged. */
  readonly params?: Readonly<Record<string, string | number>>;
  readonly errors?: readonly FieldError[];
  readonly retryAfterSeconds?: number;
  /** Members of their own in the problem document, such as `alternatives`. */
  readonly extra?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

export interface FieldError {
  /** Dotted, from `params`, `query` or `body`. */
  readonly path: string;
  readonly message: string;
}

/** Whoever asked has closed the connection: work that goes on for them alone ends with this, and nobody reads the answer. */
export class CallerGoneError extends Error {
  override readonly name = 'CallerGoneError';
}

export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: FailureCode;
  readonly details: FailureDetails;

  constructor(code: FailureCode, details: FailureDetails = {}) {
    super(details.detail ?? failureTable[code].title, { cause: details.cause });
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return failureTable[this.code].status;
  }
}
