/** How a machine reads a stored resume, with the words of a role that Cairn knows. */
import { readBack, type PageLook, type ReadBack } from '@cairn/engine/read-back';
import { requirementKinds } from '@cairn/engine/knowledge';
import type { ResumeReading, Today } from '@cairn/engine/resume';
import { profileSkills } from '@cairn/engine/skills';
import { Failure } from '../../platform/http/failure.ts';
import type { WhatCairnKnows } from '../knowledge/index.ts';

export interface ReadBackOf {
  readonly reading: ResumeReading & { readonly pages: readonly PageLook[] };
  readonly pageCount: number;
  readonly roleId: string | undefined;
  readonly today: Today;
}

export interface AimedReadBack extends ReadBack {
  readonly role: { readonly id: string; readonly name: string } | null;
}

/** A machine reads the file and not the person's corrections. Throws `role.unknown`. */
export function readBackOf({ reading, pageCount, roleId, today }: ReadBackOf, { roles, taxonomy }: Pick<WhatCairnKnows, 'roles' | 'taxonomy'>): AimedReadBack {
  const wanted = roleId === undefined ? undefined : roles.get(roleId);
  if (roleId !== undefined && !wanted) throw new Failure('role.unknown');
  const role = wanted ? { id: wanted.id, name: wanted.name } : null;
  const keywords = wanted ? requirementKinds.flatMap((requirement) => wanted[requirement].flatMap(({ id }) => {
    const skill = taxonomy.skills.get(id);
    return skill ? [{ skillId: id, name: skill.name, requirement }] : [];
  })) : [];
  const { resume, lines, texts, pages } = reading;
  const target = role && { role, keywords, namedSkillIds: new Set(wanted ? namedSkills(reading, taxonomy, today) : []) };
  return { role, ...readBack({ resume, lines, texts, pages, pageCount, today, target }) };
}

/** Not in the resume by name: implied by another skill, or told in other words. No machine finds a word of them. */
const unnamed: ReadonlySet<string> = new Set(['skill.implied', 'skill.described']);

/** Only what a line names. */
function namedSkills({ texts }: ResumeReading, taxonomy: WhatCairnKnows['taxonomy'], today: Today): string[] {
  const { skills } = profileSkills({ sections: texts, taxonomy, today, corrections: [] });
  return skills.filter(({ reasons }) => !reasons.some(({ what }) => unnamed.has(what.code))).map(({ skillId }) => skillId);
}
