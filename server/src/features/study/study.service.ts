/** What there is to study: materials for somebody's goal, and for a topic they ask about. */
import type { LessonHead, SkillMaterials, StudyOverview } from '@cairn/contracts';
import type { Level } from '@cairn/engine/knowledge';
import type { Database, Transaction } from '../../platform/database/database.ts';
import { Failure } from '../../platform/http/failure.ts';
import type { Person } from '../../platform/http/person.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import type { Live } from '../../platform/live/live.ts';
import type { WhatCairnKnows } from '../knowledge/index.ts';
import { progressOf, type LessonProgress } from './lessons.store.ts';
import { rankingFor, weekMilliseconds, type Ranking, type RankingParts } from './make-materials.ts';
import { queueMaking } from './materials.jobs.ts';
import { presentHead, presentMaterial } from './present-study.ts';
import { forgetMaterialsBeyond, keptVideos, materialsOf, wantMaterials, type Owner, type StoredMaterials, type WantedSkill } from './study.store.ts';

export interface StudyParts extends RankingParts {
  readonly database: Database;
  readonly jobs: Pick<Jobs, 'enqueue'>;
  readonly live: Pick<Live, 'publish'>;
  readonly searchesVideos: boolean;
}

/** Of one goal the most important skills: what comes after them is studied in months. */
const mostWantedAtOnce = 12;
/** Older goals' skills beyond so many are forgotten. */
const mostSkills = 30;
const mostBegun = 10;

export interface NextLesson {
  readonly lessonId: string;
  readonly skillId: string;
  readonly title: string;
  readonly minutes: number;
}

export type StudyService = ReturnType<typeof createStudyService>;

