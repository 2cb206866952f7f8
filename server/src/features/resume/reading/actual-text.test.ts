import { expect, it } from 'vitest';
import type { PositionedDocument } from '@cairn/engine/resume';
import { readActualTexts } from './actual-text.ts';
import { readBytes } from './read-bytes.ts';
import { readingLimits } from './refusals.ts';

/** A page whose glyphs spell "xx" with the font alone, and what `spans` say with the text beside them. */
function pdfWith(content: string): Uint8Array {
  const map = '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfchar <41> <0936> <42> <0915> endbfchar endcmap end end';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >> >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`, `<< /Length ${map.length} >>\nstream\n${map}\nendstream`,
  ];
  return new TextEncoder().encode(`%PDF-1.4\n${objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('')}trailer\n<< /Root 1 0 R /Size 7 >>\n%%EOF\n`);
}

async function textsOf(bytes: Uint8Array): Promise<string[]> {
  const { content } = await readBytes(bytes, 'cv.pdf', readingLimits);
  return (content as { document: PositionedDocument }).document.pages.flatMap((page) => page.items.map((item) => item.text));
}

const shiksha = 'FEFF0936093F0915094D09370 93E'.replace(' ', '');

it('what a span spells stands in place of its glyphs', async () => {
  expect(await textsOf(pdfWith(`BT /F1 12 Tf 1 0 0 1 50 700 Tm /Span <</ActualText <${shiksha}> >> BDC (AB) Tj EMC ET`))).toEqual(['शिक्षा']);
});

it('spans that do not add up to what pdf.js met are left alone', async () => {
  expect(await textsOf(pdfWith(`% /Span <</ActualText <${shiksha}> >> BDC\nBT /F1 12 Tf 1 0 0 1 50 700 Tm /Span <</ActualText <${shiksha}> >> BDC (AB) Tj EMC ET`))).toEqual(['शक']);
});

it.each([
  ['hexadecimal UTF-16', '<FEFF0936>', 'श'],
  ['a string with escapes', '(a\\(b\\)\\101)', 'a(b)A'],
  ['a string in UTF-16', '(\\376\\377\\011\\066)', 'श'],
])('text is read from %s', (_form, written, text) => {
  expect(readActualTexts(pdfWith(`/Span <</Lang (hi) /ActualText ${written} >> BDC EMC`), 1_000_000).ofPage(3)).toEqual([text]);
});

it('a span that spells nothing counts too', () => {
  expect(readActualTexts(pdfWith('/Span <</MCID 1 >> BDC EMC /Span /P1 BDC EMC'), 1_000_000).ofPage(3)).toEqual([undefined, undefined]);
});
