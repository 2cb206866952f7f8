import type { Reason } from '../reasons/reason.ts';
import type { ConceptIndex } from './compile-concepts.ts';
import { leastSure, scoreLabels, type LabelMatch } from './score-labels.ts';
import type { Found, LinkedConcept } from './types.ts';
import { wordsOf, type Word } from './words.ts';

/** What the text and the concepts mean, as vectors of one model. */
export interface Meaning {
  /** Of length 1; null for a text of which no word is known. */
  readonly embed: (text: string) => Float32Array | null;
  /** One after the other, in the order of the index's concepts, each of length 1 or 0. */
  readonly conceptVectors: Float32Array;
  /** The cosine from which a text that shares no word with a concept may mean it; absent: meaning only weighs what words found. */
  readonly leastLikeness?: number;
}

export interface LinkOptions {
  readonly limit: number;
  readonly meaning?: Meaning;
}

/** So many of the best by their words are looked at further. */
const lookedAt = 60;
/** What a concept loses whose words in the text a better one has explained already. */
const explainedShare = 0.5;
/** How much of the strength depends on the stretch and the concept meaning the same. */
const meaningShare = 0.3;
/** Likeness alone is a guess. */
const likenessShare = 0.5;
const relatedShare = 0.5;
const exactScore = 1;
const exactAliasScore = 0.99;

/**
 * The concepts that a phrase or sentence means, the likeliest first, at most `limit`. 1 or 0.99: the whole text is the
 * name or an alias. Otherwise the strength of scoreLabels, × (0.7 + 0.3 × cosine) where meaning is given, 0.5 × cosine for
 * those found by meaning alone, 0.5 × strength of the relation × score of the best for those related to it. In the order,
 * not in the score, a concept yields by half to better ones that explain the same words. Deterministic; ties in the order
 * of the concepts. Source of the idea: windows and coverage after the "soft TF-IDF" of Cohen, Ravikumar and Fienberg (2003).
 */
export function linkText(index: ConceptIndex, text: string, { limit, meaning }: LinkOptions): LinkedConcept[] {
  const words = wordsOf(text);
  const matches = scoreLabels(index, words).toSorted((one, other) => other.strength - one.strength || one.concept - other.concept).slice(0, lookedAt);
  const found = matches.map((match) => ({ match, linked: toLinked(index, words, match, meaning, text) }));
  const ordered = spread(found, limit);
  const taken = new Set(found.map(({ match }) => match.concept));
  const further = [...(meaning?.leastLikeness === undefined ? [] : byMeaning(index, text, meaning, meaning.leastLikeness, taken)), ...relatedTo(index, ordered[0], taken)];
  return mergeByScore(ordered, further).slice(0, limit);
}

interface Candidate {
  readonly match: LabelMatch;
  readonly linked: LinkedConcept;
}

function toLinked(index: ConceptIndex, words: readonly Word[], match: LabelMatch, meaning: Meaning | undefined, text: string): LinkedConcept {
  const { label, concept, from, to, meetings, isWhole } = match;
  const { written, isName, slots } = index.labels[label] as (typeof index.labels)[number];
  const { id, name } = index.concepts[concept] as (typeof index.concepts)[number];
  const link = leastSure(meetings);
  const isSame = isWhole && link === 'exact' && wordsOf(written).map(({ key }) => key).join(' ') === words.map(({ key }) => key).join(' ');
  const start = words[from]?.start ?? 0;
  const end = words[to]?.end ?? text.length;
  const nearness = meaning === undefined ? 1 : 1 - meaningShare + meaningShare * Math.max(0, likeness(meaning, concept, meaning.embed(text.slice(start, end))));
  const score = isSame ? (isName ? exactScore : exactAliasScore) : match.strength * nearness;
  const found: Found = !isWhole ? 'partial' : link !== 'exact' || isName ? link : 'alias';
  const met = meetings.map(({ slot, similarity, at, link: by }) => ({ by, share: (slots[slot]?.weight ?? 0) * similarity, read: text.slice(words[at]?.start, words[at]?.end), meant: index.spellings[slots[slot]?.word ?? -1] ?? '' }));
  const total = met.reduce((sum, { share }) => sum + share, 0);
  const reasons = met.map(({ by, share, read, meant }): Reason => ({ what: { code: `linking.word.${by}`, params: { read, meant } }, effect: (score * share) / total, evidence: [] }));
  return { id, name, score, found, form: written, start, end, reasons };
}

