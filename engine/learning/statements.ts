/** The content words of a sentence, in English and Hindi, and what in it is denied. */
import { rootOf, stemOf } from '../linking/stems.ts';
import { clauses, tokenise } from '../text/index.ts';
import { fold } from '../text/fold.ts';

export interface Word {
  readonly root: string;
  /** How many content words behind it a negation denies; null for a word that denies nothing. */
  readonly negates: number | null;
  /** Words of one clause: what is denied in it is denied nowhere else. */
  readonly clause: number;
  readonly isHindi: boolean;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(fold));

const emptyEnglish = set("a an the of to in on at by for from with and or as is are was were be been being it its this that these those so then than which who what when where there their they them he she you your we our i do does did will would can could should may might must has have had into onto out up down over under also just very more most some any each all both either if because since");
const emptyHindi = set('का की के को में से पर ने है हैं था थी थे हो होता होती होते होना होने और या यह वह ये वे कि जो तो भी ही एक इस उस इसे उसे इसका उसका कर करके करना करता करती करते करने किया की गया गई गए जाता जाती जाते जाना सकता सकती सकते रहा रही रहे लिए साथ द्वारा तक अपने अपना अपनी हम आप मैं बहुत क्योंकि इसलिए जब तब अगर यदि');

/** "not" denies a statement, "no" and "without" the thing that follows. */
const negationReach: ReadonlyMap<string, number> = new Map([
  ...["not", "never", "cannot", "can't", "don't", "doesn't", "isn't", "aren't", "won't", "didn't", "wasn't", "weren't", "couldn't", "shouldn't", "wouldn't", "hasn't", "haven't", "hardly", "barely", 'neither', 'nor'].map((word) => [word, 4] as const),
  ...['no', 'without', 'nothing', 'none', 'nobody'].map((word) => [word, 2] as const),
  ...['नहीं', 'नही', 'न', 'ना', 'मत', 'बिना', 'बगैर'].map((word) => [fold(word), 3] as const),
]);

/** What begins with a negation and denies nothing: "not only ordered, but mutable". */
const affirming = /\b(?:not (?:only|just|merely|simply)|no doubt|nothing but|why not|whether or not|if not)\b|न (?:केवल|सिर्फ)|इतना ही नहीं/giu;
/** Said before or behind a statement, it denies all of it: "it is a myth that …", "… is not true". */
const denials = /\b(?:(?:is|are|was|it's) (?:not|never) (?:true|correct|right|the case)|isn't (?:true|correct|right|the case)|(?:is|are|was) (?:false|untrue|incorrect)|(?:is|are) a myth|(?:wrong|a mistake|a myth|false|untrue) (?:to (?:say|think|believe)|that)|do(?:es)?(?: not|n't) (?:think|believe)(?: that)?)\b|सच नहीं|सही नहीं|गलत है|झूठ है/giu;
/** Where another statement begins inside a clause: after a comma, and at a reason, a condition or a relative. */
const newStatement = /,|\b(?:because|since|so that|therefore|hence|which|who|if|unless|when|until)\b|क्योंकि|इसलिए|जिससे|ताकि|अगर|यदि/giu;

const devanagari = /\p{Script=Devanagari}/u;
const denying = '\u0001';

/** Of Hindi: endings of number, gender and case (A. Ramanathan and D. D. Rao, "A lightweight stemmer for Hindi", EACL 2003), the longest first. */
const hindiEndings = ['ाइयों', 'ाइयां', 'ियों', 'ियां', 'ाओं', 'ाएं', 'ुओं', 'ुएं', 'ताओं', 'ताएं', 'ाना', 'ाने', 'ाती', 'ाते', 'ाता', 'ती', 'ते', 'ता', 'ना', 'नी', 'ने', 'ेगा', 'ेगी', 'ेंगे', 'ओं', 'ों', 'ें', 'ीं', 'ां', 'ा', 'ी', 'े', 'ि', 'ु', 'ू'];
const shortestHindi = 2;

function hindiRoot(word: string): string {
  const ending = hindiEndings.find((one) => word.endsWith(one) && word.length - one.length >= shortestHindi);
  return ending === undefined ? word : word.slice(0, -ending.length);
}

/** The content words and the negations of a sentence or phrase, in their order. */
export function wordsOf(sentence: string): Word[] {
  const text = sentence.replaceAll('’', "'").replaceAll(denials, ` ${denying} `).replaceAll(affirming, ' ');
  const spans = clauses(text, { start: 0, end: text.length });
  let clause = 0;
  return spans.flatMap(({ start, end }) => text.slice(start, end).split(newStatement).flatMap((statement) => {
    clause += 1;
    return statement.split(denying).flatMap((part, at) => [...(at === 0 ? [] : [{ root: denying, negates: Infinity, clause, isHindi: false }]), ...contentOf(part, clause)]);
  }));
}

function contentOf(text: string, clause: number): Word[] {
  return tokenise(text).flatMap(({ key }): Word[] => {
    const isHindi = devanagari.test(key);
    const negates = negationReach.get(key) ?? null;
    if (negates === null && (isHindi ? emptyHindi.has(key) : emptyEnglish.has(stemOf(key)))) return [];
    return [{ root: isHindi ? hindiRoot(key) : rootOf(key), negates, clause, isHindi }];
  });
}

/** Hindi says "not" behind what it denies, too, at most so many content words. */
const behindInHindi = 3;
/** Content words before and behind a statement among which a denial of it is looked for. */
const farthest = 12;

/**
 * Whether what stands from `first` to `last` is denied: by a negation inside it or reaching it from before in the same statement, in Hindi
 * from behind as well, or by being called untrue. Two such denials of it, one of them of the whole, cancel each other.
 */
export function isDenied(sentence: readonly Word[], first: number, last: number): boolean {
  let [isPlain, isCalledUntrue] = [false, false];
  const [firstClause, lastClause] = [sentence[first]?.clause ?? 0, sentence[last]?.clause ?? 0];
  for (let at = Math.max(0, first - farthest); at <= last + farthest; at += 1) {
    const word = sentence[at];
    if (word === undefined || word.negates === null) continue;
    if (word.root === denying) isCalledUntrue ||= word.clause >= firstClause && word.clause <= lastClause;
    else if (at < first) isPlain ||= word.clause === firstClause && first - at <= word.negates;
    else if (at <= last) isPlain = true;
    else isPlain ||= word.isHindi && word.clause === lastClause && at - last <= behindInHindi;
  }
  return isPlain !== isCalledUntrue;
}
