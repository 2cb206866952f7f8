import { describe, expect, it } from 'vitest';
import { readResume, type FlowDocument, type PositionedDocument } from '@cairn/engine/resume';
import { readBytes } from './read-bytes.ts';
import { samplePdf } from './sample-pdf.ts';
import { readingLimits, ReadingRefused } from './refusals.ts';
import { docxParagraph, docxTable, docxTextBox, makeDocx, makePdf, makeZip, png } from './test-support/files.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const resumeText = 'Asha Verma\nasha.verma@example.com\n\nExperience\nEngineer, Acme\nJan 2020 - Present\n';

async function refusalOf(bytes: Uint8Array, name: string): Promise<string> {
  try {
    await readBytes(bytes, name, readingLimits);
    return 'read';
  } catch (error) {
    if (error instanceof ReadingRefused) return error.refusal.code;
    throw error;
  }
}

async function linesOf(bytes: Uint8Array, name: string): Promise<string[]> {
  const { content } = await readBytes(bytes, name, readingLimits);
  if (!('document' in content)) throw new Error('no document');
  return readResume(content.document, { today: { year: 2026, month: 3 }, defaultCountry: 'IN' }).lines.map((line) => line.text);
}

const paragraphsOf = async (bytes: Uint8Array): Promise<FlowDocument['paragraphs']> => {
  const { content } = await readBytes(bytes, 'cv.docx', readingLimits);
  return ((content as { document: FlowDocument }).document).paragraphs;
};

it('pictures of an icon font are no letters', async () => {
  const icons = Buffer.from(samplePdf()).toString('latin1').replace('/Helvetica-Bold', '/FontAwesome-AB');
  const plain = await linesOf(samplePdf(), 'cv.pdf');
  expect((await linesOf(new Uint8Array(Buffer.from(icons, 'latin1')), 'cv.pdf')).length).toBe(plain.length / 2);
});

describe('a file that cannot be read is refused with its reason', () => {
  const bomb = (): Uint8Array => makeDocx(docxParagraph('a'.repeat(readingLimits.inflatedBytes + 1)));
  const cases: readonly (readonly [string, string, () => Uint8Array | Promise<Uint8Array>, string])[] = [
    ['0 bytes', 'cv.pdf', () => new Uint8Array(0), 'resume.empty-file'],
    ['white space', 'cv.txt', () => encode(' \n\t\n'), 'resume.empty-file'],
    ['pages without a word', 'cv.pdf', () => makePdf((document) => document.rect(10, 10, 50, 50).fill('red')), 'resume.scanned'],
    ['a page that is a picture', 'cv.pdf', () => makePdf((document) => document.image(Buffer.from(png), 0, 0, { width: 500 })), 'resume.scanned'],
    ['a PDF with a password', 'cv.pdf', () => makePdf((document) => document.text('secret'), { userPassword: 'open sesame' }), 'resume.password'],
    ['a DOCX with a password', 'cv.docx', () => new Uint8Array(Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')])), 'resume.password'],
    ['an old .doc', 'cv.doc', () => new Uint8Array(Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)])), 'resume.not-a-document'],
    ['a picture renamed .pdf', 'cv.pdf', () => png, 'resume.not-a-document'],
    ['a program renamed .docx', 'cv.docx', () => new Uint8Array(Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]), Buffer.alloc(200)])), 'resume.not-a-document'],
    ['another archive renamed .docx', 'cv.docx', () => makeZip([{ name: 'notes.txt', data: 'hello' }]), 'resume.not-a-document'],
    ['a web page', 'cv.txt', () => encode('<!DOCTYPE html><html><body>hi</body></html>'), 'resume.not-a-document'],
    ['bytes of nothing known', 'cv.txt', () => new Uint8Array(Array.from({ length: 400 }, (_, index) => (index * 7) % 23)), 'resume.not-a-document'],
    ['a PDF named .docx', 'cv.docx', () => makePdf((document) => document.text(resumeText)), 'resume.wrong-extension'],
    ['a DOCX named .pdf', 'cv.pdf', () => makeDocx(docxParagraph('Asha Verma')), 'resume.wrong-extension'],
    ['text named .pdf', 'cv.pdf', () => encode(resumeText), 'resume.wrong-extension'],
    ['text with an ending that no document has', 'cv.xyz', () => encode(resumeText), 'resume.wrong-extension'],
    ['500 pages', 'cv.pdf', () => makePdf((document) => { for (let page = 1; page < 500; page += 1) document.text(`Page ${page}`).addPage(); }), 'resume.too-many-pages'],
    ['a text of 5,000 lines', 'cv.txt', () => encode('line of text\n'.repeat(5000)), 'resume.too-many-pages'],
    ['a zip bomb that says so', 'cv.docx', bomb, 'resume.archive-bomb'],
    ['a zip bomb that claims to be small', 'cv.docx', () => makeZip([{ name: 'word/document.xml', data: 'a'.repeat(readingLimits.inflatedBytes * 2), declaredBytes: 100 }]), 'resume.archive-bomb'],
    ['a DOCX without a word in it', 'cv.docx', () => makeDocx(''), 'resume.no-text'],
    ['a PDF cut off after its first bytes', 'cv.pdf', () => encode('%PDF-1.7\n%broken'), 'resume.damaged'],
    ['a DOCX cut off after its first bytes', 'cv.docx', () => makeDocx(docxParagraph('Asha')).subarray(0, 60), 'resume.not-a-document'],
    ['JSON that is not valid', 'cv.json', () => encode('{"basics": '), 'resume.not-json-resume'],
    ['JSON that is no resume', 'cv.json', () => encode('{"colour": "red"}'), 'resume.not-json-resume'],
    ['a file over the limit', 'cv.txt', () => new Uint8Array(readingLimits.fileBytes + 1).fill(97), 'resume.too-large'],
  ];
  it.each(cases)('%s', async (_what, name, make, code) => {
    expect(await refusalOf(await make(), name)).toBe(code);
  });
});

