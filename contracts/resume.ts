import { z } from 'zod';
import { id, idParams, instant, lineEvidence, listOf, message, page, reason } from './common.ts';
import { endpoint } from './endpoint.ts';
import { profiledSkill } from './skills.ts';

const fieldOf = <T extends z.ZodType>(value: T) => z.object({ value, confidence: z.number(), evidence: z.array(lineEvidence), corrected: z.boolean().optional() });
const field = fieldOf(z.string());
const link = fieldOf(z.object({ label: z.string(), url: z.string() }));
const grade = fieldOf(z.object({ text: z.string(), scale: z.enum(['cgpa', 'gpa', 'percentage', 'class', 'marks']), score: z.number().optional(), outOf: z.number().optional() }));
const dated = { id: z.string(), start: field.optional(), end: field.optional(), current: z.boolean(), bullets: z.array(field) };
const work = z.object({ ...dated, organisation: field.optional(), role: field.optional(), place: field.optional() });

/** The resume as read, every field with the lines it came from. Months are 'YYYY-MM' or 'YYYY'; an entry's id is the page and line it begins on. */
export const resumeFields = z.object({
  contact: z.object({ name: field.optional(), headline: field.optional(), emails: z.array(field), phones: z.array(field), links: z.array(link), place: field.optional() }),
  summary: field.optional(),
  experience: z.array(work),
  volunteering: z.array(work),
  education: z.array(z.object({ ...dated, institution: field.optional(), degree: field.optional(), field: field.optional(), grade: grade.optional(), place: field.optional() })),
  projects: z.array(z.object({ ...dated, name: field.optional(), summary: field.optional(), role: field.optional(), link: field.optional(), technologies: z.array(field) })),
  certifications: z.array(z.object({ id: z.string(), name: field.optional(), issuer: field.optional(), date: field.optional(), link: field.optional() })),
  languages: z.array(z.object({ id: z.string(), language: field, level: field.optional() })),
  skills: z.array(field.extend({ group: z.string().optional() })),
  interests: z.array(field),
  awards: z.array(z.object({ id: z.string(), title: field.optional(), issuer: field.optional(), date: field.optional() })),
  publications: z.array(z.object({ id: z.string(), title: field.optional(), authors: z.array(field), venue: field.optional(), date: field.optional(), link: field.optional() })),
  other: z.array(z.object({ id: z.string(), heading: z.string(), lines: z.array(field) })),
});
export type ResumeFields = z.output<typeof resumeFields>;

/** A line of the document: where it stands on its page (fractions of the page, 0 to 1, from the top left) where that is known. */
const resumeLine = z.object({ page: z.int(), line: z.int(), text: z.string(), box: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }).nullable() });

export const correction = z.object({ path: z.string().max(200), value: z.unknown() });

const resumeHead = z.object({
  id,
  fileName: z.string(),
  kind: z.enum(['pdf', 'docx', 'text', 'markdown', 'json-resume']),
  sizeBytes: z.int(),
  pageCount: z.int(),
  version: z.int(),
  state: z.enum(['reading', 'read', 'refused']),
  /** Why the file could not be read, when it was refused after the upload was accepted. */
  refusal: z.string().nullable(),
  createdAt: instant,
  updatedAt: instant,
});
const resume = resumeHead.extend({
  fields: resumeFields,
  skills: z.array(profiledSkill),
  warnings: z.array(message),
  corrections: z.array(correction),
  lines: z.array(resumeLine),
});
export type ResumeAnswer = z.output<typeof resume>;

/** Every score is 0 to 100; 100 and the effects of a part's reasons add up to its score, the parts by their weights to the whole. */
const readBack = z.object({
  score: z.number(),
  quality: z.number(),
  /** The role whose words were looked for. */
  role: z.object({ id: z.string(), name: z.string() }).nullable(),
  parts: z.array(z.object({ part: z.enum(['completeness', 'formatting', 'keywords', 'length']), score: z.number(), weight: z.number(), reasons: z.array(reason) })),
});

