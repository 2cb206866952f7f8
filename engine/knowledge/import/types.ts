/** Rows of the official downloads as they are read, and what an import of them would change. */
import type { Role, Skill, SkillCategory } from '../types.ts';

/** Where a row stands, so that what is refused can be found. */
export interface RowPlace {
  readonly file: string;
  /** From 1, the header being 1. */
  readonly line: number;
}

export interface EscoSkill extends RowPlace {
  readonly uri: string;
  readonly label: string;
  readonly altLabels: readonly string[];
  readonly isKnowledge: boolean;
  /** The category that the collection the row came in stands for; null outside a collection. */
  readonly collection: SkillCategory | null;
}

export interface EscoOccupation extends RowPlace {
  readonly uri: string;
  /** The ISCO-08 group and what ESCO adds, '2512.4'. */
  readonly code: string;
  readonly iscoGroup: string;
  readonly label: string;
  readonly altLabels: readonly string[];
  readonly description: string;
}

export interface EscoRelation extends RowPlace {
  readonly occupationUri: string;
  readonly skillUri: string;
  readonly isEssential: boolean;
}

export interface OnetOccupation extends RowPlace {
  readonly code: string;
  readonly title: string;
  readonly description: string;
}

export interface OnetTool extends RowPlace {
  readonly code: string;
  readonly example: string;
  readonly isHot: boolean;
  readonly isInDemand: boolean;
}

export interface OnetTitle extends RowPlace {
  readonly code: string;
  readonly title: string;
}

export interface EscoTables {
  readonly source: 'esco';
  readonly skills: readonly EscoSkill[];
  readonly occupations: readonly EscoOccupation[];
  readonly relations: readonly EscoRelation[];
}

export interface OnetTables {
  readonly source: 'onet';
  readonly occupations: readonly OnetOccupation[];
  readonly tools: readonly OnetTool[];
  readonly titles: readonly OnetTitle[];
}

export type ImportTables = EscoTables | OnetTables;

export interface ImportOptions {
  /** Where skills go that no collection places. */
  readonly category: SkillCategory;
  /** Words that would be found in almost any text, in lower case. */
  readonly isOrdinaryWord: (word: string) => boolean;
}

export type ImportChange =
  | { readonly kind: 'skill'; readonly id: string; readonly sourceUri: string; readonly before: Skill | null; readonly after: Skill }
  | { readonly kind: 'role'; readonly id: string; readonly sourceUri: string; readonly before: Role | null; readonly after: Role };

export const remarkCodes = ['ordinary-word', 'several-skills', 'needs-relations', 'no-essential-skill', 'no-skill-in-demand', 'no-name', 'alias-left-out', 'file-broken-row', 'does-not-fit'] as const;
/** Why a row was refused, or (`alias-left-out`) one of its names. */
export interface ImportRemark extends RowPlace {
  readonly code: (typeof remarkCodes)[number];
  /** What the row is about. */
  readonly text: string;
}

export interface ImportProposal {
  readonly changes: readonly ImportChange[];
  /** Rows that say nothing new. */
  readonly unchanged: number;
  readonly remarks: readonly ImportRemark[];
}
