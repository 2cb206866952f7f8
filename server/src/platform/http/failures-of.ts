/** Every code that an endpoint may answer: those it names, and those that follow from what it is. */
import type { Endpoint } from '@cairn/contracts';
import { commonFailures, type FailureCode } from '@cairn/contracts/failures';

export function failuresOf(endpoint: Endpoint): readonly FailureCode[] {
  const codes = new Set<FailureCode>([...endpoint.failures, ...commonFailures]);
  if (endpoint.access !== 'anonymous') codes.add('auth.signed-out');
  if (endpoint.access !== 'anonymous' && endpoint.access !== 'signed-in') codes.add('auth.forbidden');
  if (endpoint.method !== 'GET') {
    codes.add('request.cross-site');
    if (endpoint.access !== 'anonymous') codes.add('request.idempotency-conflict').add('request.in-progress');
  }
  return [...codes].sort();
}
