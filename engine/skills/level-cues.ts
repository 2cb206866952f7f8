/** Words for how well something is known, as resumes claim it and job ads ask for it, in English and Hindi. */
import type { Level } from '../knowledge/types.ts';
import type { Span } from '../text/span.ts';
import { findCues, govern, type Cue, type CuePattern } from './governance.ts';

export interface LevelCue {
  /** Null when only years are given. */
  readonly level: Level | null;
  /** The lower bound where a range is given; null when no years are. */
  readonly years: number | null;
}

const edge = String.raw`(?<![\p{L}\p{M}\p{N}])`;
const end = String.raw`(?![\p{L}\p{M}])`;
const cue = (words: string, level: Level): CuePattern<LevelCue> => (
  { pattern: new RegExp(`${edge}(?:${words})${end}`, 'giu'), value: { level, years: null }, side: 'before' }
);

const levelWords: readonly CuePattern<LevelCue>[] = [
  cue(String.raw`experts?|expert[- ]level|mastery|master level|guru|world[- ]class|विशेषज्ञ(?:ता)?`, 4),
  cue(String.raw`advanced|expertise|strong(?:ly)?|proficien(?:t|cy)|solid|in[- ]depth|deep(?!\s+learning)|extensive(?:ly)?|excellent|outstanding|exceptional|fluen(?:t|cy)|thorough|proven|highly skilled|well[- ]versed|उन्नत|मजबूत|मज़बूत|निपुण|दक्ष|उत्कृष्ट`, 3),
  cue(String.raw`good|working knowledge|hands[- ]on|intermediate|competent|comfortable|skilled|practical|sound|मध्यम|अच्छा|अच्छी|व्यावहारिक`, 2),
  cue(String.raw`basics?|beginner|elementary|familiar(?:ity)?|exposure|aware(?:ness)?|some (?:knowledge|experience|exposure|understanding)|introductory|novice|fundamentals?|entry[- ]level|currently learning|learning(?=\s*:)|बुनियादी|मूलभूत|प्राथमिक|सामान्य`, 1),
];

const yearsPattern = /(?<![\p{L}\d.])(\d{1,2}(?:\.\d)?)\s{0,3}\+?(?:\s{0,3}(?:-|–|to|से)\s{0,3}\d{1,2}(?:\.\d)?)?\s{0,3}\+?\s{0,3}(?:plus\s)?(?:years?|yrs?|वर्ष(?:ों)?|साल)(?:['’]s?)?(?![\p{L}\p{M}])/giu;
const monthsPattern = /(?<![\p{L}\d.])(\d{1,2})\s{0,3}\+?\s{0,3}(?:months?|महीन(?:े|ों)|माह)(?![\p{L}\p{M}])/giu;

/** Words that may stand between two cues that say one thing together: "5+ years of strong, hands-on". */
const together = /^[\s,]{0,3}(?:(?:of|and|with|in|proven|relevant|professional|industry|work|practical|का|की|के)[\s,]{1,3}){0,3}$/iu;

/** Years asked for or claimed, as a level: docs/formulas.md, years-to-level. */
export function levelOfYears(years: number): Level {
  if (years < 1) return 1;
  if (years < 3) return 2;
  return years < 7 ? 3 : 4;
}

function yearCues(text: string, segment: Span): Cue<LevelCue>[] {
  const inside = text.slice(segment.start, segment.end);
  const read = (pattern: RegExp, perYear: number): Cue<LevelCue>[] =>
    Array.from(inside.matchAll(pattern), (match): Cue<LevelCue> => ({
      start: segment.start + match.index, end: segment.start + match.index + match[0].length, side: 'either',
      value: { level: null, years: Number(match[1]) / perYear },
    }));
  return [...read(yearsPattern, 1), ...read(monthsPattern, 12)];
}

/** The cues about level in a stretch of text; neighbours that speak together are one cue, with the higher level. */
export function levelCues(text: string, segment: Span, names: readonly Span[]): Cue<LevelCue>[] {
  const cues = [...findCues(text, segment, levelWords, names), ...yearCues(text, segment)].toSorted((a, b) => a.start - b.start);
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

/** For each name of the segment, what is said about its level, with the place of the words that say it. */
export function statedLevels(text: string, segment: Span, names: readonly Span[]): (Cue<LevelCue> | null)[] {
  return names.length === 0 ? [] : govern(text, segment, levelCues(text, segment, names), names);
}