describe('what can be read is read, and what is lost is said', () => {
  it('gives the part of a truncated DOCX that inflates', async () => {
    const body = Array.from({ length: 400 }, (_, index) => docxParagraph(`Line ${index} ${Math.sin(index)}`)).join('');
    const whole = makeDocx(body);
    const { content, warnings } = await readBytes(whole.subarray(0, Math.floor(whole.length * 0.6)), 'cv.docx', readingLimits);
    expect(warnings).toEqual([{ code: 'resume.partly-damaged', params: {} }]);
    expect((content as { document: FlowDocument }).document.paragraphs.length).toBeGreaterThan(50);
  });

  it.each([0.95, 0.8, 0.6])('gives the pages that a PDF cut off at %d of its length still holds', async (share) => {
    const whole = await makePdf((document) => {
      for (let page = 1; page <= 12; page += 1) document.text(`Asha Verma, page ${page}`).addPage();
    });
    const { content, warnings } = await readBytes(whole.subarray(0, Math.floor(whole.length * share)), 'cv.pdf', readingLimits);
    const texts = (content as { document: PositionedDocument }).document.pages.flatMap((page) => page.items.map((item) => item.text));
    expect(texts.length).toBeGreaterThan(3);
    expect(texts[0]).toBe('Asha Verma, page 1');
    expect(warnings).toContainEqual({ code: 'resume.partly-damaged', params: {} });
  });

  it('does not care for what stands in front of a PDF or for a name without ending', async () => {
    const pdf = await makePdf((document) => document.text('Asha Verma'));
    expect(await linesOf(new Uint8Array(Buffer.concat([Buffer.from('\n\n'), pdf])), 'resume')).toEqual(['Asha Verma']);
  });
});

describe('a PDF', () => {
  it('gives text with place, style and links', async () => {
    const bytes = await makePdf((document) => {
      document.font('Helvetica-Bold').fontSize(20).text('Asha Verma', 72, 72);
      document.font('Helvetica-Oblique').fontSize(10).text('profile', 72, 120, { link: 'https://linkedin.com/in/asha' });
    });
    const { content } = await readBytes(bytes, 'cv.pdf', readingLimits);
    const [page] = (content as { document: PositionedDocument }).document.pages;
    expect(page?.items).toMatchObject([{ text: 'Asha Verma', x: 72, fontSize: 20, bold: true, italic: false }, { text: 'profile', fontSize: 10, bold: false, italic: true }]);
    expect(page?.links).toMatchObject([{ url: 'https://linkedin.com/in/asha', x: 72 }]);
  });

  it('leaves out text set at a slope, such as a watermark', async () => {
    const bytes = await makePdf((document) => document.text('Asha Verma', 72, 72).rotate(45).fontSize(60).text('DRAFT', 200, 0));
    expect(await linesOf(bytes, 'cv.pdf')).toEqual(['Asha Verma']);
  });
});

