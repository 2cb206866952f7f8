import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileOccupationLetters } from './occupation-letters.ts';
import { lettersOf } from './similar-titles.ts';
import { titleWords } from './title-features.ts';

test('letters are as alike as title by title, whatever words repeat or stand inside others', () => {
  const title = fc.array(fc.constantFrom('nurse', 'ward', 'warden', 'war', 'head', 'forehead', 'IT', 'C#', 'nursing'), { maxLength: 6 }).map((words) => words.join(' '));
  fc.assert(fc.property(title, fc.array(title, { maxLength: 8 }), (asked, titles) => {
    const [found, letters] = [compileOccupationLetters(titles.map(titleWords))(asked), lettersOf(asked)];
    const one = titles.map((each) => lettersOf(each).entries().reduce((sum, [key, weight]) => sum + weight * (letters.get(key) ?? 0), 0));
    expect(found).toHaveLength(titles.length);
    one.forEach((expected, at) => { expect(found[at]).toBeCloseTo(expected, 5); });
  }));
});
