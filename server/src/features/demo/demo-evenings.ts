/** When the demo student learned in the weeks before the college was made: so many evenings, some alone, one week off for exams. */
import type { Chance } from './chance.ts';

export interface DemoEvening {
  readonly daysAgo: number;
  /** Of the roadmap, done by the end of it, all evenings so far taken together. */
  readonly hoursByThen: number;
  /** Answered in a session of practice; 0 on an evening with the roadmap alone. */
  readonly questions: number;
  /** A skill whose level is found on this evening, before anything else. */
  readonly placement: string | null;
}

export const demoWeeks = 9;
const daysInStory = demoWeeks * 7;
/** Every evening of them: the streak that still goes on. */
const streakDays = 6;
const examsBegin = 41;
const examsEnd = 35;
const placements: Readonly<Record<number, string>> = { [daysInStory]: 'python', [daysInStory - 35]: 'git' };
/** Sessions were found late: a first start should not wait for hundreds of answers. */
const practiceDays = 16;
const questionsAnEvening = 4;

export function demoEvenings(chance: Chance): DemoEvening[] {
  const evenings: DemoEvening[] = [];
  let hours = 0;
  for (let daysAgo = daysInStory; daysAgo >= 1; daysAgo -= 1) {
    const placement = placements[daysAgo] ?? null;
    const isOff = daysAgo <= examsBegin && daysAgo >= examsEnd;
    const learns = daysAgo <= streakDays || placement !== null || (!isOff && chance.next() < 0.6);
    if (!learns) continue;
    hours += chance.between(2, 3);
    evenings.push({ daysAgo, hoursByThen: hours, questions: daysAgo <= practiceDays ? questionsAnEvening : 0, placement });
  }
  return evenings;
}
