/** Materials for skills, ranked for a person: fetched here, decided by the engine. */
import type { Level, Proficiency } from '@cairn/engine/knowledge';
import { materialKey, materialOfLesson, materialOfResource, rankMaterials, type Lesson, type Material, type RankedMaterial } from '@cairn/engine/learning';
import type { Feedback, LearningStyle } from '@cairn/engine/roadmap';
import type { SkillProfile } from '@cairn/engine/skills';
import type { Transaction } from '../../platform/database/database.ts';
import type { WhatCairnKnows } from '../knowledge/index.ts';
import { progressOf } from './lessons.store.ts';
import type { LessonBank } from './lesson-bank.ts';
import type { Owner, VideoSearchState } from './study.store.ts';
import type { Video } from './video-search.ts';

/** What members say of resources, and which of them this person has finished. */
export interface ResourceWords {
  readonly feedback: Feedback;
  readonly finished: readonly string[];
}

export interface StudyWishes {
  readonly language: string;
  readonly freeOnly: boolean;
  readonly learningStyle: LearningStyle;
  readonly hoursPerWeek: number | null;
}

export interface RankingParts {
  readonly bank: LessonBank;
  readonly knownTo: (tx: Transaction) => Promise<WhatCairnKnows>;
  readonly profileOf: (tx: Transaction, owner: Owner) => Promise<SkillProfile>;
  readonly wishesOf: (tx: Transaction, owner: Owner) => Promise<StudyWishes | undefined>;
  readonly resourceWordsOf: (tx: Transaction, owner: Owner) => Promise<ResourceWords>;
  /** Unix time in milliseconds. */
  readonly now: () => number;
}

export interface Ranked {
  readonly skillId: string;
  readonly skillName: string;
  readonly fromLevel: Proficiency;
  readonly toLevel: Level;
  readonly materials: readonly RankedMaterial[];
}

export interface FoundVideos {
  readonly state: VideoSearchState;
  readonly videos: readonly Video[];
}

/** The best of each source, so that lessons do not vanish behind a shelf of manuals; together what somebody looks through (002 3.7: 10 to 20). */
const mostOfSource: Readonly<Record<Material['source'], number>> = { lesson: 6, resource: 8, found: 3 };
/** After so long materials and what a search found are looked for anew. */
export const weekMilliseconds = 7 * 86_400_000;
const usualWishes: StudyWishes = { language: 'en', freeOnly: false, learningStyle: 'mixed', hoursPerWeek: null };
const topLevel = 4;

export interface Ranking {
  /** Who studies and what there is for them, fetched once for many skills. */
  readonly wishes: StudyWishes;
  readonly known: WhatCairnKnows;
  /** `toLevel` null: one level more than the person has. A skill that is not known here is left out. */
  rank(skillId: string, toLevel: Level | null, found: readonly Video[]): Ranked | null;
}

export async function rankingFor(parts: RankingParts, tx: Transaction, owner: Owner): Promise<Ranking> {
  const known = await parts.knownTo(tx);
  const profile = await parts.profileOf(tx, owner);
  const wishes = (await parts.wishesOf(tx, owner)) ?? usualWishes;
  const { feedback, finished } = await parts.resourceWordsOf(tx, owner);
  const done = (await progressOf(tx, owner)).filter(({ doneAt }) => doneAt !== null);
  const finishedKeys = new Set([...finished.map((id) => materialKey({ source: 'resource', id })), ...done.map(({ lessonId }) => materialKey({ source: 'lesson', id: lessonId }))]);
  const onDay = new Date(parts.now()).toISOString().slice(0, 10);
  const resources = Map.groupBy(known.knowledge.resources.flatMap((resource) => resource.skills.map((skillId) => ({ skillId, resource }))), ({ skillId }) => skillId);
  return {
    wishes, known,
    rank(skillId, toLevel, found) {
      const skill = known.skills.get(skillId);
      if (skill === undefined) return null;
      const has = profile.skills.find((one) => one.skillId === skillId)?.level ?? 0;
      const wanted = toLevel ?? (Math.min(topLevel, has + 1) as Level);
      // Who has reached what was wanted may read it once more.
      const fromLevel = (has < wanted ? has : wanted - 1) as Proficiency;
      const materials: Material[] = [
        ...parts.bank.ofSkill(skillId).map((lesson: Lesson) => materialOfLesson(lesson)),
        ...(resources.get(skillId) ?? []).map(({ resource }) => materialOfResource(resource, skillId)),
        ...found.map((video) => materialOfVideo(video, skillId, { fromLevel, toLevel: wanted, language: wishes.language })),
      ];
      const minutesAvailable = wishes.hoursPerWeek === null ? null : wishes.hoursPerWeek * 60;
      const ranked = rankMaterials({ skillId, skillName: skill.name, fromLevel, toLevel: wanted, minutesAvailable }, materials, { ...wishes, onDay }, feedback, finishedKeys);
      return { skillId, skillName: skill.name, fromLevel, toLevel: wanted, materials: bestOfEach(ranked) };
    },
  };
}

function bestOfEach(ranked: readonly RankedMaterial[]): RankedMaterial[] {
  const taken: Record<Material['source'], number> = { lesson: 0, resource: 0, found: 0 };
  return ranked.filter(({ source }) => (taken[source] += 1) <= mostOfSource[source]);
}

/** What a search finds does not say for whom it is; it is taken to lead where it was looked for. */
function materialOfVideo({ videoId, title, channel, minutes }: Video, skillId: string, { fromLevel, toLevel, language }: { fromLevel: Proficiency; toLevel: Level; language: string }): Material {
  return { id: videoId, source: 'found', skillId, title, provider: channel, url: `https://www.youtube.com/watch?v=${videoId}`, kind: 'video', cost: 'free', language, minutes, fromLevel, toLevel, checked: false };
}
