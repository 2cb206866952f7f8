/** What a file is, by its bytes; its name only has to agree. */
import { fileTypeFromBuffer } from 'file-type';
import { decodeText } from './read-text.ts';
import { ReadingRefused } from './refusals.ts';

export type FileKind = 'pdf' | 'docx' | 'text' | 'markdown' | 'json';

const endings: Readonly<Record<string, FileKind>> = {
  pdf: 'pdf', docx: 'docx', txt: 'text', text: 'text', md: 'markdown', markdown: 'markdown', json: 'json',
};
/** A PDF may have some bytes in front of its mark. */
const pdfMarkWithin = 1024;
const oldOffice = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
/** The name of the stream that holds a DOCX with a password, as the container writes it. */
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');

export async function sniff(bytes: Buffer, name: string): Promise<FileKind> {
  const ending = /\.([a-z\d]{1,10})$/i.exec(name)?.[1]?.toLowerCase();
  const claimed = ending === undefined ? undefined : endings[ending];
  const found = await kindOf(bytes, claimed);
  if (ending !== undefined && claimed === undefined) throw new ReadingRefused('resume.wrong-extension', { ending, found });
  if (claimed !== undefined && claimed !== found) throw new ReadingRefused('resume.wrong-extension', { ending: ending as string, found });
  return found;
}

async function kindOf(bytes: Buffer, claimed: FileKind | undefined): Promise<FileKind> {
  if (bytes.length === 0) throw new ReadingRefused('resume.empty-file');
  if (bytes.subarray(0, pdfMarkWithin).includes('%PDF-')) return 'pdf';
  if (bytes.subarray(0, 4).equals(oldOffice)) throw bytes.includes(encryptedPackage) ? new ReadingRefused('resume.password') : new ReadingRefused('resume.not-a-document', { found: 'application/msword' });
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') {
    if (bytes.includes('word/')) return 'docx';
    throw new ReadingRefused('resume.not-a-document', { found: 'archive' });
  }
  const other = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (other) throw new ReadingRefused('resume.not-a-document', { found: other.mime });
  const text = decodeText(bytes);
  if (text === undefined) throw new ReadingRefused('resume.not-a-document', { found: 'unknown' });
  if (text.trim() === '') throw new ReadingRefused('resume.empty-file');
  if (/^\s*(?:<!doctype html|<html|\{\\rtf)/i.test(text)) throw new ReadingRefused('resume.not-a-document', { found: 'markup' });
  if (claimed === 'json' || (claimed === undefined && /^\s*\{/.test(text))) return 'json';
  return claimed === 'markdown' ? 'markdown' : 'text';
}
