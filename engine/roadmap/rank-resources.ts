import type { Level, Proficiency, Resource, ResourceCost, ResourceKind } from '../knowledge/types.ts';
import type { Reason } from '../reasons/reason.ts';
import { dayNumber } from './calendar-days.ts';
import { message } from './english.ts';
import type { Feedback, LearningStyle, RankedResource, ResourceFeedback, ResourceWeights } from './types.ts';

/** What a resource is wanted for: one skill from one level to another. */
export interface ResourceNeed {
  readonly skillId: string;
  readonly skillName: string;
  readonly fromLevel: Proficiency;
  readonly toLevel: Level;
}

export interface ResourceWishes {
  readonly language: string;
  readonly freeOnly: boolean;
  readonly learningStyle: LearningStyle;
  /** The day to which recency is counted, 'YYYY-MM-DD'. */
  readonly onDay: string;
}

export interface ScoredResource extends RankedResource {
  readonly resource: Resource;
  /** Place of its language and cost in the order; lower comes first. */
  readonly tier: number;
}

/** How well a kind of resource suits a style, 0 to 1. Our own judgement. */
const styleFit: Readonly<Record<Exclude<LearningStyle, 'mixed'>, Readonly<Record<ResourceKind, number>>>> = {
  reading: { documentation: 1, book: 1, reference: 0.9, tutorial: 0.8, course: 0.5, programme: 0.5, practice: 0.3, video: 0.1 },
  watching: { video: 1, course: 0.9, programme: 0.8, tutorial: 0.4, practice: 0.3, documentation: 0.1, book: 0.1, reference: 0.1 },
  doing: { practice: 1, tutorial: 0.9, programme: 0.7, course: 0.6, documentation: 0.3, reference: 0.3, video: 0.2, book: 0.2 },
};
const costOrder: Readonly<Record<ResourceCost, number>> = { free: 0, 'free-to-audit': 1, paid: 2 };

/** Beta(2, 2): a resource begins in the middle, and four outcomes weigh as much as the prior. */
const priorSuccesses = 2;
const priorFailures = 2;
const recencyHalfLifeDays = 365;
/** Counts and dates of fewer people are never worded: they could point at somebody. */
const fewestPeopleShown = 5;

/**
 * Ranks resources for one need (docs/formulas.md, 8):
 *
 *   score = relevance × 0.4 + rating × 0.3 + completion × 0.2 + recency × 0.1   (weights: `feedback.weights`)
 *
 * - relevance = fit × (0.55 + 0.2 × language + 0.2 × style + 0.05 × checked), where fit = 0.7 × share of the need the
 *   resource covers + 0.3 × share of the resource that is needed (both in levels), language is 1 in the person's
 *   language, 0.5 in English, else 0, style is 1 for 'mixed', checked is 1 when the address was opened.
 * - rating = (2 + Σ (stars − 1) ÷ 4) ÷ (4 + ratings), completion = (2 + finished) ÷ (4 + started): our members' own
 *   numbers over a neutral Beta(2, 2) prior. recency = 2^(−days since a member last finished it ÷ 365).
 * - A part is unknown while no member has said anything of the kind about any resource; then it is left out and the
 *   others renormalise. Once somebody has, a resource that nobody rated or began stands at the prior's 0.5, and one
 *   that nobody finished at recency 0: so a good word never lowers a resource, as it would if parts came and went.
 *
 * Order: the person's language, then free, free to audit, paid; then score; then id. `freeOnly` leaves paid ones out.
 * Left out too: what does not teach the skill, or nothing of the levels needed. Score range: 0 to 1.
 */
export function rankResources(need: ResourceNeed, resources: readonly Resource[], wishes: ResourceWishes, feedback: Feedback): ScoredResource[] {
  const words = collectFeedback(feedback);
  return rankWithFeedback(need, resources, wishes, words);
}

/** Feedback by resource, with what is known at all; made once for many needs. */
export interface CollectedFeedback {
  readonly byResource: ReadonlyMap<string, ResourceFeedback>;
  readonly hasRatings: boolean;
  readonly hasCompletions: boolean;
  readonly hasDates: boolean;
  readonly weights: ResourceWeights;
}

export function collectFeedback(feedback: Feedback): CollectedFeedback {
  return {
    byResource: new Map(feedback.resources.map((entry) => [entry.resourceId, entry])),
    hasRatings: feedback.resources.some((entry) => entry.ratings > 0),
    hasCompletions: feedback.resources.some((entry) => entry.started > 0),
    hasDates: feedback.resources.some((entry) => entry.lastFinishedOn !== null),
    weights: feedback.weights,
  };
}

