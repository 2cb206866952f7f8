import { frameWords, functionWords } from './ad-words.ts';
import { wordWeight, type ConceptIndex } from './compile-concepts.ts';
import { matchWord, type WordMatch } from './match-word.ts';
import { wordLinks, type WordLink } from './types.ts';
import type { Word } from './words.ts';

/** A word of the text that stands for a word of the label. */
export interface Meeting {
  readonly at: number;
  readonly slot: number;
  readonly similarity: number;
  readonly link: WordLink;
}

/** A label met in a stretch of the text. */
export interface LabelMatch {
  readonly label: number;
  readonly concept: number;
  /** 0 to 1. */
  readonly strength: number;
  /** First and last word of the stretch. */
  readonly from: number;
  readonly to: number;
  /** For each word of the label that was met, the best that meets it. */
  readonly meetings: readonly Meeting[];
  /** Whether every word of the label was met. */
  readonly isWhole: boolean;
}

/** Words of one label stand at most so far apart. */
const widestStretch = 12;
/** What a word inside the stretch that the label does not have takes away, against one of the label that is missing. */
const foreignShare = 0.35;
/** Half of a label's words are less than half of its meaning. */
const coveragePower = 1.3;
/** A label whose words weigh this much in all reaches half of what a long one can. */
const halfWeight = 0.5;
const aliasShare = 0.97;
/** What a concept that is often meant gains at most. */
const priorShare = 0.5;
/** Only the text that is nothing but the name has more. */
const mostStrength = 0.98;
/** A word that only frames the demand counts this much. */
const frameShare = 0.3;

/**
 * For every concept that shares a word with the text, its best label in its best stretch:
 * strength = c^1.3 × m ÷ (m + 0.5) × (0.97 for an alias) × (1 + 0.5 × prior), at most 0.98, with m the weight of the label's words
 * that were met, each times its similarity, and c = m ÷ (weight of the label + 0.35 × weight of other words in the stretch).
 */
export function scoreLabels(index: ConceptIndex, words: readonly Word[]): LabelMatch[] {
  const best = new Map<number, LabelMatch>();
  const weights = words.map(({ key }) => wordWeight(index, key) * (frameWords.has(key) ? frameShare : 1));
  for (const [label, meetings] of meetLabels(index, words)) {
    const match = bestStretch(index, label, meetings, weights);
    if (match.strength > (best.get(match.concept)?.strength ?? 0)) best.set(match.concept, match);
  }
  return [...best.values()];
}

function meetLabels(index: ConceptIndex, words: readonly Word[]): Map<number, Meeting[]> {
  const byLabel = new Map<number, Meeting[]>();
  const known = new Map<string, WordMatch[]>();
  words.forEach(({ key }, at) => {
    if (functionWords.has(key) && words.length > 1) return;
    const matches = known.get(key) ?? matchWord(index, key);
    known.set(key, matches);
    const share = frameWords.has(key) && words.length > 1 ? frameShare : 1;
    for (const { word, similarity, link } of matches) {
      const end = index.useStarts[word + 1] as number;
      for (let use = index.useStarts[word] as number; use < end; use += 1) {
        const label = index.useLabels[use] as number;
        const meeting: Meeting = { at, slot: index.useSlots[use] as number, similarity: similarity * share, link };
        const meetings = byLabel.get(label);
        if (meetings === undefined) byLabel.set(label, [meeting]);
        else meetings.push(meeting);
      }
    }
  });
  return byLabel;
}

function bestStretch(index: ConceptIndex, label: number, meetings: readonly Meeting[], weights: readonly number[]): LabelMatch {
  const { concept, slots, weight, isName } = index.labels[label] as (typeof index.labels)[number];
  const places = [...new Set(meetings.map(({ at }) => at))];
  const factor = (isName ? 1 : aliasShare) * (1 + priorShare * (index.concepts[concept]?.prior ?? 0));
  let best: LabelMatch = { label, concept, strength: 0, from: 0, to: 0, meetings: [], isWhole: false };
  for (const from of places) {
    const bySlot = new Array<Meeting | undefined>(slots.length);
    const used = new Map<number, number>();
    for (const meeting of meetings) {
      const { at: to, slot, similarity } = meeting;
      if (to < from || to - from > widestStretch) continue;
      if (similarity > (bySlot[slot]?.similarity ?? 0)) bySlot[slot] = meeting;
      used.set(to, Math.max(used.get(to) ?? 0, similarity));
      let met = 0;
      for (let at = 0; at < slots.length; at += 1) met += (slots[at]?.weight ?? 0) * (bySlot[at]?.similarity ?? 0);
      let foreign = 0;
      for (let at = from; at <= to; at += 1) foreign += (weights[at] as number) * (1 - (used.get(at) ?? 0));
      const coverage = met / (weight + foreignShare * foreign);
      const strength = Math.min(mostStrength, coverage ** coveragePower * (met / (met + halfWeight)) * factor);
      if (strength > best.strength) {
        const metSlots = bySlot.filter((one) => one !== undefined);
        best = { label, concept, strength, from, to, meetings: metSlots, isWhole: metSlots.length === slots.length };
      }
    }
  }
  return best;
}

/** The least sure of the links by which a label was met. */
export function leastSure(meetings: readonly Meeting[]): WordLink {
  return meetings.reduce<WordLink>((least, { link }) => (wordLinks.indexOf(link) > wordLinks.indexOf(least) ? link : least), 'exact');
}
