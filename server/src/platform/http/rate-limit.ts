/** Token buckets: a steady rate with a burst after a pause. In memory; several processes each count their own share. */

export interface BucketPolicy {
  /** Names the limit in metrics and keeps its keys apart from other limits'. */
  readonly name: string;
  readonly tokensPerSecond: number;
  /** Tokens a full bucket holds, hence the largest burst. */
  readonly capacity: number;
}

export type Take = { readonly allowed: true; readonly remaining: number } | { readonly allowed: false; readonly retryAfterSeconds: number };

export interface RateLimitStore {
  /** Takes one token from the bucket of `key`, or says in how many seconds there will be one. */
  take(policy: BucketPolicy, key: string, nowMilliseconds: number): Take | Promise<Take>;
}

export function policyOf(name: string, rate: { readonly count: number; readonly windowSeconds: number }, burst = rate.count): BucketPolicy {
  return { name, tokensPerSecond: rate.count / rate.windowSeconds, capacity: burst };
}

interface Bucket {
  tokens: number;
  filledAt: number;
}

/** Forgetting a full bucket changes nothing, so memory is bounded by the callers of one refill time. */
const keysBeforeSweep = 10_000;

export function memoryRateLimits(): RateLimitStore {
  const bucketsByPolicy = new Map<string, Map<string, Bucket>>();

  function sweep(policy: BucketPolicy, buckets: Map<string, Bucket>, now: number): void {
    const refillMilliseconds = (policy.capacity / policy.tokensPerSecond) * 1000;
    for (const [key, bucket] of buckets) if (now - bucket.filledAt >= refillMilliseconds) buckets.delete(key);
  }

  return {
    take(policy, key, now) {
      let buckets = bucketsByPolicy.get(policy.name);
      if (buckets === undefined) bucketsByPolicy.set(policy.name, (buckets = new Map<string, Bucket>()));
      let bucket = buckets.get(key);
      if (bucket === undefined) {
        if (buckets.size > 0 && buckets.size % keysBeforeSweep === 0) sweep(policy, buckets, now);
        buckets.set(key, (bucket = { tokens: policy.capacity, filledAt: now }));
      }
      // A clock set back must not take tokens away.
      const elapsedSeconds = Math.max(0, now - bucket.filledAt) / 1000;
      bucket.tokens = Math.min(policy.capacity, bucket.tokens + elapsedSeconds * policy.tokensPerSecond);
      bucket.filledAt = now;
      if (bucket.tokens >= 1) {
        bucket.tokens -= 1;
        return { allowed: true, remaining: Math.floor(bucket.tokens) };
      }
      return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil((1 - bucket.tokens) / policy.tokensPerSecond)) };
    },
  };
}
