import { z } from 'zod';
import { day, id, idParams, instant, level, listOf, page, proficiency, reason } from './common.ts';
import { endpoint } from './endpoint.ts';

const name = z.string().max(80).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'An id is lower-case words joined by hyphens');
const share = z.number().min(0).max(1);
const signedOut = ['auth.signed-out', 'auth.forbidden'] as const;
const writing = [...signedOut, 'request.cross-site', 'request.idempotency-conflict', 'request.in-progress'] as const;

const material = z.object({
  source: z.enum(['lesson', 'resource', 'found']), id: z.string(), title: z.string(), provider: z.string(), url: z.string().nullable(),
  kind: z.enum(['documentation', 'course', 'book', 'tutorial', 'video', 'practice', 'reference', 'programme']), cost: z.enum(['free', 'free-to-audit', 'paid']),
  language: z.string(), minutes: z.int(), level, isChecked: z.boolean(), isFinished: z.boolean(), score: share, reasons: z.array(reason),
});
const skillMaterials = z.object({
  skillId: z.string(), skillName: z.string(), fromLevel: proficiency, toLevel: level,
  /** Null while they are being made ready. */
  madeAt: instant.nullable(),
  /** `off`: no key of the video service is set. `failed`: it did not answer; it is asked again at the next refresh. */
  videoSearch: z.enum(['off', 'done', 'failed']).nullable(),
  materials: z.array(material),
});
export type SkillMaterials = z.output<typeof skillMaterials>;

const lessonHead = z.object({
  lessonId: z.string(), skillId: z.string(), skillName: z.string(), title: z.string(), level, minutes: z.int(),
  /** Share of the lesson that was read. */
  position: share, openedAt: instant.nullable(), doneAt: instant.nullable(),
});
export type LessonHead = z.output<typeof lessonHead>;

const overview = z.object({
  /** What to go on with: a lesson that was begun, else the most useful one that was not. */
  next: lessonHead.nullable(),
  begun: z.array(lessonHead), doneLessons: z.int(), skills: z.array(skillMaterials),
});
export type StudyOverview = z.output<typeof overview>;

const aside = z.object({ id, text: z.string(), replacedAt: instant });
const note = z.object({
  text: z.string(), revision: z.int(), updatedAt: instant.nullable(),
  /** What stood here when something else was written over it that did not know of it. */
  aside: z.array(aside),
});
export type LessonNote = z.output<typeof note>;

const code = z.object({ language: z.string(), text: z.string() }).nullable();
const asked = {
  questionId: z.string(), ask: z.string(), code, hints: z.array(z.string()),
  /** How it was answered last; null where it was not. */
  wasRight: z.boolean().nullable(),
};
const check = z.discriminatedUnion('kind', [
  z.object({ ...asked, kind: z.enum(['single', 'multiple']), options: z.array(z.string()) }),
  /** `index` is the place in the question's own order, which nothing here tells. */
  z.object({ ...asked, kind: z.literal('order'), items: z.array(z.object({ index: z.int(), text: z.string() })) }),
  z.object({ ...asked, kind: z.enum(['output', 'blank', 'text']) }),
]);
export type LessonCheck = z.output<typeof check>;

const lesson = lessonHead.extend({ text: z.string(), sources: z.array(z.string()), note, checks: z.array(check) });
export type StudyLesson = z.output<typeof lesson>;

const place = z.int().min(0).max(100);
const given = {
  hintsUsed: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]).default(0),
  /** Spent on it. */
  seconds: z.number().min(0).max(86_400).default(0),
  /** When it was given, where that is earlier than now: without a network. */
  answeredAt: instant.optional(),
};
const answer = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['single', 'multiple']), chosen: z.array(place).max(20), ...given }),
  z.object({ kind: z.literal('order'), order: z.array(place).max(20), ...given }),
  z.object({ kind: z.enum(['output', 'blank', 'text']), text: z.string().max(10_000), ...given }),
]);
export type CheckAnswer = z.output<typeof answer>;
export type CheckAnswerSent = z.input<typeof answer>;
const judged = z.object({
  score: share, isRight: z.boolean(), misconceptions: z.array(z.string()), explanation: z.string().nullable(), source: z.string().nullable(),
  /** What would have been right, in words. */
  rightAnswer: z.array(z.string()),
  points: z.array(z.object({ point: z.string(), made: z.boolean() })),
  /** What it counts for. The first answer to a question on a day counts; after it the right one was shown. */
  counted: z.object({
    isCounted: z.boolean(), skillName: z.string(), level, /** How likely the level is mastered now. */ probability: share, provenAt: instant.nullable(), /** When it is asked again. */ nextOn: day.nullable(),
    reasons: z.array(reason),
  }),
});
export type CheckJudgement = z.output<typeof judged>;

const lessonParams = z.object({ lessonId: name });

const count = z.int();
const rowError = z.object({
  line: count, code: z.string(), ask: z.string(),
  /** The skill as the file names it, or the row or question that it is a copy of. */
  detail: z.string().nullable(), nearestSkillId: z.string().nullable(), nearestSkillName: z.string().nullable(),
});
const importHead = z.object({
  id, fileName: z.string(), state: z.enum(['reading', 'proposed', 'applied', 'retired', 'failed']),
  /** The form that the file was found to have. */
  form: z.enum(['csv', 'json', 'jsonl', 'yaml']).nullable(),
  skillId: z.string().nullable(), skillName: z.string().nullable(),
  /** Null until the dry run has been made. */
  summary: z.object({ rows: count, added: count, changed: count, unchanged: count, refused: count, bySkill: z.array(z.object({ skillId: z.string(), skillName: z.string(), questions: count })), countsFrom: z.union([z.literal(0), z.literal(1)]).nullable(), isOldEncoding: z.boolean() }).nullable(),
  /** Why the file could not be read. */
  failure: z.object({ code: z.string(), line: count.nullable() }).nullable(),
  createdAt: instant, appliedAt: instant.nullable(), retiredAt: instant.nullable(),
});
export type QuestionImport = z.output<typeof importHead>;
const proposedQuestion = z.object({
  line: count, kind: z.enum(['single', 'multiple', 'order', 'output', 'blank', 'text']), skillName: z.string(), level, ask: z.string(), code, options: z.array(z.object({ text: z.string(), right: z.boolean() })),
  hasExplanation: z.boolean(), hints: count,
});
const importDetails = importHead.extend({ questions: listOf(proposedQuestion), errors: z.array(rowError) });
export type QuestionImportDetails = z.output<typeof importDetails>;
const importFailures = ['questions.import-unknown', 'questions.import-closed'] as const;

