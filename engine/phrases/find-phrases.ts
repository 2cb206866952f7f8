import { sentences } from '../text/sentences.ts';
import type { PhraseModel } from './model.ts';
import { phraseWords, type PhraseWord } from './phrase-words.ts';
import { tagSentences } from './tag-sentences.ts';
import type { FoundPhrase, TaggedPhrase } from './types.ts';

/** Ads have up to 2,000 words; what comes after so many is not read, so that no text keeps a server busy. */
export const mostWords = 5000;

/** Signs at the ends of a phrase belong to the sentence. */
const looseSigns = /^[\s.:!?*•·\-–—/]+|[\s.:!?*•·\-–—/]+$/gu;

/**
 * The skills and the knowledge a job ad names, whether or not any taxonomy lists them: "communicate with stakeholders",
 * "offshore wind". In order of the text; phrases of one kind never overlap. SkillSpan's words, on which the model learned,
 * know no commas; here a phrase ends at a semicolon, one of knowledge at a comma too, and what is only signs is no phrase. Reads the first `mostWords` words. Linear in the text.
 */
export function findPhrases(model: PhraseModel, text: string): FoundPhrase[] {
  const spans = sentences(text);
  let room = mostWords;
  const words = spans.map((sentence) => {
    const own = room > 0 ? phraseWords(text, sentence).slice(0, room) : [];
    room -= own.length;
    return own;
  });
  const tagged = tagSentences(model, words.map((own) => own.map((word) => word.text)));
  return tagged.flatMap((phrases, at) => {
    const own = words[at] as PhraseWord[];
    return phrases.flatMap((phrase) => parted(own, phrase)).flatMap(({ kind, start, end, confidence }) => {
      const from = (own[start] as PhraseWord).start;
      const written = text.slice(from, (own[end - 1] as PhraseWord).end);
      const kept = written.replace(looseSigns, '');
      if (!/[\p{L}\p{N}]/u.test(kept)) return [];
      const first = from + written.indexOf(kept);
      return [{ kind, text: kept, start: first, end: first + kept.length, confidence, sentence: spans[at] as FoundPhrase['sentence'] }];
    });
  }).sort((a, b) => a.start - b.start || a.end - b.end);
}

/** "Docker, Kubernetes" is two names, whatever the model made of the words without their comma. */
function parted(words: readonly PhraseWord[], phrase: TaggedPhrase): TaggedPhrase[] {
  const ends = ({ after }: PhraseWord): boolean => after === ';' || (after === ',' && phrase.kind === 'knowledge');
  const parts: TaggedPhrase[] = [];
  let start = phrase.start;
  for (let at = phrase.start + 1; at <= phrase.end; at += 1) {
    if (at < phrase.end && !ends(words[at] as PhraseWord)) continue;
    parts.push({ ...phrase, start, end: at });
    start = at;
  }
  return parts;
}
