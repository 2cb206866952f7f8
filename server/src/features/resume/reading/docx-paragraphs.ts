/** WordprocessingML → paragraphs with their runs, lists, headings, table cells and text boxes. */
import type { FlowParagraph, TextRun } from '@cairn/engine/resume';
import { isOn, type ParagraphStyle } from './docx-styles.ts';
import { readXml } from './xml.ts';

export interface DocxContext {
  readonly styles: ReadonlyMap<string, ParagraphStyle>;
  readonly links: ReadonlyMap<string, string>;
  readonly tables: { count: number };
}

interface Table {
  readonly id: number;
  row: number;
  column: number;
  columns: number;
}

interface Paragraph {
  runs: TextRun[];
  style: ParagraphStyle;
  headingLevel?: number;
  listLevel?: number;
  listed: boolean;
  spaced: boolean;
  readonly cell?: { table: Table; row: number; column: number };
  /** Text boxes anchored in this paragraph: their paragraphs follow it. */
  readonly boxes: FlowParagraph[];
}

interface Run {
  bold?: boolean;
  italic?: boolean;
  hidden: boolean;
  fontSize?: number;
}

/** Space above in twentieths of a point from which a paragraph stands apart. */
const standsApart = 110;

/** `whole` is false when the XML breaks off; what came before is kept. */
export function readParagraphs(xml: string, context: DocxContext): { paragraphs: FlowParagraph[]; whole: boolean } {
  const reader = new ParagraphReader(context);
  const whole = readXml(xml, reader);
  return { paragraphs: reader.finish(), whole };
}

class ParagraphReader {
  readonly #context: DocxContext;
  readonly #out: FlowParagraph[] = [];
  readonly #open: Paragraph[] = [];
  readonly #tables: Table[] = [];
  #run: Run = { hidden: false };
  #inRunProperties = false;
  #inParagraphProperties = false;
  #inText = false;
  #instruction: string | undefined;
  readonly #links: (string | undefined)[] = [];
  #fieldUrl: string | undefined;
  #skipped = 0;
  #blank = false;

  constructor(context: DocxContext) {
    this.#context = context;
  }

