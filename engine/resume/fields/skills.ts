/** Skills, languages and interests as the resume lists them. */
import { fieldOf } from '../confidence.ts';
import { entryId } from '../confidence.ts';
import type { Field, ListedSkill, ResumeLine, SpokenLanguage } from '../types.ts';
import { sectionKindOf } from '../vocabulary/headings.ts';
import { isDateText } from '../lines/asides.ts';
import { isLanguageLevel, isSpokenLanguage } from '../vocabulary/spoken-languages.ts';
import { only } from './entry-lines.ts';
import { columnByColumn, eachCell } from './list-grid.ts';
import { itemFields, type ListLine, listLines, splitList } from './lists.ts';
import { wishes } from '../../skills/wishes.ts';

export interface SkillsRead {
  readonly skills: readonly ListedSkill[];
  readonly languages: readonly SpokenLanguage[];
  readonly interests: readonly Field[];
}

/** A group whose every item is a spoken language is a list of languages, whatever its label says. */
export function readSkills(lines: readonly ResumeLine[], written: ReadonlySet<string>): SkillsRead {
  const skills: ListedSkill[] = [];
  const languages: SpokenLanguage[] = [];
  const interests: Field[] = [];
  const seen = new Set<string>();
  for (const line of listLines(columnByColumn(lines), written).flatMap(eachSentence)) {
    if (line.label !== undefined && signature.test(line.label)) continue;
    const items = itemsOf(line);
    const spoken = items.filter((item) => isSpokenLanguage(item.split(/\s*[([–-]/)[0] as string)).length;
    if (items.length > 0 && (spoken === items.length || (line.label !== undefined && sectionKindOf(line.label) === 'languages' && 2 * spoken > items.length))) {
      languages.push(...languagesOf(line));
      continue;
    }
    if (line.label !== undefined && sectionKindOf(line.label) === 'interests') {
      interests.push(...itemFields(items, line.lines));
      continue;
    }
    const group = line.label === undefined || isGeneric(line.label) ? undefined : line.label;
    for (const item of itemFields(items.filter(isNamed), line.lines)) {
      const key = `${item.value.toLowerCase()}|${group ?? ''}`;
      if (seen.has(key)) continue;
      seen.add(key);
      skills.push({ ...item, ...only('group', group) });
    }
  }
  return { skills, languages, interests };
}

/** A version, a year and the months of practice stand beside a skill in tables, and are none. */
function isNamed(item: string): boolean {
  return /\p{L}/u.test(item) && !isDateText(item);
}

/** Where and when a resume was signed. */
const signature = /^(?:place|date|signature|स्थान|दिनांक)$/iu;
const learning = /^(?:(?:i am |i’m |i'm )?(?:currently|now) )?(?:learning|studying|exploring)(?: about)? /iu;

/** "Java, SQL (basic). Tools: Git, Jira. Currently learning Rust.": a list told in sentences; what is only wished for is none. */
function eachSentence(line: ListLine): ListLine[] {
  const [first = '', ...others] = line.text.split(/(?<=[\p{L}\p{N}]{2}|[)+#])\.\s+(?=\p{Lu})/u);
  if (others.length === 0 || line.cells.length > 1 || !/,/.test(first)) return [line];
  return [first, ...others].flatMap((text, index) => {
    const [, label, rest] = /^([^:：,]{2,30})[:：]\s+(\S.*)$/u.exec(text) ?? [];
    const said = (rest ?? text).replace(/\.$/u, '').replace(learning, '');
    if (wishes(text, [{ start: text.length - 1, end: text.length }])[0] === true) return [];
    const own = index === 0 ? line.label : label;
    return [{ ...line, text: index === 0 ? text : said, ...only('label', own) }].map((each) => (own === undefined ? { text: each.text, lines: each.lines, cells: [] } : { ...each, cells: [] }));
  });
}

/** A sentence about skills ("Good knowledge of data structures") is one item however many commas it has not. */
function itemsOf(line: ListLine): string[] {
  if (line.cells.length > 1) return line.cells.flatMap(splitList);
  return splitList(line.text);
}

function isGeneric(label: string): boolean {
  return sectionKindOf(label) === 'skills' && /^(?:technical |key |core |my )?skills?(?: set)?$/iu.test(label.trim());
}

export function readLanguages(lines: readonly ResumeLine[], written: ReadonlySet<string>): SpokenLanguage[] {
  const read: SpokenLanguage[] = [];
  const cells = eachCell(columnByColumn(lines), (text) => isSpokenLanguage(text.split(/\s*[([:–—-]/u)[0]?.trim() ?? ''));
  for (const line of listLines(cells, written)) {
    const found = languagesOf(line);
    const above = read.at(-1);
    /** In narrow sidebars the level stands below its language. */
    if (found.length === 0 && above && above.level === undefined && isLanguageLevel(line.text)) {
      read[read.length - 1] = { ...above, level: fieldOf(line.text, line.lines, ['section', 'place']) };
    }
    read.push(...found);
  }
  return read;
}

/** "English (Fluent), Hindi – Native", "English: C1", "English   Native": names with what is said of them. */
function languagesOf(line: ListLine): SpokenLanguage[] {
  const [first] = line.lines;
  if (!first) return [];
  const alone = line.text.split(/[,;|•·●]/).slice(1).every((part) => !isSpokenLanguage(part.split(/[([:–—-]/)[0]?.trim() ?? ''));
  if (line.label !== undefined && isSpokenLanguage(line.label) && alone) return [entry(first, 0, line.label, line.text, line.lines)];
  if (line.cells.length >= 2 && isSpokenLanguage(line.cells[0] as string) && isLanguageLevel(line.cells[1] as string)) {
    return [entry(first, 0, line.cells[0] as string, line.cells[1], line.lines)];
  }
  const whole = line.label !== undefined && isSpokenLanguage(line.label) ? `${line.label} – ${line.text}` : line.text;
  const texts = line.cells.length > 1 ? line.cells : [whole];
  const items = texts.flatMap((text) => text.split(/\s*[,;|•·●](?![^(]*\))\s*|\s+(?:and|और|एवं|तथा)\s+/u)).filter((item) => item.trim() !== '');
  // Among languages that are known stands one that is not.
  const amongKnown = items.length > 1 && 2 * items.filter((item) => isSpokenLanguage(item.split(/\s*[([:–—-]/u)[0]?.trim() ?? '')).length > items.length;
  return items.flatMap((item, index) => {
    const found = /^([\p{L}\p{M} ]+?)\s*(?:[([:：–—-]\s*(.+?)[)\]]?)?\s*$/u.exec(item.replace(/[★☆●○◉◯■□]+/gu, '').trim());
    if (!found) return [];
    const words = (found[1] as string).split(' ');
    const name = isSpokenLanguage(found[1] as string) ? (found[1] as string) : isSpokenLanguage(words[0] as string) ? (words[0] as string) : isLikelyLanguage(found[1] as string, found[2], amongKnown) ? (found[1] as string) : undefined;
    if (name === undefined) return [];
    const after = found[2] ?? (name === found[1] ? undefined : words.slice(1).join(' '));
    return [entry(first, index, name, after, line.lines)];
  });
}

/** A name that no list knows, beside how well it is spoken or among others that are known. */
function isLikelyLanguage(name: string, after: string | undefined, amongKnown: boolean): boolean {
  return /^\p{L}[\p{L}\p{M}]{2,}(?: \p{Lu}[\p{L}\p{M}]+)?$/u.test(name.trim()) && !isLanguageLevel(name) && (amongKnown ? /^\p{Lu}/u.test(name.trim()) : after !== undefined && isLanguageLevel(after));
}

function entry(first: ResumeLine, index: number, name: string, level: string | undefined, lines: readonly ResumeLine[]): SpokenLanguage {
  const written = level?.replace(/^[\s(:–—-]+|[\s).]+$/gu, '');
  const clean = written !== undefined && /[\p{L}\p{N}]/u.test(written) ? written : undefined;
  return {
    id: index === 0 ? entryId(first) : `${entryId(first)}n${index + 1}`,
    language: fieldOf(name.trim().replace(/ (?:language|भाषा)$/iu, ''), lines, ['section', 'wording']),
    ...only('level', clean !== undefined ? fieldOf(clean, lines, ['section', 'place']) : undefined),
  };
}

export function readInterests(lines: readonly ResumeLine[], written: ReadonlySet<string>): Field[] {
  return listLines(lines, written).flatMap((line) => itemFields(itemsOf(line), line.lines));
}
