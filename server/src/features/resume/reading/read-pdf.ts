/** PDF → text with positions, by the pdf.js that unpdf carries. Runs in the child process only. */
import type { Box, LinkArea, PositionedDocument, PositionedPage, TextItem } from '@cairn/engine/resume';
import { getResolvedPDFJS } from 'unpdf';
import { type ActualTexts, readActualTexts } from './actual-text.ts';
import { DirectPort } from './direct-port.ts';
import { withoutFalseGaps } from './false-gaps.ts';
import { glyphItems } from './glyph-items.ts';
import { placed, type Matrix } from './matrix.ts';
import { documentWithoutFonts } from './no-font-faces.ts';
import { isDamagedInside } from './pdf-damage.ts';
import { readPictureBoxes } from './picture-boxes.ts';
import { salvagePdf } from './salvage-pdf.ts';
import type { ReadingLimits, ReadingWarning } from './refusals.ts';
import { ReadingRefused } from './refusals.ts';

type PdfJs = Awaited<ReturnType<typeof getResolvedPDFJS>>;
type PdfDocument = Awaited<ReturnType<PdfJs['getDocument']>['promise']>;
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;
type TextContent = Awaited<ReturnType<PdfPage['getTextContent']>>;

const linkAnnotation = 2;
/** Letters set at more than this slope are a watermark or a vertical ornament, not a line to read. */
const maxSlope = 0.1;
const boldName = /bold|black|heavy|demi|\bcmbx|\bsfbx|\becbx/i;
const italicName = /italic|oblique|slanted|\bcmti|\bcmsl|\bsfti|\bsfsl/i;
/** Fonts of icons: TeX draws theirs without saying what they are, and their places hold letters of other fonts. */
const pictureName = /awesome|academicons|ionicons|octicons|fontello|icomoon|material.?(?:icons|symbols)|bootstrap-icons|glyphicons|marvosym|feather|simple-?icons/i;
/** Private use: what the engine takes for an icon. */
const picture = '\uE000';

interface Style {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly pictures: boolean;
}

export interface PdfReading {
  readonly document: PositionedDocument;
  readonly warnings: readonly ReadingWarning[];
}

/** Reads a PDF whole, or what is left of one whose end is lost. */
export async function readPdf(bytes: Uint8Array, limits: ReadingLimits): Promise<PdfReading> {
  const whole = endsAsPdf(bytes) && !isDamagedInside(bytes, limits.inflatedBytes);
  try {
    const { document, warnings } = await readWith(bytes, limits);
    return { document, warnings: whole ? warnings : [...warnings, partlyDamaged] };
  } catch (error) {
    // A page whose drawing is lost has no text, as a picture has none; to scan it again would not help.
    if (!whole && error instanceof ReadingRefused && error.refusal.code === 'resume.scanned') throw new ReadingRefused('resume.damaged');
    if (!(error instanceof ReadingRefused) || error.refusal.code !== 'resume.damaged') throw error;
    const repaired = salvagePdf(bytes, limits.inflatedBytes);
    if (!repaired) throw error;
    const { document, warnings } = await readWith(repaired, limits);
    return { document, warnings: [...warnings, partlyDamaged] };
  }
}

const partlyDamaged: ReadingWarning = { code: 'resume.partly-damaged', params: {} };
/** Some programs write a little behind the mark of the end. */
const endMarkWithin = 2048;

function endsAsPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-endMarkWithin).includes('%%EOF');
}

/** pdf.js takes the bytes it is given over, so it gets a copy. */
async function readWith(bytes: Uint8Array, limits: ReadingLimits): Promise<PdfReading> {
  const own = new Uint8Array(bytes);
  const pdfjs = await getResolvedPDFJS();
  const [ours, theirs] = DirectPort.pair();
  const { pdfjsWorker } = globalThis as unknown as {
    pdfjsWorker: { WorkerMessageHandler: { initializeFromPort(port: DirectPort): void } };
  };
  pdfjsWorker.WorkerMessageHandler.initializeFromPort(theirs);
  const worker = pdfjs.PDFWorker.create({ port: ours as unknown as Worker, verbosity: 0 });
  const task = pdfjs.getDocument({
    data: own,
    worker,
    useSystemFonts: true,
    isOffscreenCanvasSupported: false,
    disableFontFace: false,
    ownerDocument: documentWithoutFonts() as unknown as HTMLDocument,
    // Pictures are never decoded: only their presence matters.
    maxImageSize: 1,
    stopAtErrors: false,
    verbosity: 0,
  });
  try {
    const document = await openDocument(task.promise);
    if (document.numPages > limits.pages) {
      throw new ReadingRefused('resume.too-many-pages', { pages: document.numPages, limit: limits.pages });
    }
    return await readPages(document, { bytes, inflatedBytes: limits.inflatedBytes });
  } finally {
    await task.destroy();
    worker.destroy();
    ours.terminate();
    theirs.terminate();
  }
}

