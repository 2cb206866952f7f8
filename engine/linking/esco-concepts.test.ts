import { expect, test } from 'vitest';
import { compileConcepts, escoConcepts, linkText } from './index.ts';
import { escoWordings } from './vocabulary/esco-wordings.ts';

test('no wording leads to two concepts, nor is it a label with wordings of its own', () => {
  const wordings = [...escoWordings.values()].flat();
  expect(wordings.filter((wording, at) => wordings.indexOf(wording) !== at)).toEqual([]);
  expect(wordings.filter((wording) => escoWordings.has(wording))).toEqual([]);
});

test.each([
  ['good knowledge of Excel', 'use spreadsheets software'],
  ['you are a team player', 'work in teams'],
  ['CI/CD', 'DevOps'],
])('%s is led to %s', (text, label) => {
  const index = compileConcepts(escoConcepts([...escoWordings.keys()], new Map()));
  expect(linkText(index, text, { limit: 1 })[0]?.id).toBe(label);
});
