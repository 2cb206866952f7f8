/** What a person meant by the names they wrote: roles and skills that Cairn knows, or the nearest to choose from. */
import type { Proficiency, Role, Skill } from '@cairn/engine/knowledge';
import { findSkills, profileSkills, type SkillCorrection, type SkillProfile } from '@cairn/engine/skills';
import type { Today } from '@cairn/engine/resume';
import { foldKey } from '@cairn/engine/text';
import { Failure } from '../../platform/http/failure.ts';
import type { WhatCairnKnows } from '../knowledge/index.ts';
import type { NearestSkills } from '../skills/index.ts';
import type { RoleChoice } from '../titles/index.ts';

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface NotUnderstood {
  readonly given: string;
  readonly nearest: readonly Named[];
}

export interface UnderstandingParts {
  readonly chooseRole: (title: string, roles: readonly Role[]) => RoleChoice;
  readonly nearestSkills: NearestSkills;
}

export type GivenSkill = string | { readonly skill: string; readonly level: Proficiency };

export interface UnderstoodSkills {
  readonly corrections: readonly SkillCorrection[];
  readonly notUnderstood: readonly NotUnderstood[];
}

export interface Understanding {
  /** Throws ai.role-unknown and ai.role-ambiguous, with the nearest. */
  role(written: string, known: WhatCairnKnows): Role;
  roleIfKnown(written: string, known: WhatCairnKnows): Role | NotUnderstood;
  /** Throws ai.skill-unknown and ai.skill-ambiguous, with the nearest. */
  skill(written: string, known: WhatCairnKnows): Promise<Skill>;
  /** What is not understood is said; throws ai.skills-unknown when that is all of it. */
  skills(given: readonly GivenSkill[], own: SkillProfile, known: WhatCairnKnows): Promise<UnderstoodSkills>;
}

const mostNearest = 5;
/** Looking for the nearest takes milliseconds each; who sends more names than these is told of the first. */
const mostLookedUp = 10;
/** What somebody has who names a skill and no level: as much as an entry in a list shows. */
const levelOfName: Proficiency = 1;

export function createUnderstanding({ chooseRole, nearestSkills }: UnderstandingParts): Understanding {
  const byName = new WeakMap<WhatCairnKnows, ReadonlyMap<string, Skill>>();

  /** Ids come first, then names, then other names: a name is never taken for another skill's alias. */
  function namesOf(known: WhatCairnKnows): ReadonlyMap<string, Skill> {
    const before = byName.get(known);
    if (before !== undefined) return before;
    const { skills } = known.knowledge;
    const entries = [...skills.flatMap((skill) => skill.aliases.map((alias) => [alias, skill] as const)), ...skills.map((skill) => [skill.name, skill] as const), ...skills.map((skill) => [skill.id, skill] as const)];
    const made = new Map(entries.map(([name, skill]) => [foldKey(name).trim(), skill]));
    byName.set(known, made);
    return made;
  }

  /** The skills that the words name, whole or within them; none that they deny. */
  function skillsIn(written: string, known: WhatCairnKnows): Skill[] {
    const called = namesOf(known).get(foldKey(written).trim());
    if (called !== undefined) return [called];
    const ids = new Set(findSkills(known.taxonomy, written, { skillList: true }).filter(({ negated }) => !negated).map(({ skillId }) => skillId));
    return [...ids].flatMap((id) => known.skills.get(id) ?? []);
  }

  async function nearestTo(written: string, several: readonly Skill[], known: WhatCairnKnows): Promise<Named[]> {
    return (several.length > 0 ? several : await nearestSkills(known, written, mostNearest)).slice(0, mostNearest).map(named);
  }

  return {
    role(written, known) {
      const choice = chooseRole(written, known.knowledge.roles);
      if (choice.role !== undefined) return choice.role;
      throw new Failure(choice.isAmbiguous ? 'ai.role-ambiguous' : 'ai.role-unknown', { extra: { nearest: choice.nearest.slice(0, mostNearest).map(named) } });
    },

    roleIfKnown(written, known) {
      const choice = chooseRole(written, known.knowledge.roles);
      return choice.role ?? { given: written, nearest: choice.nearest.slice(0, mostNearest).map(named) };
    },

    async skill(written, known) {
      const found = skillsIn(written, known);
      const [only] = found;
      if (only !== undefined && found.length === 1) return only;
      throw new Failure(found.length > 1 ? 'ai.skill-ambiguous' : 'ai.skill-unknown', { extra: { nearest: await nearestTo(written, found, known) } });
    },

    async skills(given, own, known) {
      const levels = new Map<string, Proficiency>();
      const strange: { written: string; several: readonly Skill[] }[] = [];
      const ownLevels = new Map(own.skills.map(({ skillId, level }) => [skillId, level]));
      for (const each of given) {
        const written = typeof each === 'string' ? each : each.skill;
        const found = skillsIn(written, known);
        const [only] = found;
        if (only === undefined || found.length > 1) {
          strange.push({ written, several: found });
          continue;
        }
        const level = typeof each === 'string' ? Math.max(ownLevels.get(only.id) ?? 0, levelOfName) as Proficiency : each.level;
        // Said twice, the higher word holds, whatever the order.
        levels.set(only.id, Math.max(levels.get(only.id) ?? 0, level) as Proficiency);
      }
      const notUnderstood: NotUnderstood[] = [];
      for (const [at, { written, several }] of strange.entries()) notUnderstood.push({ given: written, nearest: at < mostLookedUp ? await nearestTo(written, several, known) : [] });
      if (given.length > 0 && levels.size === 0) throw new Failure('ai.skills-unknown', { extra: { notUnderstood } });
      return { corrections: Array.from(levels, ([skillId, level]) => ({ skillId, level })), notUnderstood };
    },
  };
}

/** Of somebody who can what is given and nothing else. */
export function profileOfGiven(corrections: readonly SkillCorrection[], known: WhatCairnKnows, today: Today): SkillProfile {
  return profileSkills({ sections: [], taxonomy: known.taxonomy, today, corrections });
}

export const named = ({ id, name }: Named): Named => ({ id, name });
