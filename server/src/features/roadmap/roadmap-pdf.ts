/** Draws a roadmap's document as PDF, with Noto Sans for Latin and Devanagari embedded. */
import type { PrintBlock, PrintedTask, PrintModel } from '@cairn/engine/roadmap';
import { createRequire } from 'node:module';
import PdfDocument from 'pdfkit';

type Weight = '400' | '700';
type Script = 'latin' | 'devanagari';

const margin = 56;
const colours = { ink: '#1B1D1F', dimmed: '#565A5E', accent: '#2F6B4F', link: '#24568A' } as const;
/** Of Noto Sans, in font sizes: both scripts are set on its baseline, else Devanagari stands higher. */
const ascent = 1.069;
const resolve = createRequire(import.meta.url).resolve;

function fontFile(script: Script, weight: Weight): string {
  const family = script === 'latin' ? 'noto-sans' : 'noto-sans-devanagari';
  return resolve(`@fontsource/${family}/files/${family}-${script}-${weight}-normal.woff`);
}

/** Runs of one script each; spaces and signs stay with the run before them. */
export function scriptRuns(text: string): { script: Script; text: string }[] {
  const runs: { script: Script; text: string }[] = [];
  for (const part of text.match(/[\p{Script=Devanagari}\u200c\u200d।॥]+|[^\p{Script=Devanagari}\u200c\u200d।॥]+/gu) ?? []) {
    runs.push({ script: /\p{Script=Devanagari}|[।॥]/u.test(part) ? 'devanagari' : 'latin', text: part });
  }
  return runs;
}

export function drawRoadmap(model: PrintModel, name: string, createdAt: Date): Promise<Buffer> {
  const document = new PdfDocument({ size: 'A4', margin, bufferPages: true, info: { Title: name, Creator: 'Cairn', CreationDate: createdAt }, lang: 'en' });
  for (const script of ['latin', 'devanagari'] as const) for (const weight of ['400', '700'] as const) document.registerFont(`${script}-${weight}`, fontFile(script, weight));
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<Buffer>((fulfil, reject) => {
    document.on('end', () => { fulfil(Buffer.concat(chunks)); });
    document.on('error', reject);
  });

  write(document, name, { size: 22, weight: '700' });
  for (const block of model.blocks) drawBlock(document, block);
  const { count } = document.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    document.switchToPage(page);
    // Below the margin pdfkit would begin a new page for the number.
    document.page.margins.bottom = 0;
    document.font('latin-400').fontSize(9).fillColor(colours.dimmed).text(`${String(page + 1)} / ${String(count)}`, margin, document.page.height - 36, { align: 'center', lineBreak: false });
  }
  document.end();
  return done;
}

interface Style {
  readonly size: number;
  readonly weight?: Weight;
  readonly colour?: string;
  readonly indent?: number;
  readonly strike?: boolean;
  readonly link?: string;
}

function write(document: PDFKit.PDFDocument, text: string, { size, weight = '400', colour = colours.ink, indent = 0, strike = false, link }: Style): void {
  const runs = scriptRuns(text);
  runs.forEach((run, index) => {
    const continued = index < runs.length - 1;
    const options = { continued, strike, baseline: -ascent * size, ...(link === undefined ? {} : { link, underline: true }) };
    document.font(`${run.script}-${weight}`).fontSize(size).fillColor(link === undefined ? colour : colours.link);
    if (index === 0) document.text(run.text, margin + indent, document.y, { width: document.page.width - 2 * margin - indent, ...options });
    else document.text(run.text, options);
  });
}

function drawBlock(document: PDFKit.PDFDocument, block: PrintBlock): void {
  switch (block.kind) {
    case 'title':
      write(document, block.text, { size: 11, colour: colours.dimmed });
      document.moveDown(0.8);
      return;
    case 'heading':
      keepTogether(document, block.level === 2 ? 90 : 60);
      document.moveDown(block.level === 2 ? 1 : 0.6);
      write(document, block.text, { size: block.level === 2 ? 15 : 11.5, weight: '700', colour: block.level === 2 ? colours.accent : colours.ink });
      document.moveDown(0.25);
      return;
    case 'paragraph':
      write(document, block.text, { size: 10.5 });
      document.moveDown(0.3);
      return;
    case 'list':
      write(document, block.title, { size: 10.5, weight: '700' });
      for (const item of block.items) write(document, `•  ${item}`, { size: 10.5, indent: 10 });
      document.moveDown(0.3);
      return;
    case 'links':
      document.moveDown(0.6);
      write(document, block.title, { size: 15, weight: '700', colour: colours.accent });
      for (const { title, url } of block.items) write(document, title, { size: 10.5, indent: 10, link: url });
      return;
    case 'tasks':
      for (const task of block.items) drawTask(document, task);
  }
}

function drawTask(document: PDFKit.PDFDocument, { text, hours, state, note, resources }: PrintedTask): void {
  keepTogether(document, 32);
  const top = document.y + 2.5;
  document.lineWidth(0.8).strokeColor(colours.dimmed).rect(margin + 2, top, 8, 8).stroke();
  if (state === 'done') document.lineWidth(1.4).strokeColor(colours.accent).moveTo(margin + 3.5, top + 4.2).lineTo(margin + 5.5, top + 6.2).lineTo(margin + 9, top + 1.8).stroke();
  write(document, `${text} · ${note === '' ? hours : note}`, { size: 10.5, indent: 18, strike: state === 'skipped' });
  for (const { title, url } of resources) write(document, title, { size: 9, indent: 18, link: url });
}

/** A new page where less than `points` are left, so that a heading does not stand alone at the foot. */
function keepTogether(document: PDFKit.PDFDocument, points: number): void {
  if (document.y + points > document.page.height - margin) document.addPage();
}
