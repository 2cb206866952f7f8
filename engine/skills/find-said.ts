/** Sentences that say a skill is done without naming it: "gave injections every shift", "reconcile four bank accounts". */
import { sentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { negations } from './negation.ts';
import { remembered, saidKey, type SaidPattern } from './said-table.ts';
import type { Taxonomy } from './taxonomy.ts';
import type { SkillMention } from './types.ts';

/** `did`: what people tell of their work. `asked`: what an ad wants done, "you will", "ability to". */
export type Telling = 'did' | 'asked';

/** A doing is a sign of the skill, its name is the skill. */
const describedConfidence = 0.6;
/** Words between the verb and what it is done to: "give oral and intravenous medicines". */
const widestGap = 5;

/** Passed over, in texts and forms. */
const articles = /^(?:an?|the|our|my|their|its|his|her|all|s)$/;

/** Stand before a verb; "only" and "newly" before what is no verb: "newly installed cables". */
const adverb = /(?<!^(?:on|new|recent|previous))ly$/;

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));
/** Behind these the verb's object is over: "give talks on medicines", "advice to nurses who handle drugs". */
const endsObject = set('on about for to from with by in at into onto against under over through who whom whose which that where when while how why because than as before after without using via during among between within across towards toward near per');
/** Right behind what the verb is done to, these make another thing of it: "maintain equipment logs". */
const otherHeads = set('log logs record records report reports software system systems company companies policy policies management manual manuals data program programs programme programmes vendor vendors list lists form forms database industry schedule schedules standards brand store shop department office article articles controlled aided based mounted covering coverings title titles care learned learnt materials area areas backing test tests service services statistics');
/** Somebody or something else does what follows: "nurses who give", "software that files". */
const ofAnother = set('who whom whose which that where how');
const joins = set('and or by i we also then while when both including includes include included as');
const prepositions = set('in for of with');
/** With a preposition these take the writer into the doing: "responsible for filing", "duties of giving". */
const leads = set('responsible responsibility responsibilities duty duties experience experienced involved engaged charge incharge assisted assist helped help worked work participated tasked role skilled expert proficient assigned entrusted deputed');
const leadsTo = set('assigned helped help entrusted deputed appointed responsible required used able ability duties duty role');
const asks = set('you will must can should shall may able to we');
const making = set('build develop design create write implement code program automate launch deploy engineer prototype invent test');
const product = set('app application software system module tool website site portal platform bot chatbot script api dashboard program pipeline algorithm plugin prototype macro game simulator product microservice service erp');
const makingKeys = new Set([...making].map(saidKey));
const productKeys = new Set([...product].map(saidKey));

interface Word extends Span {
  /** In lower case. */
  readonly key: string;
}

interface Sentence {
  readonly words: readonly Word[];
  readonly keys: readonly string[];
  readonly text: string;
}

const gapText = ({ text, words }: Sentence, at: number): string => text.slice(words[at]?.end ?? 0, words[at + 1]?.start ?? text.length);

const isGerund = (word: string): boolean => word.endsWith('ing');

/** No ad asks in the past: "shortlisted applicants will be called". */
const isPast = ({ words }: Sentence, at: number): boolean => /[^e]ed$/.test(words[at]?.key ?? '');

