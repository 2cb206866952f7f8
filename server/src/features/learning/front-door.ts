/** What other features ask about learning, in their transaction. */
import { localDay } from '@cairn/engine/calendar';
import type { Level } from '@cairn/engine/knowledge';
import type { Transaction } from '../../platform/database/database.ts';
import type { BankOf } from './bank.ts';
import { timeSpentOf, type Owner } from './learning.store.ts';
import { dueBy, provenAt } from './memory.store.ts';
import { dueBySkill, type DueSkill } from './overview.ts';
import { standingsOf } from './standings.ts';

export interface LevelMasteryOf {
  readonly skillId: string;
  readonly level: Level;
  readonly probability: number;
  readonly uncertainty: number;
  readonly answers: number;
  /** Unix time in milliseconds, as all here. */
  readonly provenAt: number | null;
  readonly fadedAt: number | null;
}

/** Work on questions: `at` its end, Unix time in milliseconds. */
export interface AnswersActivity {
  readonly kind: 'answers';
  readonly at: number;
  readonly minutes: number;
  readonly skillId: string;
}

export interface ProvenSkill {
  readonly skillId: string;
  readonly level: Level;
  /** 'YYYY-MM-DD', UTC. */
  readonly provenOn: string;
  readonly answers: number;
}

export interface FrontDoor {
  /** What is due on the person's day at that time, by skill, most questions first. */
  dueReviews(tx: Transaction, owner: Owner, at: number): Promise<DueSkill[]>;
  masteryOf(tx: Transaction, owner: Owner, at: number): Promise<LevelMasteryOf[]>;
  activityOf(tx: Transaction, owner: Owner, since: number): Promise<AnswersActivity[]>;
  /** The highest level of each skill that is proven and has not faded. */
  provenOf(tx: Transaction, owner: Owner, at: number): Promise<ProvenSkill[]>;
}

export function createFrontDoor({ bankOf, timeZoneOf }: { readonly bankOf: BankOf; readonly timeZoneOf: (tx: Transaction, userId: string) => Promise<string> }): FrontDoor {
  return {
    async dueReviews(tx, owner, at) {
      return dueBySkill(await dueBy(tx, owner, localDay(at, await timeZoneOf(tx, owner.userId))), await bankOf(tx));
    },
    async masteryOf(tx, owner, at) {
      return (await standingsOf(tx, owner)).map(({ skillId, level, probability, uncertainty, answers, provenAt: proven, fadesAt }) => ({
        skillId, level, probability, uncertainty, answers, provenAt: proven?.getTime() ?? null, fadedAt: proven !== null && fadesAt.getTime() <= at ? fadesAt.getTime() : null,
      }));
    },
    async activityOf(tx, owner, since) {
      return (await timeSpentOf(tx, owner, new Date(since))).map(({ skillId, minutes, at }) => ({ kind: 'answers', at: at.getTime(), minutes, skillId }));
    },
    async provenOf(tx, owner, at) {
      return (await provenAt(tx, owner, new Date(at))).map(({ skillId, level, provenAt: proven, answers }) => ({ skillId, level, provenOn: proven.toISOString().slice(0, 10), answers }));
    },
  };
}