async function openDocument(opening: Promise<PdfDocument>): Promise<PdfDocument> {
  try {
    return await opening;
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw new ReadingRefused('resume.password');
    throw new ReadingRefused('resume.damaged');
  }
}

interface Source {
  readonly bytes: Uint8Array;
  readonly inflatedBytes: number;
}

async function readPages(document: PdfDocument, source: Source): Promise<PdfReading> {
  const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1);
  const linksLoading = document.getAnnotationsByType(new Set([linkAnnotation]), new Set()).catch(() => []);
  const loaded = await Promise.all(
    numbers.map(async (number) => {
      try {
        const page = await document.getPage(number);
        return { page, content: await page.getTextContent() };
      } catch {
        return undefined;
      }
    }),
  );
  const links = await linksLoading;
  const styles = new Map<string, Style>();
  const pages: PositionedPage[] = [];
  const lost: number[] = [];
  const pictures = readPictureBoxes(source.bytes, source.inflatedBytes);
  let actual: ActualTexts | undefined;
  for (const [index, entry] of loaded.entries()) {
    if (!entry) {
      lost.push(index + 1);
      continue;
    }
    await learnStyles(entry.page, entry.content, styles);
    const items = needsActualText(entry.content) ? await spelledItems(entry.page, (actual ??= readActualTexts(source.bytes, source.inflatedBytes))) : entry.content.items;
    const onPage = links.filter((link: { pageIndex?: number }) => link.pageIndex === index);
    const drawn = entry.page.ref ? pictures.ofPage((entry.page.ref as { num: number }).num) : [];
    pages.push(toPage(entry.page, { items, annotations: onPage, pictures: drawn }, styles));
  }
  if (pages.length === 0) throw new ReadingRefused('resume.damaged');
  if (pages.every((page) => page.items.length === 0)) throw new ReadingRefused('resume.scanned');
  const warnings: ReadingWarning[] = lost.map((page) => ({ code: 'resume.page-lost', params: { page } }));
  return { document: { kind: 'positioned', pages }, warnings };
}

/**
 * pdf.js tells a font's name only after it has walked the page's drawing operators, which costs half as much as the
 * text itself; so a page is walked only when it uses a font that no page before it used.
 */
async function learnStyles(page: PdfPage, content: TextContent, styles: Map<string, Style>): Promise<void> {
  const used = new Set<string>();
  for (const item of content.items) if ('str' in item && item.str.trim() !== '') used.add(item.fontName);
  const unknown = [...used].filter((font) => !styles.has(font));
  if (unknown.length === 0) return;
  await page.getOperatorList({ annotationMode: 0 }).catch(() => undefined);
  for (const name of unknown) {
    const font = page.commonObjs.has(name)
      ? (page.commonObjs.get(name) as { name?: string; bold?: boolean; black?: boolean; italic?: boolean } | null)
      : null;
    const fontName = font?.name ?? '';
    styles.set(name, {
      bold: font?.bold === true || font?.black === true || boldName.test(fontName),
      italic: font?.italic === true || italicName.test(fontName),
      pictures: pictureName.test(fontName),
    });
  }
}

interface OnPage {
  readonly items: TextContent['items'];
  readonly annotations: readonly unknown[];
  readonly pictures: readonly Box[];
}

