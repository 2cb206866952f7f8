import { z } from 'zod';
import { idParams, instant, level, listOf, page, proficiency } from './common.ts';
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
  hours: z.tuple([hours, hours, hours, hours]), demand: share, tools: several(line, 20).optional(), prerequisites: several(atLevel, 50).default([]),
  related: several(z.object({ id: entryId, kind: z.string().max(40), strength: share })).default([]),
  checkpoints: z.object({ 1: sentence, 2: sentence, 3: sentence, 4: sentence }).partial().default({}),
});
const amount = z.int().positive().max(1_000_000_000);
const pay = z.object({
  source: line, url: z.string().max(2000), country: z.string().max(2), currency: z.string().max(3), year: z.int(), basis: z.enum(['earnings', 'scale']).default('earnings'), post: line.nullable().default(null),
  low: amount.nullable(), median: amount.nullable(), high: amount.nullable(),
});
const stage = several(line, 50).default([]);
const roleEntry = z.object({
  id: entryId, name: line, titles: several(line, 500).default([]), seniority: z.object({ entry: stage, mid: stage, senior: stage, lead: stage }).prefault({}), field: z.string().max(60), summary: sentence,
  must: several(atLevel, 60).min(1), should: several(atLevel, 60).default([]), nice: several(atLevel, 60).default([]), moves: several(entryId, 60).default([]),
  iscoCode: z.string().max(4).nullable().default(null), escoCode: z.string().max(40).nullable().default(null), pay: several(pay, 50).default([]),
});
const resourceEntry = z.object({
  id: entryId, title: line, provider: line, url: z.string().max(2000), kind: z.string().max(40), cost: z.string().max(40), language: z.string().max(2).default('en'),
  hours, fromLevel: proficiency.default(0), toLevel: level, skills: several(entryId, 60).min(1), trades: several(z.string().max(60), 60).min(1).optional(), checked: z.boolean().default(false),
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

const count = z.int();
const importHead = z.object({
  id: z.uuid(), source: z.enum(['esco', 'onet']), state: z.enum(['reading', 'proposed', 'applied', 'taken-back', 'discarded', 'failed']), category: z.string(),
  files: z.array(z.object({ kind: z.enum(['esco-skills', 'esco-collection', 'esco-occupations', 'esco-relations', 'onet-occupations', 'onet-tools', 'onet-titles']), fileName: z.string(), rows: count, sizeBytes: count })),
  /** Null until the dry run has been made. */
  summary: z.object({ newSkills: count, changedSkills: count, newRoles: count, changedRoles: count, unchanged: count, refused: count, leftOut: count }).nullable(),
  createdAt: instant, appliedAt: instant.nullable(), takenBackAt: instant.nullable(),
});
export type KnowledgeImport = z.output<typeof importHead>;
const change = z.object({ kind: z.enum(['skill', 'role']), id: z.string(), sourceUri: z.string(), before: body.nullable(), after: body });
const importDetails = importHead.extend({
  changes: listOf(change),
  /** The first of them: why a row was refused, or one of its names left out. */
  remarks: z.array(z.object({ file: z.string(), line: count, code: z.string(), text: z.string() })),
});
export type KnowledgeImportDetails = z.output<typeof importDetails>;

const largestFileBytes = 60 * 1024 * 1024;
const uploadFailures = ['auth.signed-out', 'auth.forbidden', 'request.cross-site', 'request.idempotency-conflict', 'request.in-progress', 'knowledge.file-missing', 'knowledge.file-unknown', 'knowledge.file-unreadable', 'knowledge.file-too-large', 'knowledge.too-many-rows'] as const;

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
  resources: endpoint({
    method: 'GET', path: '/knowledge/resources', summary: 'Search the resources that are known here by title, provider and skill', access: 'knowledge.manage',
    query: page.extend({ search: z.string().max(100).optional() }),
    answers: { 200: listOf(z.object({ id: z.string(), title: z.string(), provider: z.string(), skills: z.array(z.string()) })) }, failures: ['auth.signed-out', 'auth.forbidden'],
  }),
  createImport: endpoint({
    method: 'POST', path: '/knowledge/imports', summary: 'Begin an import with a file of the ESCO or O*NET download; the answer is its dry run', access: 'knowledge.manage', limit: 'upload', files: ['file'], largestFileBytes,
    body: z.object({ category: z.string().max(60).default('operations') }),
    answers: { 201: importHead, 202: importHead }, failures: [...uploadFailures],
  }),
  addFile: endpoint({
    method: 'POST', path: '/knowledge/imports/:id/files', summary: 'Add a further file of the same download', access: 'knowledge.manage', limit: 'upload', params: idParams, files: ['file'], largestFileBytes,
    answers: { 201: importHead, 202: importHead }, failures: [...uploadFailures, 'knowledge.import-unknown', 'knowledge.import-closed', 'knowledge.other-source'],
  }),
  imports: endpoint({
    method: 'GET', path: '/knowledge/imports', summary: 'Imports, newest first', access: 'knowledge.manage', query: page,
    answers: { 200: listOf(importHead) }, failures: ['auth.signed-out', 'auth.forbidden'],
  }),
  import: endpoint({
    method: 'GET', path: '/knowledge/imports/:id', summary: 'What an import would change, page by page', access: 'knowledge.manage', params: idParams, query: page,
    answers: { 200: importDetails }, failures: ['auth.signed-out', 'auth.forbidden', 'knowledge.import-unknown'],
  }),
  apply: endpoint({
    method: 'POST', path: '/knowledge/imports/:id/apply', summary: 'Make the changes of the dry run', access: 'knowledge.manage', params: idParams,
    answers: { 200: importHead },
    failures: ['auth.signed-out', 'auth.forbidden', 'request.cross-site', 'request.idempotency-conflict', 'request.in-progress', 'knowledge.import-unknown', 'knowledge.import-closed', 'knowledge.import-changed'],
  }),
  takeBack: endpoint({
    method: 'POST', path: '/knowledge/imports/:id/take-back', summary: 'Undo an applied import; what its changes replaced holds again, what was changed since stays', access: 'knowledge.manage', params: idParams,
    answers: { 200: importHead },
    failures: ['auth.signed-out', 'auth.forbidden', 'request.cross-site', 'request.idempotency-conflict', 'request.in-progress', 'knowledge.import-unknown', 'knowledge.import-closed', 'knowledge.still-used', 'knowledge.does-not-fit'],
  }),
  discard: endpoint({
    method: 'DELETE', path: '/knowledge/imports/:id', summary: 'Discard an import; its files are deleted', access: 'knowledge.manage', params: idParams,
    answers: { 204: null }, failures: ['auth.signed-out', 'auth.forbidden', 'request.cross-site', 'knowledge.import-unknown', 'knowledge.import-closed'],
  }),
};
