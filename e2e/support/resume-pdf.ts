import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const PdfDocument = createRequire(fileURLToPath(new URL('../../server/package.json', import.meta.url)))('pdfkit') as new (options: object) => PDFKit.PDFDocument;

/** A resume of a person who does not exist, as a word processor would print it. */
export function makeResumePdf({ skills = 'Python, SQL, Git, Excel, HTML' }: { readonly skills?: string } = {}): Promise<Buffer> {
  const pdf = new PdfDocument({ size: 'A4', margin: 54 });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<Buffer>((resolve) => { pdf.on('end', () => { resolve(Buffer.concat(chunks)); }); });
  const heading = (text: string) => { pdf.moveDown(0.8).font('Helvetica-Bold').fontSize(13).text(text).moveDown(0.2).font('Helvetica').fontSize(10.5); };
  pdf.font('Helvetica-Bold').fontSize(20).text('Nandini Wagh').font('Helvetica').fontSize(10.5).text('nandini.wagh@pebbles.example | +91 98200 11111 | Pune, India');
  heading('Experience');
  pdf.font('Helvetica-Bold').text('Data Intern, Kestrel Systems').font('Helvetica').text('Jan 2025 - Jun 2025');
  pdf.list(['Wrote Python and SQL to answer questions of the sales team', 'Kept the work in Git and drew results with Matplotlib']);
  heading('Education');
  pdf.font('Helvetica-Bold').text('B.Sc. in Statistics, Juniper College').font('Helvetica').text('2022 - 2025').text('CGPA 8.6/10');
  heading('Skills');
  pdf.text(skills);
  pdf.end();
  return done;
}