function toPage(page: PdfPage, { items: content, annotations, pictures }: OnPage, styles: Map<string, Style>): PositionedPage {
  const viewport = page.getViewport({ scale: 1 });
  const transform = viewport.transform as unknown as Matrix;
  const [a, b, c, d, e, f] = transform;
  const items: TextItem[] = [];
  for (const item of content) {
    if (!('str' in item)) continue;
    if (item.str.trim() === '') {
      addSpace(items, item);
      continue;
    }
    const [ta, tb, tc, td, te, tf] = item.transform as [number, number, number, number, number, number];
    const across = a * ta + c * tb;
    const down = b * ta + d * tb;
    if (across <= 0 || Math.abs(down) > maxSlope * across) continue;
    const fontSize = Math.hypot(tc, td);
    const baseline = b * te + d * tf + f;
    const style = styles.get(item.fontName);
    items.push({
      text: style?.pictures === true ? picture : item.str,
      x: round(a * te + c * tf + e),
      y: round(baseline - fontSize),
      width: round(item.width),
      height: round(fontSize),
      fontSize: round(fontSize),
      bold: style?.bold ?? false,
      italic: style?.italic ?? false,
    });
  }
  return {
    width: round(viewport.width), height: round(viewport.height), items, links: toLinks(annotations, transform),
    ...(pictures.length > 0 ? { pictures: pictures.map((picture) => rounded(placed(transform, picture))) } : {}),
  };
}

/** A space of its own is kept on the word before it; gaps alone do not tell words apart in scripts with wide signs. */
function addSpace(items: TextItem[], space: { str: string; width: number }): void {
  const last = items.at(-1);
  if (last && space.str !== '' && space.width > 0) items[items.length - 1] = { ...last, spaceAfter: true };
}

/** Scripts whose glyphs are shaped together, and glyphs that have no letter. */
const shaped = /[\u0900-\u0DFF\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u0000]/;

function needsActualText(content: TextContent): boolean {
  return content.items.some((item) => 'str' in item && shaped.test(item.str));
}

/**
 * The page's items with those of a span replaced by what the span spells, when every span is accounted for. Where no
 * span spells anything, glyph by glyph.
 */
async function spelledItems(page: PdfPage, actual: ActualTexts): Promise<TextContent['items']> {
  const texts = page.ref ? actual.ofPage((page.ref as { num: number }).num) : [];
  const { OPS } = await getResolvedPDFJS();
  const glyphs = glyphItems(await page.getOperatorList({ annotationMode: 0 }), OPS);
  if (texts.every((text) => text === undefined)) return glyphs as TextContent['items'];
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const spans = items.filter((item) => !('str' in item) && isSpan(item)).length;
  if (spans !== texts.length) return withoutFalseGaps(items, glyphs, shaped);
  const spelled: TextContent['items'] = [];
  const open: { text: string | undefined; from: number }[] = [];
  let span = 0;
  for (const item of items) {
    if ('str' in item) spelled.push(item);
    else if (item.type === 'endMarkedContent') closeSpan(open.pop(), spelled);
    else open.push({ text: isSpan(item) ? texts[span++] : undefined, from: spelled.length });
  }
  return withoutFalseGaps(spelled, glyphs, shaped);
}

function isSpan(mark: object): boolean {
  return 'tag' in mark && mark.tag === 'Span' && 'type' in mark && String(mark.type).startsWith('begin');
}

function closeSpan(span: { text: string | undefined; from: number } | undefined, items: TextContent['items']): void {
  if (span?.text === undefined) return;
  const drawn = items.splice(span.from);
  const words = drawn.filter((item) => 'str' in item && item.str.trim() !== '');
  const [first] = words as Extract<(typeof drawn)[number], { str: string }>[];
  const last = words.at(-1) as typeof first;
  if (!first || !last) {
    items.push(...drawn);
    return;
  }
  const spelled = { ...first, str: span.text, width: last.transform[4] + last.width - first.transform[4] };
  items.push(...drawn.slice(0, drawn.indexOf(first)), spelled, ...drawn.slice(drawn.indexOf(last) + 1));
}

function toLinks(annotations: readonly unknown[], transform: Matrix): LinkArea[] {
  return (annotations as { url?: string; unsafeUrl?: string; rect?: number[] }[]).flatMap(({ url: safe, unsafeUrl, rect }) => {
    const url = safe || unsafeUrl;
    if (!url || rect?.length !== 4) return [];
    const [left, low, right, high] = rect as [number, number, number, number];
    return [{ ...rounded(placed(transform, { x: left, y: low, width: right - left, height: high - low })), url }];
  });
}

function rounded({ x, y, width, height }: Box): Box {
  return { x: round(x), y: round(y), width: round(width), height: round(height) };
}

/** A hundredth of a point is finer than any eye or printer; it keeps the messages between processes short. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
