/**
 * Spares a provider that fails, and people the wait for it (M. Nygard, "Release It!", 2nd ed. 2018, ch. 5): after
 * `failuresToOpen` failures in a row it is left alone for a time, which doubles with each further failure; then one call tries.
 */
export type CircuitState = 'closed' | 'open' | 'trying';

export interface CircuitBreaker {
  /** Whether a call may be made now. The one that tries whether it works again is let through alone. */
  admits(nowMilliseconds: number): boolean;
  succeeded(): void;
  failed(nowMilliseconds: number): void;
  /** A call that says nothing of the provider, as one that the person cancelled. */
  undecided(): void;
  state(nowMilliseconds: number): CircuitState;
}

export const circuitRules = { failuresToOpen: 5, openSeconds: 30, mostOpenSeconds: 600 } as const;

export function circuitBreaker(rules: typeof circuitRules = circuitRules): CircuitBreaker {
  let failures = 0;
  let openUntil = 0;
  let trying = false;
  const isOpen = () => failures >= rules.failuresToOpen;
  return {
    admits(now) {
      if (!isOpen()) return true;
      if (now < openUntil || trying) return false;
      trying = true;
      return true;
    },
    succeeded() {
      failures = 0;
      trying = false;
    },
    failed(now) {
      failures += 1;
      trying = false;
      if (!isOpen()) return;
      const seconds = Math.min(rules.mostOpenSeconds, rules.openSeconds * 2 ** (failures - rules.failuresToOpen));
      openUntil = now + seconds * 1000;
    },
    undecided() {
      trying = false;
    },
    state(now) {
      if (!isOpen()) return 'closed';
      return trying || now >= openUntil ? 'trying' : 'open';
    },
  };
}
