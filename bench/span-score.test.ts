import { describe, expect, test } from 'vitest';
import type { PhraseKind, TaggedPhrase } from '@cairn/engine/phrases';
import { readSkillSpan, scoreSpans, spansOf, type LabelledSentence } from './span-score.ts';

describe('spans of a BIO row', () => {
  test.each([
    ['one word', 'O B O', ['1-2']],
    ['to the end', 'O B I', ['1-3']],
    ['side by side', 'B I B', ['0-2', '2-3']],
    ['an I that nothing began begins one', 'O I I O', ['1-3']],
    ['none', 'O O', []],
  ])('%s', (_, bio, expected) => {
    expect(spansOf(bio.split(' '))).toEqual(expected);
  });
});

const sentence = (skill: string, knowledge: string): LabelledSentence => ({ ad: '1', tokens: skill.split(' '), skill: skill.split(' '), knowledge: knowledge.split(' ') });
const said = (kind: PhraseKind, start: number, end: number): TaggedPhrase => ({ kind, start, end, confidence: 1 });

describe('the score', () => {
  const truth = [sentence('B I O O', 'O O O B')];
  test.each([
    ['all right', [said('skill', 0, 2), said('knowledge', 3, 4)], { precision: 100, recall: 100, f1: 100, spans: 2 }],
    ['an end that is one word off is wrong', [said('skill', 0, 3), said('knowledge', 3, 4)], { precision: 50, recall: 50, f1: 50, spans: 2 }],
    ['the other kind is wrong', [said('knowledge', 0, 2)], { precision: 0, recall: 0, f1: 0, spans: 2 }],
    ['half found and nothing else', [said('skill', 0, 2)], { precision: 100, recall: 50, f1: 200 / 3, spans: 2 }],
    ['nothing said', [], { precision: 0, recall: 0, f1: 0, spans: 2 }],
  ])('%s', (_, found, expected) => {
    expect(scoreSpans(truth, [found])).toEqual(expected);
  });

  test('of one kind leaves the other out', () => {
    expect(scoreSpans(truth, [[said('skill', 0, 2), said('knowledge', 0, 1)]], ['skill'])).toEqual({ precision: 100, recall: 100, f1: 100, spans: 1 });
  });
});

test('sentences are kept by ad; the same number in another source is another ad', () => {
  const line = (idx: number, source: string, token: string) => JSON.stringify({ idx, source, tokens: [token], tags_skill: ['O'], tags_knowledge: ['B'] });
  const ads = readSkillSpan(`${line(1, 'tech', 'a')}\n${line(1, 'tech', 'b')}\n${line(1, 'house', 'c')}\n`);
  expect(ads.map((ad) => ad.map(({ tokens }) => tokens.join(' ')))).toEqual([['a', 'b'], ['c']]);
});
