/** Chance that is the same at every run. */
import { seededRandom } from '@cairn/engine/seeds';

export interface Chance {
  /** 0 to below 1. */
  next(): number;
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  pick<T>(from: readonly T[]): T;
  /** `count` different ones, or all when there are fewer. */
  pickSome<T>(from: readonly T[], count: number): T[];
}

export function chanceFrom(seed: number): Chance {
  const next = seededRandom(seed);
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(from: readonly T[]): T => {
    if (from.length === 0) throw new RangeError('There is nothing to pick from');
    return from[between(0, from.length - 1)] as T;
  };
  const pickSome = <T>(from: readonly T[], count: number): T[] => {
    const left = [...from];
    return Array.from({ length: Math.min(count, from.length) }, () => left.splice(between(0, left.length - 1), 1)[0] as T);
  };
  return { next, between, pick, pickSome };
}
