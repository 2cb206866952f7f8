import { fold } from './fold.ts';
import type { Span } from './span.ts';

/** A word, or a name written with signs ("C++", ".NET", "CI/CD"). */
export interface Token extends Span {
  /** As written. */
  readonly text: string;
  /** Folded: for comparing. */
  readonly key: string;
}

/**
 * In order: a name that starts with a dot (".NET"); capitals joined by a slash or an ampersand ("CI/CD", "R&D"); a word,
 * with dots inside when letters or digits stand on both sides ("Node.js", "3.5") and an apostrophe ("master's"), then
 * plus signs or a sharp ("C++", "C#"). A dot between a small letter and a capitalised word ends a sentence whose space
 * was lost ("done.The"), so it is not inside a word. Marks belong to the letter before them, as Indic scripts need.
 */
const word = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}\p{M}])\.\p{Lu}+(?![\p{L}\p{M}])`,
    String.raw`(?<![\p{L}\p{N}])\p{Lu}{1,4}(?:[/&]\p{Lu}{1,4}){1,4}(?![\p{L}\p{N}])`,
    String.raw`[\p{L}\p{N}][\p{L}\p{N}\p{M}\u200c\u200d]*(?:(?:'|’|(?!(?<=\p{Ll})\.\p{Lu}\p{Ll})\.)[\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*(?:\+\+|(?<=(?<![\p{L}\p{N}])\p{L})#|\+(?![\p{L}\p{N}]))?`,
  ].join('|'),
  'gu',
);

/** The words of a text with their places. */
export function tokenise(text: string): Token[] {
  return Array.from(text.matchAll(word), ({ 0: written, index }) => ({
    text: written,
    key: fold(written),
    start: index,
    end: index + written.length,
  }));
}

/** How many words a text has: what "too short" is measured in. */
export function countWords(text: string): number {
  return text.match(word)?.length ?? 0;
}
