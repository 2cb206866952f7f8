import type { Span } from '../text/span.ts';

/** A word as SkillSpan cuts it, with its place in the text. */
export interface PhraseWord extends Span {
  readonly text: string;
  /** What was left out just before it, if anything. */
  readonly after: ',' | ';' | null;
}

/** A bracket; a comma or semicolon; or a run of anything else but white space and quotes, with commas between digits. */
const piece = /[()[\]]|[,;]|[^\s()[\],;"“”„«»]+(?:,\d+)*/g;

/**
 * The words of a sentence as SkillSpan has them: parted by white space; brackets and the stop at the end are words of their
 * own; commas and quotes are left out; a colon, question or exclamation mark stays with its word. Linear.
 */
export function phraseWords(text: string, sentence: Span): PhraseWord[] {
  const words: PhraseWord[] = [];
  let after: PhraseWord['after'] = null;
  for (const { 0: written, index } of text.slice(sentence.start, sentence.end).matchAll(piece)) {
    if (written === ',' || written === ';') {
      after = after === ';' ? after : written;
      continue;
    }
    const start = sentence.start + index;
    const end = start + written.length;
    const stop = end === sentence.end && written.length > 1 && written.endsWith('.') ? end - 1 : end;
    words.push({ text: text.slice(start, stop), start, end: stop, after });
    if (stop < end) words.push({ text: '.', start: stop, end, after: null });
    after = null;
  }
  return words;
}
