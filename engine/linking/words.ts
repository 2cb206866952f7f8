import { tokenise } from '../text/index.ts';

export interface Word {
  /** Folded, without a leading full stop: ".NET" and "NET" meet. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** "CI/CD" is two words here, so that it meets "ci cd" and "ci/cd". */
export function wordsOf(text: string): Word[] {
  return tokenise(text).flatMap(({ key, start, end }) => {
    const bare = key.startsWith('.') ? key.slice(1) : key;
    return /[/&]/.test(bare) ? bare.split(/[/&]/).map((part) => ({ key: part, start, end })) : [{ key: bare, start, end }];
  });
}

/** The distinct three-letter pieces of a word, its ends marked by spaces. */
export function gramsOf(word: string): Set<string> {
  const padded = ` ${word} `;
  return new Set(Array.from({ length: Math.max(0, padded.length - 2) }, (_, at) => padded.slice(at, at + 3)));
}
