import type { Evidence } from '../reasons/reason.ts';
import { countMonths, monthsOf } from '../skills/periods.ts';
import type { Loss } from './loss.ts';
import type { Keyword, ReadBackRequest } from './types.ts';

/** How much a word weighs, by how strongly the role asks for it; by judgement. */
const weights: Readonly<Record<Keyword['requirement'], number>> = { must: 1, should: 0.6, nice: 0.3 };

/**
 * keywords = 100 × weight of the role's skills that the resume names ÷ weight of all of them. Undefined without a role,
 * and for a role that asks for nothing.
 */
export function keywordLosses({ target }: ReadBackRequest): Loss[] | undefined {
  if (!target || target.keywords.length === 0) return undefined;
  const total = target.keywords.reduce((sum, { requirement }) => sum + weights[requirement], 0);
  const named = target.keywords.filter(({ skillId }) => target.namedSkillIds.has(skillId));
  const evidence: Evidence[] = [{ source: 'knowledge', kind: 'role', id: target.role.id }];
  const missing = target.keywords.filter((keyword) => !named.includes(keyword)).toSorted((a, b) => weights[b.requirement] - weights[a.requirement]);
  return [
    { what: { code: 'read-back.keywords-named', params: { count: named.length, total: target.keywords.length, role: target.role.name } }, points: 0, evidence },
    ...missing.map(({ skillId, name, requirement }): Loss => ({ what: { code: 'read-back.keyword-missing', params: { skill: name, kind: requirement } }, points: (100 * weights[requirement]) / total, evidence: [{ source: 'knowledge', kind: 'skill', id: skillId }] })),
  ];
}

/** Years of work from which a resume may be longer, with its words and pages; by judgement, after what recruiters advise. */
const lengths = [
  { fromYears: 10, words: [450, 1300], pages: 3 },
  { fromYears: 3, words: [350, 900], pages: 2 },
  { fromYears: 0, words: [200, 650], pages: 1 },
] as const;
/** Points for each page too many. */
const pageCost = 15;

/**
 * What cannot be known is not held against a resume: with posts and no year at any of them, the length costs nothing.
 * length = 100 for a number of words within what the years of work ask for, × words ÷ least below and × most ÷ words
 * above, less 15 for each page too many.
 */
export function lengthLosses({ lines, pageCount, resume, today }: ReadBackRequest): Loss[] {
  const words = lines.reduce((sum, { text }) => sum + text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length, 0);
  const isUndated = resume.experience.length > 0 && resume.experience.every(({ start, end }) => start === undefined && end === undefined);
  if (isUndated) return [{ what: { code: 'read-back.length-unknown', params: { words } }, points: 0, evidence: [] }];
  const years = Math.floor(countMonths(resume.experience.flatMap(({ start, end, current }) => monthsOf({ start: start?.value, end: end?.value, current }, today) ?? [])) / 12);
  const { words: [least, most], pages } = lengths.find(({ fromYears }) => years >= fromYears) ?? lengths[2];
  const fit = words < least ? words / least : words > most ? most / words : 1;
  const tooMany = Math.max(0, pageCount - pages);
  const params = { words, least, most, years };
  return [
    { what: { code: words < least ? 'read-back.too-short' : words > most ? 'read-back.too-long' : 'read-back.length-right', params }, points: 100 * (1 - fit), evidence: [] },
    ...(tooMany > 0 ? [{ what: { code: 'read-back.too-many-pages', params: { pages: pageCount, most: pages, years } }, points: pageCost * tooMany, evidence: [] }] : []),
  ];
}
