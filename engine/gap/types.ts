import type { Level, Proficiency, RequirementKind, SkillCategory } from '../knowledge/types.ts';
import type { Evidence, JobAdEvidence, Message, Reason } from '../reasons/reason.ts';
import type { PhraseKind } from '../phrases/types.ts';
import type { WhatIfRequirement } from './what-if.ts';

/** Another skill that would do as well: "React, Vue or Angular" is one requirement with two alternatives. */
export interface AlternativeSkill {
  readonly skillId: string;
  readonly name: string;
}

/** A skill that a job ad or a role asks for; with alternatives, any one of them meets it. */
export interface Requirement {
  readonly skillId: string;
  readonly name: string;
  readonly category: SkillCategory;
  readonly requirement: RequirementKind;
  readonly level: Level;
  readonly alternatives: readonly AlternativeSkill[];
  /** How many times the ad names it or an alternative; 1 for a role. */
  readonly mentions: number;
  readonly reasons: readonly Reason[];
  readonly evidence: readonly Evidence[];
}

/** What an ad asks for in words that no skill Cairn knows has: shown, and never counted. */
export interface OtherPhrase {
  readonly text: string;
  readonly kind: PhraseKind;
  /** Probability that exactly these words are such a phrase, 0 to 1. */
  readonly confidence: number;
  /** The sentence it stands in. */
  readonly evidence: JobAdEvidence;
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
  /** Empty without a phrase model, and for an ad that is not in English. */
  readonly otherPhrases: readonly OtherPhrase[];
  readonly warnings: readonly Message[];
}

/** `skillId` is the skill asked for which the person has; with alternatives, the one of them that fits best. */
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
  /** The other skills that would have met the requirement. */
  readonly alternatives: readonly AlternativeSkill[];
  /** This skill's share of the weighted total, 0 to 1. */
  readonly weight: number;
  /** Their effects add up to the points of the weighted percentage that this match brings. */
  readonly reasons: readonly Reason[];
  readonly evidence: readonly Evidence[];
}

/** `skillId` is the first the ad names; any one of the alternatives would do too. */
export interface MissingSkill {
  readonly skillId: string;
  readonly name: string;
  readonly category: SkillCategory;
  readonly requirement: RequirementKind;
  readonly requiredLevel: Level;
  readonly alternatives: readonly AlternativeSkill[];
  /** 0 to 100 (docs/formulas.md, importance). The effects of `reasons` add up to it. */
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
  /** Their effects (none is above 0) add up to the points of the weighted percentage that the lower level costs. */
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
  /** Why the weighted percentage is what it is: one reason per match, and their effects add up to it. */
  readonly reasons: readonly Reason[];
  /** What `whatIf` of '@cairn/engine/what-if' needs to answer "and if I learned these?" without the engine. */
  readonly whatIf: readonly WhatIfRequirement[];
}
