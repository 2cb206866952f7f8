import { z } from 'zod';
import { instant, level, listOf, page, proficiency } from './common.ts';
import { endpoint } from './endpoint.ts';

const entryId = z.string().max(80).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'An id is lower-case words joined by hyphens');
const line = z.string().trim().min(1).max(200);
const sentence = z.string().trim().min(1).max(2000);
const several = <Item extends z.ZodType>(item: Item, most = 200) => z.array(item).max(most);
const atLevel = z.object({ id: entryId, level });
const hours = z.number().positive().max(5000);
const share = z.number().min(0).max(1);

/** The rules of knowledge/schema.ts hold too; here stand the bounds. */
const skillEntry = z.object({
  id: entryId, name: line, category: z.string().max(60), aliases: several(line).default([]),
  ambiguous: several(z.object({ form: line, context: several(line, 50) })).default([]),
  hours: z.tuple([hours, hours, hours, hours]), demand: share, prerequisites: several(atLevel, 50).default([]),
  related: several(z.object({ id: entryId, kind: z.string().max(40), strength: share })).default([]),
  checkpoints: z.object({ 1: sentence, 2: sentence, 3: sentence, 4: sentence }).partial().default({}),
});
const amount = z.int().positive().max(1_000_000_000);
const pay = z.object({ source: line, url: z.string().max(2000), country: z.string().max(2), currency: z.string().max(3), year: z.int(), low: amount.nullable(), median: amount, high: amount.nullable() });
const roleEntry = z.object({
  id: entryId, name: line, titles: several(line, 500).default([]), field: z.string().max(60), summary: sentence,
  must: several(atLevel, 60).min(1), should: several(atLevel, 60).default([]), nice: several(atLevel, 60).default([]), moves: several(entryId, 60).default([]),
  iscoCode: z.string().max(4).nullable().default(null), escoCode: z.string().max(40).nullable().default(null), pay: several(pay, 50).default([]),
});
const resourceEntry = z.object({
  id: entryId, title: line, provider: line, url: z.string().max(2000), kind: z.string().max(40), cost: z.string().max(40), language: z.string().max(2).default('en'),
  hours, fromLevel: proficiency.default(0), toLevel: level, skills: several(entryId, 60).min(1), checked: z.boolean().default(false),
});

const kind = z.enum(['skill', 'role', 'resource']);
const source = z.enum(['staff', 'esco', 'onet']);
const entryParams = z.object({ kind, entryId });

const entryHead = z.object({ kind, id: z.string(), name: z.string(), source, sourceUri: z.string().nullable(), overrides: z.boolean(), updatedAt: instant });
export type KnowledgeEntryHead = z.output<typeof entryHead>;
const body = z.record(z.string(), z.unknown());
const entry = z.object({
  kind, id: z.string(),
  /** `cairn`: the organisation has no word of its own. */
  source: z.enum(['cairn', 'staff', 'esco', 'onet']), sourceUri: z.string().nullable(), updatedAt: instant.nullable(),
  entry: body,
  /** What Cairn says itself, with or without the organisation's word over it. */
  cairnsOwn: body.nullable(),
});
export type KnowledgeEntry = z.output<typeof entry>;

export const knowledge = {
  entries: endpoint({
    method: 'GET', path: '/knowledge/entries', summary: 'The skills, roles and resources that the organisation added or overrides', access: 'knowledge.manage',
    query: page.extend({ kind: kind.optional(), source: source.optional(), search: z.string().max(100).optional() }),
    answers: { 200: listOf(entryHead) }, failures: ['auth.signed-out', 'auth.forbidden'],
  }),
  entry: endpoint({
    method: 'GET', path: '/knowledge/entries/:kind/:entryId', summary: 'One entry as it holds here, and what Cairn says itself', access: 'knowledge.manage', params: entryParams,
    answers: { 200: entry }, failures: ['auth.signed-out', 'auth.forbidden', 'knowledge.unknown'],
  }),
  save: endpoint({
    method: 'PUT', path: '/knowledge/entries/:kind/:entryId', summary: 'Add an entry, or override one', access: 'knowledge.manage', params: entryParams,
    body: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('skill'), entry: skillEntry }), z.object({ kind: z.literal('role'), entry: roleEntry }), z.object({ kind: z.literal('resource'), entry: resourceEntry }),
    ]),
    answers: { 200: entry }, failures: ['auth.signed-out', 'auth.forbidden', 'request.cross-site', 'request.idempotency-conflict', 'request.in-progress', 'knowledge.does-not-fit'],
  }),
  remove: endpoint({
    method: 'DELETE', path: '/knowledge/entries/:kind/:entryId', summary: "Take the organisation's word back; Cairn's own holds again", access: 'knowledge.manage', params: entryParams,
    answers: { 204: null }, failures: ['auth.signed-out', 'auth.forbidden', 'request.cross-site', 'knowledge.unknown', 'knowledge.still-used', 'knowledge.does-not-fit'],
  }),
};
