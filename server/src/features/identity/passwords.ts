/** Passwords as argon2id hashes. */
import { hash, verify } from '@node-rs/argon2';

/**
 * 32 MiB and 3 passes: above the least that OWASP's Password Storage Cheat Sheet names (19 MiB, 2 passes), and about
 * 30 ms of one core on the machine of bench/RESULTS.md. The library makes argon2id hashes unless told otherwise.
 */
const parameters = { memoryCost: 32 * 1024, timeCost: 3, parallelism: 1, outputLen: 32 };

/** Of the four threads that files and name look-ups also need; and what a storm of sign-ins may take of memory, times 32 MiB. */
const atOnce = 2;

export interface Passwords {
  hash(password: string): Promise<string>;
  /** Takes as long for somebody without a password (`null`) as for anybody else, and answers false. */
  matches(password: string, passwordHash: string | null): Promise<boolean>;
}

export function createPasswords(randomToken: () => string): Passwords {
  const inTurn = limited(atOnce);
  const hashOf = (password: string) => inTurn(() => hash(composed(password), parameters));
  /** Of a password that nobody has; it stands in where there is none. */
  let nobody: Promise<string> | undefined;
  return {
    hash: hashOf,
    async matches(password, passwordHash) {
      const compared = passwordHash ?? (await (nobody ??= hashOf(randomToken())));
      const equal = await inTurn(() => verify(compared, composed(password)));
      return equal && passwordHash !== null;
    },
  };
}

/** Runs so many at once; the others wait in the order they came. */
function limited(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running < most) running += 1;
    else await new Promise<void>((resolve) => {
      waiting.push(resolve);
    });
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}

/** A keyboard may send é as one character or as two. */
function composed(password: string): string {
  return password.normalize('NFKC');
}
