/**
 * A PDF whose end is lost (a broken download) has lost its list of pages, which stands there. The pages themselves are
 * found by looking through what is left, and a new list is written behind them for pdf.js to start from.
 */
import { objectsIn, unpackObjects } from './pdf-objects.ts';

const pageType = /\/Type\s*\/Page(?![\w])/;
const mostPages = 200;

/** The repaired file; undefined when no page is left or the file is encrypted. */
export function salvagePdf(bytes: Uint8Array, inflatedBytes: number): Uint8Array | undefined {
  const text = withoutBrokenTable(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));
  if (/\/Encrypt\b/.test(text)) return undefined;
  const plain = objectsIn(text);
  const packed = plain.flatMap((object) => (object.body.includes('/ObjStm') ? unpackObjects(object, text, inflatedBytes) : []));
  const whole = plain.filter((object) => object.whole);
  const pages = [...whole, ...packed].filter((object) => pageType.test(object.body.slice(0, 4000))).slice(0, mostPages);
  if (pages.length === 0) return undefined;
  const list = 1 + Math.max(...[...plain, ...packed].map((object) => object.number));
  const unpacked = packed.map((object) => `${object.number} 0 obj\n${object.body}\nendobj\n`).join('');
  const kids = pages.map((page) => `${page.number} 0 R`).join(' ');
  const tail = `\n${unpacked}${list} 0 obj\n<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>\nendobj\n${list + 1} 0 obj\n<< /Type /Catalog /Pages ${list} 0 R >>\nendobj\ntrailer\n<< /Size ${list + 2} /Root ${list + 1} 0 R >>\n%%EOF\n`;
  return new Uint8Array(Buffer.concat([Buffer.from(text, 'latin1'), Buffer.from(tail, 'latin1')]));
}

/** pdf.js skips from a table of offsets to the trailer behind it; a table that breaks off would hide what is appended. */
function withoutBrokenTable(text: string): string {
  const table = text.lastIndexOf('\nxref');
  return table >= 0 && !text.includes('trailer', table) ? text.slice(0, table) : text;
}
