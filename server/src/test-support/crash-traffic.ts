/** People at work on a server that may be killed under them: what they asked for, and what they were told. */
import type { SampleFile } from './sample-resumes.ts';
import { multipart } from './app.ts';

export interface Told {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test that looks at the wrong place fails
  readonly body: any;
  readonly replayed: boolean;
}

export interface Wish {
  /** Also the Idempotency-Key, so that it can be asked for again. */
  readonly key: string;
  readonly token: string;
  readonly path: string;
  readonly file?: SampleFile;
}

export async function ask(address: string, { key, token, path, file }: Wish): Promise<Told> {
  const form = file === undefined ? undefined : await multipart({ file }, {});
  const response = await fetch(`${address}/api/v1${path}`, {
    method: 'POST', headers: { authorization: `Bearer ${token}`, 'idempotency-key': key, ...(form === undefined ? {} : { 'content-type': form.contentType }) },
    ...(form === undefined ? {} : { body: new Uint8Array(form.payload) }),
  });
  return { status: response.status, body: await response.json(), replayed: response.headers.get('idempotency-replayed') === 'true' };
}

export function wasDone(told: Told | undefined): told is Told {
  return told !== undefined && told.status < 300;
}

/**
 * Asks for everything, several at a time, and keeps what was answered; a request that nobody answers stays without.
 * `interrupt` is called once, when `after` wishes have been fulfilled; then nothing more is begun.
 */
export async function askAll(address: string, wishes: readonly Wish[], told: Map<string, Told>, atOnce: number, interruption?: { readonly after: number; readonly interrupt: () => void }): Promise<void> {
  const waiting = [...wishes];
  let interrupted = false;
  let done = 0;
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (let wish = waiting.shift(); wish !== undefined && !interrupted; wish = waiting.shift()) {
      const answer = await ask(address, wish).catch(unanswered);
      if (answer === undefined) continue;
      told.set(wish.key, answer);
      if (wasDone(answer)) done += 1;
      if (interruption !== undefined && !interrupted && done >= interruption.after) {
        interrupted = true;
        interruption.interrupt();
      }
    }
  }));
}

/** The connection broke: whoever asked knows nothing. */
function unanswered(error: unknown): undefined {
  if (error instanceof TypeError || (error as Error).name === 'AbortError') return undefined;
  throw error;
}

export async function call<Body>(address: string, method: 'GET' | 'POST', path: string, token?: string, body?: unknown): Promise<Body> {
  const response = await fetch(`${address}/api/v1${path}`, { method, headers: { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...(body === undefined ? {} : { 'content-type': 'application/json' }) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const answer: unknown = response.headers.get('content-type')?.includes('json') === true ? await response.json() : await response.bytes();
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status} ${JSON.stringify(answer)}`);
  return answer as Body;
}
