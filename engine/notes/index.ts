export { orderNotes, type OrderedNote } from './order-notes.ts';
