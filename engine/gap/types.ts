import type { Level, Proficiency, RequirementKind, SkillCategory } from '../knowledge/types.ts';
import type { Evidence, Message, Reason } from '../reasons/reason.ts';

/** A skill that a job ad or a role asks for. */
export interface Requirement {
  readonly skillId: string;
  readonly name: string;
  readonly category: SkillCategory;
  readonly requirement: RequirementKind;
  readonly level: Level;
  /** How many times the ad names it; 1 for a role. */
  readonly mentions: number;
  readonly reasons: readonly Reason[];
  readonly evidence: readonly Evidence[];
}

/** A job ad as read. */
export interface JobAd {
  readonly title: string | null;
  readonly organisation: string | null;
  readonly place: string | null;
  /** ISO 639-1 code of the language it is written in. */
  readonly language: string;
  readonly minimumYears: number | null;
  readonly requirements: readonly Requirement[];
  readonly warnings: readonly Message[];
}

export interface MatchedSkill {
  readonly skillId: string;
  readonly name: string;
  readonly category: SkillCategory;
  readonly requirement: RequirementKind;
  readonly userLevel: Proficiency;
  readonly requiredLevel: Level;
  readonly match: 'exact' | 'similar';
  /** For a similar match: the skill the person has instead, and how similar it is (0 to 1). */
  readonly similarTo: { readonly skillId: string; readonly name: string; readonly score: number } | null;
  /** This skill's share of the weighted total, 0 to 1. */
  readonly weight: number;
  readonly reasons: readonly Reason[];
  readonly evidence: readonly Evidence[];
}

export interface MissingSkill {
  readonly skillId: string;
  readonly name: string;
  readonly category: SkillCategory;
  readonly requirement: RequirementKind;
  readonly requiredLevel: Level;
  /** 0 to 100. */
  readonly importance: number;
  readonly weight: number;
  /** What the weighted match would be, in percent, with this skill at the level asked for. */
  readonly weightedMatchIfLearned: number;
  readonly reasons: readonly Reason[];
  readonly evidence: readonly Evidence[];
}

export interface ProficiencyGap {
  readonly skillId: string;
  readonly name: string;
  readonly userLevel: Proficiency;
  readonly requiredLevel: Level;
  readonly reasons: readonly Reason[];
  readonly evidence: readonly Evidence[];
}

export interface Strength {
  readonly skillId: string;
  readonly name: string;
  readonly category: SkillCategory;
  readonly level: Proficiency;
}

export interface GapAnalysis {
  /** Matched ÷ all skills asked for × 100, by count, one decimal (docs/formulas.md, 1). */
  readonly matchPercentage: number;
  /** Matched weight ÷ total weight × 100, one decimal (docs/formulas.md, 1). */
  readonly weightedMatchPercentage: number;
  readonly matched: readonly MatchedSkill[];
  /** Most important first. */
  readonly missing: readonly MissingSkill[];
  readonly proficiencyGaps: readonly ProficiencyGap[];
  readonly strengths: readonly Strength[];
  /** Why the weighted percentage is what it is. */
  readonly reasons: readonly Reason[];
}