export const study = {
  overview: endpoint({
    method: 'GET', path: '/study', summary: 'What to study next: lessons that were begun, and the materials made ready for your goal', access: 'study.own',
    answers: { 200: overview }, failures: [...signedOut],
  }),
  materials: endpoint({
    method: 'GET', path: '/study/materials', summary: 'Materials for a skill, or for the skills that an interview for a role asks about, ranked for you', access: 'study.own',
    query: z.object({ skillId: name.optional(), roleId: name.optional() }),
    answers: { 200: z.object({ skills: z.array(skillMaterials) }) }, failures: [...signedOut, 'study.one-topic', 'skills.unknown', 'role.unknown'],
  }),
  lessons: endpoint({
    method: 'GET', path: '/study/lessons', summary: "Cairn's lessons, by skill and level", access: 'study.own', query: z.object({ skillId: name.optional() }),
    answers: { 200: z.object({ items: z.array(lessonHead) }) }, failures: [...signedOut],
  }),
  lesson: endpoint({
    method: 'GET', path: '/study/lessons/:lessonId', summary: 'A lesson with your place in it, your note and its questions', access: 'study.own', params: lessonParams,
    answers: { 200: lesson }, failures: [...signedOut, 'study.lesson-unknown'],
  }),
  progress: endpoint({
    method: 'PUT', path: '/study/lessons/:lessonId/progress', summary: 'Keep how far you have read, or whether you are done', access: 'study.own', params: lessonParams,
    body: z.object({ position: share, isDone: z.boolean().optional() }),
    answers: { 200: lessonHead }, failures: [...writing, 'study.lesson-unknown'],
  }),
  note: endpoint({
    method: 'PUT', path: '/study/lessons/:lessonId/note', summary: 'Write your note to a lesson; what somebody else of your devices wrote meanwhile is set aside', access: 'study.own', params: lessonParams,
    body: z.object({ text: z.string().max(20_000), /** The one that this text grew from; 0 for none. */ revision: z.int().min(0).max(2_000_000_000) }),
    answers: { 200: note }, failures: [...writing, 'study.lesson-unknown', 'study.too-much-aside'],
  }),
  eraseAside: endpoint({
    method: 'DELETE', path: '/study/asides/:id', summary: 'Let go of a text that was set aside', access: 'study.own', params: idParams,
    answers: { 204: null }, failures: [...signedOut, 'request.cross-site', 'study.aside-unknown'],
  }),
  answer: endpoint({
    method: 'POST', path: '/study/lessons/:lessonId/checks/:questionId', summary: 'Answer a question at the end of a lesson', access: 'study.own', params: lessonParams.extend({ questionId: name }),
    body: answer, answers: { 200: judged }, failures: [...writing, 'study.lesson-unknown', 'study.question-unknown', 'study.answer-does-not-fit', 'study.answer-language'],
  }),

  createImport: endpoint({
    method: 'POST', path: '/questions/imports', summary: 'Read a file of questions; the answer is its dry run', access: 'questions.manage', limit: 'upload', files: ['file'], largestFileBytes: 20 * 1024 * 1024,
    body: z.object({ skillId: name.or(z.literal('')).optional(), level: z.coerce.number().int().min(1).max(4).default(2), countsFrom: z.enum(['', '0', '1']).default('') }),
    answers: { 201: importHead, 202: importHead },
    failures: [...writing, 'skills.unknown', 'questions.file-missing', 'questions.file-too-large', 'questions.file-unknown', 'questions.file-unreadable', 'questions.too-many-rows'],
  }),
  imports: endpoint({
    method: 'GET', path: '/questions/imports', summary: 'Imports of questions, newest first', access: 'questions.manage', query: page,
    answers: { 200: listOf(importHead) }, failures: [...signedOut],
  }),
  import: endpoint({
    method: 'GET', path: '/questions/imports/:id', summary: 'The questions and the errors of an import', access: 'questions.manage', params: idParams, query: page,
    answers: { 200: importDetails }, failures: [...signedOut, 'questions.import-unknown'],
  }),
  apply: endpoint({
    method: 'POST', path: '/questions/imports/:id/apply', summary: "Take the questions into the organisation's bank", access: 'questions.manage', params: idParams,
    answers: { 200: importHead }, failures: [...writing, ...importFailures],
  }),
  retire: endpoint({
    method: 'POST', path: '/questions/imports/:id/retire', summary: 'Take the questions of an import out of use again; what they replaced holds once more', access: 'questions.manage', params: idParams,
    answers: { 200: importHead }, failures: [...writing, ...importFailures],
  }),
  discard: endpoint({
    method: 'DELETE', path: '/questions/imports/:id', summary: 'Discard an import that was not applied', access: 'questions.manage', params: idParams,
    answers: { 204: null }, failures: [...signedOut, 'request.cross-site', ...importFailures],
  }),
};
