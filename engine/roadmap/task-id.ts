import type { Level } from '../knowledge/types.ts';
import { taskKinds, type Stretch, type TaskKind } from './types.ts';

/**
 * A task's id says what work it is and nothing about the roadmap it stands in: `subject.level.kind.from-to`, e.g.
 * `react.2.learn.1-6` (hours 1 to 6 of learning React to level 2) or `portfolio-site.1.build.1-4` (for 'build' the
 * subject is the project and the level its difficulty). So work done for one roadmap is recognised in every other,
 * also where that one cuts its weeks elsewhere. The characters are safe in an URL path.
 */
export function taskId(stretch: Stretch): string {
  return `${streamKey(stretch)}.${stretch.from}-${stretch.to}`;
}

/** The id read back; null for a text that is no task id. */
export function parseTaskId(id: string): Stretch | null {
  const match = /^(.+)\.([1-4])\.([a-z]+)\.([1-9]\d{0,5})-([1-9]\d{0,5})$/.exec(id);
  if (match === null) return null;
  const [, subjectId, level, kind, from, to] = match;
  if (subjectId === undefined || !taskKinds.includes(kind as TaskKind) || Number(from) > Number(to)) return null;
  return { subjectId, level: Number(level) as Level, kind: kind as TaskKind, from: Number(from), to: Number(to) };
}

/** What a stretch is a stretch of: all hours of one kind on one step or project. */
export function streamKey(stretch: Pick<Stretch, 'subjectId' | 'level' | 'kind'>): string {
  return `${stretch.subjectId}.${stretch.level}.${stretch.kind}`;
}

export function hoursOf(stretch: Stretch): number {
  return stretch.to - stretch.from + 1;
}
