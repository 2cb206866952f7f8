/** One file → what the engine reads, or a refusal. Runs in the child process. */
import type { ResumeDocument } from '@cairn/engine/resume';
import { readDocx } from './read-docx.ts';
import { readPdf } from './read-pdf.ts';
import { decodeText, readMarkdown, readPlainText } from './read-text.ts';
import { type ReadingLimits, ReadingRefused, type ReadingWarning } from './refusals.ts';
import { type FileKind, sniff } from './sniff.ts';

export interface FileReading {
  readonly kind: FileKind;
  /** A JSON Resume file says its fields itself; every other kind is a document to be read. */
  readonly content: { readonly document: ResumeDocument } | { readonly jsonResume: unknown };
  readonly warnings: readonly ReadingWarning[];
}

export async function readBytes(bytes: Uint8Array, name: string, limits: ReadingLimits): Promise<FileReading> {
  if (bytes.length > limits.fileBytes) throw new ReadingRefused('resume.too-large', { limitMegabytes: Math.round(limits.fileBytes / 1024 / 1024) });
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = await sniff(buffer, name);
  if (kind === 'pdf') {
    const { document, warnings } = await readPdf(bytes, limits);
    return { kind, content: { document }, warnings };
  }
  if (kind === 'docx') {
    const { document, warnings } = await readDocx(buffer, limits);
    return { kind, content: { document }, warnings };
  }
  const text = decodeText(bytes) ?? '';
  if (kind === 'json') return { kind, content: { jsonResume: parse(text) }, warnings: [] };
  const document = kind === 'markdown' ? readMarkdown(text, limits) : readPlainText(text, limits);
  return { kind, content: { document }, warnings: [] };
}

function parse(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ReadingRefused('resume.not-json-resume');
  }
  if (typeof value !== 'object' || value === null || !['basics', 'work', 'education', 'skills'].some((key) => key in value)) {
    throw new ReadingRefused('resume.not-json-resume');
  }
  return value;
}
