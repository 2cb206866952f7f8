/** DOCX → paragraphs. Reads the parts itself: structure (tables, lists, text boxes, page headers) decides how well a resume reads. */
import type { FlowDocument, FlowParagraph } from '@cairn/engine/resume';
import { unpack } from './archive.ts';
import { type DocxContext, readParagraphs } from './docx-paragraphs.ts';
import { readRelations, readStyles } from './docx-styles.ts';
import type { ReadingLimits, ReadingWarning } from './refusals.ts';
import { ReadingRefused } from './refusals.ts';

const mainPart = 'word/document.xml';
const wanted = /^word\/(?:document|styles|header\d*|footer\d*)\.xml$|^word\/_rels\/(?:document|header\d*|footer\d*)\.xml\.rels$/;
/** Average letters of a page: a DOCX has no pages of its own. */
const lettersPerPage = 3000;

export async function readDocx(bytes: Buffer, limits: ReadingLimits): Promise<{ document: FlowDocument; warnings: ReadingWarning[] }> {
  const { texts, damaged } = await unpack(bytes, (name) => wanted.test(name), limits.inflatedBytes);
  const main = texts.get(mainPart);
  if (main === undefined) throw new ReadingRefused('resume.damaged');
  const styles = readStyles(texts.get('word/styles.xml') ?? '');
  const tables = { count: 0 };
  const contextOf = (part: string): DocxContext => ({
    styles, tables, links: readRelations(texts.get(part.replace('word/', 'word/_rels/') + '.rels') ?? ''),
  });
  const names = [...texts.keys()].sort();
  const headers = distinct(names.filter((name) => /header\d*\.xml$/.test(name)).flatMap((name) => readParagraphs(texts.get(name) as string, contextOf(name)).paragraphs));
  const footers = distinct(names.filter((name) => /footer\d*\.xml$/.test(name)).flatMap((name) => readParagraphs(texts.get(name) as string, contextOf(name)).paragraphs)).filter(saysHowToReach);
  const body = readParagraphs(main, contextOf(mainPart));
  const atMargin = [...headers, ...footers].filter((paragraph) => !isPageNumber(textOf(paragraph))).map((paragraph) => ({ ...paragraph, origin: 'page-margin' as const }));
  const paragraphs = [...atMargin, ...body.paragraphs];
  const letters = paragraphs.reduce((sum, paragraph) => sum + textOf(paragraph).length, 0);
  if (letters === 0) throw new ReadingRefused(damaged ? 'resume.damaged' : /<(?:w:drawing|w:pict|v:imagedata)\b/.test(main) ? 'resume.scanned' : 'resume.no-text');
  const pages = Math.ceil(letters / lettersPerPage);
  if (pages > limits.pages) throw new ReadingRefused('resume.too-many-pages', { pages, limit: limits.pages });
  const warnings: ReadingWarning[] = damaged || !body.whole ? [{ code: 'resume.partly-damaged', params: {} }] : [];
  return { document: { kind: 'flow', wrapped: false, paragraphs }, warnings };
}

function textOf(paragraph: FlowParagraph): string {
  return paragraph.runs.map((run) => run.text).join('').trim();
}

/** First, even and following pages have headers of their own that mostly say the same. */
function distinct(paragraphs: readonly FlowParagraph[]): FlowParagraph[] {
  const seen = new Set<string>();
  return paragraphs.filter((paragraph) => {
    const text = textOf(paragraph);
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}

function saysHowToReach(paragraph: FlowParagraph): boolean {
  const text = textOf(paragraph);
  return text.includes('@') || (text.match(/\d/g)?.length ?? 0) >= 8 || /https?:|www\.|linkedin/i.test(text);
}

function isPageNumber(text: string): boolean {
  return /^(?:page)?\s*\d*\s*(?:(?:of|\/)\s*\d*)?$/i.test(text);
}
