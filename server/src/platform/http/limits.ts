/** Which limits a request counts against. */
import type { FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { Failure } from './failure.ts';
import type { Person } from './person.ts';
import { policyOf, type BucketPolicy, type RateLimitStore } from './rate-limit.ts';

interface Rate {
  readonly count: number;
  readonly windowSeconds: number;
}

export interface RateSettings {
  readonly person: Rate;
  readonly personBurst: number;
  readonly address: Rate;
  readonly signIn: Rate;
  readonly signInAddress: Rate;
  readonly upload: Rate;
  readonly ai: Rate;
}

export interface Limits {
  /** A person has a share of their own; only who is not signed in shares one with their address. */
  request(request: FastifyRequest, person: Person | null): Promise<void>;
  signInAddress(request: FastifyRequest): Promise<void>;
  /** `account` is kept as a hash only. */
  signInAccount(request: FastifyRequest, account: string): Promise<void>;
  upload(person: Person): Promise<void>;
  /** What may cost a language model's time: a person at an address. */
  ai(request: FastifyRequest, person: Person): Promise<void>;
}

export function createLimits(store: RateLimitStore, rates: RateSettings, now: () => number): Limits {
  const person = policyOf('person', rates.person, rates.personBurst);
  const address = policyOf('address', rates.address);
  const signIn = policyOf('sign-in', rates.signIn);
  const signInAddress = policyOf('sign-in-address', rates.signInAddress);
  const upload = policyOf('upload', rates.upload);
  const ai = policyOf('ai', rates.ai);

  async function take(policy: BucketPolicy, key: string): Promise<void> {
    const result = await store.take(policy, key, now());
    if (!result.allowed) throw new Failure('request.rate-limited', { retryAfterSeconds: result.retryAfterSeconds, params: { limit: policy.name, retryAfterSeconds: result.retryAfterSeconds } });
  }

  return {
    request: (request, who) => (who === null ? take(address, addressKey(request.ip)) : take(person, who.userId)),
    signInAddress: (request) => take(signInAddress, addressKey(request.ip)),
    signInAccount: (request, account) => take(signIn, `${addressKey(request.ip)} ${createHash('sha256').update(account).digest('base64url')}`),
    upload: (who) => take(upload, who.userId),
    ai: (request, who) => take(ai, `${addressKey(request.ip)} ${who.userId}`),
  };
}

/** One IPv6 customer has a /64 at least and may use any address in it. */
export function addressKey(address: string): string {
  if (!isIPv6(address)) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1] !== undefined) return mapped[1];
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const groups = head === '' ? [] : head.split(':');
  if (tail !== undefined) {
    const after = tail === '' ? [] : tail.split(':');
    while (groups.length + after.length < 8) groups.push('0');
    groups.push(...after);
  }
  return `${groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}
