import type { Level } from '../knowledge/types.ts';
import type { Reason } from '../reasons/reason.ts';
import { roundedTo } from './statistics.ts';

/** What answers to questions say of one level of a skill. */
export interface AnsweredSkill {
  readonly skillId: string;
  readonly level: Level;
  /** 0 to 1: how likely it is mastered. */
  readonly probability: number;
  /** Standard deviation of that. */
  readonly uncertainty: number;
  readonly answers: number;
  /** Unix time in milliseconds; null: not so far. */
  readonly provenAt: number | null;
  /** When what was proven had faded; null: it has not. */
  readonly fadedAt: number | null;
}

export interface PlannedSkill {
  readonly skillId: string;
  readonly name: string;
  readonly doneHours: number;
  readonly totalHours: number;
}

export const masteryStates = ['proven', 'fading', 'learning', 'ahead'] as const;
export type MasteryState = (typeof masteryStates)[number];

export interface SkillMastery {
  readonly skillId: string;
  readonly state: MasteryState;
  /** The level that it stands at: proven, faded or being learned; null where no question was answered. */
  readonly level: Level | null;
  /** 0 to 1, of that level; null where no question was answered. */
  readonly probability: number | null;
  readonly reasons: readonly Reason[];
}

/**
 * Where each skill stands that is planned or was answered: proven by answers, proven and faded since, being learned
 * (answered, or hours of the plan done), or still ahead. Of several levels the highest that is proven counts; if none is,
 * the highest that has faded; if none has, the one with most answers. Hours done prove nothing by themselves: a skill whose hours are
 * all done and which was not asked is being learned. In the order given, planned ones first. Source: docs/formulas.md,
 * mastery-by-skill.
 */
export function masteryBySkill(planned: readonly PlannedSkill[], answered: readonly AnsweredSkill[]): SkillMastery[] {
  const bySkill = Map.groupBy(answered.filter(({ answers }) => answers > 0), ({ skillId }) => skillId);
  const plannedIds = new Set(planned.map(({ skillId }) => skillId));
  const beyondPlan = [...bySkill.keys()].filter((skillId) => !plannedIds.has(skillId)).map((skillId) => ({ skillId, doneHours: 0, totalHours: 0 }));
  return [...planned, ...beyondPlan].map(({ skillId, doneHours, totalHours }) => {
    const answers = decidingLevel(bySkill.get(skillId) ?? []);
    return { skillId, state: stateOf(doneHours, answers), level: answers?.level ?? null, probability: answers?.probability ?? null, reasons: reasonsOf(doneHours, totalHours, answers) };
  });
}

/** Undefined where no question was answered. */
function decidingLevel(levels: readonly AnsweredSkill[]): AnsweredSkill | undefined {
  const rank = ({ provenAt, fadedAt }: AnsweredSkill): number => (provenAt === null ? 0 : fadedAt === null ? 2 : 1);
  return levels.toSorted((one, other) => rank(other) - rank(one) || (rank(one) === 0 ? other.answers - one.answers : 0) || other.level - one.level)[0];
}

function reasonsOf(doneHours: number, totalHours: number, answers: AnsweredSkill | undefined): Reason[] {
  const found: Reason[] = [];
  if (totalHours > 0) found.push({ what: { code: 'progress.mastery.hours', params: { done: doneHours, total: totalHours } }, effect: 0, evidence: [] });
  const evidence = [{ source: 'formula', id: 'mastery-by-skill' }] as const;
  if (answers === undefined) found.push({ what: { code: 'progress.mastery.not-asked', params: {} }, effect: 0, evidence });
  else found.push({ what: { code: 'progress.mastery.answers', params: { count: answers.answers, percent: roundedTo(100 * answers.probability, 0), spread: roundedTo(100 * answers.uncertainty, 0) } }, effect: roundedTo(answers.probability, 2), evidence });
  return found;
}

function stateOf(doneHours: number, answers: AnsweredSkill | undefined): MasteryState {
  if (answers !== undefined && answers.provenAt !== null) return answers.fadedAt === null ? 'proven' : 'fading';
  return doneHours > 0 || answers !== undefined ? 'learning' : 'ahead';
}
