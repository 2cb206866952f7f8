import type { Span } from '../text/span.ts';

/** SkillSpan's two kinds: what somebody does or is like ("communicate with stakeholders"), and what is known ("offshore wind"). */
export const phraseKinds = ['skill', 'knowledge'] as const;
export type PhraseKind = (typeof phraseKinds)[number];

/** A phrase among the words of a sentence: from the word `start` up to, not including, `end`. */
export interface TaggedPhrase extends Span {
  readonly kind: PhraseKind;
  /** Probability that exactly these words are a phrase of this kind, 0 to 1. */
  readonly confidence: number;
}

/** A phrase of a text; offsets are of the text. */
export interface FoundPhrase extends TaggedPhrase {
  readonly text: string;
  /** The sentence it stands in. */
  readonly sentence: Span;
}
