/** What an import gives entries that the sources say nothing of. */
import type { Role, Skill } from '../types.ts';

/** Hours from each level to the next. Estimates of ours: a body of knowledge is read up faster than a practice is formed, and a language is learned slowest (the Common European Framework's 80 to 200 guided hours a step at the start). */
export const knowledgeHours = [15, 30, 60, 120] as const;
export const skillHours = [20, 40, 80, 160] as const;
export const languageHours = [80, 160, 320, 640] as const;

/** 0 to 1: below most of Cairn's own, which were chosen because employers ask for them. */
export const importedDemand = 0.2;
export const importedField = 'other';
/** Skills of one kind that a role may ask for: ESCO lists over a hundred for some occupations, more than anybody can plan for. */
export const mostOfKind = 20;
/** Characters. */
export const longestSummary = 1000;

export const namesOfSkill = ({ name, aliases, ambiguous }: Skill): string[] => [name, ...aliases, ...ambiguous.map(({ form }) => form)];
export const namesOfRole = ({ name, titles }: Role): string[] => [name, ...titles];
