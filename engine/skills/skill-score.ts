/** From where and how a resume names a skill to a score, and from the score to a level: docs/formulas.md, skill-score. */
import type { Level, Proficiency } from '../knowledge/types.ts';
import { mostLinesShown } from '../reasons/line-evidence.ts';
import type { Evidence, LineEvidence, Reason } from '../reasons/reason.ts';
import type { SectionKind, Today } from '../resume/types.ts';
import { practiceSections, type Observation } from './observations.ts';
import { countMonths, monthsAgo, type MonthRange } from './periods.ts';
import { roundPartsToTenths, roundToTenths } from './rounding.ts';

/** FORMULAS: skill proficiency = count × 0.3 + relevance × 0.4 + depth × 0.3. */
const partWeights = { count: 0.3, relevance: 0.4, depth: 0.3 } as const;

/** The lowest score of each level. */
export const levelThresholds: Readonly<Record<Level, number>> = { 1: 0, 2: 40, 3: 70, 4: 88 };
/** A score in the middle of each level's band, for levels that were said and not measured. */
export const scoreOfLevel: Readonly<Record<Proficiency, number>> = { 0: 0, 1: 20, 2: 55, 3: 79, 4: 94 };

/** How close to using it at work a place is, 0 to 100. */
const placeRelevance: Readonly<Record<SectionKind, number>> = {
  experience: 100, volunteering: 50, projects: 50, publications: 50, certifications: 50, awards: 50, education: 45,
  summary: 30, skills: 30, languages: 30, other: 30, contact: 20, interests: 10, references: 0, personal: 0,
};
const traineeRelevance = 0.8;
/** Places where the skill was put to use, each entry a use of its own. */
const useSections: ReadonlySet<SectionKind> = new Set<SectionKind>(['experience', 'volunteering', 'projects', 'education', 'certifications', 'publications', 'awards']);

/** A use is as good as today's for a year; then it halves every four years. Undated uses may be old. */
const freshMonths = 12;
const halfLifeMonths = 48;
const undatedFreshness = 0.9;
/** Half of the depth that years can give comes in this many years. */
const halfDepthYears = 2.5;
const statedDepth: Readonly<Record<Level, number>> = { 1: 0.1, 2: 0.55, 3: 0.95, 4: 1 };
const seniorDepth = 0.3;
/** Who led or taught others in the work, without the title for it. */
const inChargeDepth = 0.2;
const certificateDepth = 0.3;
/** A skill that the whole resume shows on one line was a part of that time, half of it, unless the line says how regular it was. */
const namedOnceShare = 0.5;
/** Who calls a skill basic and has under a year of practice stays a beginner, whatever else adds up. */
const modestScore = 39.9;
const modestYears = 1;

export interface SkillScore {
  readonly level: Level;
  readonly score: number;
  readonly years: number | null;
  readonly lastMonth: number | null;
  readonly reasons: readonly Reason[];
}

interface Part {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly points: number;
  readonly evidence: readonly Evidence[];
}

const formula: Evidence = { source: 'formula', id: 'skill-score' };

function levelOfScore(score: number): Level {
  if (score >= levelThresholds[4]) return 4;
  if (score >= levelThresholds[3]) return 3;
  return score >= levelThresholds[2] ? 2 : 1;
}

function freshness({ section, dates }: Observation, today: Today): number {
  if (!useSections.has(section)) return 1;
  if (dates === null) return undatedFreshness;
  return 0.5 ** (Math.max(0, monthsAgo(dates, today) - freshMonths) / halfLifeMonths);
}

/** The lines that name a skill, each once, in order of the resume, as many as are shown. */
export function linesOf(observations: readonly Observation[]): LineEvidence[] {
  const seen = new Map(observations.map(({ evidence }) => [`${evidence.page} ${evidence.line}`, evidence]));
  return [...seen.values()].toSorted((a, b) => a.page - b.page || a.line - b.line).slice(0, mostLinesShown);
}

function countPart(observations: readonly Observation[]): Part[] {
  const uses = observations.filter(({ section }) => useSections.has(section));
  const count = new Set(uses.map(({ use }) => use)).size;
  if (count === 0) return [];
  return [{ code: 'skill.uses', params: { count }, points: partWeights.count * 100 * (1 - 0.5 ** count), evidence: linesOf(uses) }];
}

