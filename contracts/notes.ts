import { z } from 'zod';
import { id, idParams, instant } from './common.ts';
import { endpoint } from './endpoint.ts';

const note = z.object({ id, text: z.string(), pinned: z.boolean(), createdAt: instant });
export type Note = z.output<typeof note>;

export const notes = {
  list: endpoint({
    method: 'GET', path: '/notes', summary: 'Your notes: pinned ones first, then the newest', access: 'notes.own',
    answers: { 200: z.object({ items: z.array(note) }) }, failures: ['auth.signed-out', 'auth.forbidden'],
  }),
  create: endpoint({
    method: 'POST', path: '/notes', summary: 'Keep a note', access: 'notes.own',
    body: z.object({ text: z.string().trim().min(1).max(2000), pinned: z.boolean().default(false) }),
    answers: { 201: note }, failures: ['auth.signed-out', 'auth.forbidden', 'request.cross-site', 'request.idempotency-conflict', 'request.in-progress', 'notes.too-many'],
  }),
  erase: endpoint({
    method: 'DELETE', path: '/notes/:id', summary: 'Erase a note', access: 'notes.own', params: idParams,
    answers: { 204: null }, failures: ['auth.signed-out', 'auth.forbidden', 'request.cross-site', 'notes.unknown'],
  }),
};
