import type { LineEvidence, Message } from '../reasons/reason.ts';
import type { Field, ResumeLine } from '../resume/types.ts';
import { columnLosses } from './columns.ts';
import { dateLosses } from './dates.ts';
import { evidenceOf, type Loss } from './loss.ts';
import { pictureLosses } from './pictures.ts';
import type { PageLook, ReadBackRequest } from './types.ts';

/** Points that each costs, by judgement: what loses text costs most, what only may confuse costs least. */
const costs = { pageWithoutText: 30, contactAtEdge: 15, textBoxes: 15, tables: 8, unusualHeading: 4, smallPrint: 10, oddBullets: 5 } as const;
const mostHeadings = 3;
const mostPagesWithoutText = 2;
/** Points (1/72 inch) from the upper or lower edge: what stands there is a header or a footer. */
const edge = 30;
/** Smaller letters are hard to read on paper and for machines that look at pictures. */
const smallPrint = 8.5;
const smallShare = 0.1;
const plainBullet = /^(?:[•◦▪∙·●○*–—-]|o|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])$/iu;

/**
 * formatting = 100 less what each trouble costs (`costs`, and in the file of each kind), at least 0. Entries without a year
 * cost their share of all in experience and education, pictures their share of the page; unusual headings and pages
 * without text cost by count up to a limit. Columns that the file holds one after the other are said and cost nothing.
 */
export function formattingLosses(request: ReadBackRequest): Loss[] {
  const { lines } = request;
  return [
    ...pagesWithoutText(request), ...pictureLosses(request), ...dateLosses(request), ...contactAtEdge(request), ...columnLosses(request),
    ...told(costs.textBoxes, lines.filter((line) => line.origin === 'text-box'), (count) => ({ code: 'read-back.text-boxes', params: { count } })),
    ...told(costs.tables, lines.filter((line) => line.table !== undefined), (count) => ({ code: 'read-back.tables', params: { count } })),
    ...unusualHeadings(request), ...smallLetters(lines),
    ...told(costs.oddBullets, lines.filter((line) => line.bullet !== undefined && !plainBullet.test(line.bullet)), (count) => ({ code: 'read-back.odd-bullets', params: { count } })),
  ];
}

function told(points: number, lines: readonly ResumeLine[], word: (count: number) => Message): Loss[] {
  return lines.length === 0 ? [] : [{ what: word(lines.length), points, evidence: evidenceOf(lines) }];
}

function pagesWithoutText({ lines, pages }: ReadBackRequest): Loss[] {
  const withText = new Set(lines.map(({ page }) => page));
  const empty = pages.flatMap((_page, index) => (withText.has(index + 1) ? [] : [index + 1]));
  return empty.map((page, index) => ({ what: { code: 'read-back.page-without-text', params: { page } }, points: index < mostPagesWithoutText ? costs.pageWithoutText : 0, evidence: [] }));
}

/** The e-mail address or the phone number stands in a header or footer, which much software leaves out, and nowhere else. */
function contactAtEdge({ resume, lines, pages }: ReadBackRequest): Loss[] {
  const byPlace = new Map(lines.map((line) => [`${String(line.page)}:${String(line.line)}`, line]));
  const atEdge = [resume.contact.emails[0], resume.contact.phones[0]].flatMap((field) => {
    const own = linesOf(field, byPlace);
    return own.length > 0 && own.every((line) => isAtEdge(line, pages)) ? own : [];
  });
  return atEdge.length === 0 ? [] : [{ what: { code: 'read-back.contact-at-edge', params: {} }, points: costs.contactAtEdge, evidence: evidenceOf([...new Set(atEdge)]) }];
}

function linesOf(field: Field | undefined, byPlace: ReadonlyMap<string, ResumeLine>): ResumeLine[] {
  return (field?.evidence ?? []).flatMap(({ page, line }) => byPlace.get(`${String(page)}:${String(line)}`) ?? []);
}

function isAtEdge({ origin, box, page }: ResumeLine, pages: readonly PageLook[]): boolean {
  const height = pages[page - 1]?.height;
  return origin === 'page-margin' || (height !== undefined && (box.y + box.height < edge || box.y > height - edge));
}

function unusualHeadings({ resume }: ReadBackRequest): Loss[] {
  const named = resume.other.filter(({ heading }) => heading !== '');
  return named.slice(0, mostHeadings).map(({ heading, id }) => ({ what: { code: 'read-back.unusual-heading', params: { heading } }, points: costs.unusualHeading, evidence: headingLine(heading, id) }));
}

/** An entry's id is the page and line it begins on. */
function headingLine(text: string, id: string): LineEvidence[] {
  const [, page, line] = /^p(\d+)l(\d+)/.exec(id) ?? [];
  return page !== undefined && line !== undefined && Number(page) > 0 ? [{ source: 'resume', page: Number(page), line: Number(line), text }] : [];
}

function smallLetters(lines: readonly ResumeLine[]): Loss[] {
  const small = lines.filter(({ fontSize }) => fontSize > 0 && fontSize < smallPrint);
  const letters = (some: readonly ResumeLine[]): number => some.reduce((sum, { text }) => sum + text.length, 0);
  if (small.length === 0 || letters(small) <= smallShare * letters(lines)) return [];
  return [{ what: { code: 'read-back.small-print', params: { count: small.length } }, points: costs.smallPrint, evidence: evidenceOf(small) }];
}
