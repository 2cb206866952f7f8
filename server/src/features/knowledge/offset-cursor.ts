/** Places in lists that are ordered by name: how many came before. */
import { Failure } from '../../platform/http/failure.ts';

export function offsetOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (!/^\d{1,7}$/.test(cursor)) throw new Failure('request.invalid', { errors: [{ path: 'query.cursor', message: 'Must be the nextCursor of an earlier answer' }] });
  return Number(cursor);
}

export function nextOffset(offset: number, shown: number, total: number): string | null {
  return shown > 0 && offset + shown < total ? String(offset + shown) : null;
}
