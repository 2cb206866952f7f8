/** Which verbs of a sentence the writer does, or the ad asks for: what stands before each word decides. */
import type { Span } from '../text/span.ts';
import { isIrregularPast, saidKey, thingKey } from './said-table.ts';

/** `did`: what people tell of their work. `asked`: what an ad wants done, "you will", "ability to". */
export type Telling = 'did' | 'asked';

export interface Word extends Span {
  /** In lower case. */
  readonly key: string;
  /** What it is compared by as a verb. */
  readonly verb: string;
  /** What it is compared by as what a verb is done to. */
  readonly thing: string;
  /** The text between the word before and this one; before the first word, all text before it. */
  readonly gap: string;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));
/** Behind these the verb's object is over: "give talks on medicines", "advice to nurses who handle drugs". */
export const endsObject = set('on about for to from with by in at into onto against under over through who whom whose which that where when while how why because than as before after without using via during among between within across towards toward near per');
/** Somebody or something else does what follows: "nurses who give", "software that files". */
const ofAnother = set('who whom whose which that where how');
const joins = set('and or by i we also then while when both including includes include included as');
const prepositions = set('in for of with');
/** With a preposition these take the writer into the doing: "responsible for filing", "duties of giving". */
const leads = set('responsible responsibility responsibilities duty duties experience experienced involved engaged charge incharge assisted assist helped help worked work participated tasked role skilled expert proficient assigned entrusted deputed');
const leadsTo = set('ability duties duty role');
/** These lead to it where the writer is who is so: "was required to give", not "instruments used to take". */
const leadsItsSubjectTo = set('assigned helped help entrusted deputed appointed responsible required used able');
const auxiliaries = set('am is are was were be been being have has had also and not will must should shall may');
/** Of whom an ad speaks when it asks. */
const applicant = set('you candidate candidates applicant applicants incumbent person individual he she they');
const asks = set('you will must can should shall may');
/** "We need a nurse to give injections" asks, although "we" is its subject. */
const seeks = set('need needs want looking seek seeking hire hiring recruit recruiting require expect invite invites');

const making = set('build develop design create write implement code program automate launch deploy engineer prototype invent test');
const product = set('app application software system module tool website site portal platform bot chatbot script api dashboard program pipeline algorithm plugin prototype macro game simulator product microservice service erp');
/** Things that work by themselves once somebody has built them; most who name a machine only run it. */
const building = set('build develop design create engineer prototype invent program');
const workingThing = set('robot machine device drone gadget');
const verbKeys = (words: ReadonlySet<string>): ReadonlySet<string> => new Set([...words].map(saidKey));
const makingKeys = verbKeys(making);
const buildingKeys = verbKeys(building);
const productKeys = new Set([...product].map(thingKey));
const workingThingKeys = new Set([...workingThing].map(thingKey));
/** Words between the verb and what it is done to: "give oral and intravenous medicines". */
export const widestGap = 5;

/** Where something is talked about or played through. */
const talk = set('seminar seminars webinar webinars simulated simulation simulations');
/** As a label before a colon: "Course: driving a truck". Not "Course project: welded a gate". */
const talkLabel = new Set([...talk, ...set('course courses coursework')]);
const taught = set('training trainings course courses workshop workshops lecture lectures');
const taughtOn = set('on in about');

