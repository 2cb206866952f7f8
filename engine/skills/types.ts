import type { Level, Proficiency, SkillCategory } from '../knowledge/types.ts';
import type { Evidence, Reason } from '../reasons/reason.ts';

/** One place in a text where a skill is named. Offsets are UTF-16 code units in the text that was read. */
export interface SkillMention {
  readonly skillId: string;
  /** The name, alias or ambiguous form that was found, as the taxonomy writes it. */
  readonly form: string;
  readonly start: number;
  readonly end: number;
  /** 0 to 1: 1 for an unambiguous form, less where only the context makes it the skill. */
  readonly confidence: number;
  readonly negated: boolean;
  /** Set where the text says in other words that the skill is done; `form` is then what it is done to. */
  readonly described?: true;
}

/** What a person can do, as far as the evidence shows. */
export interface ProfiledSkill {
  readonly skillId: string;
  readonly name: string;
  readonly category: SkillCategory;
  readonly level: Proficiency;
  /** 0 to 100 (docs/formulas.md, skill-score): what the level is read from. The effects of `reasons` add up to it. */
  readonly score: number;
  /** 0 to 1. */
  readonly confidence: number;
  /** Years of use that the evidence covers; null when no dated entry names the skill. */
  readonly years: number | null;
  /** The last month the evidence covers, 'YYYY-MM'; null when unknown. */
  readonly lastUsed: string | null;
  readonly source: 'resume' | 'person' | 'self-check' | 'mastery';
  readonly reasons: readonly Reason[];
  readonly evidence: readonly Evidence[];
}

export interface SkillProfile {
  readonly skills: readonly ProfiledSkill[];
}

/** A person's own word about a skill: it wins over what was read. Level 0 says "I do not have it". */
export interface SkillCorrection {
  readonly skillId: string;
  readonly level: Proficiency;
}

export type { Level, Proficiency };
