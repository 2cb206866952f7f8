/** What every provider is to the rest of Cairn: one file each under providers/ makes a Model of it. */

export interface Message {
  readonly role: 'user' | 'assistant';
  readonly text: string;
}

export interface ModelRequest {
  readonly system: string;
  readonly messages: readonly Message[];
  /** JSON Schema of the object that is asked for. */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly maxOutputTokens: number;
  /** 0 to 1. */
  readonly temperature: number;
}

export interface Tokens {
  readonly input: number;
  readonly output: number;
}

export interface Completion {
  readonly text: string;
  /** `length`: the answer was cut off; `refused`: the provider's filter ended it. */
  readonly finish: 'stop' | 'length' | 'refused';
  readonly tokens: Tokens;
}

export interface CallOptions {
  /** Ends the call at the provider too. */
  readonly signal: AbortSignal;
  /** Characters that have arrived so far; when given, the provider is asked to stream. */
  readonly onProgress?: ((characters: number) => void) | undefined;
}

export interface Model {
  /** Throws ModelError. */
  complete(request: ModelRequest, options: CallOptions): Promise<Completion>;
}

export type ModelErrorKind = 'unreachable' | 'timeout' | 'rate-limited' | 'server-error' | 'key-refused' | 'model-unknown' | 'request-refused' | 'cut-off' | 'not-understood' | 'too-long';

/** What may go better at the next try; the others need somebody to change something. */
const passing: ReadonlySet<ModelErrorKind> = new Set(['unreachable', 'timeout', 'rate-limited', 'server-error', 'cut-off', 'not-understood']);

/** A provider did not answer as it should. The message is for staff and the log, and never holds a key or a prompt. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
  readonly kind: ModelErrorKind;
  readonly retryAfterSeconds: number | null;
  constructor(kind: ModelErrorKind, message: string, options: { readonly cause?: unknown; readonly retryAfterSeconds?: number | null } = {}) {
    super(message, { cause: options.cause });
    this.kind = kind;
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
  }

  get mayPass(): boolean {
    return passing.has(this.kind);
  }
}

/** By the status of an HTTP answer; null for one that is well. */
export function errorOfStatus(status: number, detail: string, retryAfter: string | null): ModelError | null {
  if (status < 400) return null;
  const message = `${status} ${detail.replaceAll(/\s+/g, ' ').slice(0, 200)}`;
  if (status === 401 || status === 403) return new ModelError('key-refused', message);
  if (status === 404) return new ModelError('model-unknown', message);
  if (status === 408 || status === 504) return new ModelError('timeout', message);
  if (status === 429 || status === 529) return new ModelError('rate-limited', message, { retryAfterSeconds: secondsOf(retryAfter) });
  if (status >= 500) return new ModelError('server-error', message, { retryAfterSeconds: secondsOf(retryAfter) });
  return new ModelError('request-refused', message);
}

function secondsOf(retryAfter: string | null): number | null {
  const seconds = Number(retryAfter ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
}

/** A rough count where no tokenizer is at hand: 4 characters of Latin script or 1.5 of another are about one token. Rounds up. */
export function estimateTokens(text: string): number {
  const latin = text.match(/[\u0000-\u024f]/g)?.length ?? 0;
  return Math.ceil(latin / 4 + (text.length - latin) / 1.5);
}