describe('a DOCX', () => {
  it('gives headings, lists, tabs, bold words and links', async () => {
    const link = '<w:p><w:hyperlink r:id="rId9"><w:r><w:t>My site</w:t></w:r></w:hyperlink></w:p>';
    const relations = { name: 'word/_rels/document.xml.rels', data: '<Relationships><Relationship Id="rId9" Target="https://asha.dev"/></Relationships>' };
    const paragraphs = await paragraphsOf(makeDocx([docxParagraph('Experience', { style: 'Heading2' }), docxParagraph('**Acme**, Engineer\tPune'), docxParagraph('Built things', { list: true }), link].join(''), [relations]));
    expect(paragraphs).toMatchObject([
      { headingLevel: 2, runs: [{ text: 'Experience', bold: true }], fontSize: 13 },
      { runs: [{ text: 'Acme', bold: true }, { text: ', Engineer\tPune', bold: false }] },
      { listLevel: 0, runs: [{ text: 'Built things' }] },
      { runs: [{ text: 'My site', url: 'https://asha.dev' }] },
    ]);
  });

  it('gives the cells of a table their row and column, and a text box once', async () => {
    const table = docxTable([[[docxParagraph('Degree')], [docxParagraph('Year')]], [[docxParagraph('B.Tech')], [docxParagraph('2024')]]]);
    const paragraphs = await paragraphsOf(makeDocx(table + docxTextBox([docxParagraph('Skills'), docxParagraph('Java')])));
    expect(paragraphs.map((paragraph) => [paragraph.runs[0]?.text, paragraph.cell?.row, paragraph.cell?.column])).toEqual([
      ['Degree', 0, 0], ['Year', 0, 1], ['B.Tech', 1, 0], ['2024', 1, 1], ['Skills', undefined, undefined], ['Java', undefined, undefined],
    ]);
  });

  it('reads the page header first, once, without page numbers', async () => {
    const header = (index: number): { name: string; data: string } => ({ name: `word/header${index}.xml`, data: `<w:hdr>${docxParagraph('asha@example.com')}${docxParagraph('Page 1 of 2')}</w:hdr>` });
    expect(await linesOf(makeDocx(docxParagraph('Asha Verma'), [header(1), header(2)]), 'cv.docx')).toEqual(['asha@example.com', 'Asha Verma']);
  });

  it('leaves out what is deleted or hidden', async () => {
    const body = '<w:p><w:r><w:t>kept</w:t></w:r><w:del><w:r><w:delText>deleted</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>';
    expect(await linesOf(makeDocx(body), 'cv.docx')).toEqual(['kept']);
  });
});

describe('text', () => {
  const hindi = 'नाम: आशा वर्मा\nशिक्षा\n';
  it.each([
    ['UTF-8', Buffer.from(hindi, 'utf8'), 'नाम: आशा वर्मा'],
    ['UTF-8 with a mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(hindi)]), 'नाम: आशा वर्मा'],
    ['UTF-16 with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(hindi, 'utf16le')]), 'नाम: आशा वर्मा'],
    ['UTF-16 without', Buffer.from('Asha Verma\nEngineer at Acme\n', 'utf16le'), 'Asha Verma'],
    ['windows-1252', Buffer.from([0x4a, 0x6f, 0x73, 0xe9, 0x20, 0x93, 0x41, 0x94]), 'José “A”'],
  ])('in %s is decoded', async (_encoding, bytes, first) => {
    expect((await linesOf(new Uint8Array(bytes), 'cv.txt'))[0]).toBe(first);
  });

  it('of Markdown gives headings, points, bold words, links and tables', async () => {
    const { content } = await readBytes(encode('# Asha Verma\n\n## Skills\n- **Java**, [site](https://asha.dev)\n\n| Degree | Year |\n|---|---|\n| B.Tech | 2024 |\n'), 'cv.md', readingLimits);
    expect((content as { document: FlowDocument }).document.paragraphs).toMatchObject([
      { headingLevel: 1 }, { headingLevel: 2 }, { listLevel: 0, runs: [{ text: 'Java', bold: true }, { text: ', ' }, { text: 'site', url: 'https://asha.dev' }] },
      { cell: { row: 0, column: 0 } }, { cell: { row: 0, column: 1 } }, { cell: { row: 1, column: 0 } }, { cell: { row: 1, column: 1 } },
    ]);
  });

  it('under a rule is a heading', async () => {
    const { content } = await readBytes(encode('Skills\n======\nJava\n'), 'cv.txt', readingLimits);
    expect((content as { document: FlowDocument }).document.paragraphs).toMatchObject([{ headingLevel: 1 }, { runs: [{ text: 'Java' }] }]);
  });
});
