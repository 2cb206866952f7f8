import { expect, test } from 'vitest';
import { trieExpression } from './trie-expression.ts';

test('finds the longest form from word start to word end, signs included', () => {
  const expression = trieExpression(['sql', 'sql server', 'c', 'c++', '.net', 'r']);
  expect('sql server, sqlite, c++, .net for r'.match(expression)).toEqual(['sql server', 'c++', '.net', 'r']);
});
