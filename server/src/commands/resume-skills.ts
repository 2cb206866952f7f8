/** What Cairn knows, and the skills that a resume shows: as the server reads them, without a person's own corrections. */
import type { ResumeText } from '@cairn/engine/resume';
import { profileSkills, type SkillProfile } from '@cairn/engine/skills';
import type { WhatCairnKnows } from '../features/knowledge/what-cairn-knows.ts';

/** Loaded when a command asks for it, beside the reading process that warms up. */
export async function whatCairnKnows(): Promise<WhatCairnKnows> {
  const { compileWhatCairnKnows } = await import('../features/knowledge/what-cairn-knows.ts');
  return compileWhatCairnKnows();
}

export function skillsShown(sections: readonly ResumeText[], { taxonomy }: WhatCairnKnows, now: Date): SkillProfile {
  return profileSkills({ sections, taxonomy, today: { year: now.getUTCFullYear(), month: now.getUTCMonth() + 1 }, corrections: [] });
}
