import { lettersOf } from './similar-titles.ts';
import { wordPieces } from './title-features.ts';

/**
 * Cosine of the letters of a title (see lettersOf) with those of each of `titles`, given as their words; 0 to 1. Titles share
 * words, so pieces are looked up by word and words by title, in lists of numbers: objects for all pieces of all titles
 * would take longer to make than a start should. Linear in the number of titles and in what they have in common with the
 * one asked for.
 */
export function compileOccupationLetters(titles: readonly (readonly string[])[]): (title: string) => Float32Array {
  const wordNumbers = new Map<string, number>();
  const keyNumbers = new Map<string, number>();
  /** Every word of every title, and for each different one where its letters begin. */
  const places = { word: [] as number[], title: [] as number[] };
  const letters = { word: [] as number[], key: [] as number[], weight: [] as number[], starts: [0] };
  const pairs = { number: [] as number[], title: [] as number[] };
  const pairNumbers = new Map<number, number>();
  titles.forEach((words, title) => {
    let before = -1;
    for (const text of words) {
      const known = wordNumbers.get(text);
      const word = known ?? wordNumbers.size;
      if (known === undefined) {
        wordNumbers.set(text, word);
        addLetters(text, word);
      }
      places.word.push(word);
      places.title.push(title);
      if (before >= 0) {
        pairs.number.push(numberIn(pairNumbers, pairKey(before, word)));
        pairs.title.push(title);
      }
      before = word;
    }
  });

  function addLetters(text: string, word: number): void {
    const add = (key: string, weight: number): void => {
      letters.word.push(word);
      letters.key.push(numberIn(keyNumbers, key));
      letters.weight.push(weight);
    };
    add(text, 1);
    for (const { key, weight } of wordPieces(text)) add(key, weight);
    letters.starts.push(letters.key.length);
  }

  const lengths = lengthsOfTitles();
  const [byKey, byPair] = [listsOf(letters.key, keyNumbers.size), listsOf(pairs.number, pairNumbers.size)];

  function lengthsOfTitles(): Float64Array {
    const [squares, sums, pairSums] = [new Float64Array(titles.length), new Float64Array(keyNumbers.size), new Float64Array(pairNumbers.size)];
    const pairStarts = startsOf(pairs.title, titles.length);
    const wordStarts = startsOf(places.title, titles.length);
    for (let title = 0; title < titles.length; title += 1) {
      let square = 0;
      // Each weight adds to the square what it adds to the sum: (a + w)² - a².
      const add = (to: Float64Array, key: number, weight: number): void => {
        square += weight * (2 * (to[key] as number) + weight);
        to[key] = (to[key] as number) + weight;
      };
      const each = (act: (to: Float64Array, key: number, weight: number) => void): void => {
        for (let at = wordStarts[title] as number; at < (wordStarts[title + 1] as number); at += 1) {
          const word = places.word[at] as number;
          for (let letter = letters.starts[word] as number; letter < (letters.starts[word + 1] as number); letter += 1) act(sums, letters.key[letter] as number, letters.weight[letter] as number);
        }
        for (let at = pairStarts[title] as number; at < (pairStarts[title + 1] as number); at += 1) act(pairSums, pairs.number[at] as number, 1);
      };
      each(add);
      each((to, key) => { to[key] = 0; });
      squares[title] = square;
    }
    return squares.map((square) => Math.sqrt(square) || 1);
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
function startsOf(numbers: readonly number[], count: number): Int32Array {
  const starts = new Int32Array(count + 1);
  for (const number of numbers) starts[number + 1] = (starts[number + 1] as number) + 1;
  for (let number = 0; number < count; number += 1) starts[number + 1] = (starts[number + 1] as number) + (starts[number] as number);
  return starts;
}

/** Visits the places in a list that have a number. */
function listsOf(numbers: readonly number[], count: number): (number: number, visit: (at: number) => void) => void {
  const starts = startsOf(numbers, count);
  const next = starts.slice();
  const ordered = new Int32Array(numbers.length);
  numbers.forEach((number, at) => {
    ordered[next[number] as number] = at;
    next[number] = (next[number] as number) + 1;
  });
  return (number, visit) => { for (let at = starts[number] as number; at < (starts[number + 1] as number); at += 1) visit(ordered[at] as number); };
}
