/**
 * The weights of an occupation's score by maximum likelihood of the right one: softmax over the occupations that equal weights
 * put first and the right one, an L2 penalty on weights of standardised terms, none of the wrong sign; projected gradient with steps
 * that shrink where the likelihood would fall. The same ads give the same weights.
 */
import { occupationTerms, type OccupationWeights } from '@cairn/engine/titles';
import type { ScoredTerms } from './score-terms.ts';

const candidates = 250;
const penalty = 0.01;
const rounds = 400;
const smallestStep = 1e-4;
/** Of the mean log-likelihood; gaining less changes no rank. */
const smallestGain = 1e-6;
/** More words in the name make an occupation less likely; all else makes it likelier. */
const signs = occupationTerms.map((term) => (term === 'wordOfName' ? -1 : 1));

/** Nothing fitted: every likeness counts the same, and the length of the name does not count. */
export const equalWeights = Object.fromEntries(occupationTerms.map((term) => [term, term === 'wordOfName' ? 0 : 1])) as unknown as OccupationWeights;

/** Candidates of one ad, the right one first, each a row of terms. */
type Choice = Float64Array;

/** Ads whose occupation the model does not have teach nothing. Throws RangeError where none is left. */
export function fitWeights(ads: readonly ScoredTerms[]): OccupationWeights {
  const choices = ads.filter(({ right }) => right >= 0).map(choiceOf);
  if (choices.length === 0) throw new RangeError('Weights are fitted to one ad or more whose occupation is known');
  const spreads = spreadsOf(choices);
  const standardised = choices.map((choice) => choice.map((value, at) => value / (spreads[at % spreads.length] as number)));
  let weights = new Float64Array(occupationTerms.length).fill(0.5);
  let best = likelihood(standardised, weights);
  for (let [round, step] = [0, 1]; round < rounds && step > smallestStep; round += 1) {
    const moved = weights.map((weight, term) => Math.max(0, weight + step * (best.slope[term] as number)));
    const next = likelihood(standardised, moved);
    const gain = next.value - best.value;
    if (gain > 0) [weights, best, step] = [moved, next, step * 1.3];
    else step /= 2;
    if (gain > 0 && gain < smallestGain) break;
  }
  return Object.fromEntries(occupationTerms.map((term, at) => [term, ((signs[at] as number) * (weights[at] as number)) / (spreads[at] as number)])) as unknown as OccupationWeights;
}

function choiceOf({ values, occupations, right }: ScoredTerms): Choice {
  const scores = Float64Array.from({ length: occupations }, (_, row) => occupationTerms.reduce((sum, term, at) => sum + equalWeights[term] * (values[at * occupations + row] as number), 0));
  const first = Array.from(scores.keys()).sort((a, b) => (scores[b] as number) - (scores[a] as number)).slice(0, candidates);
  const rows = [right, ...first.filter((row) => row !== right)];
  return Float64Array.from(rows.flatMap((row) => signs.map((sign, at) => sign * (values[at * occupations + row] as number))));
}

/** Standard deviation of each term over all candidates; 1 for a term that is the same everywhere. */
function spreadsOf(choices: readonly Choice[]): Float64Array {
  const width = occupationTerms.length;
  const [sums, squares] = [new Float64Array(width), new Float64Array(width)];
  let rows = 0;
  for (const choice of choices) {
    rows += choice.length / width;
    choice.forEach((value, at) => {
      sums[at % width] = (sums[at % width] as number) + value;
      squares[at % width] = (squares[at % width] as number) + value * value;
    });
  }
  return squares.map((square, term) => Math.sqrt(Math.max(0, square / rows - ((sums[term] as number) / rows) ** 2)) || 1);
}

/** Mean log-likelihood of the right candidates less penalty ÷ 2 × Σ weight², and its slope. */
function likelihood(choices: readonly Choice[], weights: Float64Array): { value: number; slope: Float64Array } {
  const width = weights.length;
  const slope = weights.map((weight) => -penalty * weight);
  let value = weights.reduce((sum, weight) => sum - (penalty / 2) * weight ** 2, 0);
  for (const choice of choices) {
    const count = choice.length / width;
    const scores = new Float64Array(count);
    for (let row = 0; row < count; row += 1) for (let term = 0; term < width; term += 1) scores[row] = (scores[row] as number) + (weights[term] as number) * (choice[row * width + term] as number);
    const highest = scores.reduce((most, score) => Math.max(most, score), -Infinity);
    const shares = scores.map((score) => Math.exp(score - highest));
    const all = shares.reduce((sum, share) => sum + share, 0);
    value += Math.log((shares[0] as number) / all) / choices.length;
    for (let row = 0; row < count; row += 1) {
      const pull = ((row === 0 ? 1 : 0) - (shares[row] as number) / all) / choices.length;
      for (let term = 0; term < width; term += 1) slope[term] = (slope[term] as number) + pull * (choice[row * width + term] as number);
    }
  }
  return { value, slope };
}
