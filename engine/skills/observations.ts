/** Where a resume names a skill, and what each place says about it: the facts that skill-score.ts weighs. */
import type { Level } from '../knowledge/types.ts';
import { lineEvidence } from '../reasons/line-evidence.ts';
import type { LineEvidence } from '../reasons/reason.ts';
import type { SectionKind, Today, YearMonth } from '../resume/types.ts';
import { clauses, sentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { findSaid } from './find-said.ts';
import { findSkills } from './find-skills.ts';
import { levelOfYears, levelSaid, statedLevels } from './level-cues.ts';
import { outsideName } from './names-of-firms.ts';
import { ofOthers } from './of-others.ts';
import { monthsOf, type MonthRange } from './periods.ts';
import type { Taxonomy } from './taxonomy.ts';
import type { SkillMention } from './types.ts';
import { wishes } from './wishes.ts';
import { isInCharge, isRegular } from './work-cues.ts';

/** What profileSkills needs of a line; a ResumeLine is one. */
export interface ProfileLine {
  readonly page: number;
  readonly line: number;
  readonly text: string;
  readonly bullet?: string;
}

/** One section's or one entry's lines and dates; a ResumeText is one. */
export interface ProfileSection {
  readonly section: SectionKind;
  readonly entryId?: string;
  readonly start?: YearMonth;
  readonly end?: YearMonth;
  readonly current?: boolean;
  readonly organisation?: string;
  readonly lines: readonly ProfileLine[];
}

export interface Observation {
  readonly skillId: string;
  readonly section: SectionKind;
  /** What the use is counted by: an entry, or the section where it has no entries. */
  readonly use: string;
  readonly dates: MonthRange | null;
  readonly seniority: 'senior' | 'ordinary' | 'trainee';
  readonly negated: boolean;
  /** Named as what the person wants to learn or to work in. */
  readonly wished: boolean;
  readonly confidence: number;
  /** Said in other words: the line tells of doing it and does not name it. */
  readonly described: boolean;
  /** The line, one of work, says that it was done again and again. */
  readonly regular: boolean;
  /** The line, one of work, says that others were led or taught. */
  readonly inCharge: boolean;
  /** What the person says of it, in sections where people rate themselves. */
  readonly statedLevel: Level | null;
  readonly statedYears: number | null;
  readonly evidence: LineEvidence;
}

/** Sections that say nothing about what the person can do. */
const silentSections: ReadonlySet<SectionKind> = new Set<SectionKind>(['references', 'personal']);
/** Elsewhere "advanced" and "strong" describe the work: "built advanced dashboards". */
const selfRatedSections: ReadonlySet<SectionKind> = new Set<SectionKind>(['skills', 'summary', 'languages', 'contact', 'other']);

/** Where people say what they want; elsewhere "looking for" and "eager to" tell of customers and work. */
const wishingSections: ReadonlySet<SectionKind> = new Set<SectionKind>(['summary', 'contact', 'skills', 'interests', 'other']);

/** Where people tell what they did: its months are months of use; a degree's four years are not four years of a skill it names. */
export const practiceSections: ReadonlySet<SectionKind> = new Set<SectionKind>(['experience', 'volunteering', 'projects']);

/** "Staff engineer" is a rank; "staff nurse" and "staff accountant" are none. */
const seniorTitle = /(?<![\p{L}])(?:senior|sr\.?|lead|principal|staff(?=\s(?:\p{L}+\s){0,2}?(?:engineer|developer|scientist|designer|architect|researcher)(?![\p{L}]))|head|chief|director|architect|manager|वरिष्ठ)(?![\p{L}])/iu;
const traineeTitle = /(?<![\p{L}])(?:intern(?:ship)?|trainee|apprentice|student|volunteer|प्रशिक्षु)(?![\p{L}])/iu;
const longestTitleWords = 10;

function seniorityOf({ section, lines }: ProfileSection): Observation['seniority'] {
  if (section !== 'experience') return 'ordinary';
  const titles = lines.filter(({ bullet, text }) => bullet === undefined && text.split(/\s+/).length <= longestTitleWords && !/[.;]$/.test(text));
  if (titles.some(({ text }) => traineeTitle.test(text))) return 'trainee';
  return titles.some(({ text }) => seniorTitle.test(text)) ? 'senior' : 'ordinary';
}

/** Languages are rated in words of their own: natives, and the levels of the European framework. */
const spokenLevels: readonly (readonly [RegExp, Level])[] = [
  [/native|mother tongue|bilingual|first language|\bC2\b|मातृभाषा/i, 4],
  [/full professional|professional working|fluent|proficient|advanced|\bC1\b|धाराप्रवाह/i, 3],
  [/limited working|conversational|intermediate|working knowledge|good|\bB[12]\b|मध्यम/i, 2],
  [/elementary|basic|beginner|\bA[12]\b|read(?:ing)? only|प्राथमिक/i, 1],
];

function spokenLevel(text: string, mention: Span, next: Span | undefined): Level | null {
  const newline = text.indexOf('\n', mention.end);
  const stop = Math.min(next?.start ?? text.length, newline < 0 ? text.length : newline, mention.end + 60);
  const words = text.slice(mention.end, stop);
  return spokenLevels.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

interface Stated {
  readonly level: Level | null;
  readonly years: number | null;
}

const unstated: Stated = { level: null, years: null };

function statedIn(text: string, mentions: readonly SkillMention[]): Map<SkillMention, Stated> {
  const stated = new Map<SkillMention, Stated>();
  for (const sentence of sentences(text)) {
    for (const clause of clauses(text, sentence)) {
      const names = mentions.filter(({ start, end }) => start >= clause.start && end <= clause.end);
      statedLevels(text, clause, names).forEach((cues, index) => {
        const { level, years } = levelSaid(cues);
        stated.set(names[index] as SkillMention, { level: level ?? (years === null ? null : levelOfYears(years)), years });
      });
    }
  }
  return stated;
}

const inOrder = (named: readonly SkillMention[], described: readonly SkillMention[]): SkillMention[] => (
  described.length === 0 ? [...named] : [...named, ...described].toSorted((a, b) => a.start - b.start || a.end - b.end)
);

function observe(section: ProfileSection, taxonomy: Taxonomy, today: Today): Observation[] {
  const text = section.lines.map((line) => line.text).join('\n');
  const isPractice = practiceSections.has(section.section);
  const named = findSkills(taxonomy, text, { skillList: section.section === 'skills' });
  const found = outsideName(text, isPractice ? inOrder(named, findSaid(taxonomy, text, 'did')) : named, section.organisation);
  const others = isPractice ? ofOthers(text, found) : [];
  const mentions = found.filter((_, index) => others[index] !== true);
  if (mentions.length === 0) return [];
  const stated = selfRatedSections.has(section.section) ? statedIn(text, mentions) : new Map<SkillMention, Stated>();
  const wished = wishingSections.has(section.section) ? wishes(text, mentions) : [];
  const seniority = seniorityOf(section);
  const dates = monthsOf(section, today);
  let lineIndex = 0;
  let lineEnd = section.lines[0]?.text.length ?? 0;
  return mentions.map((mention, index): Observation => {
    while (mention.start > lineEnd && lineIndex + 1 < section.lines.length) {
      lineIndex += 1;
      lineEnd += 1 + (section.lines[lineIndex] as ProfileLine).text.length;
    }
    const line = section.lines[lineIndex] as ProfileLine;
    const isSpoken = taxonomy.skills.get(mention.skillId)?.category === 'spoken-language';
    const { level, years } = isSpoken ? { level: spokenLevel(text, mention, mentions[index + 1]), years: null } : (stated.get(mention) ?? unstated);
    return {
      skillId: mention.skillId,
      section: section.section,
      use: section.entryId ?? section.section,
      dates, seniority,
      negated: mention.negated,
      wished: wished[index] ?? false,
      confidence: mention.confidence,
      described: mention.described === true,
      regular: isPractice && isRegular(line.text),
      inCharge: isPractice && isInCharge(line.text),
      statedLevel: level,
      statedYears: years,
      evidence: lineEvidence(line),
    };
  });
}

/** Every place where the sections name a skill, skill by skill, in order of the resume. */
export function observeSkills(sections: readonly ProfileSection[], taxonomy: Taxonomy, today: Today): Map<string, Observation[]> {
  const bySkill = new Map<string, Observation[]>();
  for (const section of sections) {
    if (silentSections.has(section.section)) continue;
    for (const observation of observe(section, taxonomy, today)) {
      const known = bySkill.get(observation.skillId);
      if (known === undefined) bySkill.set(observation.skillId, [observation]);
      else known.push(observation);
    }
  }
  return bySkill;
}
