/** What a section holds where its heading says something else, or nothing that is known. */
import { findDateRanges } from '../../text/date-range.ts';
import { degreeAtStart } from '../vocabulary/degrees.ts';
import { roleScore } from '../vocabulary/roles.ts';
import type { Section } from './find-sections.ts';

/**
 * What a heading calls experience and never dates tells what the person can do, where another section has the posts. Where
 * no heading says posts or studies, one of the person's own wording may hold them.
 */
export function byContent(sections: readonly Section[]): Section[] {
  // Nothing to tell apart, as in most resumes.
  if (!sections.some(({ kind }) => kind === 'other') && sections.filter(({ kind }) => kind === 'experience').length < 2) return [...sections];
  const isDated = ({ kind, lines }: Section): boolean => kind === 'experience' && lines.some((line) => findDateRanges(line.text).length > 0);
  const hasPosts = sections.some(isDated);
  const hasStudies = sections.some(({ kind }) => kind === 'education');
  return sections.map((section) => {
    if (section.kind === 'experience' && hasPosts && !isDated(section) && section.heading !== undefined && !section.lines.some((line) => line.bullet === undefined && roleScore(line.text) >= 0.9)) return { ...section, kind: 'other' };
    // Beside the posts it is what was learned in courses.
    if (section.kind === 'experience' && section.heading !== undefined && /^trainings?:?$/iu.test(section.heading.text.trim()) && sections.some((other) => other !== section && isDated(other))) return { ...section, kind: 'certifications' };
    if (section.kind !== 'other' || section.heading === undefined) return section;
    if (!hasPosts && section.lines.some((line) => findDateRanges(line.text).some((range) => !range.single) && line.text.split(/\s[–—|-]\s|,\s/u).some((part) => roleScore(part) > 0.5))) return { ...section, kind: 'experience' };
    return !hasStudies && section.lines.some((line) => degreeAtStart(line.text) !== undefined && /\d{4}/.test(line.text) && roleScore(line.text) <= 0.5) ? { ...section, kind: 'education' } : section;
  });
}
