import { describe, expect, test } from 'vitest';
import { fixtureModel } from '../phrases/phrases.fixture.ts';
import { taxonomy } from './gap.fixture.ts';
import { readJobAd } from './read-job-ad.ts';
import type { JobAd } from './types.ts';

const model = fixtureModel();

function jobAdOf(text: string, phraseModel: typeof model | null = model): JobAd {
  const reading = readJobAd(text, taxonomy, {}, phraseModel);
  if (!reading.ok) throw new Error(reading.failure.code);
  return reading.jobAd;
}

const ad = (requirements: string, rest = ''): string => `Backend developer at Pebble Works\n\nRequirements\n- You need five years of Python and Java\n${requirements}\n${rest}`;
const texts = (own: JobAd): string[] => own.otherPhrases.map(({ text }) => text);

describe('what an ad asks for in other words', () => {
  test.each([
    ['is shown', ad('- Ability to work independently.'), ['work independently']],
    ['is shown once', ad('- Ability to work independently.\n- Ability to work independently.'), ['work independently']],
    ['is not what Cairn knows already', ad('- Knowledge of Kubernetes is a plus.'), []],
    ['is what nobody has listed', ad('- Knowledge of Velofax is a plus.'), ['Velofax']],
    ['is no town', ad('- Knowledge of Pune is a plus.'), []],
    ['is no degree', ad('- Knowledge of B.Tech is a plus.'), []],
    ['is not the firm', ad('- Knowledge of Pebble is a plus.'), []],
    ['is not what stands under the benefits', ad('- SQL', 'Benefits\n- Ability to work independently.\n'), []],
  ])('%s', (_, text, expected) => {
    expect(texts(jobAdOf(text))).toEqual(expected);
  });

  test('has its sentence as evidence, and how sure the model is', () => {
    const text = ad('- Ability to work independently.');
    const [phrase] = jobAdOf(text).otherPhrases;
    expect(phrase).toMatchObject({ kind: 'skill', evidence: { source: 'job-ad', text: '- Ability to work independently.' } });
    expect(text.slice(phrase?.evidence.start, phrase?.evidence.end)).toBe(phrase?.evidence.text);
    expect(phrase?.confidence).toBeGreaterThanOrEqual(0.4);
    expect(phrase?.confidence).toBeLessThanOrEqual(1);
  });

  test('changes nothing of what is counted', () => {
    const text = ad('- Ability to work independently.');
    expect({ ...jobAdOf(text), otherPhrases: [] }).toEqual(jobAdOf(text, null));
  });
});