export function rankWithFeedback(need: ResourceNeed, resources: readonly Resource[], wishes: ResourceWishes, feedback: CollectedFeedback): ScoredResource[] {
  const scored: ScoredResource[] = [];
  for (const resource of resources) {
    if (wishes.freeOnly && resource.cost === 'paid') continue;
    if (!resource.skills.includes(need.skillId)) continue;
    const fit = levelFit(resource, need);
    if (fit === 0) continue;
    const tier = (resource.language === wishes.language ? 0 : 3) + costOrder[resource.cost];
    scored.push({ ...score(resource, need, fit, wishes, feedback), resource, tier });
  }
  return scored.sort((a, b) => a.tier - b.tier || b.score - a.score || (a.resourceId < b.resourceId ? -1 : 1));
}

function score(resource: Resource, need: ResourceNeed, fit: number, wishes: ResourceWishes, feedback: CollectedFeedback): RankedResource {
  const told = feedback.byResource.get(resource.id);
  const parts = {
    relevance: relevanceOf(resource, fit, wishes),
    rating: feedback.hasRatings ? ratingOf(told) : null,
    completion: feedback.hasCompletions ? completionOf(told) : null,
    recency: feedback.hasDates ? recencyOf(told, wishes.onDay) : null,
  };
  const { weights } = feedback;
  let weightSum = 0;
  for (const part of partNames) if (parts[part] !== null) weightSum += weights[part];
  const effect = (part: keyof ResourceWeights): number => ((parts[part] ?? 0) * weights[part]) / weightSum;
  const total = partNames.reduce((sum, part) => sum + effect(part), 0);
  return { resourceId: resource.id, skillId: need.skillId, score: total, reasons: reasonsFor(resource, need, told, parts, effect), parts };
}

const partNames = ['relevance', 'rating', 'completion', 'recency'] as const;

function relevanceOf(resource: Resource, fit: number, wishes: ResourceWishes): number {
  const language = resource.language === wishes.language ? 1 : resource.language === 'en' ? 0.5 : 0;
  const style = wishes.learningStyle === 'mixed' ? 1 : styleFit[wishes.learningStyle][resource.kind];
  return fit * (0.55 + 0.2 * language + 0.2 * style + (resource.checked ? 0.05 : 0));
}

function levelFit(resource: Resource, need: ResourceNeed): number {
  const shared = Math.min(resource.toLevel, need.toLevel) - Math.max(resource.fromLevel, need.fromLevel);
  if (shared <= 0) return 0;
  return 0.7 * (shared / (need.toLevel - need.fromLevel)) + 0.3 * (shared / (resource.toLevel - resource.fromLevel));
}

function ratingOf(told: ResourceFeedback | undefined): number {
  const ratings = told?.ratings ?? 0;
  const stars = ratings > 0 ? Math.min(5, Math.max(1, told?.meanRating ?? 3)) : 3;
  return (priorSuccesses + (ratings * (stars - 1)) / 4) / (priorSuccesses + priorFailures + ratings);
}

function completionOf(told: ResourceFeedback | undefined): number {
  const started = told?.started ?? 0;
  const finished = Math.min(started, told?.finished ?? 0);
  return (priorSuccesses + finished) / (priorSuccesses + priorFailures + started);
}

function recencyOf(told: ResourceFeedback | undefined, onDay: string): number {
  const last = told?.lastFinishedOn ?? null;
  if (last === null) return 0;
  return 2 ** (-Math.max(0, dayNumber(onDay) - dayNumber(last)) / recencyHalfLifeDays);
}

function reasonsFor(
  resource: Resource, need: ResourceNeed, told: ResourceFeedback | undefined,
  parts: ScoredResource['parts'], effect: (part: keyof ResourceWeights) => number,
): Reason[] {
  const known = [{ source: 'knowledge', kind: 'resource', id: resource.id }] as const;
  const formula = [{ source: 'formula', id: 'resource-ranking' }] as const;
  const reasons: Reason[] = [{ what: message('roadmap.reason.resource-relevance', { skill: need.skillName }), effect: effect('relevance'), evidence: known }];
  let untold = 0;
  const tell = (part: keyof ResourceWeights, people: number, said: Reason['what']): void => {
    if (parts[part] === null) return;
    if (people < fewestPeopleShown) untold += effect(part);
    else reasons.push({ what: said, effect: effect(part), evidence: formula });
  };
  const ratings = told?.ratings ?? 0;
  const started = told?.started ?? 0;
  const finished = told?.finished ?? 0;
  tell('rating', ratings, message('roadmap.reason.resource-rating', { rating: told?.meanRating ?? 0, count: ratings }));
  tell('completion', started, message('roadmap.reason.resource-completion', { finished, started }));
  tell('recency', finished, message('roadmap.reason.resource-recency', { date: told?.lastFinishedOn ?? '' }));
  if (untold > 0) reasons.push({ what: message('roadmap.reason.resource-few-members'), effect: untold, evidence: formula });
  return reasons;
}
