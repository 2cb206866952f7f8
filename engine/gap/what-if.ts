/**
 * "And if I learned these?" The browser bundles this file by itself, so it imports nothing.
 */

/** One requirement as it stands, and what learning would change. All shares are 0 to 1. */
export interface WhatIfRequirement {
  /** The first skill the requirement names. */
  readonly skillId: string;
  /** Share of the weighted total; over all requirements they add up to 1. */
  readonly weight: number;
  /** How much of it is met now. */
  readonly share: number;
  /** How much of it is met once a skill is learned to the level asked for, for every skill that makes a difference. */
  readonly shareIfLearned: Readonly<Record<string, number>>;
}

export interface MatchPercentages {
  readonly matchPercentage: number;
  readonly weightedMatchPercentage: number;
}

const toTenths = (percentage: number): number => Math.round(percentage * 10) / 10;

/**
 * Both match percentages after the chosen skills are learned to the levels asked for; with none chosen, as they are now.
 * matchPercentage = requirements with a share above 0 ÷ all × 100; weightedMatchPercentage = Σ weight × share × 100, where
 * a requirement's share is the best of its present one and those of the chosen skills (docs/formulas.md, match and
 * weighted-match). Both 0 to 100, one decimal; both 0 when nothing is asked for.
 */
export function whatIf(requirements: readonly WhatIfRequirement[], chosen: ReadonlySet<string>): MatchPercentages {
  let met = 0;
  let weighted = 0;
  for (const requirement of requirements) {
    let share = requirement.share;
    for (const [skillId, learned] of Object.entries(requirement.shareIfLearned)) {
      if (chosen.has(skillId)) share = Math.max(share, learned);
    }
    if (share > 0) met += 1;
    weighted += requirement.weight * share;
  }
  return {
    matchPercentage: requirements.length === 0 ? 0 : toTenths((met / requirements.length) * 100),
    weightedMatchPercentage: toTenths(weighted * 100),
  };
}
