/** The tokeniser of BERT's uncased models: the words of a text as pieces that the model's vocabulary has. */

export interface WordPieces {
  /** Ids of the pieces between [CLS] and [SEP], at most `longest` in all. */
  encode(text: string, longest: number): number[];
}

/** As in BERT's own tokeniser: a word that is longer is not looked up. */
const longestWord = 100;

/** Throws where the vocabulary lacks one of the marks that every text needs. */
export function createWordPieces(vocabulary: ReadonlyMap<string, number>): WordPieces {
  const mark = (name: string): number => {
    const id = vocabulary.get(name);
    if (id === undefined) throw new Error(`the vocabulary has no ${name}: is it one of an uncased BERT model?`);
    return id;
  };
  const [begin, end, unknown] = [mark('[CLS]'), mark('[SEP]'), mark('[UNK]')];

  function piecesOf(word: string): number[] {
    const letters = Array.from(word);
    if (letters.length > longestWord) return [unknown];
    const pieces: number[] = [];
    for (let start = 0; start < letters.length;) {
      let stop = letters.length;
      let id: number | undefined;
      for (; stop > start; stop -= 1) {
        id = vocabulary.get(`${start > 0 ? '##' : ''}${letters.slice(start, stop).join('')}`);
        if (id !== undefined) break;
      }
      if (id === undefined) return [unknown];
      pieces.push(id);
      start = stop;
    }
    return pieces;
  }

  return {
    encode: (text, longest) => [begin, ...basicWords(text).flatMap(piecesOf).slice(0, longest - 2), end],
  };
}

/** Han characters are words of their own; the blocks are those of BERT's tokeniser. */
const han = /[\u4e00-\u9fff\u3400-\u4dbf\uf900-\ufaff\u{20000}-\u{2ceaf}\u{2f800}-\u{2fa1f}]/gu;
const dropped = /[\0\ufffd]|(?![\t\n\r])\p{C}/gu;
/** Every sign of ASCII that is no letter, digit or space counts as punctuation, beside Unicode's. */
const punctuation = /[!-/:-@[-`{-~\p{P}]/gu;

/** Lower case, without marks over letters, punctuation apart. */
export function basicWords(text: string): string[] {
  return text.replace(dropped, '').replace(han, ' $& ').toLowerCase().normalize('NFD').replace(/\p{Mn}/gu, '').replace(punctuation, ' $& ').split(/\s+/u).filter((word) => word !== '');
}

/** `vocab.txt`: a piece a line, its id the line's number from 0. */
export function readVocabulary(text: string): Map<string, number> {
  return new Map(text.replace(/\r?\n$/, '').split(/\r?\n/).map((piece, id) => [piece, id]));
}

/** The vocabulary of a `tokenizer.json`. Throws where that is of another kind of tokeniser. */
export function readTokenizerFile(text: string): Map<string, number> {
  const { model, normalizer } = JSON.parse(text) as { model?: { type?: string; vocab?: Record<string, number> }; normalizer?: { lowercase?: boolean } | null };
  if (model?.vocab === undefined || (model.type ?? 'WordPiece') !== 'WordPiece') throw new Error('tokenizer.json is not of a WordPiece tokeniser');
  if (normalizer?.lowercase === false) throw new Error('tokenizer.json is of a cased model, and only uncased ones can be read');
  return new Map(Object.entries(model.vocab));
}
