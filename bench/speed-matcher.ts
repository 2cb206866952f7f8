import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { compileTaxonomy, findSkills, normaliseForm, scanForms, type Taxonomy } from '@cairn/engine/skills';
import { foldInPlace } from '@cairn/engine/text';
import { loadKnowledge } from '@cairn/knowledge';
import AhoCorasick from 'ahocorasick';
import { adText, realForms, skillsNamed, toFormCount } from './matcher-input.ts';
import { seededRandom } from '@cairn/engine/seeds';
import type { BenchRow } from './row.ts';
import { median } from './statistics.ts';
import { threadSeconds } from './thread-seconds.ts';
import { trieExpression } from './trie-expression.ts';

const formCount = 125_000;
const textBytes = 10_000_000;
/** The peers are slow: they read the beginning, long enough to be warm. */
const peerTextBytes = 1_000_000;
const rounds = 9;
const builds = 3;

interface Matcher {
  readonly bytes: number;
  /** How many forms it finds. */
  scan(): number;
  readonly rates: number[];
}

/**
 * The matcher alone: every form found, longest match at word boundaries. Beside it, in turns in the same process, a regular
 * expression compressed to a trie and the npm package ahocorasick, on folded text and with the forms as they are written;
 * Cairn's matcher holds the plurals, spellings and spacings it derives from them besides. By the thread's processor time.
 */
export function measureMatcher(dataDirectory: string): Promise<BenchRow[]> {
  const random = seededRandom(20_261_128);
  const forms = toFormCount(realForms(dataDirectory), formCount, random);
  const text = adText(dataDirectory, forms, textBytes, random);
  const { taxonomy, seconds, heldBytes } = build(forms);

  const alone: Matcher = { bytes: Buffer.byteLength(text), scan: () => scanForms(taxonomy.phrases, text).length, rates: [] };
  // Before the peers are there: their hundreds of megabytes are walked through whenever memory is collected.
  inTurns([alone]);

  const peerText = foldInPlace(text.slice(0, peerTextBytes));
  const written = [...new Set(forms.map(normaliseForm))].filter((form) => form !== '');
  const expression = trieExpression(written);
  const automaton = new AhoCorasick(written);
  const cairn: Matcher = { ...alone, rates: [] };
  const regex: Matcher = { bytes: Buffer.byteLength(peerText), scan: () => Array.from(peerText.matchAll(expression)).length, rates: [] };
  const npm: Matcher = { bytes: Buffer.byteLength(peerText), scan: () => automaton.search(peerText).length, rates: [] };
  inTurns([cairn, regex, npm]);

  const ours = scanForms(taxonomy.phrases, peerText).map(({ start, end }) => `${start} ${end}`);
  const share = (theirs: ReadonlySet<string>): number => (100 * ours.filter((place) => theirs.has(place)).length) / ours.length;
  const byExpression = new Set(Array.from(peerText.matchAll(expression), ({ 0: found, index }) => `${index} ${index + found.length}`));

  const own = compileTaxonomy(loadKnowledge().skills);
  const whole: Matcher = { bytes: Buffer.byteLength(text.slice(0, peerTextBytes)), scan: () => findSkills(own, text.slice(0, peerTextBytes)).length, rates: [] };
  inTurns([whole]);

  const row = (id: string, label: string, value: number, n: number, bar: number | null = null, lowerIsBetter = false): BenchRow => ({ id, label, value, bar, lowerIsBetter, n });
  return Promise.resolve([
    row('skills.matcher.mb-per-s', 'Skill matcher, 125,000 forms, 10 MB: MB/s', median(alone.rates), rounds, 80),
    row('skills.matcher.build-s', 'Skill matcher, building 125,000 forms: s', median(seconds), builds, 0.6, true),
    row('skills.matcher.memory-mb', 'Skill matcher, 125,000 forms in memory: MB', heldBytes / 1e6, 1, null, true),
    row('skills.matcher.regex-mb-per-s', 'The same forms as one regular expression: MB/s', median(regex.rates), rounds),
    row('skills.matcher.regex-hits-percent', 'Share of the matcher\'s hits that it finds: %', share(byExpression), ours.length),
    row('skills.matcher.npm-mb-per-s', 'The same forms in npm\'s ahocorasick: MB/s', median(npm.rates), rounds),
    row('skills.matcher.npm-hits-percent', 'Share of the matcher\'s hits that it finds: %', share(wordsFound(automaton, peerText)), ours.length),
    row('skills.matcher.ratio-to-npm', 'Skill matcher ÷ npm\'s ahocorasick', median(cairn.rates.map((rate, round) => rate / (npm.rates[round] as number))), rounds),
    row('skills.find.mb-per-s', 'Finding Cairn\'s own skills, with context and denial: MB/s', median(whole.rates), rounds),
  ]);
}

function build(forms: readonly string[]): { taxonomy: Taxonomy; seconds: number[]; heldBytes: number } {
  const skills = skillsNamed(forms);
  const before = heldBytesNow();
  let taxonomy = compileTaxonomy([]);
  const seconds = Array.from({ length: builds }, () => {
    const begun = threadSeconds();
    taxonomy = compileTaxonomy(skills);
    return threadSeconds() - begun;
  });
  return { taxonomy, seconds, heldBytes: heldBytesNow() - before };
}

function heldBytesNow(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function inTurns(matchers: readonly Matcher[]): void {
  for (let round = -2; round < rounds; round += 1) {
    for (const { scan, bytes, rates } of matchers) {
      const begun = threadSeconds();
      if (scan() === 0) throw new Error('a matcher found nothing');
      if (round >= 0) rates.push(bytes / 1e6 / (threadSeconds() - begun));
    }
  }
}

const isWordPart = (letter: string | undefined): boolean => letter !== undefined && /[\p{L}\p{N}\p{M}]/u.test(letter);

/** "start end" of every keyword that begins and ends with a word. */
function wordsFound(automaton: AhoCorasick, text: string): Set<string> {
  const found = new Set<string>();
  for (const [last, keywords] of automaton.search(text)) {
    if (isWordPart(text[last + 1])) continue;
    for (const { length } of keywords) {
      const start = last + 1 - length;
      if (!isWordPart(text[start - 1])) found.add(`${start} ${last + 1}`);
    }
  }
  return found;
}