/** Whether the writer is who does the verb: it begins the sentence or an item of it, or is led in by such words. */
function isOwnDoing(sentence: Sentence, verb: number, telling: Telling): boolean {
  let at = verb - 1;
  const key = (place: number): string => sentence.words[place]?.key ?? '';
  const isItem = (place: number): boolean => place < 0 || /[,;:–—(|/•·●▪*]|\s-\s/u.test(gapText(sentence, place));
  while (!isItem(at) && adverb.test(key(at))) at -= 1;
  if (isItem(at)) return true;
  if (joins.has(key(at))) return !(isGerund(key(at + 1)) && isGerund(key(at - 1))) || isOwnDoing(sentence, at - 1, telling);
  if (telling === 'asked' && asks.has(key(at))) return true;
  if (key(at) === 'to') return leadsTo.has(key(at - 1));
  return leads.has(key(at)) || (prepositions.has(key(at)) && leads.has(key(at - 1)));
}

/** What stands before the verb gives the doing to others, or to a thing that was made. */
function isOfAnother({ words, keys }: Sentence, verb: number): boolean {
  const before = keys.slice(0, verb);
  return words.slice(0, verb).some(({ key }) => ofAnother.has(key)) || (before.some((key) => makingKeys.has(key)) && before.some((key) => productKeys.has(key)));
}

/** The verb nearest before `first` that the pattern takes, or -1. */
function verbOf(sentence: Sentence, { verbs }: SaidPattern, first: number, telling: Telling): number {
  for (let at = first - 1; at >= 0 && at >= first - 1 - widestGap; at -= 1) {
    if (/[.;:()|]/.test(gapText(sentence, at))) return -1;
    if (verbs.has(sentence.keys[at] as string) && !(telling === 'asked' && isPast(sentence, at)) && isOwnDoing(sentence, at, telling) && !isOfAnother(sentence, at)) return at;
    if (endsObject.has(sentence.words[at]?.key ?? '')) return -1;
  }
  return -1;
}

const isPartOfName = (sentence: Sentence, last: number): boolean => otherHeads.has(sentence.words[last + 1]?.key ?? '') && /^[\s-]$/.test(gapText(sentence, last));

/** Without articles. The forms are English: other letters end a word, and an "s" behind an apostrophe is none. */
function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: written, index } of text.matchAll(/[a-z0-9]+/gi)) {
    const key = written.toLowerCase();
    if (!articles.test(key)) words.push({ key, start: index, end: index + written.length });
  }
  return words;
}

function readSentence(text: string, { start, end }: Span, keyOf: (word: string) => string): Sentence {
  const inside = text.slice(start, end);
  const words = wordsOf(inside);
  return { text: inside, words, keys: words.map(({ key }) => keyOf(key)) };
}

/** A bullet that a page has broken goes on: its line breaks are read as spaces, and every place stays where it is. */
function unbroken(text: string): string {
  return text.replace(/\n(?=\p{Ll})/gu, ' ');
}

/**
 * The skills that sentences of the text show in the forms of `taxonomy.said`, in order of the text: a verb that the writer
 * does, with one of the things it is done to behind it. English alone. Confidence 0.6. Not what others do, what a thing
 * was made to do, nor what is only seen, learned or planned; denied ones are marked `negated`. Linear in the text.
 */
export function findSaid({ said }: Pick<Taxonomy, 'said'>, written: string, telling: Telling): SkillMention[] {
  if (said.size === 0) return [];
  const text = unbroken(written);
  const found: Omit<SkillMention, 'negated'>[] = [];
  const keyOf = remembered(saidKey);
  for (const span of sentences(text)) {
    const sentence = readSentence(text, span, keyOf);
    const { words, keys } = sentence;
    const shown = new Set<string>();
    keys.forEach((key, first) => {
      for (const pattern of said.get(key) ?? []) {
        const last = first + pattern.what.length - 1;
        if (shown.has(pattern.skillId) || !pattern.what.every((word, at) => keys[first + at] === word) || isPartOfName(sentence, last)) continue;
        const verb = verbOf(sentence, pattern, first, telling);
        if (verb < 0) continue;
        shown.add(pattern.skillId);
        found.push({ skillId: pattern.skillId, form: pattern.written, start: span.start + (words[verb] as Word).start, end: span.start + (words[last] as Word).end, confidence: describedConfidence, described: true });
      }
    });
  }
  if (found.length === 0) return [];
  const ordered = found.toSorted((a, b) => a.start - b.start || a.end - b.end || (a.skillId < b.skillId ? -1 : 1));
  const denied = negations(text, ordered);
  return ordered.map((mention, at) => ({ ...mention, negated: denied[at] as boolean }));
}