/** Stand before a verb; "only" and "newly" before what is no verb: "newly installed cables". */
const adverb = /(?<!^(?:on|new|recent|previous))ly$/;
const itemGap = /[,;:–—(|/•·●▪*]|\s-\s/u;
const labelGap = /[:–—(|]|\s-\s/u;

const isGerund = (word: string): boolean => word.endsWith('ing');

/** "shortlisted", "taught", "sold". */
export const isPast = (word: string): boolean => /[^e]ed$/.test(word) || isIrregularPast(word);

/** "training on", "study of": what follows was not done there. */
function isTalkOf(before: string, word: string): boolean {
  return talk.has(word) || (taught.has(before) && taughtOn.has(word)) || (before === 'study' && word === 'of');
}

/** "a machine to …", and not "machine parts". */
const isHead = (next: Word | undefined): boolean => next === undefined || itemGap.test(next.gap) || endsObject.has(next.key) || joins.has(next.key) || next.key === 'able';

/** What has been read of the sentence up to a word. */
class Before {
  isOfAnother = false;
  /** Its last subject is "we": an ad's own story. */
  isFirmsOwn = false;
  isLabelled = false;
  private isTalk = false;
  private isLearning = false;
  private isLabel = false;
  private hasMaking = false;
  private hasProduct = false;
  private isMachineBuilt = false;
  private builtAt = -Infinity;

  /** Whether the verb, by its form and place, belongs to what was made or talked about. */
  takes({ key, gap }: Word): boolean {
    if (this.hasMaking && this.hasProduct) return true;
    if (isPast(key)) return false;
    return this.isMachineBuilt || (this.isTalk && isGerund(key)) || (this.isLearning && !itemGap.test(gap));
  }

  /** A label ends at its colon, and holds for what follows. */
  open({ gap }: Word): void {
    if (this.isLabel && labelGap.test(gap)) this.isLabelled = true;
    if (!itemGap.test(gap)) return;
    this.builtAt = -Infinity;
    this.isLabel = false;
  }

  read({ key, verb, thing }: Word, before: string, at: number, next: Word | undefined): void {
    this.isOfAnother ||= ofAnother.has(key);
    if (key === 'we') this.isFirmsOwn = true;
    else if (applicant.has(key) || seeks.has(key)) this.isFirmsOwn = false;
    this.isTalk ||= isTalkOf(before, key);
    this.isLearning ||= key === 'to' && /^learn(?:ed|t|s|ing)?$/.test(before);
    this.isLabel = (this.isLabel || talkLabel.has(key)) && !/^projects?$/.test(key);
    this.hasMaking ||= makingKeys.has(verb);
    this.hasProduct ||= productKeys.has(thing);
    this.isMachineBuilt ||= at - this.builtAt <= widestGap && workingThingKeys.has(thing) && isHead(next);
    if (buildingKeys.has(verb)) this.builtAt = at;
    else if (endsObject.has(key)) this.builtAt = -Infinity;
  }
}

/** Whether the writer, or who is asked, is the subject of "required to", whose first word is at `place`. */
function isItsSubject(words: readonly Word[], place: number, telling: Telling, starts: readonly boolean[]): boolean {
  let at = place;
  while (starts[at] !== true && auxiliaries.has(words[at - 1]?.key ?? '')) at -= 1;
  const subject = words[at - 1]?.key ?? '';
  return starts[at] === true || subject === 'i' || (telling === 'asked' && (applicant.has(subject) || words[place]?.key === 'required' || words[place]?.key === 'responsible'));
}

/**
 * For each word whether, were it a verb, the writer would do it: it begins the sentence or an item of it, or is led in by
 * "responsible for", "you will" and the like, and nothing before gives it to others, to a thing that was made or to a talk.
 * Linear: each word is read once, and a run of auxiliaries once more.
 */
export function ownDoings(words: readonly Word[], telling: Telling): boolean[] {
  const starts = words.map(({ gap }, at) => at === 0 || itemGap.test(gap));
  const before = new Before();
  /** By its place alone, whoever else the sentence gives it to. */
  const placed: boolean[] = [];
  /** First word of the run of adverbs right before each word, itself where there is none. */
  const runs: number[] = [];
  const key = (place: number): string => words[place]?.key ?? '';
  const leadsToDoing = (at: number): boolean => (
    leadsItsSubjectTo.has(key(at)) ? isItsSubject(words, at, telling, starts) : telling === 'asked' || leadsTo.has(key(at))
  );
  const isPlaced = (verb: number): boolean => {
    const from = runs[verb] as number;
    if (starts[from] === true) return true;
    const at = from - 1;
    if (joins.has(key(at))) {
      const isPair = (isGerund(key(from)) && isGerund(key(at - 1))) || (key(at - 2) === 'to' && /^(?:and|or)$/.test(key(at)));
      return !isPair || placed[at - 1] === true;
    }
    if (key(at) === 'to') return leadsToDoing(at - 1);
    if (telling === 'asked' && asks.has(key(at))) return true;
    return leads.has(key(at)) || (prepositions.has(key(at)) && leads.has(key(at - 1)));
  };
  return words.map((word, at) => {
    before.open(word);
    runs.push(starts[at] !== true && adverb.test(key(at - 1)) ? runs[at - 1] as number : at);
    placed.push(isPlaced(at));
    const isOwn = placed[at] === true && !before.isOfAnother && !before.isLabelled && !(telling === 'asked' && before.isFirmsOwn) && !before.takes(word);
    before.read(word, key(at - 1), at, words[at + 1]);
    return isOwn;
  });
}
