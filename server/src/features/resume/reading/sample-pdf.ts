/** A one-page PDF that every start reads to be warm: written here so that nothing has to be found on disk. */

const words = ['Experience', 'Software Engineer, Acme Systems', 'Jan 2020 - Present', 'Built services that read documents and answer in time', 'Education', 'B.Tech in Computer Science', 'Skills: Java, SQL, Git'];

export function samplePdf(): Uint8Array {
  const lines = Array.from({ length: 40 }, (_, index) => `1 0 0 1 50 ${780 - index * 18} Tm (${words[index % words.length] as string}) Tj`);
  const content = `BT /F1 11 Tf ${lines.slice(0, 20).join(' ')} /F2 12 Tf ${lines.slice(20).join(' ')} ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 6 0 R /Resources << /Font << /F1 4 0 R /F2 5 0 R >> >> /Annots [7 0 R] >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Annot /Subtype /Link /Rect [50 700 200 720] /A << /S /URI /URI (https://example.org/) >> >>',
  ];
  let pdf = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = pdf.length;
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = pdf.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  pdf += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(pdf);
}