const uploadFailures = [
  'auth.signed-out', 'auth.forbidden', 'request.cross-site', 'request.idempotency-conflict', 'request.in-progress', 'resume.no-file', 'resume.empty-file', 'resume.scanned', 'resume.no-text', 'resume.password',
  'resume.not-a-document', 'resume.wrong-extension', 'resume.too-large', 'resume.too-many-pages', 'resume.archive-bomb', 'resume.old-word', 'resume.readers-busy',
  'resume.damaged', 'resume.too-slow', 'resume.out-of-memory', 'resume.not-json-resume',
] as const;

export const resumes = {
  create: endpoint({
    method: 'POST', path: '/resumes', summary: 'Upload a resume and have it read', access: 'resume.own', limit: 'upload', files: ['file'],
    answers: { 201: resume, 202: resumeHead }, failures: [...uploadFailures],
  }),
  list: endpoint({
    method: 'GET', path: '/resumes', summary: 'Your resumes, newest first', access: 'resume.own', query: page,
    answers: { 200: listOf(resumeHead) }, failures: ['auth.signed-out', 'auth.forbidden'],
  }),
  read: endpoint({
    method: 'GET', path: '/resumes/:id', summary: 'One resume as read', access: 'resume.own', params: idParams,
    answers: { 200: resume }, failures: ['auth.signed-out', 'auth.forbidden', 'resume.unknown'],
  }),
  correct: endpoint({
    method: 'PUT', path: '/resumes/:id', summary: 'Correct what was read: the corrections win and survive a new reading', access: 'resume.own', params: idParams,
    body: z.object({ corrections: z.array(correction).max(500) }),
    answers: { 200: resume }, failures: ['auth.signed-out', 'auth.forbidden', 'request.cross-site', 'resume.unknown', 'resume.correction-invalid', 'resume.not-read-yet'],
  }),
  replace: endpoint({
    method: 'POST', path: '/resumes/:id/versions', summary: 'Replace the file by a new version', access: 'resume.own', limit: 'upload', params: idParams, files: ['file'],
    answers: { 201: resume, 202: resumeHead }, failures: ['resume.unknown', ...uploadFailures],
  }),
  versions: endpoint({
    method: 'GET', path: '/resumes/:id/versions', summary: 'The versions of a resume', access: 'resume.own', params: idParams,
    answers: { 200: z.object({ items: z.array(z.object({ version: z.int(), fileName: z.string(), sizeBytes: z.int(), createdAt: instant })) }) },
    failures: ['auth.signed-out', 'auth.forbidden', 'resume.unknown'],
  }),
  file: endpoint({
    method: 'GET', path: '/resumes/:id/file', summary: 'Download the file', access: 'resume.own', params: idParams, query: z.object({ version: z.coerce.number().int().min(1).optional() }),
    answers: { 200: 'application/octet-stream' }, failures: ['auth.signed-out', 'auth.forbidden', 'resume.unknown', 'resume.version-unknown'],
  }),
  jsonResume: endpoint({
    method: 'GET', path: '/resumes/:id/json-resume', summary: 'Export as JSON Resume 1.0', access: 'resume.own', params: idParams,
    answers: { 200: z.record(z.string(), z.unknown()) }, failures: ['auth.signed-out', 'auth.forbidden', 'resume.unknown', 'resume.not-read-yet'],
  }),
  readBack: endpoint({
    method: 'GET', path: '/resumes/:id/read-back', summary: 'How a machine reads a resume: what it finds, what it trips over, and which words of a role it names', access: 'resume.own', params: idParams,
    query: z.object({ roleId: z.string().max(80).optional() }),
    answers: { 200: readBack }, failures: ['auth.signed-out', 'auth.forbidden', 'resume.unknown', 'resume.not-read-yet', 'role.unknown'],
  }),
  erase: endpoint({
    method: 'DELETE', path: '/resumes/:id', summary: 'Erase a resume with its versions and files', access: 'resume.own', params: idParams,
    answers: { 204: null }, failures: ['auth.signed-out', 'auth.forbidden', 'request.cross-site', 'resume.unknown'],
  }),
};
