import type { Lesson, Question } from '@cairn/engine/learning';
import type { LearningMaterial } from '@cairn/knowledge/learning';

/** Cairn's lessons and questions, looked up; read when somebody first studies. */
export interface LessonBank {
  all(): readonly Lesson[];
  lesson(id: string): Lesson | undefined;
  ofSkill(skillId: string): readonly Lesson[];
  question(id: string): Question | undefined;
  questions(): readonly Question[];
}

interface Indexed {
  readonly material: LearningMaterial;
  readonly lessons: ReadonlyMap<string, Lesson>;
  readonly bySkill: ReadonlyMap<string, readonly Lesson[]>;
  readonly questions: ReadonlyMap<string, Question>;
}

export function createLessonBank(load: () => LearningMaterial): LessonBank {
  let kept: Indexed | undefined;
  const indexed = (): Indexed => (kept ??= index(load()));
  return {
    all: () => indexed().material.lessons,
    lesson: (id) => indexed().lessons.get(id),
    ofSkill: (skillId) => indexed().bySkill.get(skillId) ?? [],
    question: (id) => indexed().questions.get(id),
    questions: () => indexed().material.questions,
  };
}

function index(material: LearningMaterial): Indexed {
  const easiestFirst = material.lessons.toSorted((a, b) => a.level - b.level || (a.id < b.id ? -1 : 1));
  return {
    material,
    lessons: new Map(material.lessons.map((lesson) => [lesson.id, lesson])),
    bySkill: Map.groupBy(easiestFirst, ({ skillId }) => skillId),
    questions: new Map(material.questions.map((question) => [question.id, question])),
  };
}
