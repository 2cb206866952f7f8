import type { Note } from '@cairn/contracts';
import { orderNotes } from '@cairn/engine/notes';
import type { Database, Transaction } from '../../platform/database/database.ts';
import { Failure } from '../../platform/http/failure.ts';
import type { Person } from '../../platform/http/person.ts';
import { countNotes, deleteNote, insertNote, notesOf, type StoredNote } from './notes.store.ts';

export interface NotesParts {
  readonly database: Database;
  /** Unix time in milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
}

/** More than anybody reads again. */
const mostNotes = 500;

export type NotesService = ReturnType<typeof createNotesService>;

export function createNotesService({ database, now, newId }: NotesParts) {
  return {
    async list(person: Person): Promise<Note[]> {
      const stored = await database.transaction(person, (tx) => notesOf(tx, person));
      return orderNotes(stored.map(present));
    },

    async create(person: Person, { text, pinned }: { text: string; pinned: boolean }, settle: (tx: Transaction, answer: { status: 201; body: Note }) => Promise<void>): Promise<Note> {
      return database.transaction(person, async (tx) => {
        if ((await countNotes(tx, person)) >= mostNotes) throw new Failure('notes.too-many', { params: { most: mostNotes } });
        const note: StoredNote = { id: newId(), text, pinned, createdAt: new Date(now()) };
        await insertNote(tx, person, note);
        const body = present(note);
        await settle(tx, { status: 201, body });
        return body;
      });
    },

    async erase(person: Person, id: string): Promise<void> {
      await database.transaction(person, async (tx) => {
        if (!(await deleteNote(tx, person, id))) throw new Failure('notes.unknown');
      });
    },
  };
}

function present({ id, text, pinned, createdAt }: StoredNote): Note {
  return { id, text, pinned, createdAt: createdAt.toISOString() };
}
