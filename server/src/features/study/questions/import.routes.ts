import { study } from '@cairn/contracts';
import type { Level } from '@cairn/engine/knowledge';
import { cursorOf, placeOf } from '../../../platform/http/cursor.ts';
import type { Http } from '../../../platform/http/http.ts';
import type { QuestionImportService } from './import.service.ts';

export function questionImportRoutes({ implement }: Pick<Http, 'implement'>, service: QuestionImportService): void {
  implement(study.createImport, ({ person, files, body, settle }) => service.create(person, files.file, {
    skillId: body.skillId === undefined || body.skillId === '' ? null : body.skillId, level: body.level as Level, countsFrom: body.countsFrom === '' ? null : body.countsFrom === '0' ? 0 : 1,
  }, settle), { upload: { tooLarge: 'questions.file-too-large', missing: 'questions.file-missing' } });
  implement(study.imports, async ({ person, query }) => {
    const { items, last, total, more } = await service.list(person, placeOf(query.cursor), query.limit);
    return { status: 200, body: { items, total, nextCursor: more && last ? cursorOf(last) : null } };
  });
  implement(study.import, async ({ person, params, query }) => {
    const offset = Math.max(0, Number.parseInt(query.cursor ?? '0', 10) || 0);
    const { details, questions, total } = await service.read(person, params.id, offset, query.limit);
    const next = offset + questions.length;
    return { status: 200, body: { ...details, questions: { items: questions, total, nextCursor: questions.length > 0 && next < total ? String(next) : null } } };
  });
  implement(study.apply, async ({ person, params, settle }) => ({ status: 200, body: await service.apply(person, params.id, settle) }));
  implement(study.retire, async ({ person, params, settle }) => ({ status: 200, body: await service.retire(person, params.id, settle) }));
  implement(study.discard, async ({ person, params }) => {
    await service.discard(person, params.id);
    return { status: 204 };
  });
}
