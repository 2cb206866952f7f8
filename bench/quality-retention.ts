import { estimateMemoryFactor, intervalDays, remember, retentionAsked, type Memory, type PastReview } from '@cairn/engine/learning';
import { seededRandom } from '@cairn/engine/seeds';
import type { BenchRow } from './row.ts';

const learners = 100;
const questionsEach = 40;
/** So many new questions a day until all have begun. */
const newPerDay = 2;
const days = 180;
/** As the product does. */
const mostReviews = 400;
/** Points of a hundred. */
const bar = 3;

interface Person {
  /** How long this person remembers beside the middle of all. */
  readonly strength: number;
  /** How much a review at nine of ten makes a memory last longer. */
  readonly growth: number;
  /** The shape of forgetting, where the model has one. */
  readonly shape: number;
}

/** What is left of a memory `elapsed` days after the last answer; `span`: the days after which it is 0.9. */
type Forgetting = (elapsed: number, span: number, shape: number) => number;

interface World {
  readonly id: string;
  readonly label: string;
  readonly forgetting: Forgetting;
  /** The middle, among people, of the days after which nine of ten new questions are still known. */
  readonly firstSpanDays: number;
}

/**
 * How these people forget, fixed beforehand and none of it FSRS's curve. Exponential: one rate. Power: (1 + t ÷ h)^−d with an exponent d of each
 * person's own, 0.4 to 1.2. Two stores: a share of 0.3 to 0.6 forgotten eight times as fast as the rest. The last two are people who forget much
 * faster, and much slower, than FSRS's published parameters take everybody to (2.3 days after a first right answer).
 */
const exponential: Forgetting = (elapsed, span) => retentionAsked ** (elapsed / span);
const power: Forgetting = (elapsed, span, shape) => {
  const exponent = 0.4 + 0.8 * shape;
  return (1 + (elapsed / span) * (retentionAsked ** (-1 / exponent) - 1)) ** -exponent;
};
const twoStores: Forgetting = (elapsed, span, shape) => {
  const quick = 0.3 + 0.3 * shape;
  const left = (rate: number): number => quick * Math.exp(-8 * rate) + (1 - quick) * Math.exp(-rate);
  let [low, high] = [0, 1];
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2;
    if (left(middle) > retentionAsked) low = middle;
    else high = middle;
  }
  return left((low * elapsed) / span);
};
const worlds: readonly World[] = [
  { id: 'exponential', label: 'people who forget at one rate', forgetting: exponential, firstSpanDays: 2.5 },
  { id: 'power', label: 'people who forget by a power of time', forgetting: power, firstSpanDays: 2.5 },
  { id: 'two-stores', label: 'people with a quick and a slow store', forgetting: twoStores, firstSpanDays: 2.5 },
  { id: 'quick', label: 'people who forget at one rate, half as long', forgetting: exponential, firstSpanDays: 1.25 },
  { id: 'slow', label: 'people who forget at one rate, twice as long', forgetting: exponential, firstSpanDays: 5 },
];

/** Spread of the logarithm among people and, within a person, among questions. */
const spread = { people: 0.4, questions: 0.4, growth: 0.2 } as const;
const middleGrowth = 2.2;
/** What is left of the days after a question was forgotten. */
const keptAfterForgetting = 0.35;

interface Item {
  span: number;
  memory: Memory;
  answeredOn: number;
  dueOn: number;
}

/** Reviews of one person and how many of them were recalled. */
function livedThrough(world: World, person: Person, random: () => number, normal: () => number): { reviews: number; recalled: number } {
  const items: Item[] = [];
  const past: PastReview[] = [];
  let [factor, reviews, recalled] = [1, 0, 0];
  for (let day = 0; day < days; day += 1) {
    for (const item of items) {
      if (item.dueOn > day) continue;
      const elapsedDays = day - item.answeredOn;
      const left = world.forgetting(elapsedDays, item.span, person.shape);
      const isRecalled = random() < left;
      reviews += 1;
      if (isRecalled) recalled += 1;
      past.push({ stability: item.memory.stability, elapsedDays, recalled: isRecalled, guessing: 0 });
      item.memory = remember(item.memory, { elapsedDays, grade: isRecalled ? 3 : 1, factor });
      // A review adds the more, the more was forgotten; at nine of ten it adds the person's growth.
      item.span = isRecalled ? item.span * (1 + (person.growth - 1) * Math.min(3, (1 - left) / (1 - retentionAsked))) : Math.max(0.5, item.span * keptAfterForgetting);
      item.answeredOn = day;
      item.dueOn = day + intervalDays(item.memory, factor);
    }
    factor = estimateMemoryFactor(past.slice(-mostReviews)).factor;
    for (let count = 0; count < newPerDay && items.length < questionsEach; count += 1) {
      const memory = remember(null, { elapsedDays: 0, grade: 3, factor });
      items.push({ span: world.firstSpanDays * person.strength * Math.exp(spread.questions * normal()), memory, answeredOn: day, dueOn: day + intervalDays(memory, factor) });
    }
  }
  return { reviews, recalled };
}

/**
 * Made-up people learn 40 questions and answer each again on the day that Cairn asks it, for half a year, with every review counted from the first on,
 * also those before anything is known of the person: how far the share recalled is from the 90 % asked.
 */
export function measureRetention(): Promise<BenchRow[]> {
  const rows = worlds.flatMap((world, at): BenchRow[] => {
    const random = seededRandom(20_261_129 + at);
    const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    let [reviews, recalled] = [0, 0];
    for (let learner = 0; learner < learners; learner += 1) {
      const person: Person = { strength: Math.exp(spread.people * normal()), growth: 1 + (middleGrowth - 1) * Math.exp(spread.growth * normal()), shape: random() };
      const lived = livedThrough(world, person, random, normal);
      reviews += lived.reviews;
      recalled += lived.recalled;
    }
    const share = (100 * recalled) / reviews;
    return [
      { id: `learning.retention.${world.id}`, label: `Share recalled at reviews, points away from the 90 % asked: ${world.label}`, value: Math.abs(share - 100 * retentionAsked), bar, lowerIsBetter: true, n: reviews },
      { id: `learning.retention.${world.id}-share`, label: `The share recalled, in percent: ${world.label}`, value: share, bar: null, lowerIsBetter: false, n: reviews },
    ];
  });
  return Promise.resolve(rows);
}
