/** How a machine reads a resume: what it finds, what it trips over, and what each of it costs. */
import type { RequirementKind } from '../knowledge/types.ts';
import type { Reason } from '../reasons/reason.ts';
import type { Box, ResumeLine, Resume, ResumeText, Today } from '../resume/types.ts';

export const readBackParts = ['completeness', 'formatting', 'keywords', 'length'] as const;
export type ReadBackPartName = (typeof readBackParts)[number];

/** What the role asks for, and whether the resume names it. */
export interface Keyword {
  readonly skillId: string;
  readonly name: string;
  readonly requirement: RequirementKind;
}

/** A page as it looks, in points of 1/72 inch. */
export interface PageLook {
  readonly width: number;
  readonly height: number;
  /** Where pictures are drawn. */
  readonly pictures?: readonly Box[];
  /** See `countColumnChanges`; undefined where there are none, and for a resume that was read before they were counted. */
  readonly columnChanges?: number;
}

export interface ReadBackRequest {
  /** With the person's corrections left out: a machine does not know them. */
  readonly resume: Resume;
  readonly lines: readonly ResumeLine[];
  readonly texts: readonly ResumeText[];
  /** In order; none where pages have no size (DOCX, text). */
  readonly pages: readonly PageLook[];
  readonly pageCount: number;
  readonly today: Today;
  /** Null: no role is aimed at, and keywords are left out. */
  readonly target: { readonly role: { readonly id: string; readonly name: string }; readonly keywords: readonly Keyword[]; readonly namedSkillIds: ReadonlySet<string> } | null;
}

export interface ReadBackPart {
  readonly part: ReadBackPartName;
  /** 0 to 100. */
  readonly score: number;
  /** Share of the whole score, 0 to 1; the weights of all parts add up to 1. */
  readonly weight: number;
  /** 100 and the effects of these add up to the score. */
  readonly reasons: readonly Reason[];
}

export interface ReadBack {
  /** 0 to 100: the parts by their weights. */
  readonly score: number;
  /** 0 to 100: completeness 0.6, formatting 0.4. */
  readonly quality: number;
  readonly parts: readonly ReadBackPart[];
}
