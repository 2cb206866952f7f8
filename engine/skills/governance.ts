/** Which word decides for which name: "expert in Python and familiar with Go", "SQL required, Docker a plus". */
import type { Span } from '../text/span.ts';
import { isListGap } from './lists.ts';

/** A word that says something about the names before it, after it, or on whichever side they are. */
export interface Cue<Value> extends Span {
  readonly value: Value;
  readonly side: 'before' | 'after' | 'either';
}

export interface CuePattern<Value> {
  readonly pattern: RegExp;
  readonly value: Value;
  /** The side of the cue's names: a cue that stands before its names has side 'before'. */
  readonly side: Cue<Value>['side'];
}

/** Letters between a name and a cue behind it that still speaks of it. */
const reachBehind = 48;

/** What joins a name to a remark of its own: "Python (", "Python – ", "Python: ", "Python for ". */
const attachment = /^\s*(?:\(|\[|[-–—:]|\bfor\b|\bat\b)\s*(?:[\p{L}\d+.]+\s+){0,2}$/u;

/** The cues of a stretch of text, none inside another or inside a name. Patterns are global, flags `giu`; names in order. */
export function findCues<Value>(text: string, segment: Span, patterns: readonly CuePattern<Value>[], names: readonly Span[]): Cue<Value>[] {
  const inside = text.slice(segment.start, segment.end);
  const found = patterns.flatMap(({ pattern, value, side }) =>
    Array.from(inside.matchAll(pattern), ({ 0: words, index }): Cue<Value> => (
      { start: segment.start + index, end: segment.start + index + words.length, value, side }
    )),
  );
  const kept: Cue<Value>[] = [];
  let nextName = 0;
  for (const cue of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    while ((names[nextName]?.end ?? Infinity) <= cue.start) nextName += 1;
    const isFree = cue.start >= (kept.at(-1)?.end ?? 0) && (names[nextName]?.start ?? Infinity) >= cue.end;
    if (isFree) kept.push(cue);
  }
  return kept;
}

/** For each cue the last name before it, -1 when there is none. Both in order. */
function namesBefore<Value>(cues: readonly Cue<Value>[], names: readonly Span[]): number[] {
  let last = -1;
  return cues.map((cue) => {
    while ((names[last + 1]?.end ?? Infinity) <= cue.start) last += 1;
    return last;
  });
}

/** An either-sided cue speaks of the names before it when one is near, else of those behind it. */
function sideOf<Value>(text: string, cue: Cue<Value>, previous: Cue<Value> | undefined, name: Span | undefined): 'before' | 'after' {
  if (cue.side !== 'either') return cue.side;
  if (name === undefined || (previous !== undefined && previous.start >= name.end) || cue.start - name.end > reachBehind) return 'before';
  return !/[:;.]\s/.test(text.slice(name.end, cue.start)) && !/^\s?:/.test(text.slice(cue.end, cue.end + 2)) ? 'after' : 'before';
}

/** The remark each name has of its own, if any. */
function attachedCues<Value>(text: string, end: number, cues: readonly Cue<Value>[], names: readonly Span[]): (Cue<Value> | null)[] {
  let next = 0;
  return names.map((name, index) => {
    while ((cues[next]?.start ?? Infinity) < name.end) next += 1;
    const cue = cues[next];
    const isOwn = cue !== undefined && cue.end <= (names[index + 1]?.start ?? end) && cue.start - name.end <= reachBehind
      && attachment.test(text.slice(name.end, cue.start));
    return isOwn ? cue : null;
  });
}

export interface CueBehind<Value> {
  readonly cue: Cue<Value>;
  /** The name stands right before the cue; the others are of the list that ends there. */
  readonly isLast: boolean;
}

/** What speaks of one name, in and beside it. */
export interface Speakers<Value> {
  /** A remark attached to it. */
  readonly own: Cue<Value> | null;
  /** The nearest in front. */
  readonly front: Cue<Value> | null;
  readonly behind: CueBehind<Value> | null;
}

/** For each name (in order, all inside the segment) the cues that speak of it. */
export function speakersOf<Value>(text: string, segment: Span, cues: readonly Cue<Value>[], names: readonly Span[]): Speakers<Value>[] {
  const before = namesBefore(cues, names);
  const sides = cues.map((cue, index) => sideOf(text, cue, cues[index - 1], names[before[index] as number]));
  const own = attachedCues(text, segment.end, cues, names);
  const attached = new Set(own);
  const behind: (CueBehind<Value> | null)[] = names.map(() => null);
  cues.forEach((cue, index) => {
    let at = before[index] as number;
    const name = names[at];
    const previous = cues[index - 1];
    if (sides[index] !== 'after' || attached.has(cue) || name === undefined || cue.start - name.end > reachBehind) return;
    if (previous !== undefined && previous.start >= name.end) return;
    behind[at] = { cue, isLast: true };
    while (at > 0 && behind[at - 1] === null && isListGap(text.slice((names[at - 1] as Span).end, (names[at] as Span).start))) {
      at -= 1;
      behind[at] = { cue, isLast: false };
    }
  });
  let nextCue = 0;
  let inFront: Cue<Value> | null = null;
  return names.map((name, index) => {
    for (let cue = cues[nextCue]; cue !== undefined && cue.end <= name.start; cue = cues[nextCue]) {
      if (sides[nextCue] === 'before' && !attached.has(cue)) inFront = cue;
      nextCue += 1;
    }
    return { own: own[index] ?? null, front: inFront, behind: behind[index] ?? null };
  });
}

/**
 * The one that decides. A remark attached to a name is its own; otherwise the nearest cue in front governs it; otherwise
 * a cue behind governs the list that ends at it. When both are there, the one behind has the last item only: in "must
 * know SQL, Docker a plus" SQL is a must.
 */
export function decisive<Value>({ own, front, behind }: Speakers<Value>): Cue<Value> | null {
  if (own !== null) return own;
  return behind !== null && (front === null || behind.isLast) ? behind.cue : front;
}

/** For each name (in order, all inside the segment) the cue that decides for it, or null. */
export function govern<Value>(text: string, segment: Span, cues: readonly Cue<Value>[], names: readonly Span[]): (Cue<Value> | null)[] {
  return speakersOf(text, segment, cues, names).map(decisive);
}
