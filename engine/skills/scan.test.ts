import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildPhraseTable } from './build-phrase-table.ts';
import { scanForms } from './scan.ts';

function tableOf(forms: readonly string[], isFinal = (_value: number): boolean => true) {
  const builder = buildPhraseTable();
  forms.forEach((form, value) => {
    const slot = builder.add(form);
    if (slot >= 0) builder.setValue(slot, value, isFinal(value));
  });
  return builder.finish();
}

function found(forms: readonly string[], text: string): string[] {
  return scanForms(tableOf(forms), text).map(({ start, end }) => text.slice(start, end));
}

test('a form added by its ending is the form that is added whole', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 's', 'y', 'é', 'ग', 'ி', 'ம'), minLength: 1, maxLength: 5 });
  const before = fc.constantFrom('', 'b ', 'b+', 'ग ', 'a.', 'b  ', '|');
  const room = fc.constantFrom({ phrases: 0, letters: 0 }, { phrases: 500, letters: 5000 });
  fc.assert(fc.property(fc.array(fc.tuple(before, word, word, fc.nat(5)), { maxLength: 400 }), room, (forms, expected) => {
    const [ended, whole] = [buildPhraseTable(expected), buildPhraseTable(expected)];
    for (const [start, stem, ending, cut] of forms) {
      const left = Math.min(cut, stem.length);
      const slots = [ended, whole].map((builder) => builder.add(start + stem));
      expect(slots[0]).toBe(slots[1]);
      expect(ended.addEnding(left, ending)).toBe(whole.add(start + stem.slice(0, stem.length - left) + ending));
      expect(ended.addEnding(0, 's')).toBe(whole.add(`${start}${stem}s`));
    }
    expect(ended.finish()).toEqual(whole.finish());
  }), { numRuns: 300 });
});

describe('scanForms', () => {
  test.each<[string, string[], string, string[]]>([
    ['the longest form wins', ['sql', 'sql server'], 'SQL Server and SQL', ['SQL Server', 'SQL']],
    ['words only, not parts of them', ['java', 'r'], 'javascript for rails', []],
    ['signs make another name', ['c'], 'C, C++ and C#', ['C']],
    ['names with signs', ['c++', 'c#', '.net', 'ci/cd'], 'C++/C#, .NET; CI/CD.', ['C++', 'C#', '.NET', 'CI/CD']],
    ['a dot begins a name where no word or form stands before it', ['.net', 'c++'], 'ASP.NET C++.NET (.NET', ['C++', '.NET']],
    ['hyphens and line wraps', ['machine learning'], 'machine-learning, Machine\nLearning, machine-\nlearning', ['machine-learning', 'Machine\nLearning', 'machine-\nlearning']],
    ['dashes and empty lines part phrases', ['machine learning'], 'machine - learning, machine\n\nlearning', []],
    ['diacritics', ['resume'], 'résumé', ['résumé']],
    ['glued versions', ['python', 'html'], 'Python3, HTML5', ['Python3', 'HTML5']],
    ['a version behind the last word', ['sql server', 'sql'], 'SQL Server2019', ['SQL Server2019']],
    ['other scripts', ['पायथन', 'मशीन लर्निंग'], 'पायथन और मशीन लर्निंग', ['पायथन', 'मशीन लर्निंग']],
    ['marks and soft hyphens behind the last letter', ['resume', 'java', 'c++'], 'resume\u0301 java\u00ad, C++\u200b', ['resume\u0301', 'java\u00ad', 'C++\u200b']],
    ['marks belong to their word', ['पायथ'], 'पायथन', []],
  ])('%s', (_, forms, text, expected) => {
    expect(found(forms, text)).toEqual(expected);
  });

  test('finds what trying every form at every place finds', () => {
    const letter = fc.constantFrom('a', 'b', 'B', 'é', 'e', '1', 'क', 'ि', '.', '+', '#', '/', ' ', ' ', '-', '\n', '\u00ad', '\u0301', ',');
    const form = fc.array(fc.constantFrom('a', 'b', 'e', '1', 'क', 'ि', '.', '+', '#', '/', ' '), { minLength: 1, maxLength: 5 }).map((letters) => letters.join('').replace(/ +/g, ' ').trim());
    const forms = fc.uniqueArray(form.filter((written) => written !== ''), { minLength: 1, maxLength: 12 });
    const text = fc.array(letter, { maxLength: 40 }).map((letters) => letters.join(''));
    fc.assert(fc.property(forms, text, fc.integer({ min: 1, max: 3 }), (written, inside, finalEvery) => {
      const isFinal = (value: number): boolean => value % finalEvery === 0;
      expect(scanForms(tableOf(written, isFinal), inside)).toEqual(naively(written, inside, isFinal));
    }), { numRuns: 3000 });
  });

  test('a long text is searched in blocks that lose nothing between them', () => {
    const text = 'sql server, '.repeat(5000);
    expect(scanForms(tableOf(['sql server', 'server']), text)).toHaveLength(5000);
  });
});

const fold = (letters: string): string => letters.toLowerCase().replaceAll('é', 'e').replace(/[\u00ad\u0301]/g, '');
const isLeftOut = (letter: string): boolean => letter !== '' && fold(letter) === '';
const isWord = (letter: string): boolean => /^[\p{L}\p{N}\p{M}]$/u.test(letter);

/** The rules, tried one form and one place at a time. */
function naively(forms: readonly string[], text: string, isFinal: (value: number) => boolean) {
  const hits: { start: number; end: number; value: number }[] = [];
  let covered = -1;
  for (let start = 0; start < text.length; start += 1) {
    const before = fold(text.slice(0, start)).at(-1) ?? '';
    const first = text.charAt(start);
    if (start <= covered || isWord(before) || !(isWord(first) || first === '.')) continue;
    const here = forms.flatMap((form, value) => endsOf(form, text, start).map(({ end, letters }) => ({ start, end, value, letters })));
    for (const { letters: _, ...hit } of here.toSorted((a, b) => b.letters - a.letters)) {
      hits.push(hit);
      if (!isFinal(hit.value)) continue;
      covered = hit.end;
      break;
    }
  }
  return hits;
}

/** Where the form ends when it is written at a place: none or one end. `letters` is how much of the text is the form's own. */
function endsOf(form: string, text: string, start: number): { end: number; letters: number }[] {
  let at = start;
  for (const letter of form) {
    while (at > start && isLeftOut(text.charAt(at))) at += 1;
    if (letter === ' ') {
      const gap = /^[\s\u00ad\u0301-]+/.exec(text.slice(at))?.[0] ?? '';
      const isGap = gap !== '' && /^-?\s*$/.test(fold(gap)) && gap.split('\n').length <= 2 && at + gap.length < text.length;
      if (!isGap) return [];
      at += gap.length;
    } else if (fold(text.charAt(at)) === letter) at += 1;
    else return [];
  }
  const behind = (place: number): number => {
    let next = place;
    while (isLeftOut(text.charAt(next))) next += 1;
    return next;
  };
  const isEnd = (place: number): boolean => {
    const next = behind(place);
    return !isWord(text.charAt(next)) && text.charAt(next) !== '#' && !text.startsWith('++', next);
  };
  if (isEnd(at)) return [{ end: behind(at), letters: at - start }];
  const version = /^\d{1,4}(?!\d)/.exec(text.slice(at))?.[0] ?? '';
  const isVersioned = version !== '' && at - start >= 3 && /\p{L}/u.test(text.charAt(at - 1)) && isEnd(at + version.length);
  return isVersioned ? [{ end: behind(at + version.length), letters: at - start }] : [];
}
