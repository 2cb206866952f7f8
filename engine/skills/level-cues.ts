/** Words for how well something is known, as resumes claim it and job ads ask for it, in English and Hindi. */
import type { Level } from '../knowledge/types.ts';
import type { Span } from '../text/span.ts';
import { decisive, findCues, speakersOf, type Cue, type CuePattern, type Speakers } from './governance.ts';

export interface LevelCue {
  /** Null when only years are given. */
  readonly level: Level | null;
  /** The lower bound where a range is given; null when no years are. */
  readonly years: number | null;
}

const edge = String.raw`(?<![\p{L}\p{M}\p{N}])`;
const end = String.raw`(?![\p{L}\p{M}])`;
const cue = (words: string, level: Level, side: CuePattern<LevelCue>['side'] = 'before'): CuePattern<LevelCue> => (
  { pattern: new RegExp(`${edge}(?:${words})${end}`, 'giu'), value: { level, years: null }, side }
);
/** Experts whom the reader will meet, learn from or serve, not become: "work with our experts in Python". */
const otherExperts = String.raw`(?<!(?<![\p{L}])(?:our|their|other|of|with|by|from|alongside|are|the|industry|leading|domain|support|help(?:ing)?)\s(?:[\p{L}-]+\s)?)`;
/** Behind its names a level stands alone: "Python and SQL, expert level". */
const alone = String.raw`(?=\s*(?:[,.;)]|$|with\b|and\s(?:at least|\d)))`;

const levelWords: readonly CuePattern<LevelCue>[] = [
  cue(String.raw`(?:at |to |on )?(?:an? )?expert(?:[- ]level)?${alone}`, 4, 'either'),
  cue(String.raw`(?:at |to |on )?(?:an? )?advanced(?:[- ]level)${alone}`, 3, 'either'),
  cue(String.raw`(?:at |to |on )?(?:an? )?intermediate(?:[- ]level)${alone}`, 2, 'either'),
  cue(String.raw`(?:at |to |on )?(?:an? )?(?:basic|beginner|elementary)(?:[- ]level)${alone}`, 1, 'either'),
  // A cell of a table: "SQL | Advanced | Mandatory".
  cue(String.raw`(?<=\|\s{0,3})expert(?=\s{0,3}(?:\||$))`, 4, 'after'),
  cue(String.raw`(?<=\|\s{0,3})advanced(?=\s{0,3}(?:\||$))`, 3, 'after'),
  cue(String.raw`(?<=\|\s{0,3})intermediate(?=\s{0,3}(?:\||$))`, 2, 'after'),
  cue(String.raw`(?<=\|\s{0,3})(?:basic|beginner)(?=\s{0,3}(?:\||$))`, 1, 'after'),
  cue(String.raw`should be familiar(?=\s+to\b|\s*(?:[,.;)]|$))`, 1, 'after'),
  cue(String.raw`expert|${otherExperts}experts|expert[- ]level|mastery|master level|guru|world[- ]class|विशेषज्ञ(?:ता)?`, 4),
  cue(String.raw`advanced|expertise|strong(?:ly)?|proficien(?:t|cy)|solid|in[- ]depth|deep(?!\s+learning)|extensive(?:ly)?|excellent|outstanding|exceptional|fluen(?:t|cy)|thorough|proven|highly skilled|well[- ]versed|उन्नत|मजबूत|मज़बूत|निपुण|दक्ष|उत्कृष्ट`, 3),
  cue(String.raw`good|working knowledge|hands[- ]on|intermediate|competent|comfortable|skilled|practical|sound|मध्यम|अच्छा|अच्छी|व्यावहारिक`, 2),
  cue(String.raw`basics?|beginner|elementary|familiar(?:ity)?|exposure|aware(?:ness)?|some (?:knowledge|experience|exposure|understanding)|introductory|novice|fundamentals?|entry[- ]level|currently learning|learning(?=\s*:)|बुनियादी|मूलभूत|प्राथमिक|सामान्य`, 1),
];

