/** A thin hand on pdfkit: text at a place, in a width, with the next free line as answer. */
import PDFDocument from 'pdfkit';

export interface TextStyle {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly align?: 'left' | 'right' | 'center' | 'justify';
  readonly width?: number;
  readonly spacing?: number;
  readonly link?: string;
  readonly color?: string;
}

export interface Fonts {
  readonly regular: string;
  readonly bold: string;
  readonly italic: string;
}

export const helvetica: Fonts = { regular: 'Helvetica', bold: 'Helvetica-Bold', italic: 'Helvetica-Oblique' };
export const times: Fonts = { regular: 'Times-Roman', bold: 'Times-Bold', italic: 'Times-Italic' };

export const pageWidth = 595;
/** Taller than A4, so that made-up resumes of any length stay on the page they are drawn on. */
export const pageHeight = 1300;

export class PdfPage {
  readonly document: InstanceType<typeof PDFDocument>;
  readonly #chunks: Buffer[] = [];
  readonly #done: Promise<Uint8Array>;
  readonly #fonts: Fonts;

  constructor(fonts: Fonts = helvetica, options: Record<string, unknown> = {}) {
    this.#fonts = fonts;
    this.document = new PDFDocument({ size: [pageWidth, pageHeight], margin: 0, ...options });
    this.#done = new Promise((resolve) => {
      this.document.on('data', (chunk: Buffer) => this.#chunks.push(chunk));
      this.document.on('end', () => resolve(new Uint8Array(Buffer.concat(this.#chunks))));
    });
  }

  /** Writes at (x, y) and answers where the next line would stand. */
  text(text: string, x: number, y: number, style: TextStyle = {}): number {
    const size = style.size ?? 10;
    this.document.font(style.bold ? this.#fonts.bold : style.italic ? this.#fonts.italic : this.#fonts.regular).fontSize(size).fillColor(style.color ?? '#111111');
    const width = style.width ?? pageWidth - x - 40;
    const options = { width, align: style.align ?? 'left', lineBreak: true, lineGap: 2, ...(style.spacing ? { characterSpacing: style.spacing } : {}), ...(style.link ? { link: style.link } : {}) };
    const height = this.document.heightOfString(text, options);
    this.document.text(text, x, y, options);
    return y + height;
  }

  bullets(points: readonly string[], x: number, y: number, width: number, sign = '•', size = 10): number {
    let at = y;
    for (const point of points) {
      this.text(sign, x, at, { size, width: 10 });
      at = this.text(point, x + 12, at, { width: width - 12, size }) + 1;
    }
    return at;
  }

  line(x1: number, y: number, x2: number): void {
    this.document.moveTo(x1, y).lineTo(x2, y).lineWidth(0.5).stroke('#888888');
  }

  box(x: number, y: number, width: number, height: number, color?: string): void {
    if (color === undefined) this.document.rect(x, y, width, height).lineWidth(0.5).stroke('#444444');
    else this.document.rect(x, y, width, height).fill(color);
  }

  page(): void {
    this.document.addPage();
  }

  end(): Promise<Uint8Array> {
    this.document.end();
    return this.#done;
  }
}
