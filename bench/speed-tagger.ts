import { findPhrases, readPhraseModel } from '@cairn/engine/phrases';
import { loadPhraseWeights } from '@cairn/knowledge';
import { seededRandom } from '@cairn/engine/seeds';
import type { BenchRow } from './row.ts';
import { percentile } from './statistics.ts';

const adCount = 40;
const warmCount = 10;
const adWords = 1000;
/** Sentences as ads have them; numbers are put in, so that no two ads are the same text. */
const lines = [
  'We are looking for a motivated engineer who can communicate with stakeholders and lead a small team.',
  '- At least # years of experience with offshore wind, hydraulic design and project planning',
  '- You plan and coordinate maintenance of # substations, and report to the head of operations',
  'Our company was founded in 19# and has offices in # countries.',
  '- Knowledge of quality management systems and of safety rules is a plus',
  'You write clear documentation and present results to people without a technical background.',
  'What we offer: # days of holiday, a pension and free fruit.',
];

/** Finding phrases in made-up ads from a fixed seed, warm, one thread; and reading the weights once. */
export function measureTaggerSpeed(): Promise<BenchRow[]> {
  const begun = performance.now();
  const model = readPhraseModel(loadPhraseWeights());
  const loadMilliseconds = performance.now() - begun;
  const random = seededRandom(20_260_301);
  const rates = Array.from({ length: warmCount + adCount }, () => {
    const ad = makeAd(random);
    const from = performance.now();
    findPhrases(model, ad);
    return ad.length / 1000 / ((performance.now() - from) / 1000);
  }).slice(warmCount);
  return Promise.resolve([
    { id: 'skills.tagger.kb-per-s', label: 'Phrase tagger, ads of 1,000 words: kB/s', value: percentile(rates, 0.5), bar: null, lowerIsBetter: false, n: adCount },
    { id: 'skills.tagger.load-ms', label: 'Phrase tagger, reading its weights: ms', value: loadMilliseconds, bar: null, lowerIsBetter: true, n: 1 },
  ]);
}

function makeAd(random: () => number): string {
  const written: string[] = [];
  for (let words = 0; words < adWords;) {
    const line = (lines[Math.floor(random() * lines.length)] as string).replaceAll('#', () => String(2 + Math.floor(random() * 90)));
    written.push(line);
    words += line.split(' ').length;
  }
  return written.join('\n');
}
