/** Prints on PDF pages the way different producers do: by line, by word, by glyph, or with gaps in place of spaces. */
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { Block, Section } from './content.ts';
import type { Row, Words } from './wording.ts';

/** `gaps`: TeX writes no space glyphs, only distances inside a TJ array. */
export type Emission = 'line' | 'word' | 'glyph' | 'gaps';
export type FontFamily = 'helvetica' | 'times' | 'noto';

export interface Print {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly colour?: string;
  /** Points between letters. */
  readonly tracking?: number;
  readonly align?: 'left' | 'right' | 'center';
}

export interface Column {
  readonly x: number;
  readonly width: number;
  y: number;
  page: number;
}

const standard = { helvetica: ['Helvetica', 'Helvetica-Bold', 'Helvetica-Oblique'], times: ['Times-Roman', 'Times-Bold', 'Times-Italic'] } as const;
const resolve = createRequire(import.meta.url).resolve;
const notoFile = (script: 'latin' | 'devanagari', weight: 400 | 700): string => {
  const family = script === 'latin' ? 'noto-sans' : 'noto-sans-devanagari';
  return resolve(`@fontsource/${family}/files/${family}-${script}-${String(weight)}-normal.woff`);
};
const devanagari = /[\p{Script=Devanagari}।॥\u200c\u200d]+|[^\p{Script=Devanagari}।॥\u200c\u200d]+/gu;
/** Leading of running text, a multiple of its size. */
const leading = 1.28;

const widths = new Map<string, number>();

interface PdfFont {
  readonly id: string;
  encode(text: string): [encoded: string[]];
  ref(): unknown;
}

export class Sheet {
  readonly width = 595;
  readonly height = 842;
  readonly margin: number;
  readonly #document: InstanceType<typeof PDFDocument>;
  readonly #family: FontFamily;
  readonly #emission: Emission;
  readonly #done: Promise<Uint8Array>;

