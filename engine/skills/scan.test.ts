import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildPhraseTrie } from './phrase-trie.ts';
import { scanForms } from './scan.ts';
import { encodeForm } from './symbols.ts';

function trieOf(forms: readonly string[]) {
  return buildPhraseTrie(forms.map((form, value) => ({ symbols: encodeForm(form) ?? '', value })));
}

function found(forms: readonly string[], text: string): string[] {
  return scanForms(trieOf(forms), text, () => true).map(({ start, end }) => text.slice(start, end));
}

describe('scanForms', () => {
  test.each<[string, string[], string, string[]]>([
    ['the longest form wins', ['sql', 'sql server'], 'SQL Server and SQL', ['SQL Server', 'SQL']],
    ['words only, not parts of them', ['java', 'r'], 'javascript for rails', []],
    ['signs make another name', ['c'], 'C, C++ and C#', ['C']],
    ['names with signs', ['c++', 'c#', '.net', 'ci/cd'], 'C++/C#, .NET; CI/CD.', ['C++', 'C#', '.NET', 'CI/CD']],
    ['hyphens and line wraps', ['machine learning'], 'machine-learning, Machine\nLearning, machine-\nlearning', ['machine-learning', 'Machine\nLearning', 'machine-\nlearning']],
    ['dashes and empty lines part phrases', ['machine learning'], 'machine - learning, machine\n\nlearning', []],
    ['diacritics', ['resume'], 'résumé', ['résumé']],
    ['glued versions', ['python', 'html'], 'Python3, HTML5', ['Python3', 'HTML5']],
    ['other scripts', ['पायथन', 'मशीन लर्निंग'], 'पायथन और मशीन लर्निंग', ['पायथन', 'मशीन लर्निंग']],
    ['marks belong to their word', ['पायथ'], 'पायथन', []],
  ])('%s', (_, forms, text, expected) => {
    expect(found(forms, text)).toEqual(expected);
  });

  test('finds what a search at every word start finds', () => {
    const word = fc.array(fc.constantFrom('a', 'b', 'c', 'क', 'ि'), { minLength: 1, maxLength: 3 }).map((letters) => letters.join(''));
    const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    fc.assert(fc.property(fc.uniqueArray(phrase, { minLength: 1, maxLength: 12 }), fc.array(word, { maxLength: 20 }), (forms, words) => {
      const naive: string[] = [];
      for (let at = 0; at < words.length;) {
        const here = forms.filter((form) => ` ${words.slice(at).join(' ')} `.startsWith(` ${form} `)).toSorted((a, b) => b.length - a.length)[0];
        if (here !== undefined) naive.push(here);
        at += here === undefined ? 1 : here.split(' ').length;
      }
      expect(found(forms, words.join(' '))).toEqual(naive);
    }), { numRuns: 500 });
  });
});
