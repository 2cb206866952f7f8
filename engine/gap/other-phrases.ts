import { findPhrases, type PhraseModel } from '../phrases/index.ts';
import { degreeAtStart } from '../resume/vocabulary/degrees.ts';
import { isPlace } from '../resume/vocabulary/places.ts';
import { foldKey } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import type { AdFacts } from './ad-facts.ts';
import { evidenceOf } from './demands.ts';
import type { OtherPhrase } from './types.ts';

/** Less sure than this, a phrase is more often wrong than right (bench/tried/tagger.md). */
const leastConfidence = 0.4;
/** Beyond these the list says less with every line. */
const mostPhrases = 20;

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** A degree, a town, the firm or where it is: asked for or not, it is nothing to learn. */
function isNothingToLearn(phrase: string, { organisation, place }: Pick<AdFacts, 'organisation' | 'place'>): boolean {
  const key = foldKey(phrase);
  return isPlace(phrase) || degreeAtStart(phrase)?.rest === '' || [organisation, place].some((name) => name !== null && foldKey(name).includes(key));
}

/**
 * What an ad asks for that the taxonomy does not know: phrases of the tagger in the sentences that ask for something,
 * without those that touch a skill Cairn knows or name a degree, a place or the firm, each once, the surest `mostPhrases`
 * in order of the text. They are shown and never counted: `linkText` leads about three in ten of those that it scores at 0.6
 * or more to a wrong skill (70 read, of 241 ads), and takes a millisecond for each. Confidence is the tagger's, 0 to 1,
 * rounded to hundredths.
 */
export function readOtherPhrases(text: string, facts: Pick<AdFacts, 'organisation' | 'place'>, asking: readonly Span[], mentions: readonly Span[], model: PhraseModel): OtherPhrase[] {
  const seen = new Set<string>();
  const others: (OtherPhrase & { readonly start: number })[] = [];
  let nextMention = 0;
  for (const phrase of findPhrases(model, text)) {
    while (nextMention < mentions.length && (mentions[nextMention] as Span).end <= phrase.start) nextMention += 1;
    if (phrase.confidence < leastConfidence || (mentions[nextMention] !== undefined && overlap(mentions[nextMention] as Span, phrase))) continue;
    if (!asking.some((sentence) => overlap(sentence, phrase)) || isNothingToLearn(phrase.text, facts)) continue;
    const key = foldKey(phrase.text);
    if (seen.has(key)) continue;
    seen.add(key);
    const { kind, start, confidence } = phrase;
    others.push({ text: phrase.text, kind, start, confidence: Math.round(confidence * 100) / 100, evidence: evidenceOf(text, phrase.sentence, phrase) });
  }
  const kept = new Set(others.toSorted((a, b) => b.confidence - a.confidence || a.start - b.start).slice(0, mostPhrases));
  return others.filter((phrase) => kept.has(phrase)).map(({ start: _start, ...phrase }) => phrase);
}
