import type { SkillGap } from '@cairn/contracts';
import type { RadarAxis } from '../../ui/radar-chart.tsx';
import type { Standing } from '../../ui/standing-sign.tsx';

type Matched = SkillGap['matched'][number];
type Missing = SkillGap['missing'][number];
export type RequirementKind = Matched['requirement'];
export const requirementKinds: readonly RequirementKind[] = ['must', 'should', 'nice'];

/** One requirement of the job and how the person stands against it. */
export interface RequirementRow {
  skillId: string;
  name: string;
  category: string;
  requirement: RequirementKind;
  standing: Standing;
  userLevel: number;
  requiredLevel: number;
  /** Share of the weighted total, 0 to 1, and how much of it is met. */
  weight: number;
  share: number;
  source: Matched | Missing;
}

function standingOf(match: Matched): Standing {
  return match.match === 'exact' && match.userLevel >= match.requiredLevel ? 'met' : 'partial';
}

/** Every requirement, the heaviest first. */
export function requirementRows(gap: SkillGap): RequirementRow[] {
  const shares = new Map(gap.whatIf.map(({ skillId, share }) => [skillId, share]));
  const shareOf = ({ skillId, alternatives }: Matched): number => [skillId, ...alternatives.map((other) => other.skillId)].map((id) => shares.get(id)).find((share) => share !== undefined) ?? 0;
  const rows = [
    ...gap.matched.map((match): RequirementRow => ({ ...headOf(match), standing: standingOf(match), userLevel: match.userLevel, share: shareOf(match) })),
    ...gap.missing.map((missing): RequirementRow => ({ ...headOf(missing), standing: 'missing', userLevel: 0, share: 0 })),
  ];
  return rows.sort((a, b) => b.weight - a.weight);
}

function headOf(source: Matched | Missing): Omit<RequirementRow, 'standing' | 'userLevel' | 'share'> {
  const { skillId, skill, category, requirement, requiredLevel, weight } = source;
  return { skillId, name: skill, category, requirement, requiredLevel, weight, source };
}

export interface StandingCounts {
  met: number;
  partial: number;
  missing: number;
  total: number;
}

export function countStandings(rows: readonly RequirementRow[]): StandingCounts {
  const counts: StandingCounts = { met: 0, partial: 0, missing: 0, total: rows.length };
  for (const { standing } of rows) counts[standing] += 1;
  return counts;
}

const mostAxes = 7;

/** How much of each category's weight is met, 0 to 100; the lightest categories beyond seven are left to the lists. */
export function categoryAxes(rows: readonly RequirementRow[], label: (category: string) => string, percent: (value: number) => string): RadarAxis[] {
  const byCategory = Map.groupBy(rows, ({ category }) => category);
  return [...byCategory]
    .map(([category, own]) => {
      const weight = own.reduce((sum, row) => sum + row.weight, 0);
      return { category, weight, value: weight === 0 ? 0 : (own.reduce((sum, row) => sum + row.weight * row.share, 0) / weight) * 100 };
    })
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostAxes)
    .map(({ category, value }) => ({ key: category, label: label(category), value, text: percent(value) }));
}

/** A stretch of the ad: plain, or standing for one or more requirements. */
export interface AdStretch {
  start: number;
  text: string;
  rows: readonly RequirementRow[];
}

/** Cuts the ad's text where sentences behind requirements begin and end; a sentence may stand for several. */
export function adStretches(text: string, rows: readonly RequirementRow[]): AdStretch[] {
  const spans = rows.flatMap((row) => row.source.evidence.flatMap((item) => (item.source === 'job-ad' ? [{ start: item.start, end: Math.min(item.end, text.length), row }] : [])));
  const cuts = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length;
    return { start, text: text.slice(start, end), rows: [...new Set(spans.filter((span) => span.start <= start && span.end >= end).map(({ row }) => row))] };
  });
}

const order: readonly Standing[] = ['missing', 'partial', 'met'];

/** A sentence that asks for several skills is coloured by the one that most needs doing. */
export function neediest(rows: readonly RequirementRow[]): Standing {
  return order.find((standing) => rows.some((row) => row.standing === standing)) ?? 'met';
}