/** Takes the best again and again; what explains only words that are explained steps back. */
function spread(found: readonly Candidate[], limit: number): LinkedConcept[] {
  const pool = found.map((candidate) => ({ ...candidate, places: new Set(candidate.match.meetings.map(({ at }) => at)) }));
  const explained = new Map<number, number>();
  const chosen: LinkedConcept[] = [];
  while (chosen.length < limit && pool.length > 0) {
    const values = pool.map(({ linked, places }) => linked.score * (1 - (explainedShare * sum(places, (at) => Math.min(1, explained.get(at) ?? 0))) / places.size));
    const [next] = pool.splice(values.indexOf(Math.max(...values)), 1);
    if (next === undefined) break;
    chosen.push(next.linked);
    for (const at of next.places) explained.set(at, (explained.get(at) ?? 0) + next.linked.score);
  }
  return chosen;
}

function sum(places: Iterable<number>, value: (at: number) => number): number {
  let total = 0;
  for (const at of places) total += value(at);
  return total;
}

function likeness({ conceptVectors }: Meaning, concept: number, vector: Float32Array | null): number {
  if (vector === null) return 0;
  let product = 0;
  for (let at = 0; at < vector.length; at += 1) product += (vector[at] as number) * (conceptVectors[concept * vector.length + at] as number);
  return product;
}

function byMeaning(index: ConceptIndex, text: string, meaning: Meaning, leastLikeness: number, taken: ReadonlySet<number>): LinkedConcept[] {
  const vector = meaning.embed(text);
  if (vector === null) return [];
  return index.concepts.flatMap(({ id, name }, concept): LinkedConcept[] => {
    const near = taken.has(concept) ? 0 : likeness(meaning, concept, vector);
    if (near < leastLikeness) return [];
    const score = likenessShare * near;
    return [{ id, name, score, found: 'embedding', form: name, start: 0, end: text.length, reasons: [{ what: { code: 'linking.meaning', params: { percent: Math.round(100 * near) } }, effect: score, evidence: [] }] }];
  });
}

function relatedTo(index: ConceptIndex, best: LinkedConcept | undefined, taken: ReadonlySet<number>): LinkedConcept[] {
  if (best === undefined) return [];
  const related = index.concepts[index.places.get(best.id) ?? -1]?.related ?? [];
  return related.flatMap(({ id, strength }): LinkedConcept[] => {
    const place = index.places.get(id);
    const concept = place === undefined || taken.has(place) ? undefined : index.concepts[place];
    if (concept === undefined) return [];
    const score = best.score * strength * relatedShare;
    return [{ id, name: concept.name, score, found: 'related', form: best.form, start: best.start, end: best.end, reasons: [{ what: { code: 'linking.related', params: { to: best.name, percent: Math.round(100 * strength) } }, effect: score, evidence: [] }] }];
  });
}

/** `ordered` keeps its order; the others go before the first that is weaker. */
function mergeByScore(ordered: readonly LinkedConcept[], others: readonly LinkedConcept[]): LinkedConcept[] {
  const waiting = [...new Map(others.toSorted((one, other) => other.score - one.score).toReversed().map((one) => [one.id, one])).values()].reverse();
  return [...ordered.flatMap((one) => [...takeWhile(waiting, ({ score }) => score > one.score), one]), ...waiting];
}

function takeWhile<Item>(items: Item[], holds: (item: Item) => boolean): Item[] {
  const end = items.findIndex((item) => !holds(item));
  return items.splice(0, end < 0 ? items.length : end);
}
