/** The types a handler is written against, all read off the contract. */
import type { Endpoint } from '@cairn/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { Transaction } from '../database/database.ts';
import type { Person } from './person.ts';

type Output<S> = S extends z.ZodType ? z.output<S> : undefined;

/** A file that came with the request, on disk until the answer has been sent. */
export interface UploadedFile {
  readonly path: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

export interface FileAnswer {
  readonly content: Readable | Uint8Array | string;
  /** Offered as a download under this name; without one the file is shown in place. */
  readonly fileName?: string;
  /** When the contract's media type is the general one. */
  readonly mediaType?: string;
  readonly sizeBytes?: number;
}

export interface Call<E extends Endpoint> {
  readonly params: E extends { params: infer S } ? Output<S> : undefined;
  readonly query: E extends { query: infer S } ? Output<S> : undefined;
  readonly body: E extends { body: infer S } ? Output<S> : undefined;
  readonly files: E extends { files: readonly string[] } ? Readonly<Record<E['files'][number], UploadedFile>> : undefined;
  readonly person: E['access'] extends 'anonymous' ? null : Person;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** Where the endpoint has `progress`: fires when whoever asked has gone before they had the answer. */
  readonly signal: E extends { progress: z.ZodType } ? AbortSignal : undefined;
  /** Tells how far the work is, where the endpoint has `progress` and whoever asked wants to hear it. */
  readonly onProgress: E extends { progress: infer S extends z.ZodType } ? ((progress: z.input<S>) => void) | undefined : undefined;
  /**
   * Stores the answer under the request's Idempotency-Key in the transaction that does the work, so that a crash
   * between the two cannot make a repeated request work twice. Without a key it does nothing.
   */
  readonly settle: (tx: Transaction, answer: AnswerOfHandler<E>) => Promise<void>;
}

/** Whatever the engine gives, frozen or not, can be answered. */
type Frozen<T> = T extends (infer Item)[] ? readonly Frozen<Item>[] : T extends object ? { readonly [Key in keyof T]: Frozen<T[Key]> } : T;

type Content<S> = S extends z.ZodType ? { readonly body: Frozen<z.input<S>> } : S extends string ? { readonly file: FileAnswer } : { readonly body?: undefined };
type StatusOf<E extends Endpoint> = keyof E['answers'] & number;

export type AnswerOfHandler<E extends Endpoint> = {
  [S in StatusOf<E>]: { readonly status: S; readonly headers?: Readonly<Record<string, string | readonly string[]>> } & Content<E['answers'][S]>;
}[StatusOf<E>];

export type Handler<E extends Endpoint, A extends AnswerOfHandler<E> = AnswerOfHandler<E>> = (call: Call<E>) => A | Promise<A>;
