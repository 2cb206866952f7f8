import type { Level, RequirementKind } from '../knowledge/types.ts';
import type { BankQuestion } from '../learning/question.ts';
import type { Reason } from '../reasons/reason.ts';

/** What the work asks for, and how much it matters. */
export interface InterviewDemand {
  readonly skillId: string;
  readonly name: string;
  readonly requirement: RequirementKind;
  readonly requiredLevel: Level;
  /** 0 to 100 (docs/formulas.md, importance). */
  readonly importance: number;
  readonly reasons: readonly Reason[];
}

export interface InterviewRequest {
  readonly demands: readonly InterviewDemand[];
  /** At which every topic is asked; null: at the level asked for. */
  readonly level: Level | null;
  /** 1 to 30. */
  readonly days: number;
  /** 15 to 480. */
  readonly minutesPerDay: number;
  readonly questionsOf: (skillId: string) => readonly BankQuestion[];
}

export interface InterviewTopic extends InterviewDemand {
  readonly level: Level;
  readonly minutes: number;
  readonly questions: readonly BankQuestion[];
}

export interface InterviewDay {
  /** Counts from 1. */
  readonly day: number;
  readonly minutes: number;
  readonly parts: readonly { readonly skillId: string; readonly minutes: number }[];
  /** Minutes of answering aloud, all topics mixed. */
  readonly rehearsalMinutes: number;
}

export interface InterviewPreparation {
  /** The most important first. */
  readonly topics: readonly InterviewTopic[];
  readonly leftOut: readonly InterviewDemand[];
  readonly days: readonly InterviewDay[];
}

/** Less time than this on a topic leaves nothing behind. Our own judgement. */
const fewestMinutes = 15;
/** An hour's interview touches no more. Our own judgement. */
const mostTopics = 12;
const questionsPerTopic = 3;
/** Of an only day. */
const rehearsalShare = 0.25;

/**
 * What to prepare for an interview, and in which minutes. The last day is for answering aloud (of an only day a quarter,
 * in whole minutes rounded up); the minutes before it, S, go to the n = min(12, ⌊S ÷ 15⌋, demands) most important topics:
 *
 *   minutes = 15 + (S − 15 n) × importance ÷ Σ importance of the n
 *
 * rounded to whole minutes by the largest remainder, so that they add up to S. A topic has up to 3 questions: those
 * nearest to its level, of these first the ones that are answered in words. Demands alike in importance go by id; the
 * order of the input does not matter. Minutes are whole. Throws RangeError for days or minutes outside their ranges.
 */
export function prepareInterview({ demands, level, days, minutesPerDay, questionsOf }: InterviewRequest): InterviewPreparation {
  if (!(Number.isInteger(days) && days >= 1 && days <= 30)) throw new RangeError(`days: ${days}`);
  if (!(Number.isInteger(minutesPerDay) && minutesPerDay >= fewestMinutes && minutesPerDay <= 480)) throw new RangeError(`minutesPerDay: ${minutesPerDay}`);
  const rehearsal = days === 1 ? Math.ceil(minutesPerDay * rehearsalShare) : minutesPerDay;
  const studyMinutes = days * minutesPerDay - rehearsal;
  const ranked = demands.toSorted((a, b) => b.importance - a.importance || (a.skillId < b.skillId ? -1 : 1));
  // One topic at least, however short the day.
  const count = Math.min(mostTopics, Math.max(1, Math.floor(studyMinutes / fewestMinutes)), ranked.length);
  const chosen = ranked.slice(0, count);
  const minutes = shareOut(studyMinutes, chosen.map(({ importance }) => importance));
  const topics = chosen.map((demand, at): InterviewTopic => {
    const asked = level ?? demand.requiredLevel;
    return { ...demand, level: asked, minutes: minutes[at] ?? 0, questions: nearestQuestions(questionsOf(demand.skillId), asked) };
  });
  return { topics, leftOut: ranked.slice(count), days: layOutDays(topics, { days, minutesPerDay, rehearsal }) };
}

function shareOut(total: number, weights: readonly number[]): number[] {
  const least = Math.min(fewestMinutes, total);
  const free = total - least * weights.length;
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const exact = weights.map((weight) => least + (sum > 0 ? (free * weight) / sum : free / weights.length));
  const whole = exact.map(Math.floor);
  const byRemainder = exact.map((value, at) => ({ at, remainder: value - Math.floor(value) })).sort((a, b) => b.remainder - a.remainder || a.at - b.at);
  const missing = Math.round(total - whole.reduce((all, value) => all + value, 0));
  if (weights.length > 0) for (const { at } of byRemainder.slice(0, missing)) whole[at] = (whole[at] ?? 0) + 1;
  return whole;
}

function nearestQuestions(questions: readonly BankQuestion[], level: Level): BankQuestion[] {
  const inWords = (question: BankQuestion): number => (question.kind === 'text' ? 0 : 1);
  return questions
    .toSorted((a, b) => Math.abs(a.level - level) - Math.abs(b.level - level) || inWords(a) - inWords(b) || (a.id < b.id ? -1 : 1))
    .slice(0, questionsPerTopic);
}

function layOutDays(topics: readonly InterviewTopic[], { days, minutesPerDay, rehearsal }: { readonly days: number; readonly minutesPerDay: number; readonly rehearsal: number }): InterviewDay[] {
  const left = topics.map(({ skillId, minutes }) => ({ skillId, minutes }));
  return Array.from({ length: days }, (_, index) => {
    const isLast = index === days - 1;
    const rehearsalMinutes = isLast ? rehearsal : 0;
    let free = minutesPerDay - rehearsalMinutes;
    const parts: { skillId: string; minutes: number }[] = [];
    while (free > 0 && left[0] !== undefined) {
      const taken = Math.min(free, left[0].minutes);
      if (taken > 0) parts.push({ skillId: left[0].skillId, minutes: taken });
      left[0].minutes -= taken;
      free -= taken;
      if (left[0].minutes === 0) left.shift();
    }
    return { day: index + 1, minutes: parts.reduce((sum, part) => sum + part.minutes, 0) + rehearsalMinutes, parts, rehearsalMinutes };
  });
}