  constructor(family: FontFamily, emission: Emission, { margin = 48 }: { margin?: number } = {}) {
    this.#family = family;
    this.#emission = emission;
    this.margin = margin;
    this.#document = new PDFDocument({ size: 'A4', margin: 0, bufferPages: true, autoFirstPage: true, info: { CreationDate: new Date(0) } });
    if (family === 'noto') for (const script of ['latin', 'devanagari'] as const) for (const weight of [400, 700] as const) this.#document.registerFont(`${script}-${String(weight)}`, notoFile(script, weight));
    const chunks: Buffer[] = [];
    this.#done = new Promise((settle) => {
      this.#document.on('data', (chunk: Buffer) => chunks.push(chunk));
      this.#document.on('end', () => { settle(new Uint8Array(Buffer.concat(chunks))); });
    });
  }

  column(x: number, width: number, y: number, page = 0): Column {
    return { x, width, y, page };
  }

  /** Runs of words in styles, wrapped in the column; goes on overleaf when the page is full. Answers the height it took. */
  words(column: Column, words: readonly Words[], print: Print = {}): void {
    const size = print.size ?? 10;
    for (const line of this.#wrap(words, column.width, print)) {
      this.#makeRoom(column, size);
      const width = line.reduce((sum, word) => sum + word.width, 0);
      const shift = print.align === 'right' ? column.width - width : print.align === 'center' ? (column.width - width) / 2 : 0;
      let x = column.x + shift;
      for (const word of line) {
        this.put(word.text, x, column.y, { ...print, bold: print.bold ?? word.bold ?? false, italic: print.italic ?? word.italic ?? false }, column.page);
        x += word.width;
      }
      column.y += size * leading;
    }
  }

  text(column: Column, text: string, print: Print = {}): void {
    this.words(column, [{ text }], print);
  }

  row(column: Column, { left, right }: Row, print: Print = {}): void {
    const size = print.size ?? 10;
    this.#makeRoom(column, size);
    const beside = right ? this.widthOf(right.text, { ...print, ...right }) : 0;
    const { page, y } = column;
    if (right) this.put(right.text, column.x + column.width - beside, y, { ...print, bold: right.bold ?? false, italic: right.italic ?? false }, page);
    const own = { x: column.x, width: column.width - (right ? beside + 16 : 0), y, page };
    this.words(own, left, print);
    column.y = own.y;
    column.page = own.page;
  }

  point(column: Column, words: readonly Words[], sign: string, print: Print = {}): void {
    const size = print.size ?? 10;
    this.#makeRoom(column, size);
    const indent = sign === '' ? 0 : 12;
    if (sign !== '') this.put(sign, column.x, column.y, { ...print, bold: false }, column.page);
    const own = { x: column.x + indent, width: column.width - indent, y: column.y, page: column.page };
    this.words(own, words, print);
    column.y = own.y;
    column.page = own.page;
  }

  blocks(column: Column, blocks: readonly Block[], { sign = '•', print = {} }: { sign?: string; print?: Print } = {}): void {
    for (const block of blocks) {
      if (block.kind === 'gap') column.y += 5;
      else if (block.kind === 'row') this.row(column, block.row, print);
      else if (block.kind === 'point') this.point(column, block.words, sign, print);
      else this.words(column, block.words, print);
    }
  }

  section(column: Column, section: Section, heading: (column: Column, text: string) => void, look: { sign?: string; print?: Print } = {}): void {
    if (section.blocks.length === 0) return;
    if (column.y + 60 > this.height - this.margin) this.#nextPage(column);
    heading(column, section.heading);
    this.blocks(column, section.blocks, look);
  }

  rule(x: number, y: number, width: number, page = 0): void {
    this.#document.switchToPage(page);
    this.#document.moveTo(x, y).lineTo(x + width, y).lineWidth(0.5).stroke('#888888');
  }

  fill(x: number, y: number, width: number, height: number, colour: string, page = 0): void {
    this.#document.switchToPage(page);
    this.#document.rect(x, y, width, height).fill(colour);
  }

  frame(x: number, y: number, width: number, height: number, page = 0): void {
    this.#document.switchToPage(page);
    this.#document.rect(x, y, width, height).lineWidth(0.5).stroke('#444444');
  }

  get pages(): number {
    return this.#document.bufferedPageRange().count;
  }

  addPage(): number {
    this.#document.addPage();
    return this.pages - 1;
  }

  end(): Promise<Uint8Array> {
    this.#document.end();
    return this.#done;
  }

  widthOf(text: string, print: Print): number {
    let width = 0;
    for (const part of this.#scripts(text)) width += this.#ownWidth(part, print) + (print.tracking ?? 0) * [...part].length;
    return width;
  }

  /** Shaping takes longest of all, and wrapping asks for the same words again and again. */
  #ownWidth(text: string, print: Print): number {
    const key = `${this.#family}|${String(print.size ?? 10)}|${print.bold ? 'b' : print.italic ? 'i' : ''}|${text}`;
    const known = widths.get(key);
    if (known !== undefined) return known;
    this.#font(text, print);
    const width = this.#document.widthOfString(text);
    widths.set(key, width);
    return width;
  }

  /** One stretch of text at a place, in this sheet's manner. */
  put(text: string, x: number, y: number, print: Print = {}, page = 0): void {
    this.#document.switchToPage(page);
    let at = x;
    for (const part of this.#scripts(text)) {
      this.#font(part, print);
      this.#document.fillColor(print.colour ?? '#111111');
      this.#emit(part, at, y, print);
      at += this.widthOf(part, print);
    }
  }

  #emit(text: string, x: number, y: number, print: Print): void {
    const shaped = /\p{Script=Devanagari}/u.test(text);
    const options = { lineBreak: false, ...(print.tracking ? { characterSpacing: print.tracking } : {}) };
    if (this.#emission === 'gaps' && !shaped && !print.tracking) this.#emitGaps(text, x, y, print);
    else if (this.#emission === 'line' || (shaped && this.#emission === 'glyph') || this.#emission === 'gaps') this.#document.text(text, x, y, options);
    else {
      for (const match of text.matchAll(this.#emission === 'word' ? /\S+/g : /\S/gu)) this.#document.text(match[0], x + this.widthOf(text.slice(0, match.index), print), y, options);
    }
  }

  #emitGaps(text: string, x: number, y: number, print: Print): void {
    const size = print.size ?? 10;
    const document = this.#document as unknown as { _font: PdfFont & { ascender: number }; page: { fonts: Record<string, unknown>; height: number }; save(): void; restore(): void; transform(...matrix: number[]): void; addContent(text: string): void };
    const font = document._font;
    document.page.fonts[font.id] ??= font.ref();
    const space = (-1000 * this.widthOf(' ', print)) / size;
    const strings = text.split(' ').map((word) => (word === '' ? '' : `<${font.encode(word)[0].join('')}>`));
    document.save();
    document.transform(1, 0, 0, -1, 0, document.page.height);
    document.addContent(`BT 1 0 0 1 ${x.toFixed(3)} ${(document.page.height - y - (font.ascender / 1000) * size).toFixed(3)} Tm /${font.id} ${String(size)} Tf [${strings.join(` ${space.toFixed(2)} `)}] TJ ET`);
    document.restore();
  }

  #wrap(words: readonly Words[], width: number, print: Print): { text: string; width: number; bold?: boolean; italic?: boolean }[][] {
    const lines: { text: string; width: number; bold?: boolean; italic?: boolean }[][] = [[]];
    let used = 0;
    for (const { text, ...style } of words) {
      for (const piece of text.match(/\s*\S+\s*$|\s*\S+|\s+/gu) ?? []) {
        const own = { ...print, bold: print.bold ?? style.bold ?? false, italic: print.italic ?? style.italic ?? false };
        const line = lines.at(-1) as { text: string; width: number; bold?: boolean; italic?: boolean }[];
        const long = this.widthOf(piece, own);
        if (used > 0 && used + this.widthOf(piece.trimEnd(), own) > width) {
          const first = piece.trimStart();
          used = this.widthOf(first, own);
          lines.push([{ text: first, width: used, ...style }]);
          continue;
        }
        const last = line.at(-1);
        if (last && last.bold === style.bold && last.italic === style.italic) line[line.length - 1] = { ...last, text: last.text + piece, width: this.widthOf(last.text + piece, own) };
        else line.push({ text: piece, width: long, ...style });
        used = line.reduce((sum, run) => sum + run.width, 0);
      }
    }
    return lines.map((line) => line.map((run, index) => (index === line.length - 1 ? { ...run, text: run.text.trimEnd() } : run)));
  }

  #makeRoom(column: Column, size: number): void {
    if (column.y + size * leading > this.height - this.margin) this.#nextPage(column);
  }

  #nextPage(column: Column): void {
    column.page += 1;
    while (this.pages <= column.page) this.#document.addPage();
    column.y = this.margin;
  }

  #scripts(text: string): string[] {
    return this.#family === 'noto' ? [...(text.match(devanagari) ?? [])] : [text];
  }

  #font(text: string, print: Print): void {
    const { size = 10, bold = false, italic = false } = print;
    if (this.#family === 'noto') this.#document.font(`${/\p{Script=Devanagari}/u.test(text) ? 'devanagari' : 'latin'}-${bold ? '700' : '400'}`);
    else this.#document.font(standard[this.#family][bold ? 1 : italic ? 2 : 0]);
    this.#document.fontSize(size);
  }
}