function relevanceParts(observations: readonly Observation[], today: Today): Part[] {
  const ranked = observations
    .map((observation) => {
      const place = placeRelevance[observation.section] * (observation.seniority === 'trainee' ? traineeRelevance : 1);
      return { observation, place, now: place * freshness(observation, today) };
    })
    .toSorted((a, b) => b.now - a.now || a.place - b.place);
  const best = ranked[0];
  if (best === undefined || best.place === 0) return [];
  const { observation, place, now } = best;
  const parts: Part[] = [{
    code: `skill.place.${observation.section}`, params: {}, points: partWeights.relevance * place, evidence: [observation.evidence],
  }];
  if (now < place) {
    const lost = { points: partWeights.relevance * (now - place), evidence: [observation.evidence] };
    parts.push(observation.dates === null
      ? { code: 'skill.undated', params: {}, ...lost }
      : { code: 'skill.age', params: { months: monthsAgo(observation.dates, today) }, ...lost });
  }
  return parts;
}

interface DepthShare {
  readonly code: string;
  readonly params: Readonly<Record<string, number>>;
  readonly share: number;
  readonly evidence: readonly Evidence[];
}

function yearsShare(observations: readonly Observation[], years: number | null, statedYears: number | null): DepthShare {
  const fromResume = (years ?? 0) >= (statedYears ?? 0);
  const usable = Math.max(years ?? 0, statedYears ?? 0);
  const lines = fromResume
    ? observations.filter(({ section, dates }) => practiceSections.has(section) && dates !== null)
    : observations.filter((observation) => observation.statedYears !== null);
  return {
    code: fromResume ? 'skill.years' : 'skill.stated-years', params: { years: roundToTenths(usable) },
    share: 1 - 0.5 ** (usable / halfDepthYears), evidence: linesOf(lines),
  };
}

/** What deepens a skill adds up like chances: each closes a share of what is left to an expert. */
function depthParts(observations: readonly Observation[], years: number | null, statedYears: number | null, stated: Observation | null): Part[] {
  const saidLevel = stated?.statedLevel ?? null;
  const senior = observations.filter(({ seniority }) => seniority === 'senior');
  const inCharge = observations.filter((observation) => observation.inCharge);
  const certificates = observations.filter(({ section }) => section === 'certifications');
  const spent = yearsShare(observations, years, statedYears);
  const isOneLine = spent.code === 'skill.years' && spent.share > 0 && linesOf(observations).length === 1;
  const isRegular = isOneLine && observations.some(({ regular }) => regular);
  const practice = isRegular ? { ...spent, code: 'skill.years-regular' } : spent;
  const isNamedOnce = isOneLine && !isRegular;
  const halved = isNamedOnce ? yearsShare(observations, (years ?? 0) * namedOnceShare, null).share : practice.share;
  const shares: readonly DepthShare[] = [
    { code: 'skill.stated-level', params: { level: saidLevel ?? 0 }, share: saidLevel === null ? 0 : statedDepth[saidLevel], evidence: stated === null ? [] : [stated.evidence] },
    { code: 'skill.senior-role', params: {}, share: senior.length > 0 ? seniorDepth : 0, evidence: linesOf(senior) },
    { code: 'skill.in-charge', params: {}, share: senior.length === 0 && inCharge.length > 0 ? inChargeDepth : 0, evidence: linesOf(inCharge) },
    { code: 'skill.certificate', params: {}, share: certificates.length > 0 ? certificateDepth : 0, evidence: linesOf(certificates) },
  ];
  let left = 100 * partWeights.depth;
  const parts: Part[] = [{ ...practice, points: left * practice.share }];
  if (isNamedOnce) parts.push({ code: 'skill.named-once', params: {}, points: left * (halved - practice.share), evidence: linesOf(observations) });
  left *= 1 - halved;
  for (const { code, params, share, evidence } of shares) {
    parts.push({ code, params, points: left * share, evidence });
    left *= 1 - share;
  }
  return parts.filter(({ points }) => points !== 0);
}

