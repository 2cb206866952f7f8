/** Failures as RFC 9457 problem documents. */
import type { Problem } from '@cairn/contracts';
import { failureTable, type FailureCode } from '@cairn/contracts/failures';
import { CallerGoneError, Failure } from './failure.ts';

export const problemMediaType = 'application/problem+json; charset=utf-8';

export function problemOf(failure: Failure, requestId: string): Problem & Record<string, unknown> {
  const { status, title, next } = failureTable[failure.code];
  const { detail, params, errors, extra } = failure.details;
  return {
    type: `/api/docs/problems#${failure.code}`,
    title,
    status,
    code: failure.code,
    ...(detail === undefined ? {} : { detail }),
    next,
    requestId,
    ...(errors === undefined ? {} : { errors: [...errors] }),
    ...(params === undefined ? {} : { params }),
    ...extra,
  };
}

/** By fastify's and its plugins' own error codes; what is not here is decided by status. */
const codeByFrameworkCode: Readonly<Record<string, FailureCode>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'request.not-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'request.not-json',
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.media-type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request.invalid',
  FST_ERR_BAD_URL: 'request.not-found',
  FST_ERR_MAX_PARAM_LENGTH: 'request.not-found',
  FST_REQ_FILE_TOO_LARGE: 'request.too-large',
  FST_PARTS_LIMIT: 'request.too-large',
  FST_FILES_LIMIT: 'request.too-large',
  FST_FIELDS_LIMIT: 'request.too-large',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'request.media-type',
  FST_PROTO_VIOLATION: 'request.invalid',
  ERR_HTTP_REQUEST_TIMEOUT: 'request.timeout',
  FST_ERR_HANDLER_TIMEOUT: 'server.unavailable',
};

const codeByStatus: Readonly<Record<number, FailureCode>> = {
  400: 'request.invalid', 404: 'request.not-found', 405: 'request.not-found', 408: 'request.timeout', 413: 'request.too-large',
  415: 'request.media-type', 429: 'request.rate-limited', 503: 'server.unavailable',
};

/** The database cannot be reached or is shutting down: SQLSTATE classes 08 and 57P0x, 53300, and the socket's own errors. */
function isUnavailable(error: { code?: unknown; message?: unknown }): boolean {
  const code = typeof error.code === 'string' ? error.code : '';
  return /^08|^57P0|^53300$|^(ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|ETIMEDOUT)$/.test(code) || (code === 'ENOENT' && 'syscall' in error && error.syscall === 'connect') ||
    /^(timeout exceeded when trying to connect|Connection terminated|Cannot use a pool after calling end|Client has encountered a connection error)/.test(String(error.message));
}

/** Any error as a failure. What nobody foresaw is `server.unexpected` and tells the caller nothing more. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof CallerGoneError) return new Failure('request.timeout', { cause: error });
  if (typeof error !== 'object' || error === null) return new Failure('server.unexpected', { cause: error });
  if (isUnavailable(error)) return new Failure('server.unavailable', { cause: error, retryAfterSeconds: 5 });
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  const known = typeof code === 'string' ? codeByFrameworkCode[code] : undefined;
  if (known !== undefined) return new Failure(known, { cause: error });
  if (error instanceof SyntaxError && statusCode === 400) return new Failure('request.not-json', { cause: error });
  // Only the framework sets statusCode on errors that are the caller's fault.
  if (typeof statusCode === 'number' && statusCode < 500) return new Failure(codeByStatus[statusCode] ?? 'request.invalid', { cause: error });
  return new Failure('server.unexpected', { cause: error });
}
