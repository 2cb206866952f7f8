/** From a skill as a file names it to the one that Cairn knows. */
import { editDistance } from '@cairn/engine/linking';
import { fold, foldKey } from '@cairn/engine/text';
import type { WhatCairnKnows } from '../../knowledge/index.ts';

export interface NamedSkill {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** Without what a thread of its own need not be given. */
export function namedSkills({ knowledge }: WhatCairnKnows): NamedSkill[] {
  return knowledge.skills.map(({ id, name, aliases }) => ({ id, name, aliases }));
}

export interface SkillNames {
  /** By id, name or alias, folded. */
  find(name: string): string | null;
  /** The one whose name is written most alike; null when none is near. */
  nearest(name: string): string | null;
}

/** Distinct names that are compared with all others; a file with more has another trouble. */
const mostCompared = 200;
/** Letters of ten that may differ. */
const nearShare = 0.34;

const plain = (name: string): string => foldKey(fold(name).replaceAll(/[_/-]+/g, ' '));

export function createSkillNames(skills: readonly NamedSkill[]): SkillNames {
  const byName = new Map<string, string>();
  for (const { id, aliases } of skills) for (const alias of aliases) byName.set(plain(alias), id);
  for (const { id, name } of skills) byName.set(plain(name), id);
  for (const { id } of skills) byName.set(plain(id), id);
  const compared = new Map<string, string | null>();

  function nearestOf(wanted: string): string | null {
    const most = Math.floor(wanted.length * nearShare);
    let [best, bestRank]: [string | null, number] = [null, most + 1];
    const words = wanted.split(' ');
    for (const [name, id] of byName) {
      const distance = editDistance(wanted, name, Math.min(most, bestRank));
      // "Advanced Python questions" is about Python, however much is written around it.
      const isInside = name.length >= 3 && words.some((_, at) => words.slice(at, at + name.split(' ').length).join(' ') === name);
      const rank = isInside ? Math.min(distance, most - Math.min(most, name.length)) : distance;
      if (rank < bestRank) [best, bestRank] = [id, rank];
    }
    return best;
  }

  return {
    find: (name) => byName.get(plain(name)) ?? null,
    nearest(name) {
      const wanted = plain(name).slice(0, 80);
      const before = compared.get(wanted);
      if (before !== undefined || compared.has(wanted)) return before ?? null;
      if (compared.size >= mostCompared) return null;
      const found = nearestOf(wanted);
      compared.set(wanted, found);
      return found;
    },
  };
}