/** The years covered by dated work and projects, 0 when none of them is dated. */
function practiceRanges(observations: readonly Observation[]): MonthRange[] {
  return observations.flatMap(({ section, dates }) => (practiceSections.has(section) && dates !== null ? [dates] : []));
}

function sumOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { points }) => sum + points, 0);
}

interface Practice {
  readonly years: number | null;
  readonly statedYears: number | null;
  readonly stated: Observation | null;
}

function practiceOf(observations: readonly Observation[]): Practice {
  const ranges = practiceRanges(observations);
  return {
    years: ranges.length === 0 ? null : countMonths(ranges) / 12,
    statedYears: observations.reduce<number | null>((most, { statedYears }) => (statedYears === null ? most : Math.max(most ?? 0, statedYears)), null),
    stated: observations.filter(({ statedLevel }) => statedLevel !== null).toSorted((a, b) => (b.statedLevel ?? 0) - (a.statedLevel ?? 0))[0] ?? null,
  };
}

/** Uses of a skill that is part of the scored one or grows from it. */
export interface IndirectUse {
  readonly skillName: string;
  /** How much of the one carries over to the other, 0 to 1. */
  readonly strength: number;
  readonly observations: readonly Observation[];
}

/** Who worked with Django worked with Python: an indirect use counts as a use, and its place by the strength. */
function indirectPart(direct: readonly Observation[], indirect: readonly IndirectUse[], today: Today): Part[] {
  const own = sumOf([...countPart(direct), ...relevanceParts(direct, today)]);
  const uses = (observations: readonly Observation[]): string[] => observations.filter(({ section }) => useSections.has(section)).map(({ use }) => use);
  const count = new Set([...uses(direct), ...indirect.flatMap(({ observations }) => uses(observations))]).size;
  const relevance = Math.max(
    sumOf(relevanceParts(direct, today)),
    ...indirect.map(({ strength, observations }) => strength * sumOf(relevanceParts(observations, today))),
  );
  const gained = partWeights.count * 100 * (1 - 0.5 ** count) + relevance - own;
  if (gained <= 0) return [];
  const lines = linesOf(indirect.flatMap(({ observations }) => observations.filter(({ section }) => useSections.has(section))));
  return [{ code: 'skill.through', params: { skills: indirect.map(({ skillName }) => skillName).toSorted().join(', ') }, points: gained, evidence: lines }];
}

/**
 * The score of one skill, 0 to 100, from the places that name it and do not deny it (at least one), and from indirect
 * uses: 0.3 × count + 0.4 × relevance + 0.3 × depth, where
 * count = 100 × (1 − 2^−uses); relevance = the best of place × freshness; depth = 100 × (1 − Π(1 − share)) over years,
 * the person's own word, a senior role and a certificate. Levels by `levelThresholds`. Years in use count each month once.
 * More of any evidence never lowers the score, but for the person's own "basic" (`modestScore`).
 */
export function scoreSkill(observations: readonly Observation[], indirect: readonly IndirectUse[], today: Today): SkillScore {
  const { years, statedYears, stated } = practiceOf(observations);
  const parts = [
    ...countPart(observations), ...relevanceParts(observations, today),
    ...depthParts(observations, years, statedYears, stated), ...indirectPart(observations, indirect, today),
  ];
  const total = sumOf(parts);
  if (stated?.statedLevel === 1 && total > modestScore && Math.max(years ?? 0, statedYears ?? 0) < modestYears) {
    parts.push({ code: 'skill.stated-basic', params: {}, points: modestScore - total, evidence: [stated.evidence] });
  }
  const effects = roundPartsToTenths(parts.map(({ points }) => points));
  const score = roundToTenths(effects.reduce((sum, effect) => sum + effect, 0));
  const known = years ?? statedYears;
  return {
    level: levelOfScore(score),
    score,
    years: known === null ? null : roundToTenths(known),
    lastMonth: observations.reduce<number | null>((latest, { section, dates }) => (dates === null || !useSections.has(section) ? latest : Math.max(latest ?? 0, dates.last)), null),
    reasons: parts.map(({ code, params, evidence }, index) => ({ what: { code, params }, effect: effects[index] as number, evidence: [...evidence, formula] })),
  };
}
