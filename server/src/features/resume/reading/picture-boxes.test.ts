import type { Box, PositionedDocument } from '@cairn/engine/resume';
import { expect, it } from 'vitest';
import { readPictureBoxes } from './picture-boxes.ts';
import { readBytes } from './read-bytes.ts';
import { readingLimits } from './refusals.ts';
import { makePdf, png } from './test-support/files.ts';

const image = Buffer.from(png);

async function picturesOf(bytes: Uint8Array): Promise<readonly (readonly Box[] | undefined)[]> {
  const { content } = await readBytes(bytes, 'cv.pdf', readingLimits);
  return (content as { document: PositionedDocument }).document.pages.map(({ pictures }) => pictures);
}

type Write = Parameters<typeof makePdf>[0];

it.each<[string, Write, Box[] | undefined]>([
  ['a picture', (document) => document.text('Asha').image(image, 50, 400, { width: 300, height: 200 }), [{ x: 50, y: 400, width: 300, height: 200 }]],
  ['two', (document) => document.text('Asha').image(image, 0, 0, { width: 10, height: 20 }).image(image, 100, 100, { width: 30, height: 40 }), [{ x: 0, y: 0, width: 10, height: 20 }, { x: 100, y: 100, width: 30, height: 40 }]],
  ['a scaled and moved one', (document) => document.text('Asha').translate(100, 50).scale(2).image(image, 10, 10, { width: 50, height: 50 }), [{ x: 120, y: 70, width: 100, height: 100 }]],
  ['one whose clip leaves a part', (document) => document.text('Asha').save().rect(50, 400, 100, 50).clip().image(image, 0, 300, { width: 400, height: 400 }).restore(), [{ x: 50, y: 400, width: 100, height: 50 }]],
  ['one after a clip that is over', (document) => document.text('Asha').save().rect(0, 0, 1, 1).clip().restore().image(image, 50, 400, { width: 300, height: 200 }), [{ x: 50, y: 400, width: 300, height: 200 }]],
  ['a word that looks like drawing', (document) => document.text('q 9 0 0 9 0 0 cm /I1 Do ( Q'), undefined],
  ['none', (document) => document.text('Asha'), undefined],
])('a page with %s says where', async (_what, write, boxes) => {
  expect(await picturesOf(await makePdf(write))).toEqual([boxes]);
});

it('each page has its own', async () => {
  const pages = await picturesOf(await makePdf((document) => document.text('One').addPage().text('Two').image(image, 0, 0, { width: 100, height: 100 })));
  expect(pages).toEqual([undefined, [{ x: 0, y: 0, width: 100, height: 100 }]]);
});

/** A page that draws `content`, with a picture named P and a drawing named F that it inherits from its tree. */
function pdfWith(content: string, form: string): Uint8Array {
  const stream = (dictionary: string, data: string) => `<< ${dictionary} /Length ${String(data.length)} >>\nstream\n${data}\nendstream`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 /Resources 6 0 R >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents [4 0 R] >>',
    stream('', content), stream('/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Matrix [2 0 0 2 5 5]', form), '<< /XObject << /P 7 0 R /F 5 0 R >> >>',
    stream('/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8', 'x'),
  ];
  return new TextEncoder().encode(`%PDF-1.4\n${objects.map((object, index) => `${String(index + 1)} 0 obj\n${object}\nendobj\n`).join('')}trailer\n<< /Root 1 0 R /Size 8 >>\n%%EOF\n`);
}

it.each<[string, string, string, Box[]]>([
  ['in a drawing, by the matrices of both', 'q 3 0 0 3 10 10 cm /F Do Q', 'q 10 0 0 20 1 1 cm /P Do Q', [{ x: 31, y: 31, width: 60, height: 120 }]],
  ['turned', '0 100 -50 0 200 200 cm /P Do', '', [{ x: 150, y: 200, width: 50, height: 100 }]],
  ['after a picture within the content', 'BI /W 1 /H 1 ID Q /P Do q EI 7 0 0 7 0 0 cm /P Do', '', [{ x: 0, y: 0, width: 7, height: 7 }]],
  ['outside what is clipped', '0 0 10 10 re W n 1 0 0 1 50 50 cm /P Do', '', [{ x: 50, y: 50, width: 0, height: 0 }]],
  ['under no name', '/Q Do', '', []],
])('a picture is found %s', (_where, content, form, boxes) => {
  expect(readPictureBoxes(pdfWith(content, form), 1_000_000).ofPage(3)).toEqual(boxes);
});

it('a drawing that draws itself ends', () => {
  expect(readPictureBoxes(pdfWith('/F Do', '/F Do /F Do /F Do /F Do /F Do /F Do /F Do /F Do /F Do /F Do /P Do'), 1_000_000).ofPage(3).length).toBeLessThan(5000);
});
