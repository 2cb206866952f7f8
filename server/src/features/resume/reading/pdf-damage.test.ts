import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { isDamagedInside } from './pdf-damage.ts';
import { readBytes } from './read-bytes.ts';
import { readingLimits } from './refusals.ts';
import { makePdf } from './test-support/files.ts';
import { withColumns } from './test-support/pdf-columns.ts';
import { oneColumn } from './test-support/pdf-layouts.ts';
import { makePerson } from './test-support/people.ts';

const limit = readingLimits.inflatedBytes;
const zeroed = (bytes: Uint8Array, from: number, to: number): Uint8Array => new Uint8Array(bytes).fill(0, Math.floor(from), Math.floor(to));
const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const filled = (data: Buffer, from: number, to: number): Buffer => Buffer.from(data).fill(0, from, to);

/** One part in a file of its own: what its dictionary says besides its length, and its bytes. */
const partOf = (entries: string, data: Buffer, length = data.length): Uint8Array =>
  latin1(`%PDF-1.4\n4 0 obj\n<< ${entries} /Length ${length} >>\nstream\n${data.toString('latin1')}\nendstream\nendobj\n5 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n`);

const page = Buffer.from('BT /F1 11 Tf 1 0 0 1 50 780 Tm (Asha Verma, staff nurse, 2019 to 2024) Tj ET\n'.repeat(40));
const map = Buffer.from('/CIDInit /ProcSet findresource begin\n1 beginbfchar\n<0003> <0041>\nendbfchar\n'.repeat(20));
const font = Buffer.from(Array.from({ length: 3000 }, (_, index) => (index * index * 31) % 251));
const deflated = (data: Buffer): Buffer => deflateSync(data);
const middle = (data: Buffer): Buffer => filled(data, Math.floor(data.length * 0.4), Math.floor(data.length * 0.4) + 20);

describe('a part that is not what was written', () => {
  it.each<[string, Uint8Array, boolean]>([
    ['a deflated page', partOf('/Filter /FlateDecode', deflated(page)), false],
    ['a deflated page with a hole', partOf('/Filter /FlateDecode', middle(deflated(page))), true],
    ['a deflated page whose checksum is lost', partOf('/Filter [/FlateDecode]', filled(deflated(page), deflated(page).length - 4, deflated(page).length)), true],
    ['a deflated font with a hole', partOf('/Length1 3000 /Filter /FlateDecode', middle(deflated(font))), true],
    ['a deflated map of letters with a hole', partOf('/Type /CMap /Filter /FlateDecode', middle(deflated(map))), true],
    ['a plain map of letters', partOf('/Type /CMap', map), false],
    ['a plain map of letters with a hole', partOf('/Type /CMap', middle(map)), true],
    ['a plain map of letters that is all hole, its end too', zeroed(partOf('/Type /CMap', map), 60, 70 + map.length + 20), true],
    ['a plain font with zeros in it', partOf('/Length1 3000', middle(font)), false],
    ['a plain table of glyphs that begins with zeros', partOf('', filled(font, 0, 64)), false],
    ['a picture with a hole', partOf('/Subtype /Image /Filter /FlateDecode', middle(deflated(font))), false],
    ['a part whose length is said wrongly', partOf('/Filter /FlateDecode', deflated(page), 7), false],
    ['an encrypted file', Buffer.concat([partOf('/Filter /FlateDecode', middle(deflated(page))), latin1('trailer << /Encrypt 9 0 R >>')]), false],
    ['a hole between the parts', zeroed(partOf('/Filter /FlateDecode', deflated(page)), 82 + deflated(page).length, 104 + deflated(page).length), true],
  ])('%s', (_what, bytes, expected) => {
    expect(isDamagedInside(bytes, limit)).toBe(expected);
  });
});

describe('whole resumes', () => {
  it.each(Object.entries({ ...oneColumn, ...withColumns }))('%s is sound as written, and not with a twentieth of it zeroed anywhere', async (_name, layout) => {
    const bytes = await layout(makePerson(7));
    expect(isDamagedInside(bytes, limit)).toBe(false);
    const missed = Array.from({ length: 19 }, (_, step) => step / 20).filter((at) => !isDamagedInside(zeroed(bytes, bytes.length * at, bytes.length * (at + 0.05)), limit));
    expect(missed).toEqual([]);
  });

  it('what is read of a page with a hole comes with a warning', async () => {
    const bytes = await makePdf((document) => {
      for (let line = 0; line < 60; line += 1) document.text(`Asha Verma, line ${line}, ${Math.sin(line)}`);
    });
    const stream = Buffer.from(bytes).indexOf('stream');
    const { warnings } = await readBytes(zeroed(bytes, stream + 900, stream + 940), 'cv.pdf', readingLimits);
    expect(warnings).toEqual([{ code: 'resume.partly-damaged', params: {} }]);
  });

  it('whose only page is lost is refused as damaged, not as a scan', async () => {
    const bytes = await makePdf((document) => document.text('Asha Verma, staff nurse'));
    const stream = Buffer.from(bytes).indexOf('stream');
    await expect(readBytes(zeroed(bytes, stream + 7, stream + 60), 'cv.pdf', readingLimits)).rejects.toMatchObject({ refusal: { code: 'resume.damaged' } });
  });
});