  finish(): FlowParagraph[] {
    while (this.#open.length > 0) this.#endParagraph();
    return this.#out;
  }

  open(name: string, attribute: (name: string) => string | undefined): void {
    if (name === 'mc:Fallback') this.#skipped += 1;
    if (this.#skipped > 0) return;
    const paragraph = this.#open.at(-1);
    const value = attribute('w:val');
    switch (name) {
      case 'w:p': this.#beginParagraph(); return;
      case 'w:tbl': this.#tables.push({ id: this.#context.tables.count, row: -1, column: -1, columns: 0 }); this.#context.tables.count += 1; return;
      case 'w:tr': this.#withTable((table) => { table.row += 1; table.column = -1; }); return;
      case 'w:tc': this.#withTable((table) => { table.column += 1; table.columns = Math.max(table.columns, table.column + 1); }); return;
      case 'w:gridSpan': this.#withTable((table) => { table.column += Math.min(20, Math.max(0, Number(value ?? 1) - 1)); }); return;
      case 'w:pPr': this.#inParagraphProperties = true; return;
      case 'w:rPr': this.#inRunProperties = true; return;
      case 'w:r': this.#run = { hidden: false }; return;
      case 'w:hyperlink': this.#links.push(this.#context.links.get(attribute('r:id') ?? '')); return;
      case 'w:t': this.#inText = true; return;
      case 'w:instrText': this.#instruction ??= ''; return;
      case 'w:fldChar': this.#fieldChar(attribute('w:fldCharType')); return;
      case 'w:tab': if (!this.#inParagraphProperties) this.#add('\t'); return;
      case 'w:br': case 'w:cr': this.#add('\n'); return;
      case 'w:noBreakHyphen': this.#add('-'); return;
      case 'w:softHyphen': this.#add('\u00AD'); return;
      case 'w:sym': this.#add('•'); return;
      default: this.#property(name, value, attribute, paragraph);
    }
  }

  #property(name: string, value: string | undefined, attribute: (name: string) => string | undefined, paragraph: Paragraph | undefined): void {
    if (this.#inRunProperties && !this.#inParagraphProperties) {
      if (name === 'w:b') this.#run.bold = isOn(value);
      else if (name === 'w:i') this.#run.italic = isOn(value);
      else if (name === 'w:vanish') this.#run.hidden = isOn(value);
      else if (name === 'w:sz' && value !== undefined) this.#run.fontSize = Number(value) / 2;
      else if (name === 'w:rStyle' && value !== undefined) this.#run = { ...this.#run, ...pickRun(this.#context.styles.get(value)) };
      return;
    }
    if (!this.#inParagraphProperties || !paragraph) return;
    if (name === 'w:pStyle' && value !== undefined) {
      const style = this.#context.styles.get(value);
      if (style) {
        paragraph.style = style;
        if (style.headingLevel !== undefined) paragraph.headingLevel = style.headingLevel;
        paragraph.listed ||= style.listed;
      }
    } else if (name === 'w:numPr') paragraph.listed = true;
    else if (name === 'w:numId' && value === '0') paragraph.listed = false;
    else if (name === 'w:ilvl' && value !== undefined) paragraph.listLevel = Math.min(8, Number(value));
    else if (name === 'w:outlineLvl' && value !== undefined && Number(value) < 6) paragraph.headingLevel ??= Number(value) + 1;
    else if (name === 'w:spacing' && Number(attribute('w:before') ?? 0) >= standsApart) paragraph.spaced = true;
  }

  close(name: string): void {
    if (name === 'mc:Fallback') {
      this.#skipped = Math.max(0, this.#skipped - 1);
      return;
    }
    if (this.#skipped > 0) return;
    if (name === 'w:p') this.#endParagraph();
    else if (name === 'w:tbl') this.#tables.pop();
    else if (name === 'w:pPr') this.#inParagraphProperties = false;
    else if (name === 'w:rPr') this.#inRunProperties = false;
    else if (name === 'w:t') this.#inText = false;
    else if (name === 'w:hyperlink') this.#links.pop();
  }

  text(text: string): void {
    if (this.#skipped > 0) return;
    if (this.#inText) this.#add(text);
    else if (this.#instruction !== undefined) this.#instruction += text;
  }

  #withTable(change: (table: Table) => void): void {
    const table = this.#tables.at(-1);
    if (table) change(table);
  }

  #fieldChar(type: string | undefined): void {
    if (type === 'begin') this.#instruction = '';
    else if (type === 'separate') {
      this.#fieldUrl = /HYPERLINK\s+"([^"]+)"/.exec(this.#instruction ?? '')?.[1];
      this.#instruction = undefined;
    } else if (type === 'end') {
      this.#fieldUrl = undefined;
      this.#instruction = undefined;
    }
  }

  #beginParagraph(): void {
    const table = this.#tables.at(-1);
    const outer = this.#open.at(-1);
    const cell = table && table.row >= 0 && table.column >= 0 && outer === undefined ? { table, row: table.row, column: table.column } : undefined;
    this.#open.push({ runs: [], style: { listed: false }, listed: false, spaced: false, boxes: [], ...(cell ? { cell } : {}) });
  }

  #endParagraph(): void {
    const paragraph = this.#open.pop();
    if (!paragraph) return;
    const outer = this.#open.at(-1);
    const target = outer ? outer.boxes : this.#out;
    const text = paragraph.runs.map((run) => run.text).join('');
    if (text.trim() === '') this.#blank = true;
    else {
      target.push(outer ? { ...this.#toFlow(paragraph), origin: 'text-box' } : this.#toFlow(paragraph));
      this.#blank = false;
    }
    target.push(...paragraph.boxes);
  }

  #toFlow(paragraph: Paragraph): FlowParagraph {
    const { cell, runs } = paragraph;
    const fontSize = this.#fontSizes.get(paragraph) ?? paragraph.style.fontSize;
    return {
      runs,
      ...(paragraph.headingLevel === undefined ? {} : { headingLevel: Math.min(6, Math.max(1, paragraph.headingLevel)) }),
      ...(paragraph.listed ? { listLevel: paragraph.listLevel ?? 0 } : {}),
      ...(fontSize === undefined ? {} : { fontSize }),
      ...(cell ? { cell: { table: cell.table.id, row: cell.row, column: cell.column, columns: cell.table.columns } } : {}),
      ...(paragraph.spaced || this.#blank ? { spaceAbove: true } : {}),
    };
  }

  readonly #fontSizes = new Map<Paragraph, number>();

  #add(text: string): void {
    const paragraph = this.#open.at(-1);
    if (!paragraph || this.#run.hidden) return;
    const bold = this.#run.bold ?? paragraph.style.bold ?? false;
    const italic = this.#run.italic ?? paragraph.style.italic ?? false;
    const url = this.#links.at(-1) ?? this.#fieldUrl;
    if (this.#run.fontSize !== undefined && text.trim() !== '') this.#fontSizes.set(paragraph, Math.max(this.#run.fontSize, this.#fontSizes.get(paragraph) ?? 0));
    const last = paragraph.runs.at(-1);
    if (last && last.bold === bold && last.italic === italic && last.url === url) paragraph.runs[paragraph.runs.length - 1] = { ...last, text: last.text + text };
    else paragraph.runs.push({ text, bold, italic, ...(url === undefined ? {} : { url }) });
  }
}

function pickRun(style: ParagraphStyle | undefined): Partial<Run> {
  return {
    ...(style?.bold === undefined ? {} : { bold: style.bold }),
    ...(style?.italic === undefined ? {} : { italic: style.italic }),
    ...(style?.fontSize === undefined ? {} : { fontSize: style.fontSize }),
  };
}
