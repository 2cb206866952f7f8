import type { Level, Proficiency } from '@cairn/engine/knowledge';
import { profileSkills, raiseByLearning, raiseByMastery, type SkillProfile } from '@cairn/engine/skills';
import type { ResumeText, Today } from '@cairn/engine/resume';
import type { Database, Transaction } from '../../platform/database/database.ts';
import { Failure } from '../../platform/http/failure.ts';
import type { Person } from '../../platform/http/person.ts';
import type { Live } from '../../platform/live/live.ts';
import type { KnownTo, WhatCairnKnows } from '../knowledge/index.ts';
import { removeWord, saveWord, wordsOf, type Owner } from './skills.store.ts';

export interface SkillsParts {
  readonly database: Database;
  readonly live: Live;
  readonly knownTo: KnownTo;
  /** The texts of the person's newest resume that has been read; none when there is none. */
  readonly newestResumeTexts: (tx: Transaction, owner: Owner) => Promise<readonly ResumeText[]>;
  /** What answers to questions have proven, and practice has kept: the highest level of each skill. */
  readonly provenOf: (tx: Transaction, owner: Owner) => Promise<readonly { readonly skillId: string; readonly level: Level; readonly provenOn: string; readonly answers: number }[]>;
  /** Unix time in milliseconds. */
  readonly now: () => number;
}

export interface SkillsService {
  /** What Cairn knows for the person's organisation. */
  known(person: Person): Promise<WhatCairnKnows>;
  mine(person: Person): Promise<SkillProfile>;
  correct(person: Person, skillId: string, level: Proficiency): Promise<SkillProfile>;
  uncorrect(person: Person, skillId: string): Promise<SkillProfile>;
  /** The profile over the given resume's texts, or over the newest resume's. For other features, in their transaction. */
  profileOf(tx: Transaction, owner: Owner, texts?: readonly ResumeText[]): Promise<SkillProfile>;
}

export function createSkillsService({ database, live, knownTo, newestResumeTexts, provenOf, now }: SkillsParts): SkillsService {
  async function profileOf(tx: Transaction, owner: Owner, texts?: readonly ResumeText[]): Promise<SkillProfile> {
    const { taxonomy } = await knownTo(tx);
    const sections = texts ?? (await newestResumeTexts(tx, owner));
    const words = await wordsOf(tx, owner);
    const said = words.filter(({ source }) => source === 'person');
    const learned = words.filter(({ source }) => source === 'self-check');
    const profile = profileSkills({ sections, taxonomy, today: monthOf(now()), corrections: said });
    return raiseByMastery(raiseByLearning(profile, learned, taxonomy), await provenOf(tx, owner), taxonomy);
  }

  async function change(person: Person, skillId: string, store: (tx: Transaction) => Promise<void>): Promise<SkillProfile> {
    return database.transaction(person, async (tx) => {
      if (!(await knownTo(tx)).skills.has(skillId)) throw new Failure('skills.unknown');
      await store(tx);
      await live.publish(tx, { organisationId: person.organisationId, userId: person.userId, event: { kind: 'skills.changed' } });
      return profileOf(tx, person);
    });
  }

  return {
    profileOf,
    known: (person) => database.transaction(person, knownTo),
    mine: (person) => database.transaction(person, (tx) => profileOf(tx, person)),
    correct: (person, skillId, level) => change(person, skillId, (tx) => saveWord(tx, person, { skillId, source: 'person', level }, new Date(now()))),
    uncorrect: (person, skillId) => change(person, skillId, (tx) => removeWord(tx, person, skillId, 'person')),
  };
}

export function monthOf(nowMilliseconds: number): Today {
  const date = new Date(nowMilliseconds);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 };
}
