/** Archives and DOCX written in code, for the made-up resumes here and for the server's tests. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly data: Uint8Array | string;
  /** What the archive claims the part inflates to, when that is a lie. */
  readonly declaredBytes?: number;
}

export function makeZip(parts: readonly ZipPart[]): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const data = Buffer.from(part.data as string);
    const packed = deflateRawSync(data);
    const name = Buffer.from(part.name);
    const sizes = { crc: crc32(data), packed: packed.length, whole: part.declaredBytes ?? data.length };
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(20, 4);
    header.writeUInt16LE(8, 8);
    header.writeUInt32LE(sizes.crc, 14);
    header.writeUInt32LE(sizes.packed, 18);
    header.writeUInt32LE(sizes.whole, 22);
    header.writeUInt16LE(name.length, 26);
    local.push(header, name, packed);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(sizes.crc, 16);
    entry.writeUInt32LE(sizes.packed, 20);
    entry.writeUInt32LE(sizes.whole, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    central.push(entry, name);
    offset += header.length + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...local, directory, end]));
}

const namespaces = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"';
const styles = `<?xml version="1.0"?><w:styles ${namespaces}><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Heading1"/><w:rPr><w:sz w:val="26"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="ListBullet"><w:name w:val="List Bullet"/></w:style></w:styles>`;

const numbering = `<?xml version="1.0"?><w:numbering ${namespaces}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" w:hanging="240"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
const documents = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** `body` is WordprocessingML; `more` are parts beside the usual ones, or in place of one. */
export function makeDocx(body: string, more: readonly ZipPart[] = []): Uint8Array {
  const override = (part: string): string => `<Override PartName="/word/${part}.xml" ContentType="${documents}.${part === 'document' ? 'document.main' : part}+xml"/>`;
  const usual: ZipPart[] = [
    { name: '[Content_Types].xml', data: `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${['document', 'styles', 'numbering'].map(override).join('')}</Types>` },
    { name: '_rels/.rels', data: `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>` },
    { name: 'word/_rels/document.xml.rels', data: `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${['styles', 'numbering'].map((part) => `<Relationship Id="${part}" Type="${relations}/${part}" Target="${part}.xml"/>`).join('')}</Relationships>` },
    { name: 'word/document.xml', data: `<?xml version="1.0"?><w:document ${namespaces}><w:body>${body}</w:body></w:document>` },
    { name: 'word/styles.xml', data: styles },
    { name: 'word/numbering.xml', data: numbering },
  ];
  return makeZip([...usual.filter(({ name }) => !more.some((part) => part.name === name)), ...more]);
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export interface DocxStyle {
  readonly style?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly list?: boolean;
  readonly size?: number;
}

/** A paragraph; a tab in the text is a tab in the document, and `**bold**` parts are bold. */
export function docxParagraph(text: string, style: DocxStyle = {}): string {
  const properties = `${style.style ? `<w:pStyle w:val="${style.style}"/>` : ''}${style.list ? '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' : ''}`;
  const runs = text.split(/(\*\*[^*]+\*\*|\t)/).filter((part) => part !== '').map((part) => {
    if (part === '\t') return '<w:r><w:tab/></w:r>';
    const bold = style.bold || part.startsWith('**');
    const run = `${bold ? '<w:b/>' : ''}${style.italic ? '<w:i/>' : ''}${style.size ? `<w:sz w:val="${style.size * 2}"/>` : ''}`;
    return `<w:r><w:rPr>${run}</w:rPr><w:t xml:space="preserve">${escapeXml(part.replaceAll('**', ''))}</w:t></w:r>`;
  });
  return `<w:p><w:pPr>${properties}</w:pPr>${runs.join('')}</w:p>`;
}

/** Rows of cells; a cell is a list of paragraphs. */
export function docxTable(rows: readonly (readonly (readonly string[])[])[]): string {
  return `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((paragraphs) => `<w:tc><w:tcPr/>${paragraphs.join('')}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;
}

/** A text box as Word writes it: once for itself and once for older programs. */
export function docxTextBox(paragraphs: readonly string[]): string {
  const content = `<w:txbxContent>${paragraphs.join('')}</w:txbxContent>`;
  return `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${content}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>${content}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
}
