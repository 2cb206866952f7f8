import { notes } from '@cairn/contracts';
import type { Http } from '../../platform/http/http.ts';
import type { NotesService } from './notes.service.ts';

export function notesRoutes({ implement }: Pick<Http, 'implement'>, service: NotesService): void {
  implement(notes.list, async ({ person }) => ({ status: 200, body: { items: await service.list(person) } }));
  implement(notes.create, async ({ person, body, settle }) => ({ status: 201, body: await service.create(person, body, settle) }));
  implement(notes.erase, async ({ person, params }) => {
    await service.erase(person, params.id);
    return { status: 204 };
  });
}
