import type { Api, Problem } from '@cairn/contracts';

/** A failure the API named: its `code` is a key of the locale files. */
export class ApiFailure extends Error {
  readonly status: number;
  readonly code: string;
  readonly problem: Partial<Problem>;
  readonly retryAfterSeconds: number | null;

  constructor(status: number, problem: Partial<Problem>, retryAfterSeconds: number | null) {
    super(problem.code ?? 'server.unexpected');
    this.status = status;
    this.code = problem.code ?? 'server.unexpected';
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

interface AnyRequest {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
  files?: Record<string, Blob>;
}

type RequestArguments<K extends keyof Api> = unknown extends Api[K]['request'] ? [request?: { signal?: AbortSignal }] : [request: Api[K]['request'] & { signal?: AbortSignal }];

/** Calls one endpoint, typed by the contracts: `call('POST /skill-gaps', { body })`. */
export async function call<K extends keyof Api>(endpoint: K, ...[request]: RequestArguments<K>): Promise<Api[K]['answer']> {
  const { params = {}, query = {}, body, files, signal } = (request ?? {}) as AnyRequest & { signal?: AbortSignal };
  const [method, path] = endpoint.split(' ') as [string, string];
  const response = await reach(addressOf(path, params, query), { method, signal: signal ?? null, ...payload(method, body, files) });
  if (!response.ok) throw await failureFrom(response);
  if (response.status === 204) return undefined as Api[K]['answer'];
  const json = response.headers.get('content-type')?.includes('json') ?? false;
  return (await (json ? response.json() : response.blob())) as Api[K]['answer'];
}

/** The address of a GET endpoint, for links and downloads. */
export function addressOf(path: string, params: Record<string, string> = {}, query: Record<string, unknown> = {}): string {
  const filled = path.replace(/:(\w+)/g, (_whole, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  return `/api/v1${filled}${search.size > 0 ? `?${search.toString()}` : ''}`;
}

export async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, { ...init, credentials: 'same-origin' });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ApiFailure(0, { code: 'network.offline' }, null);
  }
}

function payload(method: string, body: unknown, files: Record<string, Blob> | undefined): RequestInit {
  if (files) {
    const form = new FormData();
    // Fields come first, so that they are there when the file arrives.
    for (const [name, value] of Object.entries((body ?? {}) as Record<string, string>)) form.append(name, value);
    for (const [name, file] of Object.entries(files)) form.append(name, file);
    return { body: form, headers: { 'idempotency-key': crypto.randomUUID() } };
  }
  if (method === 'GET') return {};
  const headers: Record<string, string> = { 'idempotency-key': crypto.randomUUID() };
  if (body === undefined) return { headers };
  return { body: JSON.stringify(body), headers: { ...headers, 'content-type': 'application/json' } };
}

export async function failureFrom(response: Response): Promise<ApiFailure> {
  const problem = (await response.json().catch(() => ({}))) as Partial<Problem>;
  const retryAfter = Number(response.headers.get('retry-after'));
  return new ApiFailure(response.status, problem, Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : null);
}
