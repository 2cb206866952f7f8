/** Sentences that say a skill is done without naming it: "gave injections every shift", "reconcile four bank accounts". */
import { sentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { endsObject, isPast, ownDoings, widestGap, type Telling, type Word } from './find-said-doing.ts';
import { negations } from './negation.ts';
import { anyNumber, isIrregularPast, remembered, saidKey, thingKey, type SaidPattern } from './said-table.ts';
import type { Taxonomy } from './taxonomy.ts';
import type { SkillMention } from './types.ts';

export type { Telling };

/** A doing is a sign of the skill, its name is the skill. */
const describedConfidence = 0.6;

/** Passed over, in texts and forms. */
const articles = /^(?:an?|the|our|my|their|its|his|her|all|s)$/;

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));
/** Behind "of" comes what these are of. */
const amounts = set('group groups batch batches class classes set sets number range variety types kinds pair dose doses bottle bottles unit units plate plates piece pieces roll rolls tonne tonnes kg litre litres lot lots hundreds thousands dozens some most each many several level levels aspect aspects volume volumes amount amounts');
/** Right behind what the verb is done to, these make another thing of it: "maintain equipment logs". */
const otherHeads = set('log logs record records report reports software system systems company companies policy policies management manual manuals data program programs programme programmes vendor vendors list lists form forms database industry schedule schedules standards brand store shop department office article articles controlled aided based mounted covering coverings title titles care learned learnt materials area areas backing test tests service services statistics');

type Keys = Pick<Word, 'verb' | 'thing'>;

interface Sentence {
  readonly words: readonly Word[];
  readonly text: string;
}

const gapBehind = ({ text, words }: Sentence, at: number): string => words[at + 1]?.gap ?? text.slice(words[at]?.end ?? 0);
const isVerbForm = (word: string): boolean => /(?:[^e]ed|ing)$/.test(word) || isIrregularPast(word);

/** Behind what begins a statement of its own: "…, medicines were stored". */
const predicates = set('is are was were');
const isPlural = (word: string): boolean => /[^su]s$/.test(word);

/**
 * Whether the comma behind `at` leaves the verb before it in force: "clean, sort and file returns", "oral, intravenous
 * medicines" and "burns, ulcers and wounds", and not "gave talks, trained by nurses".
 */
function goesOn(sentence: Sentence, at: number, first: number, last: number): boolean {
  const { words } = sentence;
  const key = (place: number): string => words[place]?.key ?? '';
  const head = key(at + 1);
  if (predicates.has(key(last + 1))) return false;
  if (isVerbForm(key(at)) || /^includ(?:ing|es)$/.test(head)) return true;
  if (at + 1 < first && isVerbForm(head)) return false;
  if (!isPlural(key(at)) && !isVerbForm(head)) return true;
  return words.slice(at + 1, first).some((word) => /^(?:and|or)$/.test(word.key)) || /^(?:and|or|)$/.test(key(last + 1)) || /[,;.:&)/]/.test(gapBehind(sentence, last));
}

/** "records of employees" are no employees; "doses of insulin" and "filing of returns" are what is given and filed. */
function endsWithOf({ words }: Sentence, at: number, verbs: ReadonlySet<string>): boolean {
  const before = words[at - 1];
  return words[at]?.key === 'of' && before !== undefined && !amounts.has(before.key) && before.verb !== anyNumber && !verbs.has(before.verb) && !before.key.endsWith('ing');
}

/** Whether the verb at `verb` still holds at the thing from `first` to `last`. */
function reaches(sentence: Sentence, verbs: ReadonlySet<string>, verb: number, first: number, last: number): boolean {
  const { words } = sentence;
  for (let at = first - 1; at >= verb; at -= 1) {
    const gap = gapBehind(sentence, at);
    if (/[.;:()|]/.test(gap) || (gap.includes(',') && at > verb && !goesOn(sentence, at, first, last))) return false;
    if (at > verb && (endsObject.has(words[at]?.key ?? '') || endsWithOf(sentence, at, verbs))) return false;
  }
  return true;
}

/** The verb nearest before the thing from `first` to `last` that the pattern takes and the writer does, or -1. */
function verbOf(sentence: Sentence, { verbs }: SaidPattern, first: number, last: number, telling: Telling, isOwn: readonly boolean[]): number {
  for (let at = first - 1; at >= 0 && at >= first - 1 - widestGap; at -= 1) {
    const { key, verb } = sentence.words[at] as Word;
    if (isOwn[at] === true && verbs.has(verb) && !(telling === 'asked' && isPast(key))) return reaches(sentence, verbs, at, first, last) ? at : -1;
  }
  return -1;
}

const isPartOfName = (sentence: Sentence, last: number): boolean => otherHeads.has(sentence.words[last + 1]?.key ?? '') && /^[\s-]$/.test(gapBehind(sentence, last));

/** Without articles. The forms are English: other letters end a word, and an "s" behind an apostrophe is none. */
function readSentence(text: string, { start, end }: Span, keysOf: (word: string) => Keys): Sentence {
  const inside = text.slice(start, end);
  const words: Word[] = [];
  for (const { 0: written, index } of inside.matchAll(/[a-z0-9]+/gi)) {
    const key = written.toLowerCase();
    if (!articles.test(key)) words.push({ key, ...keysOf(key), start: index, end: index + written.length, gap: inside.slice(words.at(-1)?.end ?? 0, index) });
  }
  return { text: inside, words };
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
  const keysOf = remembered((word): Keys => ({ verb: saidKey(word), thing: thingKey(word) }));
  for (const span of sentences(text)) {
    const sentence = readSentence(text, span, keysOf);
    const { words } = sentence;
    const shown = new Set<string>();
    let isOwn: readonly boolean[] | undefined;
    words.forEach(({ thing }, first) => {
      for (const pattern of said.get(thing) ?? []) {
        const last = first + pattern.what.length - 1;
        if (shown.has(pattern.skillId) || !pattern.what.every((word, at) => words[first + at]?.thing === word) || isPartOfName(sentence, last)) continue;
        isOwn ??= ownDoings(words, telling);
        const verb = verbOf(sentence, pattern, first, last, telling, isOwn);
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
