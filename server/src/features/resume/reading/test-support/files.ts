/** Files made in code: archives, DOCX, and PDFs that are wrong in one way each. */
import PDFDocument from 'pdfkit';

export { type DocxStyle, docxParagraph, docxTable, docxTextBox, makeDocx, makeZip, type ZipPart } from '../../../../../../bench/resumes/docx-file.ts';

export async function makePdf(write: (document: InstanceType<typeof PDFDocument>) => void, options: Record<string, unknown> = {}): Promise<Uint8Array> {
  const document = new PDFDocument({ size: 'A4', ...options });
  const chunks: Buffer[] = [];
  const done = new Promise<void>((resolve) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', resolve);
  });
  write(document);
  document.end();
  await done;
  return new Uint8Array(Buffer.concat(chunks));
}

/** A real one-pixel PNG. */
export const png = new Uint8Array(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'));
