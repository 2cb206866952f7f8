import { knowledge } from '@cairn/contracts';
import { cursorOf, placeOf } from '../../../platform/http/cursor.ts';
import type { Http } from '../../../platform/http/http.ts';
import { nextOffset, offsetOf } from '../offset-cursor.ts';
import type { ImportService } from './import.service.ts';

const upload = { upload: { tooLarge: 'knowledge.file-too-large', missing: 'knowledge.file-missing' } } as const;

export function importRoutes({ implement }: Pick<Http, 'implement'>, service: ImportService): void {
  implement(knowledge.createImport, ({ person, files, body, settle }) => service.create(person, files.file, body.category, settle), upload);
  implement(knowledge.addFile, ({ person, params, files, settle }) => service.addFile(person, params.id, files.file, settle), upload);
  implement(knowledge.imports, async ({ person, query }) => {
    const { items, total, more } = await service.list(person, placeOf(query.cursor), query.limit);
    const last = items.at(-1);
    return { status: 200, body: { items, total, nextCursor: more && last ? cursorOf(last) : null } };
  });
  implement(knowledge.import, async ({ person, params, query }) => {
    const offset = offsetOf(query.cursor);
    const { details, changes, total } = await service.read(person, params.id, offset, query.limit);
    return { status: 200, body: { ...details, changes: { items: changes, total, nextCursor: nextOffset(offset, changes.length, total) } } };
  });
  implement(knowledge.apply, async ({ person, params, settle }) => ({ status: 200, body: await service.apply(person, params.id, settle) }));
  implement(knowledge.takeBack, async ({ person, params, settle }) => ({ status: 200, body: await service.takeBack(person, params.id, settle) }));
  implement(knowledge.discard, async ({ person, params }) => {
    await service.discard(person, params.id);
    return { status: 204 };
  });
}
