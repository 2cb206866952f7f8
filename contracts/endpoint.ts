import type { z } from 'zod';
import type { FailureCode } from './failures.ts';
import type { Permission } from './permissions.ts';

/**
 * One object per endpoint: from it follow the server's validation and types, OpenAPI, and the web client's types.
 * Paths are relative to /api/v1 and name their parameters `:id`.
 */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly summary: string;
  /** Who may call it: `anonymous` needs no session, `signed-in` any session, else the permission that the role must hold. */
  readonly access: 'anonymous' | 'signed-in' | Permission;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Multipart field names that carry a file. Text fields of the form are in `body`. */
  readonly files?: readonly string[];
  /** Where a file may be larger than those that people upload of themselves. Bytes. */
  readonly largestFileBytes?: number;
  /** The answer by status. `null` has no body; a string is the media type of a file. */
  readonly answers: Readonly<Record<number, z.ZodType | null | string>>;
  /** The failures it names itself; those that any endpoint may answer are in `commonFailures`. */
  readonly failures: readonly FailureCode[];
  /** A rate limit of its own, beside the general one. */
  readonly limit?: 'sign-in' | 'upload' | 'ai';
  /**
   * What it tells on the way to an answer that may take long. A request that accepts text/event-stream gets events named
   * `progress` with this in their data, then one named `answer` with the body, or `failure` with the problem document.
   */
  readonly progress?: z.ZodType;
}

export function endpoint<const E extends Endpoint>(definition: E): E {
  return definition;
}

type Infer<S> = S extends z.ZodType ? z.output<S> : S extends string ? Blob : undefined;
type Input<S> = S extends z.ZodType ? z.input<S> : undefined;
type SuccessStatus<E extends Endpoint> = Extract<keyof E['answers'], 200 | 201 | 202 | 204>;

/** What a caller sends. */
export type RequestOf<E extends Endpoint> = (E extends { params: infer P } ? { params: Input<P> } : unknown) &
  (E extends { query: infer Q } ? { query?: Input<Q> } : unknown) &
  (E extends { body: infer B } ? { body: Input<B> } : unknown) &
  (E extends { files: readonly string[] } ? { files: Record<E['files'][number], Blob> } : unknown);

/** What a caller gets when it went well. */
export type AnswerOf<E extends Endpoint> = { [S in SuccessStatus<E>]: Infer<E['answers'][S]> }[SuccessStatus<E>];

/** What a caller hears on the way, where there is anything to hear. */
export type ProgressOf<E extends Endpoint> = E extends { progress: infer P } ? Infer<P> : never;
