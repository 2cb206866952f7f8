import type { Http } from '../../platform/http/http.ts';
import { notesRoutes } from './notes.routes.ts';
import { createNotesService, type NotesParts } from './notes.service.ts';

export { notesData } from './notes-data.ts';

export function registerNotes(http: Pick<Http, 'implement'>, parts: NotesParts): void {
  notesRoutes(http, createNotesService(parts));
}