export function createStudyService(parts: StudyParts) {
  const { database, jobs, live, bank, knownTo, now, searchesVideos } = parts;

  async function lessonsInOrder(tx: Transaction, owner: Owner): Promise<{ heads: LessonHead[]; stored: StoredMaterials[]; progress: ReadonlyMap<string, LessonProgress>; known: WhatCairnKnows }> {
    const known = await knownTo(tx);
    const progressed = await progressOf(tx, owner);
    const progress = new Map(progressed.map((one) => [one.lessonId, one]));
    const stored = await materialsOf(tx, owner);
    const begun = progressed.filter(({ doneAt }) => doneAt === null).map(({ lessonId }) => lessonId);
    const wanted = stored.flatMap(({ materials }) => materials.filter(({ source }) => source === 'lesson').map(({ id }) => id)).filter((id) => progress.get(id)?.doneAt === undefined);
    // A lesson that this version does not have any more is nobody's next.
    const heads = [...new Set([...begun, ...wanted])].flatMap((id) => headOf(id, known, progress) ?? []);
    return { heads, stored, progress, known };
  }

  function headOf(lessonId: string, { skills }: WhatCairnKnows, progress: ReadonlyMap<string, LessonProgress>): LessonHead | undefined {
    const lesson = bank.lesson(lessonId);
    return lesson && presentHead(lesson, skills.get(lesson.skillId)?.name ?? lesson.skillId, progress.get(lessonId));
  }

  function presentStored({ skillId, toLevel, fromLevel, madeAt, videoSearch, materials }: StoredMaterials, known: WhatCairnKnows, progress: ReadonlyMap<string, LessonProgress>): SkillMaterials[] {
    const skill = known.skills.get(skillId);
    if (skill === undefined) return [];
    // Lessons may have been finished since.
    const current = materials.map((material) => (material.source === 'lesson' ? { ...material, isFinished: (progress.get(material.id)?.doneAt ?? null) !== null } : material));
    const openFirst = current.toSorted((a, b) => Number(a.isFinished) - Number(b.isFinished));
    return [{ skillId, skillName: skill.name, fromLevel: fromLevel ?? 0, toLevel, madeAt: madeAt?.toISOString() ?? null, videoSearch, materials: openFirst.map(presentMaterial) }];
  }

  function rankOne(ranking: Ranking, skillId: string, toLevel: Level | null, videos: ReadonlyMap<string, Parameters<Ranking['rank']>[2]>): SkillMaterials[] {
    const ranked = ranking.rank(skillId, toLevel, videos.get(skillId) ?? []);
    if (ranked === null) return [];
    const { skillName, fromLevel, toLevel: reached, materials } = ranked;
    return [{ skillId, skillName, fromLevel, toLevel: reached, madeAt: new Date(now()).toISOString(), videoSearch: searchesVideos ? (videos.has(skillId) ? 'done' : null) : 'off', materials: materials.map(presentMaterial) }];
  }

  /** Before there is a queue: what is only noted is made when the process has started. */
  async function materialsNoted(tx: Transaction, owner: Owner, skills: readonly WantedSkill[]): Promise<void> {
    const mostImportant = skills.toSorted((a, b) => b.importance - a.importance || (a.skillId < b.skillId ? -1 : 1)).slice(0, mostWantedAtOnce);
    await wantMaterials(tx, owner, mostImportant, new Date(now()));
    await forgetMaterialsBeyond(tx, owner, mostSkills);
  }

  return {
    async overview(person: Person): Promise<StudyOverview> {
      return database.transaction(person, async (tx) => {
        const { heads, stored, progress, known } = await lessonsInOrder(tx, person);
        return {
          next: heads[0] ?? null,
          begun: heads.filter(({ openedAt }) => openedAt !== null).slice(0, mostBegun),
          doneLessons: [...progress.values()].filter(({ doneAt }) => doneAt !== null).length,
          skills: stored.flatMap((one) => presentStored(one, known, progress)),
        };
      });
    },

    /** Throws study.one-topic, skills.unknown, role.unknown. */
    async materials(person: Person, { skillId, roleId }: { readonly skillId?: string | undefined; readonly roleId?: string | undefined }): Promise<SkillMaterials[]> {
      if ((skillId === undefined) === (roleId === undefined)) throw new Failure('study.one-topic');
      return database.transaction(person, async (tx) => {
        const ranking = await rankingFor(parts, tx, person);
        const topics = topicsOf(ranking.known, skillId, roleId);
        const kept = await keptVideos(tx, topics.map(({ id }) => id), ranking.wishes.language, new Date(now() - weekMilliseconds));
        const videos = new Map(kept.map((one) => [one.skillId, one.videos]));
        return topics.flatMap(({ id, level }) => rankOne(ranking, id, level, videos));
      });
    },

    async lessons(person: Person, skillId: string | undefined): Promise<LessonHead[]> {
      return database.transaction(person, async (tx) => {
        const known = await knownTo(tx);
        const progress = new Map((await progressOf(tx, person)).map((one) => [one.lessonId, one]));
        const lessons = skillId === undefined ? bank.all() : bank.ofSkill(skillId);
        const heads = lessons.flatMap(({ id }) => headOf(id, known, progress) ?? []);
        return heads.sort((a, b) => a.skillName.localeCompare(b.skillName, 'en') || a.level - b.level || (a.lessonId < b.lessonId ? -1 : 1));
      });
    },

    materialsNoted,

    /** For other features, in the transaction that found or changed what somebody aims at. */
    async materialsWanted(tx: Transaction, owner: Owner, skills: readonly WantedSkill[]): Promise<void> {
      if (skills.length === 0) return;
      await materialsNoted(tx, owner, skills);
      await queueMaking(tx, jobs, owner);
      await live.publish(tx, { organisationId: owner.organisationId, userId: owner.userId, event: { kind: 'study.changed' } });
    },

    /** For other features: lessons to go on with, the most useful first. */
    async nextLessons(tx: Transaction, owner: Owner): Promise<NextLesson[]> {
      const { heads } = await lessonsInOrder(tx, owner);
      return heads.map(({ lessonId, skillId, title, minutes }) => ({ lessonId, skillId, title, minutes }));
    },
  };
}

/** An interview asks about what the role must know. */
function topicsOf(known: WhatCairnKnows, skillId: string | undefined, roleId: string | undefined): { readonly id: string; readonly level: Level | null }[] {
  if (roleId !== undefined) {
    const role = known.roles.get(roleId);
    if (role === undefined) throw new Failure('role.unknown');
    return role.must.slice(0, mostWantedAtOnce).map(({ id, level }) => ({ id, level }));
  }
  if (skillId === undefined || !known.skills.has(skillId)) throw new Failure('skills.unknown');
  return [{ id: skillId, level: null }];
}

