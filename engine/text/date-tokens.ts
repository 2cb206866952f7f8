/** Text cut into the words, numbers and signs that dates are made of. */
import { foldDateWord } from './date-words.ts';

export interface DateToken {
  readonly kind: 'number' | 'word' | 'sign';
  readonly text: string;
  /** Folded word; digits of any script as 0-9. */
  readonly folded: string;
  /** UTF-16 offsets in the text. */
  readonly from: number;
  readonly to: number;
  readonly spaceBefore: boolean;
}

const tokenPattern = /[0-9\u0966-\u096F]+|\p{L}[\p{L}\p{M}]*|[^\s]/gu;

export function dateTokens(text: string): DateToken[] {
  const tokens: DateToken[] = [];
  let end = 0;
  for (const match of text.matchAll(tokenPattern)) {
    const raw = match[0];
    const first = raw.codePointAt(0) ?? 0;
    const isNumber = (first >= 0x30 && first <= 0x39) || (first >= 0x966 && first <= 0x96f);
    const kind = isNumber ? 'number' : /\p{L}/u.test(raw) ? 'word' : 'sign';
    const folded = isNumber ? westernDigits(raw) : kind === 'word' ? foldDateWord(raw) : raw;
    tokens.push({ kind, text: raw, folded, from: match.index, to: match.index + raw.length, spaceBefore: match.index > end });
    end = match.index + raw.length;
  }
  return tokens;
}

function westernDigits(text: string): string {
  return text.replace(/[\u0966-\u096F]/g, (digit) => String(digit.charCodeAt(0) - 0x966));
}
