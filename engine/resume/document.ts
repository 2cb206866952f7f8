/** What the readers of files hand to the engine: text with positions (PDF) or text in order (DOCX, Markdown, TXT). */

import type { Box } from './types.ts';

/** Points of 1/72 inch from the upper left corner of the page; the letters stand on the baseline `y + height`. */
export interface TextItem {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** True when the document itself puts a space after it; a gap alone is judged by its width. */
  readonly spaceAfter?: boolean;
}

export interface LinkArea {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly url: string;
}

export interface PositionedPage {
  readonly width: number;
  readonly height: number;
  readonly items: readonly TextItem[];
  readonly links: readonly LinkArea[];
  /** Where pictures are drawn, as far as they are not clipped; left out where there are none. */
  readonly pictures?: readonly Box[];
}

export interface PositionedDocument {
  readonly kind: 'positioned';
  readonly pages: readonly PositionedPage[];
}

export interface TextRun {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly url?: string;
}

export interface FlowParagraph {
  /** A tab in a run's text is a wide gap (a date at the right margin); a newline is a line break inside the paragraph. */
  readonly runs: readonly TextRun[];
  /** 1 to 6 when the document marks it as a heading. */
  readonly headingLevel?: number;
  /** Depth of the list it is an item of, from 0. */
  readonly listLevel?: number;
  /** Points; absent when the document does not say. */
  readonly fontSize?: number;
  /** The cell it stands in: `table` counts the tables of the document, `row` and `column` from 0. */
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number; readonly columns: number };
  /** Where the document keeps it apart from its body: in a text box, or in a header or footer. */
  readonly origin?: 'text-box' | 'page-margin';
  /** True for an empty paragraph above it. */
  readonly spaceAbove?: boolean;
}

export interface FlowDocument {
  readonly kind: 'flow';
  /** True for plain text, whose lines may end in the middle of a sentence; false where a paragraph is whole. */
  readonly wrapped: boolean;
  readonly paragraphs: readonly FlowParagraph[];
}

export type ResumeDocument = PositionedDocument | FlowDocument;
