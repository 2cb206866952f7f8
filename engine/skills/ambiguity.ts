/** Whether a name that is also an ordinary word ("Go", "R", "Excel") names the skill where it stands. */
import { fold, foldInPlace, foldKey } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import type { Form } from './compile-phrases.ts';
import { isItemEnd, isListGap, isWholeItem } from './lists.ts';
import { isOrdinaryPhrase, isSeldomOrdinary } from './ordinary-phrases.ts';
import type { Hit } from './scan.ts';
import { claimantsOf, type Taxonomy } from './taxonomy.ts';

/** How sure a way of recognising an ambiguous name is, 0 to 1. By judgement: to be calibrated on labelled text. */
const ambiguityConfidence = { listed: 0.9, context: 0.85, skillSection: 0.8, introduced: 0.75 } as const;

/** Letters on each side in which a context word counts. */
const contextReach = 120;
/** So many ambiguous names in a row make a list of skills of themselves: "C, R, Go". */
const ambiguousRun = 3;

export interface ResolvedHit extends Hit {
  readonly form: Form;
  readonly confidence: number;
}

function wordBefore(text: string, at: number): string {
  return fold(/([\p{L}\p{M}\p{N}]+)[\s'-]*$/u.exec(text.slice(Math.max(0, at - 24), at))?.[1] ?? '');
}

function wordAfter(text: string, at: number): string {
  return fold(/^[\s'-]*([\p{L}\p{M}\p{N}]+)/u.exec(text.slice(at, at + 24))?.[1] ?? '');
}

/** An initial ("Kumar R."), a part of an abbreviation ("R&D", "C-level"), never the language. */
function isPartOfAbbreviation(text: string, { start, end }: Span): boolean {
  if (end - start > 1) return false;
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 2);
  const isInitial = /^\.\s+\p{Lu}\p{Ll}/u.test(text.slice(end, end + 6)) && /\p{Lu}\p{Ll}+\s$/u.test(text.slice(Math.max(0, start - 24), start));
  return isInitial || /^\s?&|^[-'’]\p{L}|^\.\p{L}/u.test(after) || /&\s?$|\p{L}[-'’]$|\p{L}\.$/u.test(before);
}

function lineAround(text: string, { start, end }: Span): string {
  const before = text.slice(Math.max(0, start - contextReach), start);
  const after = text.slice(end, end + contextReach);
  return before.slice(before.lastIndexOf('\n') + 1) + text.slice(start, end) + (after.split('\n', 1)[0] ?? '');
}

/** The form is a name with a capital, the writer uses capitals, and yet wrote this one small: "we go where …". */
function isWrittenAsOrdinaryWord(text: string, hit: Span, form: Form): boolean {
  const name = text.slice(hit.start, hit.end);
  if (!/^\p{Lu}/u.test(form.written) || name !== name.toLowerCase()) return false;
  return /\p{Lu}/u.test(lineAround(text, hit));
}

/** Written with its capital in the middle of a sentence that also has small letters: a name, not the word. */
function isWrittenAsName(text: string, hit: Span): boolean {
  if (!/^\p{Lu}/u.test(text.slice(hit.start, hit.end)) || !/\p{Ll}{3}/u.test(lineAround(text, hit))) return false;
  return /[\p{Ll}\d,]\s$/u.test(text.slice(Math.max(0, hit.start - 2), hit.start));
}

const introduction = /(?:proficien\w+|experienced?|knowledge|skill\w*|expertise|fluen\w+|programming|coding|scripting|hands-on|familiar\w*|code|written|trained|certified)(?:\s*\([^()]{1,30}\))?\s+(?:in|with|of|using|on)\s+$/i;

/** "Proficient in R.": announced as a skill, and nothing follows that it could belong to. */
function isIntroduced(text: string, hit: Span): boolean {
  return introduction.test(text.slice(Math.max(0, hit.start - 60), hit.start)) && isItemEnd(text, hit.end);
}

interface ContextPattern {
  /** The words anywhere, inside others too: seldom there, and much cheaper to look for than whole words. */
  readonly hint: RegExp;
  readonly whole: RegExp;
}

const contextPatterns = new WeakMap<readonly string[], ContextPattern>();

/** Finds the words in folded text. Made when it is first asked for: most texts meet few ambiguous names. */
function contextPattern(words: readonly string[]): ContextPattern {
  const made = contextPatterns.get(words);
  if (made !== undefined) return made;
  const escaped = words.map((word) => foldKey(word).replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`).replace(/[ -]/g, String.raw`[\s-]{1,3}`));
  const any = `(?:${escaped.join('|')})`;
  const pattern = { hint: new RegExp(any), whole: new RegExp(String.raw`(?<![\p{L}\p{N}\p{M}])${any}(?![\p{L}\p{N}\p{M}+#])`, 'gu') };
  contextPatterns.set(words, pattern);
  return pattern;
}

/** How many of its context words stand near a hit, in the folded text. Words that the reach cuts in two do not count. */
function countContext(folded: string, hit: Span, words: readonly string[]): number {
  const context = contextPattern(words);
  const from = Math.max(0, hit.start - contextReach);
  const before = folded.slice(from, hit.start);
  const after = folded.slice(hit.end, hit.end + contextReach);
  const whole = [from === 0 ? before : before.replace(/^\S*/, ''), after.length < contextReach ? after : after.slice(0, tokenStart(after, after.length, 0))];
  return new Set(whole.flatMap((side) => (context.hint.test(side) ? side.match(context.whole) ?? [] : []))).size;
}

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13) || (code >= 0xa0 && /\s/.test(String.fromCharCode(code)));
const standsAlone = new Set(Array.from(',;()|', (sign) => sign.charCodeAt(0)));

/** Where the run without white space begins that ends at `end`. */
function tokenStart(text: string, end: number, earliest: number): number {
  let at = end;
  while (at > earliest && !isSpace(text.charCodeAt(at - 1))) at -= 1;
  return at;
}

/** Nothing that an address could be made of stands here. */
function isFree(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return true;
  const code = text.charCodeAt(at);
  return isSpace(code) || standsAlone.has(code);
}

/** Part of a web or mail address: "github.com/asha" names no skill of Asha's. */
function insideAddress(text: string, { start, end }: Span): boolean {
  if (isFree(text, start - 1) && isFree(text, end)) return false;
  const before = text.slice(tokenStart(text, start, Math.max(0, start - 80)), start);
  const after = /^\S*/.exec(text.slice(end, end + 80))?.[0] ?? '';
  if (before === '' && after === '') return false;
  return /:\/\/|\bwww\.|@[\w-]+\.|^[\w-]+\.(?:com|org|io|in|dev|edu|gov|co|ai|app|me)(?:[/.,;)]|$)/i.test(`${before}${text.slice(start, end)}${after}`)
    && !/[,;|]/.test(after.slice(0, 1));
}

/**
 * Settles every hit, from left to right: unambiguous names stand; an ambiguous one stands as an item of a list beside an
 * accepted skill, near one of its context words, as a whole item where the caller says that skills are listed, or
 * announced as a skill, unless an ordinary phrase or the way it is written speaks against it. What an accepted hit covers
 * is dropped.
 */
export function resolveHits(taxonomy: Taxonomy, text: string, hits: readonly Hit[], skillList: boolean): ResolvedHit[] {
  const usable = hits.filter((hit) => !insideAddress(text, hit));
  const folded = usable.some((hit) => claimantsOf(taxonomy, hit.value).some(({ context }) => context !== null)) ? foldInPlace(text) : '';
  const settled: (ResolvedHit | null)[] = usable.map((hit) => {
    const claimants = claimantsOf(taxonomy, hit.value);
    const form = claimants.find((claim) => claim.context === null);
    const competed = claimants.length > 1;
    if (form === undefined || (competed && bestByContext(taxonomy, folded, hit) !== null)) return null;
    return isSeldomOrdinary(form.written) && !isWholeItem(text, hit) && isOrdinaryUse(text, hit) ? null : { ...hit, form, confidence: 1 };
  });
  const candidates = usable.map((hit, index) => settled[index] !== null || isRuledOut(taxonomy, text, hit) ? null : hit);
  usable.forEach((hit, index) => {
    if (candidates[index] === null) return;
    const form = bestByContext(taxonomy, folded, hit);
    if (form !== null && !isWrittenAsOrdinaryWord(text, hit, form)) settled[index] = { ...hit, form, confidence: form.context === null ? 1 : ambiguityConfidence.context };
    else if (skillList && isWholeItem(text, hit)) settled[index] = withFirstClaim(taxonomy, hit, ambiguityConfidence.skillSection);
    else if (isIntroduced(text, hit)) settled[index] = withFirstClaim(taxonomy, hit, ambiguityConfidence.introduced);
  });
  settleLists(taxonomy, text, usable, candidates, settled);
  return withoutOverlaps(settled.filter((hit) => hit !== null));
}

function isRuledOut(taxonomy: Taxonomy, text: string, hit: Hit): boolean {
  if (isPartOfAbbreviation(text, hit)) return true;
  const claimants = claimantsOf(taxonomy, hit.value);
  if (claimants.some(({ context, written }) => context === null && isSeldomOrdinary(written))) return true;
  if (isWholeItem(text, hit) || isWrittenAsName(text, hit)) return false;
  return isOrdinaryUse(text, hit) && claimants.every((claim) => claim.context !== null);
}

function isOrdinaryUse(text: string, hit: Span): boolean {
  return isOrdinaryPhrase(foldKey(text.slice(hit.start, hit.end)), wordBefore(text, hit.start), wordAfter(text, hit.end));
}

function bestByContext(taxonomy: Taxonomy, folded: string, hit: Hit): Form | null {
  let best: Form | null = null;
  let bestCount = 0;
  for (const claim of claimantsOf(taxonomy, hit.value)) {
    const count = claim.context === null ? 0 : countContext(folded, hit, claim.context);
    if (count > bestCount) [best, bestCount] = [claim, count];
  }
  return best;
}

function withFirstClaim(taxonomy: Taxonomy, hit: Hit, confidence: number): ResolvedHit | null {
  const [form] = claimantsOf(taxonomy, hit.value);
  return form === undefined ? null : { ...hit, form, confidence };
}

/** Lists lend their items to each other, one neighbour at a time, until nothing changes. */
function settleLists(
  taxonomy: Taxonomy, text: string, hits: readonly Hit[], candidates: readonly (Hit | null)[], settled: (ResolvedHit | null)[],
): void {
  if (hits.every((_, index) => candidates[index] === null || settled[index] !== null)) return;
  const joins = hits.map((hit, index) => {
    const next = hits[index + 1];
    return next !== undefined && next.start >= hit.end && isListGap(text.slice(hit.end, next.start));
  });
  const accept = (index: number): boolean => {
    const hit = candidates[index];
    const form = hit === null || hit === undefined ? undefined : claimantsOf(taxonomy, hit.value)[0];
    if (settled[index] !== null || hit === null || hit === undefined || form === undefined) return false;
    if (isWrittenAsOrdinaryWord(text, hit, form) && !isWholeItem(text, hit)) return false;
    settled[index] = { ...hit, form, confidence: ambiguityConfidence.listed };
    return true;
  };
  for (let index = 0; index < hits.length; index += 1) {
    let last = index;
    while (joins[last] === true) last += 1;
    const run = hits.slice(index, last + 1);
    if (run.length >= ambiguousRun && run.every((hit) => isWholeItem(text, hit))) run.forEach((_, offset) => accept(index + offset));
    index = last;
  }
  for (let index = 0; index + 1 < hits.length; index += 1) if (joins[index] === true && settled[index] !== null) accept(index + 1);
  for (let index = hits.length - 2; index >= 0; index -= 1) if (joins[index] === true && settled[index + 1] !== null) accept(index);
}

function withoutOverlaps(hits: readonly ResolvedHit[]): ResolvedHit[] {
  const kept: ResolvedHit[] = [];
  for (const hit of hits.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (hit.start >= (kept.at(-1)?.end ?? 0)) kept.push(hit);
  }
  return kept;
}
