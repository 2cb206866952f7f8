/** A job is work that outlives its request. Its data is ids; what they stand for is read when it runs. */
import type { z } from 'zod';
import type { Transaction } from '../database/database.ts';

/** Every job belongs to an organisation; `userId` says whose it is, and who hears of its progress. */
export type JobSchema = z.ZodObject<{ organisationId: z.ZodUUID } & z.core.$ZodLooseShape>;

export interface RunningJob<Data> {
  readonly id: string;
  readonly data: Data;
  /** From 1. */
  readonly attempt: number;
  /** The attempt after which nothing more is tried. */
  readonly lastAttempt: boolean;
  /** Fires when the time is up or the process stops. */
  readonly signal: AbortSignal;
  /** On the rows of the job's organisation. */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** `share` from 0 to 1; `stage` is a key of the locale files. */
  progress(share: number, stage: string): Promise<void>;
}

/** A module with `handle`, loaded when the first such job runs. */
export interface HandlerModule<Data, Deps> {
  readonly handle: (job: RunningJob<Data>, deps: Deps) => Promise<void>;
}

export interface JobDefinition<Schema extends JobSchema, Deps> {
  /** `<feature>.<what>`, also the name of its queue. */
  readonly name: string;
  readonly schema: Schema;
  /** A try more than `retryLimit` in all; the waits double from `retryDelaySeconds`. */
  readonly retryLimit: number;
  readonly retryDelaySeconds: number;
  readonly timeoutSeconds: number;
  /** How many of these one process works on at once. */
  readonly concurrency: number;
  readonly handler: () => Promise<HandlerModule<z.output<Schema>, Deps>>;
}

export interface JobOptions<Schema extends JobSchema, Deps> {
  readonly name: string;
  readonly schema: Schema;
  readonly retry?: { readonly limit: number; readonly delaySeconds: number };
  readonly timeoutSeconds?: number;
  readonly concurrency?: number;
  readonly handler: () => Promise<HandlerModule<z.output<Schema>, Deps>>;
}

export function defineJob<Schema extends JobSchema, Deps>({ name, schema, retry, timeoutSeconds, concurrency, handler }: JobOptions<Schema, Deps>): JobDefinition<Schema, Deps> {
  return { name, schema, retryLimit: retry?.limit ?? 4, retryDelaySeconds: retry?.delaySeconds ?? 5, timeoutSeconds: timeoutSeconds ?? 300, concurrency: concurrency ?? 4, handler };
}
