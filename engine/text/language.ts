import { eld } from 'eld/extrasmall';
import { tokenise } from './tokens.ts';

export interface DetectedLanguage {
  /** ISO 639-1; null when the text is too short or too mixed to say. */
  readonly language: string | null;
  /** 0 to 1: the share of the text's samples that agree on it. */
  readonly agreement: number;
}

/** The detector looks at the first 350 bytes only, so a long text is sampled: this many stretches of this length. */
const sampleCount = 5;
const sampleLetters = 300;
/** A text in the language has at least this share of the words below; lists of names in it have fewer. */
const commonWordShare = 0.1;

/**
 * Words that only this language is full of, where the detector is unsure: English ads are full of names that read like
 * any language, Hindi and Marathi share a script.
 */
const commonWords: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set('the and of with you we our your are from have this that their who must years experience'.split(' ')),
  hi: new Set('है हैं के में और का की को से पर हो हम आप यह लिए एक जो ने करने कर या ही भी'.split(' ')),
  mr: new Set('आहे आहेत आणि मध्ये चा ची चे च्या साठी आम्ही तुम्ही हे असणे किंवा करणे होते व ला'.split(' ')),
};

function samples(text: string): string[] {
  const readable = text.replace(/\S{0,80}[@/\\]\S{0,80}/g, ' ').replace(/[^\p{L}\p{M}\s]+/gu, ' ').replace(/\s+/g, ' ').trim();
  if (readable.length <= sampleLetters * 2) return readable === '' ? [] : [readable];
  const count = Math.min(sampleCount, Math.floor(readable.length / sampleLetters));
  const stride = (readable.length - sampleLetters) / (count - 1);
  return Array.from({ length: count }, (_, index) => {
    const from = Math.round(index * stride);
    return readable.slice(from, from + sampleLetters);
  });
}

function languageByCommonWords(text: string): string | null {
  const tokens = tokenise(text).map((token) => token.key);
  if (tokens.length === 0) return null;
  let best: string | null = null;
  let bestShare = commonWordShare;
  for (const [language, words] of Object.entries(commonWords)) {
    const share = tokens.filter((token) => words.has(token)).length / tokens.length;
    if (share > bestShare) [best, bestShare] = [language, share];
  }
  return best;
}

/**
 * The language most of a text is written in. The commonest words decide where they can; otherwise samples through the
 * text are asked from the n-gram detector eld, and only its reliable answers count.
 */
export function detectLanguage(text: string): DetectedLanguage {
  const obvious = languageByCommonWords(text);
  if (obvious !== null) return { language: obvious, agreement: 1 };
  const parts = samples(text);
  const votes = new Map<string, number>();
  for (const part of parts) {
    const found = eld.detect(part);
    if (found.language !== '' && found.isReliable()) votes.set(found.language, (votes.get(found.language) ?? 0) + 1);
  }
  const [winner] = [...votes].sort(([a, x], [b, y]) => y - x || a.localeCompare(b));
  if (winner === undefined || winner[1] * 2 <= parts.length) return { language: null, agreement: 0 };
  return { language: winner[0], agreement: winner[1] / parts.length };
}
