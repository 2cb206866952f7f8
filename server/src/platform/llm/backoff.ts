/** Tries in all, of one provider, for one answer. */
export const tries = 3;
const firstWaitMilliseconds = 500;
const longestWaitMilliseconds = 8000;

/**
 * Milliseconds before try `attempt` (1 is the second try): exponential with full jitter (M. Brooker, "Exponential Backoff And
 * Jitter", AWS Architecture Blog 2015): random from 0 to 500 · 2^(attempt−1), at most 8,000. What the provider asks for
 * with Retry-After is waited at least. `chance` is from 0 to 1.
 */
export function waitBefore(attempt: number, retryAfterSeconds: number | null, chance: number): number {
  const most = Math.min(longestWaitMilliseconds, firstWaitMilliseconds * 2 ** (attempt - 1));
  return Math.max(chance * most, (retryAfterSeconds ?? 0) * 1000);
}

/** A provider that wants a longer pause is passed over for the next one. */
export const longestRetryAfterSeconds = 8;
