import type { Level, Proficiency, Resource, ResourceKind } from '../knowledge/types.ts';
import type { Evidence, Reason } from '../reasons/reason.ts';
import { rankResources, type Feedback, type LearningStyle, type ResourceNeed } from '../roadmap/index.ts';
import type { Lesson } from './lesson.ts';

/** Something to study with: a lesson of ours, a resource that is known, or a video that a search found. */
export interface Material {
  /** Its id among those of its source. */
  readonly id: string;
  readonly source: 'lesson' | 'resource' | 'found';
  readonly skillId: string;
  readonly title: string;
  readonly provider: string;
  /** Null for a lesson, which is read here. */
  readonly url: string | null;
  readonly kind: ResourceKind;
  readonly cost: Resource['cost'];
  /** ISO 639-1. */
  readonly language: string;
  readonly minutes: number;
  readonly fromLevel: Proficiency;
  readonly toLevel: Level;
  /** Somebody has looked at it; what a search found nobody has. */
  readonly checked: boolean;
}

export interface MaterialNeed extends ResourceNeed {
  /** What the person has for it in a week; null where they have not said. */
  readonly minutesAvailable: number | null;
}

export interface MaterialWishes {
  readonly language: string;
  readonly freeOnly: boolean;
  readonly learningStyle: LearningStyle;
  /** 'YYYY-MM-DD' */
  readonly onDay: string;
}

export interface RankedMaterial extends Material {
  /** 0 to 1. */
  readonly score: number;
  readonly isFinished: boolean;
  /** Their effects add up to the score. */
  readonly reasons: readonly Reason[];
}

/** Chapters and exercises stand by themselves; a course, a video or a programme is made to be taken whole. */
const takenInParts: readonly ResourceKind[] = ['documentation', 'reference', 'book', 'tutorial', 'practice'];
/** What a material keeps of its score at least, where a part of it is of use. */
const leastInParts = 0.5;

/** Unique among the materials of all sources. */
export const materialKey = ({ source, id }: Pick<Material, 'source' | 'id'>): string => `${source}:${id}`;

/**
 * Ranks materials for one skill from one level to another (docs/formulas.md, material-ranking):
 *
 *   score = resource-ranking × time
 *   time  = 1 where it takes no longer than the minutes of a week, else minutes of a week ÷ its minutes, and where it can be
 *           taken in parts 0.5 + 0.5 × that
 *
 * What members say of a resource counts as `resource-ranking` says; of lessons and found videos nobody has said anything. Order:
 * what is not finished first; the person's language, then free, free to audit, paid; then score; then the shorter; then key. Left
 * out: what teaches nothing between the levels, and what is paid where only free is wanted. `finished` are keys. 0 to 1.
 */
export function rankMaterials(need: MaterialNeed, materials: readonly Material[], wishes: MaterialWishes, feedback: Feedback, finished: ReadonlySet<string>): RankedMaterial[] {
  const byKey = new Map(materials.map((material) => [materialKey(material), material]));
  const told = { ...feedback, resources: feedback.resources.map((entry) => ({ ...entry, resourceId: materialKey({ source: 'resource', id: entry.resourceId }) })) };
  const ranked = rankResources(need, [...byKey].map(([key, material]) => asResource(key, material)), wishes, told).flatMap(({ resourceId, score, reasons, tier }) => {
    const material = byKey.get(resourceId);
    if (material === undefined) return [];
    const time = timeFit(material, need.minutesAvailable);
    const isFinished = finished.has(resourceId);
    const timed: Reason[] = time < 1 ? [{ what: { code: 'study.reason.longer-than-week', params: { minutes: material.minutes, available: need.minutesAvailable ?? 0 } }, effect: score * (time - 1), evidence: [{ source: 'formula', id: 'material-ranking' }] }] : [];
    return [{ tier, ranked: { ...material, score: score * time, isFinished, reasons: [...inOwnWords(material, reasons), ...timed, ...remarks(material, isFinished)] } }];
  });
  return ranked
    .sort((a, b) => Number(a.ranked.isFinished) - Number(b.ranked.isFinished) || a.tier - b.tier || b.ranked.score - a.ranked.score || a.ranked.minutes - b.ranked.minutes || (materialKey(a.ranked) < materialKey(b.ranked) ? -1 : 1))
    .map(({ ranked: material }) => material);
}

function asResource(key: string, { title, provider, url, kind, cost, language, minutes, fromLevel, toLevel, skillId, checked }: Material): Resource {
  return { id: key, title, provider, url: url ?? '', kind, cost, language, hours: minutes / 60, fromLevel, toLevel, skills: [skillId], checked };
}

function timeFit({ minutes, kind }: Material, available: number | null): number {
  if (available === null || minutes <= available) return 1;
  const share = Math.max(0, available) / minutes;
  return takenInParts.includes(kind) ? leastInParts + (1 - leastInParts) * share : share;
}

/** What was known under a key of ours is known to the reader by its own id; only resources have an entry to look at. */
function inOwnWords({ source, id }: Material, reasons: readonly Reason[]): Reason[] {
  return reasons.map((reason) => ({ ...reason, evidence: reason.evidence.flatMap((one): Evidence[] => (one.source !== 'knowledge' ? [one] : source === 'resource' ? [{ ...one, id }] : [])) }));
}

function remarks({ source }: Material, isFinished: boolean): Reason[] {
  const remark = (code: string): Reason => ({ what: { code, params: {} }, effect: 0, evidence: [] });
  return [
    ...(source === 'lesson' ? [remark('study.reason.own-lesson')] : []),
    ...(source === 'found' ? [remark('study.reason.found-unchecked')] : []),
    ...(isFinished ? [remark('study.reason.finished')] : []),
  ];
}

/** A lesson leads from the level below its own to its own. Lessons are written in English. */
export function materialOfLesson({ id, skillId, title, level, minutes }: Lesson): Material {
  return { id, source: 'lesson', skillId, title, provider: 'Cairn', url: null, kind: 'tutorial', cost: 'free', language: 'en', minutes, fromLevel: (level - 1) as Proficiency, toLevel: level, checked: true };
}

export function materialOfResource({ id, title, provider, url, kind, cost, language, hours, fromLevel, toLevel, checked }: Resource, skillId: string): Material {
  return { id, source: 'resource', skillId, title, provider, url, kind, cost, language, minutes: Math.round(hours * 60), fromLevel, toLevel, checked };
}
