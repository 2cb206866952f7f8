/** Mastery over the levels of a skill: what holds at a level holds below it. */
import type { Level } from '../knowledge/types.ts';
import type { Reason } from '../reasons/reason.ts';

export interface LevelStanding {
  readonly skillId: string;
  readonly level: Level;
  readonly probability: number;
  readonly uncertainty: number;
  readonly provenAt: Date | null;
  readonly fadesAt: Date;
  readonly reasons: readonly Reason[];
}

/**
 * Each standing with what the higher levels of its skill show: P(level) = max over levels at and above it of their own P, with the
 * uncertainty of that one; a level is proven by the one at or above it whose proof lasts longest. So P never rises with the level, and no
 * level is weak, unproven or faded below one that is not. Order and number stay.
 */
export function throughLevels<S extends LevelStanding>(standings: readonly S[]): S[] {
  const bySkill = Map.groupBy(standings, ({ skillId }) => skillId);
  return standings.map((own) => {
    const atAndAbove = (bySkill.get(own.skillId) ?? []).filter(({ level }) => level >= own.level);
    const likeliest = atAndAbove.reduce((best, other) => (other.probability > best.probability ? other : best), own);
    const proof = atAndAbove.filter(({ provenAt }) => provenAt !== null).reduce<S | null>((best, other) => (best === null || other.fadesAt > best.fadesAt ? other : best), null);
    const reasons = likeliest === own ? own.reasons : [...likeliest.reasons, { what: { code: 'learning.mastery.above', params: { level: likeliest.level } }, effect: 0, evidence: [{ source: 'formula', id: 'mastery' }] } satisfies Reason];
    return { ...own, probability: likeliest.probability, uncertainty: likeliest.uncertainty, provenAt: proof?.provenAt ?? null, fadesAt: proof?.fadesAt ?? own.fadesAt, reasons };
  });
}
