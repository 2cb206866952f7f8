/** What came in, checked against the contract; every fault is named at once, with its path. */
import type { Endpoint } from '@cairn/contracts';
import { failureTable, type FailureCode } from '@cairn/contracts/failures';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Failure, type FieldError } from './failure.ts';

const mostErrorsTold = 50;

export interface Validated {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

export function validate(endpoint: Endpoint, request: FastifyRequest, body: unknown): Validated {
  const errors: FieldError[] = [];
  // An absent body is an empty one, so that the faults name the fields that are missing.
  const given = { params: request.params, query: request.query, body: body ?? {} };
  const take = (part: keyof typeof given, schema: z.ZodType | undefined): unknown => {
    if (schema === undefined) return undefined;
    const value = given[part];
    const unstorable = unstorableText(value, part);
    if (unstorable !== undefined) {
      errors.push({ path: unstorable, message: 'Text may not hold the character U+0000 or half of a surrogate pair' });
      return undefined;
    }
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    for (const issue of result.error.issues) errors.push({ path: [part, ...issue.path.map(String)].join('.').slice(0, 300), message: issue.message.slice(0, 300) });
    return undefined;
  };
  const validated = { params: take('params', endpoint.params), query: take('query', endpoint.query), body: take('body', endpoint.body) };
  const unknown = unknownOf(endpoint, errors);
  if (unknown !== undefined) throw new Failure(unknown);
  if (errors.length > 0) throw new Failure('request.invalid', { errors: errors.slice(0, mostErrorsTold) });
  return validated;
}

/** An address whose id cannot be one leads nowhere, as if that row had been erased. Contracts name what is not there in the order of the ids. */
function unknownOf({ params, failures }: Endpoint, errors: readonly FieldError[]): FailureCode | undefined {
  const faulty = Object.keys(params?.shape ?? {}).findIndex((name) => errors.some(({ path }) => path === `params.${name}`));
  const codes = failures.filter((code) => failureTable[code].status === 404);
  return faulty === -1 ? undefined : codes[Math.min(faulty, codes.length - 1)];
}

/** The path of the first text that PostgreSQL's text and jsonb refuse to hold. */
function unstorableText(value: unknown, path: string): string | undefined {
  if (typeof value === 'string') return isStorable(value) ? undefined : path;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const found = isStorable(key) ? unstorableText(inner, `${path}.${key.slice(0, 60)}`) : path;
    if (found !== undefined) return found;
  }
  return undefined;
}

function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}
