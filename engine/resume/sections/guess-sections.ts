/** The sections of a resume that has no headings: posts and studies are told by how they open. */
import { findDateRanges } from '../../text/date-range.ts';
import { isSentence, mainText } from '../entries/line-classes.ts';
import { isDateText } from '../lines/asides.ts';
import type { ResumeLine, SectionKind } from '../types.ts';
import { degreeAtStart } from '../vocabulary/degrees.ts';
import { organisationScore, schoolScore } from '../vocabulary/organisations.ts';
import { roleScore } from '../vocabulary/roles.ts';

export interface Guessed {
  readonly kind: SectionKind;
  readonly lines: readonly ResumeLine[];
}

const contactSigns = /@|https?:|www\.|(?:\d[\s()-]*){7}/u;
/** A sentence of so many words above the first post says who the person is. */
const fewestSummaryWords = 8;

const hasYears = (line: ResumeLine | undefined): boolean => line !== undefined && findDateRanges(line.text).length > 0;

/** "Engineer at Acme, 2019 – 2021", or a post with its years on the next line. */
function opensPost(line: ResumeLine, next: ResumeLine | undefined): boolean {
  const text = mainText(line);
  if (line.bullet !== undefined || isSentence(text, line)) return false;
  if (findDateRanges(line.text).some((range) => !range.single)) return roleScore(text) > 0.5 || organisationScore(text) >= 0.6;
  return roleScore(text) > 0.5 && next !== undefined && isDateText(next.text);
}

function opensStudy(line: ResumeLine, next: ResumeLine | undefined): boolean {
  const text = mainText(line);
  // "Associate Software Engineer" is a post.
  if (roleScore(text) > 0.5 && schoolScore(text) === 0) return false;
  return line.bullet === undefined && degreeAtStart(text) !== undefined && (hasYears(line) || hasYears(next) || schoolScore(line.text) > 0);
}

/** Null where no line opens a post or a study. `lines` in reading order. */
export function guessSections(lines: readonly ResumeLine[]): Guessed[] | null {
  const parts: { kind: SectionKind; lines: ResumeLine[] }[] = [{ kind: 'contact', lines: [] }];
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    const current = parts.at(-1) as { kind: SectionKind; lines: ResumeLine[] };
    const kind = kindOf(line, next, current.kind);
    if (kind === current.kind) current.lines.push(line);
    else parts.push({ kind, lines: [line] });
  }
  return parts.some(({ kind }) => kind === 'experience' || kind === 'education') ? parts.filter((part) => part.lines.length > 0) : null;
}

function kindOf(line: ResumeLine, next: ResumeLine | undefined, current: SectionKind): SectionKind {
  if (opensStudy(line, next)) return 'education';
  if (opensPost(line, next)) return 'experience';
  const isTold = isSentence(line.text, line) && !contactSigns.test(line.text);
  if (current === 'contact') return isTold && line.text.split(' ').length >= fewestSummaryWords ? 'summary' : 'contact';
  return current === 'education' && isTold && line.bullet === undefined ? 'other' : current;
}