const yearsPattern = /(?<![\p{L}\d.])(\d{1,2}(?:\.\d)?)\s{0,3}\+?(?:\s{0,3}(?:-|–|to|से)\s{0,3}\d{1,2}(?:\.\d)?)?\s{0,3}\+?\s{0,3}(?:plus\s)?(?:years?|yrs?|वर्ष(?:ों)?|साल)(?:['’]s?)?(?![\p{L}\p{M}])/giu;
const monthsPattern = /(?<![\p{L}\d.])(\d{1,2})\s{0,3}\+?\s{0,3}(?:months?|महीन(?:े|ों)|माह)(?![\p{L}\p{M}])/giu;

/** Words that may stand between two cues that say one thing together: "5+ years of strong, hands-on". */
const together = /^[\s,]{0,3}(?:(?:of|and|with|in|at least|minimum|(?:more than|over|having)|experience as an?|proven|relevant|professional|industry|work|practical|का|की|के)[\s,]{1,3}){0,3}$/iu;

/** Years asked for or claimed, as a level: docs/formulas.md, years-to-level. */
export function levelOfYears(years: number): Level {
  if (years < 1) return 1;
  if (years < 3) return 2;
  return years < 7 ? 3 : 4;
}

/** Between years and the name they are years of: "5 years of SQL", "5 years of experience with SQL". */
const yearsOf = /^\s(?:of|in|with)\s(?:(?:[\p{L}-]+\s){0,3}(?:of|in|with|on|using)\s)?$/u;

function yearCues(text: string, segment: Span, names: readonly Span[]): Cue<LevelCue>[] {
  const inside = text.slice(segment.start, segment.end);
  let nextName = 0;
  const read = (pattern: RegExp, perYear: number): Cue<LevelCue>[] =>
    Array.from(inside.matchAll(pattern), (match): Cue<LevelCue> => {
      const end = segment.start + match.index + match[0].length;
      while ((names[nextName]?.start ?? Infinity) < end) nextName += 1;
      const isOfNext = yearsOf.test(text.slice(end, names[nextName]?.start ?? end));
      return { start: segment.start + match.index, end, side: isOfNext ? 'before' : 'either', value: { level: null, years: Number(match[1]) / perYear } };
    });
  const years = read(yearsPattern, 1);
  nextName = 0;
  return [...years, ...read(monthsPattern, 12)];
}

/** The cues about level in a stretch of text; neighbours that speak together are one cue, with the higher level. */
function levelCues(text: string, segment: Span, names: readonly Span[]): Cue<LevelCue>[] {
  const cues = [...findCues(text, segment, levelWords, names), ...yearCues(text, segment, names)].toSorted((a, b) => a.start - b.start);
  const merged: Cue<LevelCue>[] = [];
  for (const next of cues) {
    const last = merged.at(-1);
    if (last === undefined || !together.test(text.slice(last.end, next.start))) {
      merged.push(next);
      continue;
    }
    const levels = [last.value.level, next.value.level].filter((level) => level !== null);
    merged[merged.length - 1] = {
      start: last.start, end: next.end, side: last.side === next.side ? last.side : 'either',
      value: { level: levels.length === 0 ? null : (Math.max(...levels) as Level), years: last.value.years ?? next.value.years },
    };
  }
  return merged;
}

/** What joins a further remark to what was said in front: "expert in Python, with 5+ years". */
const addition = /^\s*(?:[,(–—-]|(?:with|and|having|plus|at|for)(?![\p{L}]))/iu;

/** Years beside a word for the level, or the other way round; two words or two spans of years contradict each other. */
const complete = (one: Cue<LevelCue>, other: Cue<LevelCue>): boolean =>
  one.value.level === null ? other.value.level !== null && other.value.years === null : one.value.years === null && other.value.level === null;

/** For each name, whether what is said behind it is added to what was said in front of its list: not so in "expert in SQL, Docker 2 years". */
function additions(text: string, names: readonly Span[], speakers: readonly Speakers<LevelCue>[]): boolean[] {
  let isAdded = false;
  return names.map((_, fromEnd) => {
    const at = names.length - 1 - fromEnd;
    const behind = speakers[at]?.behind ?? null;
    if (behind?.isLast === true) isAdded = addition.test(text.slice((names[at] as Span).end, behind.cue.start));
    return behind !== null && isAdded;
  }).toReversed();
}

/**
 * For each name of the segment, what is said about its level, with the places of the words that say it: none, one, or
 * a word and a length of time that both speak of it, the decisive one first.
 */
export function statedLevels(text: string, segment: Span, names: readonly Span[]): Cue<LevelCue>[][] {
  if (names.length === 0) return [];
  const speakers = speakersOf(text, segment, levelCues(text, segment, names), names);
  const added = additions(text, names, speakers);
  return speakers.map((speaker, index) => {
    const first = decisive(speaker);
    if (first === null) return [];
    const { own, front, behind } = speaker;
    const isOnlyName = front !== speakers[index - 1]?.front && front !== speakers[index + 1]?.front;
    const second = first === front ? (behind?.cue ?? null) : front;
    const isTogether = second !== null && complete(first, second) && (isOnlyName || (own === null && added[index] === true));
    return isTogether ? [first, second] : [first];
  });
}

/** The highest level that the cues say in words, null for none; and the years, null for none. */
export function levelSaid(cues: readonly Cue<LevelCue>[]): LevelCue {
  const levels = cues.flatMap(({ value }) => value.level ?? []);
  return { level: levels.length === 0 ? null : (Math.max(...levels) as Level), years: cues.find(({ value }) => value.years !== null)?.value.years ?? null };
}
