import { abilityFrom, chanceOfRight, mostInformative, type ItemParameters, type Response } from '@cairn/engine/learning';
import { seededRandom } from '@cairn/engine/seeds';
import type { BenchRow } from './row.ts';

const learners = 500;
const questionsAsked = 20;
const bar = 0.7;

/**
 * The bank, fixed beforehand: 240 questions, 60 of each level, whose difficulties lie around −1.5, −0.5, 0.5 and 1.5 with a spread of 0.6,
 * whose discriminations are e^N(0.2, 0.4²), and of which half are choices of four, a quarter can be guessed one time in ten and a quarter not at all.
 */
function bankOf(normal: () => number): ItemParameters[] {
  const centres = [-1.5, -0.5, 0.5, 1.5];
  const guesses = [0.25, 0.25, 0.1, 0];
  return Array.from({ length: 240 }, (_, at) => ({
    discrimination: Math.exp(0.2 + 0.4 * normal()), difficulty: (centres[at % 4] ?? 0) + 0.6 * normal(), guessing: guesses[Math.floor(at / 4) % 4] ?? 0,
  }));
}

/**
 * Made-up learners whose abilities are N(0, 1) answer 20 questions each, once chosen for them and once at random, by the very model that
 * estimates them: how much of the random questions' error (root of the mean square) is left. Real people do not answer by a model, so
 * this shows that choosing works, not how well people are measured.
 */
export function measureLearning(): Promise<BenchRow[]> {
  const random = seededRandom(20_261_128);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const bank = bankOf(normal);
  const errorsOf = (choose: (left: readonly ItemParameters[], responses: readonly Response[]) => number, ability: number): number => {
    const left = [...bank];
    const responses: Response[] = [];
    while (responses.length < questionsAsked) {
      const [item] = left.splice(choose(left, responses), 1);
      if (item !== undefined) responses.push({ item, score: random() < chanceOfRight(ability, item) ? 1 : 0 });
    }
    return (abilityFrom(responses).mean - ability) ** 2;
  };
  let [chosen, taken] = [0, 0];
  for (let learner = 0; learner < learners; learner += 1) {
    const ability = normal();
    chosen += errorsOf((left, responses) => mostInformative(left, responses, random()), ability);
    taken += errorsOf((left) => Math.floor(random() * left.length), ability);
  }
  const error = (sum: number): number => Math.sqrt(sum / learners);
  const row = (id: string, label: string, value: number, most: number | null): BenchRow => ({ id: `learning.ability.${id}`, label, value, bar: most, lowerIsBetter: true, n: learners });
  return Promise.resolve([
    row('error-ratio', 'Ability after 20 questions chosen for a learner: error ÷ error after 20 random ones', error(chosen) / error(taken), bar),
    row('error', 'The error after the chosen ones, in standard deviations of the learners', error(chosen), null),
    row('random-error', 'The error after the random ones', error(taken), null),
  ]);
}
