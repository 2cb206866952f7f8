/** What a person comes back to: what is due, weak and proven, and where nobody knows yet where they stand. */
import type { LearningOverview } from '@cairn/contracts';
import { usualSeconds, weakBelow } from '@cairn/engine/learning';
import type { Transaction } from '../../platform/database/database.ts';
import type { Bank } from './bank.ts';
import { attemptsIn, openSessionOf, type Owner } from './learning.store.ts';
import { dueBy, findLearner, nextDueAfter, placementsOf, type DueQuestion } from './memory.store.ts';
import { openMilliseconds, presentHead, presentMastery, presentPlacement, type NameOf } from './present-session.ts';
import { standingsOf } from './standings.ts';

export interface DueSkill {
  readonly skillId: string;
  readonly questions: number;
  readonly minutes: number;
}

/** By skill, most questions first. Minutes by the usual time for each form, rounded up. What the bank has no more is not due. */
export function dueBySkill(due: readonly DueQuestion[], bank: Bank): DueSkill[] {
  const bySkill = Map.groupBy(due.filter(({ questionId }) => bank.byId.has(questionId)), ({ skillId }) => skillId);
  return Array.from(bySkill, ([skillId, questions]) => ({ skillId, questions: questions.length, minutes: Math.ceil(questions.reduce((sum, { kind }) => sum + usualSeconds[kind], 0) / 60) }))
    .toSorted((one, other) => other.questions - one.questions || (one.skillId < other.skillId ? -1 : 1));
}

/** More than these nobody places themselves in before they begin. */
const mostPlacements = 5;
/** Until an interval is there, what a person remembers is as uncertain as people differ. */
export const unknownLearner = { factor: 1, deviation: 0.5, reviews: 0 } as const;

export interface OverviewParts {
  readonly bank: Bank;
  readonly nameOf: NameOf;
  /** Skills of the person's plan and profile, what matters most first. */
  readonly wanted: readonly string[];
  readonly today: string;
  readonly now: number;
}

export async function overviewOf(tx: Transaction, owner: Owner, { bank, nameOf, wanted, today, now }: OverviewParts): Promise<LearningOverview> {
  const masteries = await standingsOf(tx, owner);
  const placed = await placementsOf(tx, owner);
  const known = new Set([...placed, ...masteries].map(({ skillId }) => skillId));
  const open = await openSessionOf(tx, owner, new Date(now - openMilliseconds));
  return {
    today,
    due: dueBySkill(await dueBy(tx, owner, today), bank).map((due) => ({ ...due, name: nameOf(due.skillId) })),
    nextDueOn: await nextDueAfter(tx, owner, today),
    weak: masteries.filter(({ probability }) => probability < weakBelow).toSorted((one, other) => one.probability - other.probability).map(({ skillId, level, probability }) => ({ skillId, name: nameOf(skillId), level, probability })),
    placements: wanted.filter((skillId) => bank.bySkill.has(skillId) && !known.has(skillId)).slice(0, mostPlacements).map((skillId) => ({ skillId, name: nameOf(skillId) })),
    placed: placed.map((placement) => presentPlacement(placement, nameOf)),
    mastery: masteries.map((mastery) => presentMastery(mastery, nameOf, now)),
    memory: { ...((await findLearner(tx, owner)) ?? unknownLearner) },
    openSession: open === undefined ? null : presentHead(open, await attemptsIn(tx, owner, open.id), nameOf, now),
    skills: Array.from(bank.bySkill, ([skillId, questions]) => ({ skillId, name: nameOf(skillId), questions: questions.length })).toSorted((one, other) => one.name.localeCompare(other.name, 'en')),
  };
}
