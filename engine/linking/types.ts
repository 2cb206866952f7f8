import type { Reason } from '../reasons/reason.ts';

/** Something that phrases are led to: a skill of Cairn's, a concept of ESCO's. */
export interface Concept {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** 0 to 1: how often texts of the kind that is read mean it, by `priorOf`; 0 when not known. */
  readonly prior?: number;
  /** What carries over to it, `strength` 0 to 1. */
  readonly related?: readonly { readonly id: string; readonly strength: number }[];
}

/** How a word of the text stands for a word of a label, the surest first. */
export const wordLinks = ['exact', 'inflection', 'edit-distance', 'word-family', 'character-n-grams'] as const;
export type WordLink = (typeof wordLinks)[number];

/**
 * How the concept was found: its name or an alias word for word (`exact`, `alias`); by the least sure of its words; with
 * some of its words missing (`partial`); by meaning alone (`embedding`); or through a concept that was found (`related`).
 */
export type Found = 'alias' | 'partial' | 'embedding' | 'related' | WordLink;

export interface LinkedConcept {
  readonly id: string;
  readonly name: string;
  /** 0 to 1. The effects of `reasons` add up to it. */
  readonly score: number;
  readonly found: Found;
  /** The name or alias that was met. */
  readonly form: string;
  /** Where in the text: UTF-16 code units; the whole text when it was found by meaning. */
  readonly start: number;
  readonly end: number;
  readonly reasons: readonly Reason[];
}
