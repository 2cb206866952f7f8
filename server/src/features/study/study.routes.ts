import { study } from '@cairn/contracts';
import type { Http } from '../../platform/http/http.ts';
import type { LessonService } from './lessons.service.ts';
import type { StudyService } from './study.service.ts';

export function studyRoutes({ implement }: Pick<Http, 'implement'>, service: StudyService, lessons: LessonService): void {
  implement(study.overview, async ({ person }) => ({ status: 200, body: await service.overview(person) }));
  implement(study.materials, async ({ person, query }) => ({ status: 200, body: { skills: await service.materials(person, query) } }));
  implement(study.lessons, async ({ person, query }) => ({ status: 200, body: { items: await service.lessons(person, query.skillId) } }));
  implement(study.lesson, async ({ person, params }) => ({ status: 200, body: await lessons.read(person, params.lessonId) }));
  implement(study.progress, async ({ person, params, body, settle }) => ({ status: 200, body: await lessons.keepProgress(person, params.lessonId, body, settle) }));
  implement(study.note, async ({ person, params, body, settle }) => ({ status: 200, body: await lessons.keepNote(person, params.lessonId, body, settle) }));
  implement(study.eraseAside, async ({ person, params }) => {
    await lessons.eraseAside(person, params.id);
    return { status: 204 };
  });
  implement(study.answer, async ({ person, params, body, settle }) => ({ status: 200, body: await lessons.answer(person, params.lessonId, params.questionId, body, settle) }));
}
