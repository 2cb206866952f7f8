/** One row of every kind that somebody can own, made the way people make them. */
import { expect } from 'vitest';
import type { Answered, TestApp } from './app.ts';
import type { TestPerson } from './factories.ts';

/** Ids by the first part of the address, as in /resumes/:id, and by the parameter where that is another. */
export type OwnedRows = Readonly<Record<string, string>>;

/** `mark` is a word that stands in everything that is made. */
export async function ownRows(app: TestApp, person: TestPerson, mark: string): Promise<OwnedRows> {
  const api = app.as(person);
  const made = async (answer: Promise<Answered>): Promise<string> => {
    const { status, body } = await answer;
    expect(status, JSON.stringify(body)).toBe(201);
    return body.id;
  };
  const resumes = await made(api.upload('/resumes', { file: { name: `${mark}.txt`, content: resumeText(mark) } }));
  const jobAds = await made(api.upload('/job-ads', { file: { name: 'ad.txt', content: adText(mark) } }));
  const skillGaps = await made(api.post('/skill-gaps', { resumeId: resumes, jobAdId: jobAds }));
  // No matter what the career form has been fuzzed to say.
  const roadmaps = await made(api.post('/roadmaps', { skillGapId: skillGaps, hoursPerWeek: 10, weeksAvailable: null }));
  const roadmap = await api.get(`/roadmaps/${roadmaps}`);
  const task = roadmap.body.months[0].weeks[0].tasks[0];
  // The day of the test may be a Sunday, for which nothing is planned.
  const today = await api.put('/daily-plans/today', { minutes: 60 });
  // A placement asks again what was asked before, so that there is always a question.
  const learning = await made(api.post('/learning/sessions', { kind: 'placement', skillIds: ['git'] }));
  const shownQuestionId: string = (await api.get(`/learning/sessions/${learning}`)).body.current.id;
  await api.post(`/learning/sessions/${learning}/answers`, { shownQuestionId, answer: null, seconds: 1 });
  const notes = await made(api.post('/notes', { text: `Ask ${mark}` }));
  const lessonId = 'accounting-depreciation';
  const asideOf = async () => (await api.get(`/study/lessons/${lessonId}`)).body.note.aside;
  // Two devices that do not know of each other: the first text is set aside. Once, since only so many are kept.
  for (const words of (await asideOf()).length > 0 ? [] : ['from one device', 'from another']) await api.put(`/study/lessons/${lessonId}/note`, { text: `${mark} ${words}`, revision: 0 });
  const [aside] = await asideOf();
  const progress = await made(api.post('/progress/events', { minutes: 1, day: new Date(app.clock.milliseconds - 86_400_000).toISOString().slice(0, 10) }));
  const advisor = await made(api.post('/advisor/runs', { question: `Am I ready to be a data analyst at ${mark}?` }));
  const tutor = await made(api.post('/tutor/chats', { skillId: 'sql' }));
  const office = app.as(await app.make.person({ organisation: { id: person.organisationId, slug: '', name: '' }, role: 'staff' }));
  const knowledge = await made(office.upload('/knowledge/imports', { file: { name: 'skills_en.csv', content: `conceptUri,skillType,preferredLabel,altLabels\nhttp://esco.example/${mark},knowledge,craft of ${mark},` } }));
  const questions = await made(office.upload('/questions/imports', { file: { name: `${mark}.csv`, content: `question,a,b,answer,skill\nWho of these two people is the one called ${mark} here?,She,He,A,SQL\n` } }));
  return {
    advisor, tutor, learning, shownQuestionId, lessonId, questionId: 'accounting-straight-line', study: aside.id, questions,
    notes, progress, knowledge, resumes, 'job-ads': jobAds, 'skill-gaps': skillGaps, roadmaps,
    taskId: task.id, itemId: today.body.items[0].id, skillId: task.skillId, feedToken: roadmap.body.calendarUrl.split('/').at(-1).replace(/\.ics$/, ''),
    people: person.userId, auth: person.sessionId, 'failed-jobs': await failedJobOf(app, person, mark), 'llm-calls': await llmCallOf(app, person),
  };
}

/** Fields of bodies that name a row of this kind. */
export const rowFields: Readonly<Record<string, string>> = { resumeId: 'resumes', jobAdId: 'job-ads', skillGapId: 'skill-gaps', callId: 'llm-calls', shownQuestionId: 'shownQuestionId' };

async function failedJobOf({ held }: TestApp, { organisationId }: TestPerson, mark: string): Promise<string> {
  const row = await held.database.transaction({ organisationId }, (tx) => tx.one<{ id: string }>(
    `insert into failed_jobs (organisation_id, id, name, data, attempts, message, failed_at) values ($1, gen_random_uuid(), 'test.broken', '{}', 1, $2, now()) returning id`, [organisationId, `${mark} broke`]));
  return row.id;
}

async function llmCallOf({ held }: TestApp, { organisationId, userId }: TestPerson): Promise<string> {
  const row = await held.database.transaction({ organisationId }, (tx) => tx.one<{ id: string }>(`
    insert into llm_call (organisation_id, id, user_id, prompt, provider, model, outcome, latency_ms, input_tokens, output_tokens, repaired, failures, injections, created_at)
    values ($1, gen_random_uuid(), $2, 'test.v1', 'ollama', 'model', 'answered', 1, 1, 1, false, '[]', '{}', now()) returning id`, [organisationId, userId]));
  return row.id;
}

const resumeText = (mark: string) => `Asha ${mark}
asha@hemisphere.example

Experience
Software Developer, ${mark} Labs, Jan 2022 - Present
- Wrote services in Python and Django over PostgreSQL

Skills
Python, Django, SQL, Git
`;

const adText = (mark: string) => `Backend Developer at ${mark} Systems

We are looking for a backend developer. You must have strong Python and SQL, and 3 years of experience with Docker and
Kubernetes. You should know Django and REST APIs, and write tests. Knowledge of AWS and Redis is nice to have.
You will build and run services that many people depend on, review code, and work with a small team.
`;
