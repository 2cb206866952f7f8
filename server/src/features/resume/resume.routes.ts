import { resumes } from '@cairn/contracts';
import { cursorOf, placeOf } from '../../platform/http/cursor.ts';
import { mutable } from '../../platform/mutable.ts';
import type { Http } from '../../platform/http/http.ts';
import type { ResumeService } from './resume.service.ts';

const upload = { upload: { tooLarge: 'resume.too-large', missing: 'resume.no-file' } } as const;

export function resumeRoutes({ implement }: Pick<Http, 'implement'>, service: ResumeService): void {
  implement(resumes.create, ({ person, files, settle }) => service.create(person, files.file, settle), upload);
  implement(resumes.replace, ({ person, params, files, settle }) => service.replace(person, params.id, files.file, settle), upload);
  implement(resumes.list, async ({ person, query }) => {
    const { items, total, more } = await service.list(person, placeOf(query.cursor), query.limit);
    const last = items.at(-1);
    return { status: 200, body: { items, total, nextCursor: more && last ? cursorOf(last) : null } };
  });
  implement(resumes.read, async ({ person, params }) => ({ status: 200, body: await service.read(person, params.id) }));
  implement(resumes.correct, async ({ person, params, body }) => ({ status: 200, body: await service.correct(person, params.id, body.corrections) }));
  implement(resumes.versions, async ({ person, params }) => ({ status: 200, body: { items: await service.versions(person, params.id) } }));
  implement(resumes.file, async ({ person, params, query }) => ({ status: 200, file: await service.file(person, params.id, query.version) }));
  implement(resumes.jsonResume, async ({ person, params }) => ({ status: 200, body: await service.jsonResume(person, params.id) }));
  implement(resumes.readBack, async ({ person, params, query }) => ({ status: 200, body: mutable(await service.readBack(person, params.id, query.roleId)) }));
  implement(resumes.erase, async ({ person, params }) => {
    await service.erase(person, params.id);
    return { status: 204 };
  });
}
