/** Questions and lessons by skill; read when somebody first learns. */
import type { Level, Proficiency } from '@cairn/engine/knowledge';
import type { BankQuestion, Lesson } from '@cairn/engine/learning';
import type { LearningMaterial } from '@cairn/knowledge/learning';

export interface Material {
  /** Skills that have questions. */
  readonly skillIds: ReadonlySet<string>;
  question(id: string): BankQuestion | undefined;
  questionsOf(skillId: string): readonly BankQuestion[];
  lessonsOf(skillId: string): readonly Lesson[];
}

export type LoadMaterial = () => Material;

export function createMaterial(load: () => LearningMaterial): LoadMaterial {
  let material: Material | undefined;
  return () => (material ??= indexed(load()));
}

function indexed({ questions, lessons }: LearningMaterial): Material {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const bySkill = Map.groupBy(questions, ({ skillId }) => skillId);
  const lessonsBySkill = Map.groupBy(lessons, ({ skillId }) => skillId);
  return { skillIds: new Set(bySkill.keys()), question: (id) => byId.get(id), questionsOf: (skillId) => bySkill.get(skillId) ?? [], lessonsOf: (skillId) => lessonsBySkill.get(skillId) ?? [] };
}

/** One above what a person has. */
export const nextLevel = (level: Proficiency): Level => Math.min(4, level + 1) as Level;
