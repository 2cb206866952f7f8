/** How well `said/` recognises what bullets of many trades show. Those of held-out.yaml chose no form and no rule. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileTaxonomy, findSaid, findSkills } from '@cairn/engine/skills';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadKnowledge, validateKnowledge } from './index.ts';

interface Bullet {
  readonly text: string;
  /** What it shows without naming it. */
  readonly shows: readonly string[];
  /** What a reader would let pass. */
  readonly also?: readonly string[];
}

const knowledge = loadKnowledge();
const taxonomy = compileTaxonomy(knowledge.skills, knowledge.said);

function measure(file: string): { precision: number; recall: number } {
  const bullets = parse(readFileSync(join(import.meta.dirname, 'said-bullets', file), 'utf8')) as Bullet[];
  const counts = bullets.map(({ text, shows, also = [] }) => {
    const found = [...new Set(findSaid(taxonomy, text, 'did').filter(({ negated }) => !negated).map(({ skillId }) => skillId))];
    return { found: found.length, wrong: found.filter((id) => !shows.includes(id) && !also.includes(id)).length, shown: shows.length, met: shows.filter((id) => found.includes(id)).length };
  });
  const sum = (of: keyof (typeof counts)[number]): number => counts.reduce((total, count) => total + count[of], 0);
  return { precision: 1 - sum('wrong') / sum('found'), recall: sum('met') / sum('shown') };
}

describe('of what is found in bullets, and of what they show', () => {
  test.each([['tuning.yaml', 0.97, 0.95], ['held-out.yaml', 0.9, 0.85]])('%s: at least %f is right, %f is found', (file, precision, recall) => {
    const measured = measure(file);
    expect(measured.precision).toBeGreaterThanOrEqual(precision);
    expect(measured.recall).toBeGreaterThanOrEqual(recall);
  });
});

test('every form is of a skill that is known', () => {
  const stray = { id: 'no-such-skill', said: [{ do: ['give'], what: ['medicine'] }] };
  expect(validateKnowledge({ ...knowledge, said: [stray] })).toMatchObject([{ code: 'knowledge.unknown-reference', entry: 'said no-such-skill' }]);
});

test('a skill has one entry', () => {
  const [first] = knowledge.said ?? [];
  expect(first && validateKnowledge({ ...knowledge, said: [first, first] })).toMatchObject([{ code: 'knowledge.duplicate-id', entry: `said ${first?.id ?? ''}` }]);
});

test.each([
  ['30 बिस्तरों वाले वार्ड में तीन पालियों में रोगियों की देखभाल की।', ['nursing-care-planning']],
  ['मरीज़ों के रक्तचाप की जाँच की और घावों की ड्रेसिंग की।', ['vital-signs', 'wound-care']],
  ['बैंक खातों का मिलान किया, टीडीएस काटा और जीएसटी रिटर्न दाखिल किए।', ['bank-reconciliation', 'tax-deducted-at-source', 'goods-and-services-tax']],
  ['सरिया का काम, टाइल लगाना और मोटर वाइंडिंग।', ['bar-bending', 'tiling', 'motor-rewinding']],
  ['कक्षा 6 से 8 को गणित पढ़ाना; छात्र मूल्यांकन।', ['mathematics-teaching', 'student-assessment']],
])('work that is told in Hindi by its noun is read: %s', (text, expected) => {
  expect(findSkills(taxonomy, text).map(({ skillId }) => skillId)).toEqual(expect.arrayContaining(expected));
});
