import type { Proficiency } from '@cairn/engine/knowledge';
import { profileSkills, raiseByLearning, type SkillProfile } from '@cairn/engine/skills';
import type { ResumeText, Today } from '@cairn/engine/resume';
import type { Database, Transaction } from '../../platform/database/database.ts';
import { Failure } from '../../platform/http/failure.ts';
import type { Person } from '../../platform/http/person.ts';
import type { Live } from '../../platform/live/live.ts';
import { removeWord, saveWord, wordsOf, type Owner } from './skills.store.ts';
import type { WhatCairnKnows } from './what-cairn-knows.ts';

export interface SkillsParts {
  readonly database: Database;
  readonly live: Live;
  readonly known: WhatCairnKnows;
  /** The texts of the person's newest resume that has been read; none when there is none. */
  readonly newestResumeTexts: (tx: Transaction, owner: Owner) => Promise<readonly ResumeText[]>;
  /** Unix time in milliseconds. */
  readonly now: () => number;
}

export interface SkillsService {
  mine(person: Person): Promise<SkillProfile>;
  correct(person: Person, skillId: string, level: Proficiency): Promise<SkillProfile>;
  uncorrect(person: Person, skillId: string): Promise<SkillProfile>;
  /** The profile over the given resume's texts, or over the newest resume's. For other features, in their transaction. */
  profileOf(tx: Transaction, owner: Owner, texts?: readonly ResumeText[]): Promise<SkillProfile>;
}

export function createSkillsService({ database, live, known, newestResumeTexts, now }: SkillsParts): SkillsService {
  async function profileOf(tx: Transaction, owner: Owner, texts?: readonly ResumeText[]): Promise<SkillProfile> {
    const sections = texts ?? (await newestResumeTexts(tx, owner));
    const words = await wordsOf(tx, owner);
    const said = words.filter(({ source }) => source === 'person');
    const learned = words.filter(({ source }) => source === 'self-check');
    const profile = profileSkills({ sections, taxonomy: known.taxonomy, today: monthOf(now()), corrections: said });
    return raiseByLearning(profile, learned, known.taxonomy);
  }

  async function change(person: Person, skillId: string, store: (tx: Transaction) => Promise<void>): Promise<SkillProfile> {
    if (!known.skills.has(skillId)) throw new Failure('skills.unknown');
    return database.transaction(person, async (tx) => {
      await store(tx);
      await live.publish(tx, { organisationId: person.organisationId, userId: person.userId, event: { kind: 'skills.changed' } });
      return profileOf(tx, person);
    });
  }

  return {
    profileOf,
    mine: (person) => database.transaction(person, (tx) => profileOf(tx, person)),
    correct: (person, skillId, level) => change(person, skillId, (tx) => saveWord(tx, person, { skillId, source: 'person', level }, new Date(now()))),
    uncorrect: (person, skillId) => change(person, skillId, (tx) => removeWord(tx, person, skillId, 'person')),
  };
}

export function monthOf(nowMilliseconds: number): Today {
  const date = new Date(nowMilliseconds);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 };
}
