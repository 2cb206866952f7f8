/** The log: JSON lines without personal data. What is logged is ids, routes, counts and codes, never what people wrote. */
import { pino, type DestinationStream, type Logger } from 'pino';

export type Log = Logger;

export interface LogOptions {
  readonly level: string;
  /** Standard output when absent. */
  readonly destination?: DestinationStream;
}

const removed = '[removed]';

/** A last net under the habit of not logging these at all. */
const secretFields = ['password', 'token', 'accessToken', 'refreshToken', 'authorization', 'cookie', 'email', 'name', 'body', 'secret'];

export function createLog({ level, destination }: LogOptions): Log {
  return pino({
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: secretFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), censor: removed },
    serializers: { error: describeError, err: describeError, req: () => undefined, res: () => undefined },
  // A write of its own for each line is a tenth of a request's time; a crash loses the lines of a fifth of a second.
  }, destination ?? pino.destination({ fd: 1, sync: false, minLength: 4096, periodicFlush: 200 }));
}

export interface DescribedError {
  type: string;
  message: string;
  code?: string;
  stack?: string;
  cause?: DescribedError;
}

/** An error without the values that messages of databases and parsers repeat. */
export function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an Error' };
  const { code } = error as { code?: unknown };
  const message = withoutValues(error.message, code);
  // The stack begins with the message as thrown.
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 15).join('\n');
  return {
    type: error.constructor.name,
    message,
    ...(typeof code === 'string' ? { code } : {}),
    stack: frames,
    ...(error.cause === undefined || depth >= 3 ? {} : { cause: describeError(error.cause, depth + 1) }),
  };
}

/** SQLSTATE class 22 (data exceptions) quotes the value it could not take. */
function withoutValues(message: string, code: unknown): string {
  const scrubbed = message.replace(/[^\s@"'<>(]+@[^\s@"'<>)]+/g, '[e-mail]');
  const quoted = typeof code === 'string' && /^22/.test(code) ? scrubbed.replace(/"[^"]*"?/g, '"[value]"') : scrubbed;
  return quoted.slice(0, 2000);
}
