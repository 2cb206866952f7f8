import { lettersOf } from './similar-titles.ts';
import { pieceCount, pieceWeight, visitPieces } from './title-features.ts';

/**
 * Cosine of the letters of a title (see lettersOf) with those of each of `titles`, given as their words; 0 to 1. Titles share
 * words, so pieces are looked up by word and words by title, in lists of numbers: objects for all pieces of all titles
 * would take longer to make than a start should. Linear in the number of titles and in what they have in common with the
 * one asked for.
 */
export function compileOccupationLetters(titles: readonly (readonly string[])[]): (title: string) => Float32Array {
  const wordNumbers = new Map<string, number>();
  /** Every word of every title. */
  const places = { word: [] as number[], title: [] as number[] };
  const pairs = { number: [] as number[], title: [] as number[] };
  const pairNumbers = new Map<number, number>();
  for (let title = 0; title < titles.length; title += 1) {
    const words = titles[title] as readonly string[];
    let before = -1;
    for (const text of words) {
      const word = numberIn(wordNumbers, text);
      places.word.push(word);
      places.title.push(title);
      if (before >= 0) {
        pairs.number.push(numberIn(pairNumbers, pairKey(before, word)));
        pairs.title.push(title);
      }
      before = word;
    }
  }
  const keyNumbers = new Map<string, number>();
  const letters = lettersOfWords([...wordNumbers.keys()], keyNumbers);

  const lengths = lengthsOfTitles();
  const [byKey, byPair] = [listsOf(letters.key, keyNumbers.size), listsOf(pairs.number, pairNumbers.size)];

  /** In plain loops: with a function for each letter that is visited it was a third of what a finder takes to be ready. */
  function lengthsOfTitles(): Float64Array {
    const [lengths, sums, pairSums] = [new Float64Array(titles.length), new Float64Array(keyNumbers.size), new Float64Array(pairNumbers.size)];
    const [pairStarts, wordStarts] = [startsOf(pairs.title, titles.length), startsOf(places.title, titles.length)];
    const { starts, key: keys, weight: weights } = letters;
    for (let title = 0; title < titles.length; title += 1) {
      const [wordStart, wordEnd] = [wordStarts[title] as number, wordStarts[title + 1] as number];
      const [pairStart, pairEnd] = [pairStarts[title] as number, pairStarts[title + 1] as number];
      let square = 0;
      // Each weight adds to the square what it adds to the sum: (a + w)² - a².
      for (let at = wordStart; at < wordEnd; at += 1) {
        const word = places.word[at] as number;
        for (let letter = starts[word] as number; letter < (starts[word + 1] as number); letter += 1) {
          const key = keys[letter] as number;
          const weight = weights[letter] as number;
          const sum = sums[key] as number;
          square += weight * (2 * sum + weight);
          sums[key] = sum + weight;
        }
      }
      for (let at = pairStart; at < pairEnd; at += 1) {
        const pair = pairs.number[at] as number;
        const sum = pairSums[pair] as number;
        square += 2 * sum + 1;
        pairSums[pair] = sum + 1;
      }
      for (let at = wordStart; at < wordEnd; at += 1) {
        const word = places.word[at] as number;
        for (let letter = starts[word] as number; letter < (starts[word + 1] as number); letter += 1) sums[keys[letter] as number] = 0;
      }
      for (let at = pairStart; at < pairEnd; at += 1) pairSums[pairs.number[at] as number] = 0;
      lengths[title] = Math.sqrt(square) || 1;
    }
    return lengths;
  }

  return (asked) => {
    const [inCommon, scores] = [new Float64Array(wordNumbers.size), new Float64Array(titles.length)];
    for (const [text, weight] of lettersOf(asked)) {
      const key = keyNumbers.get(text);
      if (key !== undefined) byKey(key, (at) => { inCommon[letters.word[at] as number] = (inCommon[letters.word[at] as number] as number) + weight * (letters.weight[at] as number); });
      const [one, other] = text.split('_').map((word) => wordNumbers.get(word));
      const pair = one === undefined || other === undefined ? undefined : pairNumbers.get(pairKey(one, other));
      if (pair !== undefined) byPair(pair, (at) => { scores[pairs.title[at] as number] = (scores[pairs.title[at] as number] as number) + weight; });
    }
    places.word.forEach((word, at) => { scores[places.title[at] as number] = (scores[places.title[at] as number] as number) + (inCommon[word] as number); });
    return Float32Array.from(scores, (score, title) => score / (lengths[title] as number));
  };
}

/** For each word where its letters begin in the lists; there the keys and weights of the word itself and of its pieces. */
function lettersOfWords(words: readonly string[], keyNumbers: Map<string, number>) {
  const starts = new Int32Array(words.length + 1);
  for (let word = 0; word < words.length; word += 1) starts[word + 1] = (starts[word] as number) + 1 + pieceCount(words[word] as string);
  const count = starts[words.length] as number;
  const letters = { starts, word: new Int32Array(count), key: new Int32Array(count), weight: new Float64Array(count) };
  let [at, word, weight] = [0, 0, 1];
  const add = (key: string): void => {
    letters.word[at] = word;
    letters.key[at] = numberIn(keyNumbers, key);
    letters.weight[at] = weight;
    at += 1;
  };
  for (; word < words.length; word += 1) {
    const text = words[word] as string;
    weight = 1;
    add(text);
    weight = pieceWeight(text);
    visitPieces(text, add);
  }
  return letters;
}

/** One number for two words that follow one another: numbers of words stay below 2²⁰. */
function pairKey(one: number, other: number): number {
  return one * 2 ** 20 + other;
}

/** The number of a key, which gets the next one when it is new. */
function numberIn<Key>(numbers: Map<Key, number>, key: Key): number {
  const known = numbers.get(key);
  if (known === undefined) numbers.set(key, numbers.size);
  return known ?? numbers.size - 1;
}

/** Where the entries of each number begin in a list that is in order of the numbers; one more than there are numbers. */
function startsOf(numbers: ArrayLike<number>, count: number): Int32Array {
  const starts = new Int32Array(count + 1);
  for (let at = 0, length = numbers.length; at < length; at += 1) {
    const behind = (numbers[at] as number) + 1;
    starts[behind] = (starts[behind] as number) + 1;
  }
  for (let number = 0; number < count; number += 1) starts[number + 1] = (starts[number + 1] as number) + (starts[number] as number);
  return starts;
}

/** Visits the places in a list that have a number. */
function listsOf(numbers: ArrayLike<number>, count: number): (number: number, visit: (at: number) => void) => void {
  const starts = startsOf(numbers, count);
  const next = starts.slice();
  const ordered = new Int32Array(numbers.length);
  for (let at = 0; at < numbers.length; at += 1) {
    const number = numbers[at] as number;
    ordered[next[number] as number] = at;
    next[number] = (next[number] as number) + 1;
  }
  return (number, visit) => { for (let at = starts[number] as number; at < (starts[number + 1] as number); at += 1) visit(ordered[at] as number); };
}
