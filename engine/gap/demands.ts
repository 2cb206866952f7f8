/** Each place where an ad asks for a skill, with how strongly and at which level it does there. */
import type { Level, RequirementKind } from '../knowledge/types.ts';
import type { JobAdEvidence } from '../reasons/reason.ts';
import { findCues, govern, type Cue } from '../skills/governance.ts';
import { levelOfYears, statedLevels, type LevelCue } from '../skills/level-cues.ts';
import type { Taxonomy } from '../skills/taxonomy.ts';
import type { SkillMention } from '../skills/types.ts';
import { clauses, sentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { adSections, partOfSentence, type AdPart } from './ad-sections.ts';
import { findChoices } from './alternatives.ts';
import { isOfOthers } from './firm-sentences.ts';
import { strengthCues } from './strength-cues.ts';

/** Words that ask for a level, and the one they ask for. */
export interface SaidLevel {
  readonly level: Level;
  readonly words: string;
  readonly inYears: boolean;
}

export interface Demand {
  readonly skillId: string;
  readonly kind: RequirementKind;
  /** The words that say so; null when only the part of the ad does. */
  readonly kindWords: string | null;
  readonly part: AdPart;
  /** The higher of what the words and the years say; null when neither does. */
  readonly level: Level | null;
  readonly levelsSaid: readonly SaidLevel[];
  /** The choice it belongs to, counted through the ad; null when it is asked for by itself. */
  readonly choice: number | null;
  /** Asked for in other words: what is to be done, not what it is called. */
  readonly described: boolean;
  readonly evidence: JobAdEvidence;
}

/** Parts that ask for nothing: the company, its benefits, how to apply, the law. */
const silentParts: ReadonlySet<AdPart> = new Set<AdPart>(['about', 'benefits', 'application', 'legal', 'unneeded']);
/** Read when the rest asks for nothing: some ads say all they want under a heading about the company. */
export const neverAskingParts: ReadonlySet<AdPart> = new Set<AdPart>(['benefits', 'legal', 'unneeded']);
const partKinds: Readonly<Partial<Record<AdPart, RequirementKind>>> = { title: 'must', requirements: 'must', facts: 'must', preferred: 'should', responsibilities: 'should', stack: 'should', nice: 'nice' };
/** Evidence longer than this is cut around the name: some ads are one endless sentence. */
const longestEvidence = 240;

/** Longer than this it is a sentence that mentions the title. */
const longestTitle = 100;

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

export interface AdSentence extends Span {
  readonly part: AdPart;
}

/**
 * The sentences of the ad that ask for something, each with the part it belongs to. The line that gives the title is a
 * part of its own: what the job is called after is what it is about.
 */
export function askingSentences(text: string, title: string | null, names: readonly Span[], silent: ReadonlySet<AdPart> = silentParts): AdSentence[] {
  const titleAt = title === null ? -1 : text.search(new RegExp(title.split(/\s+/).map(escaped).join(String.raw`(?:\s+\([^()]*\))?\s+`), 'i'));
  const isTitle = ({ start, end }: Span): boolean => titleAt >= start && titleAt < end && end - start <= longestTitle;
  return adSections(text, names).flatMap((section) =>
    sentences(text.slice(section.start, section.end)).flatMap(({ start, end }) => {
      const span = { start: section.start + start, end: section.start + end };
      const part = isTitle(span) ? 'title' : partOfSentence(text.slice(span.start, span.end), section.part);
      return silent.has(part) ? [] : [{ ...span, part }];
    }),
  );
}

/** The sentence of a mention, cut around it where it is long. */
export function evidenceOf(text: string, sentence: Span, mention: Span): JobAdEvidence {
  let { start, end } = sentence;
  if (end - start > longestEvidence) {
    start = Math.max(start, mention.start - longestEvidence / 2);
    end = Math.min(end, mention.end + longestEvidence / 2);
    while (start > sentence.start && start < mention.start && /\S/.test(text[start - 1] as string)) start += 1;
    while (end < sentence.end && end > mention.end && /\S/.test(text[end] as string)) end -= 1;
  }
  return { source: 'job-ad', start, end, text: text.slice(start, end).trim() };
}

const degree = /(?<![\p{L}])(?:degrees?|diplomas?|bachelor(?:['’]?s)?|master(?:['’]?s)?|graduat(?:e|es|ion)|graduation|(?-i:BS|BA|MS|MA|BE|ME)(?=[\s/,](?:(?:degree )?in\b|MS|MA|BA|ME|PhD|or\b))|b\.\s?s\.?|m\.\s?s\.?|b\.?\s?tech|m\.?\s?tech|b\.\s?e\.?|b\.?\s?sc|m\.?\s?sc|b\.?\s?com|b\.\s?a\.?|mba|mca|bca|ph\.?\s?d|स्नातक|डिग्री)(?![\p{L}])/giu;
/** After these the sentence has left the field of study: "a degree in statistics and experience with R". */
const beyondDegree = /(?<![\p{L}])(?:experience|knowledge|skills?|proficien\w+|expertise|years?|with|plus|familiar\w*|understanding|ability)(?![\p{L}])/iu;

const equivalent = /\bor (?:an? )?(?:equivalent|related|relevant) (?:\w+ )?experience\b/gi;

/** "A degree in computer science or mathematics" names what was studied, not what is to be known. */
function isFieldOfStudy(text: string, sentence: Span, mention: Span): boolean {
  const before = text.slice(sentence.start, mention.start);
  const last = [...before.matchAll(degree)].at(-1);
  if (last === undefined) return false;
  const between = before.slice(last.index + last[0].length).replace(equivalent, ' ');
  return /(?<![\p{L}])(?:in|of)(?![\p{L}])|[(/,]|में/iu.test(between) && !beyondDegree.test(between);
}

const softlyDecided: ReadonlySet<AdPart> = new Set<AdPart>(['title', 'requirements', 'facts', 'stack', 'other']);

/**
 * A firm word ("required", "a plus") decides wherever it stands; a soft one ("strong", "should") may not raise what a
 * heading calls preferred, nice or a duty.
 */
function kindOf(part: AdPart, cue: { readonly kind: RequirementKind; readonly firm: boolean } | null, fallback: RequirementKind): RequirementKind {
  const ofPart = partKinds[part] ?? fallback;
  if (cue === null) return ofPart;
  return cue.firm || softlyDecided.has(part) ? cue.kind : ofPart;
}

function saidLevel(text: string, { start, end, value: { level, years } }: Cue<LevelCue>): SaidLevel {
  return { level: Math.max(level ?? 1, years === null ? 1 : levelOfYears(years)) as Level, words: text.slice(start, end).trim(), inYears: years !== null };
}

const levelsInNames: readonly (readonly [RegExp, Level])[] = [[/^expert\s/iu, 4], [/^advanced\s/iu, 3], [/^basic\s/iu, 1]];

/** A form that says a level itself ("Advanced Excel"), unless its skill is called so ("Advanced cardiac life support"). */
function levelOfForm(form: string, skillName: string): SaidLevel[] {
  return levelsInNames.filter(([word]) => word.test(form) && !word.test(skillName)).map(([, level]) => ({ level, words: form, inYears: false }));
}

/**
 * What the ad asks for, in order. `mentions` are all mentions in the text; denied ones ask for nothing. Where the ad has
 * no part called requirements, what stands under no heading is a must, otherwise a should.
 */
export function readDemands(text: string, asking: readonly AdSentence[], mentions: readonly SkillMention[], taxonomy: Taxonomy): Demand[] {
  const fallback = asking.some(({ part }) => part === 'requirements') ? 'should' : 'must';
  const demands: Demand[] = [];
  let choiceCount = 0;
  let from = 0;
  for (const sentence of asking) {
    while (from < mentions.length && (mentions[from] as SkillMention).start < sentence.start) from += 1;
    const named: SkillMention[] = [];
    for (let at = from; at < mentions.length && (mentions[at] as SkillMention).end <= sentence.end; at += 1) {
      const mention = mentions[at] as SkillMention;
      if (!mention.negated && !isFieldOfStudy(text, sentence, mention) && !isOfOthers(text, sentence, mention)) named.push(mention);
    }
    if (named.length === 0) continue;
    const choiceOf = new Map<SkillMention, number>();
    // What is done in two ways is done: "lift or turn patients" offers no choice.
    for (const choice of findChoices(text, named.filter(({ described }) => described !== true), taxonomy)) {
      for (const mention of choice) choiceOf.set(mention, choiceCount);
      choiceCount += 1;
    }
    for (const clause of clauses(text, sentence)) {
      const names = named.filter(({ start, end }) => start >= clause.start && end <= clause.end);
      if (names.length === 0) continue;
      const kinds = govern(text, clause, findCues(text, clause, strengthCues, names), names);
      const levels = statedLevels(text, clause, names);
      names.forEach((mention, index) => {
        const cue = kinds[index] ?? null;
        const levelsSaid = [...levelOfForm(text.slice(mention.start, mention.end), taxonomy.skills.get(mention.skillId)?.name ?? ''), ...(levels[index] ?? []).map((said) => saidLevel(text, said))];
        const kind = kindOf(sentence.part, cue?.value ?? null, fallback);
        demands.push({
          skillId: mention.skillId, part: sentence.part, kind,
          kindWords: cue !== null && cue.value.kind === kind ? text.slice(cue.start, cue.end).trim() : null,
          level: levelsSaid.length === 0 ? null : (Math.max(...levelsSaid.map(({ level }) => level)) as Level),
          levelsSaid,
          choice: choiceOf.get(mention) ?? null,
          described: mention.described === true,
          evidence: evidenceOf(text, sentence, mention),
        });
      });
    }
  }
  return demands;
}
