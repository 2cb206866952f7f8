/** A place in a list that is ordered by creation, newest first, as an opaque word. */
import type { Place } from '../database/newest-first.ts';
import { Failure } from './failure.ts';

export function cursorOf({ createdAt, id }: { readonly createdAt: string | Date; readonly id: string }): string {
  return Buffer.from(JSON.stringify([new Date(createdAt).toISOString(), id])).toString('base64url');
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Null without a cursor; one that was not made by `cursorOf` is `request.invalid`. */
export function placeOf(cursor: string | undefined): Place | null {
  if (cursor === undefined) return null;
  const read = parse(cursor);
  if (!Array.isArray(read)) throw wrong();
  const [at, id] = read as unknown[];
  const createdAt = new Date(typeof at === 'string' ? at : Number.NaN);
  if (Number.isNaN(createdAt.getTime()) || typeof id !== 'string' || !uuid.test(id)) throw wrong();
  return { createdAt, id };
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
}

function wrong(): Failure {
  return new Failure('request.invalid', { errors: [{ path: 'query.cursor', message: 'Must be the nextCursor of an earlier answer' }] });
}
