import type { LessonCheck, LessonHead, StudyLesson } from '@cairn/contracts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import '../../test-support/browser.ts';
import { fakeApi, refuse } from '../../test-support/fake-api.ts';
import { show } from '../../test-support/show.tsx';
import { LessonView } from './lesson-page.tsx';
import { QuestionImportView } from './question-import-page.tsx';
import { StudyView } from './study-page.tsx';
import { keepUnsentCheck, unsentChecks, unsentNote } from './unsent.ts';

const me = { id: 'u1', name: 'Asha', role: 'student' };
const head: LessonHead = { lessonId: 'sql-joins', skillId: 'sql', skillName: 'SQL', title: 'Joins', level: 2, minutes: 9, position: 0.4, openedAt: '2026-11-01T10:00:00Z', doneAt: null };
const check: LessonCheck = { kind: 'single', questionId: 'sql-a', ask: 'Which `join` keeps all rows?', code: null, hints: ['Think of both sides.'], wasRight: null, options: ['inner', 'full'] };
const lesson: StudyLesson = { ...head, text: '## First\n\n<img src=x onerror=alert(1)> and **more**\n\n```sql\nselect 1\n```', sources: ['A manual'], checks: [check], note: { text: 'mine', revision: 1, updatedAt: null, aside: [] } };
const counted = { isCounted: true, skillName: 'SQL', level: 2, probability: 0.41, provenAt: null, nextOn: '2026-11-03', reasons: [] };
const answers = { 'GET /me': () => me, 'GET /study/lessons/sql-joins': () => lesson, 'PUT /study/lessons/sql-joins/progress': () => head };
beforeEach(() => { localStorage.clear(); });

describe('the page of all studies', () => {
  test('has one thing to do: go on with the lesson that was begun', async () => {
    fakeApi({ 'GET /study': () => ({ next: head, begun: [head], doneLessons: 0, skills: [] }) });
    await show(<StudyView topic={null} />);
    expect((await screen.findByRole('link', { name: 'Continue: Joins' })).getAttribute('href')).toBe('/study/lessons/sql-joins');
    expect(screen.getByRole('progressbar', { name: 'How much of “Joins” is read' })).toBeDefined();
  });

  test('says why it is empty, and where to begin', async () => {
    fakeApi({ 'GET /study': () => ({ next: null, begun: [], doneLessons: 0, skills: [] }) });
    await show(<StudyView topic={null} />);
    expect((await screen.findByRole('link', { name: 'Compare with a job' })).getAttribute('href')).toBe('/gaps');
  });

  test('shows of each material what it is, and a found video as unchecked', async () => {
    const material = { source: 'found', id: 'v', title: 'SQL in an hour', provider: 'A channel', url: 'https://www.youtube.com/watch?v=v', kind: 'video', cost: 'free', language: 'en', minutes: 63, level: 2, isChecked: false, isFinished: false, score: 0.5, reasons: [{ what: { code: 'study.reason.found-unchecked', params: {} }, effect: 0, evidence: [] }] };
    fakeApi({ 'GET /study': () => ({ next: null, begun: [], doneLessons: 0, skills: [{ skillId: 'sql', skillName: 'SQL', fromLevel: 0, toLevel: 2, madeAt: '2026-11-01T10:00:00Z', videoSearch: 'failed', materials: [material] }] }) });
    await show(<StudyView topic={null} />);
    expect(await screen.findByText('found by search, not checked')).toBeDefined();
    expect(screen.getByText(/The search for videos did not answer/)).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: 'SQL in an hour: Why here?' }));
    expect(await screen.findByText('Found by a search; nobody here has looked at it.')).toBeDefined();
  });
});

describe('a lesson', () => {
  test('is drawn without a word of it becoming markup', async () => {
    fakeApi(answers);
    const { container } = await show(<LessonView lessonId="sql-joins" />);
    expect(await screen.findByText(/<img src=x onerror=alert\(1\)>/)).toBeDefined();
    expect(container.querySelector('img')).toBeNull();
    expect(screen.getByText('more').tagName).toBe('STRONG');
    expect(screen.getByRole('group', { name: 'Code in sql' }).textContent).toBe('select 1');
  });

  test('is finished once, with what was read', async () => {
    const calls = fakeApi({ ...answers, 'PUT /study/lessons/sql-joins/progress': () => ({ ...head, position: 1, doneAt: '2026-11-02T10:00:00Z' }) });
    await show(<LessonView lessonId="sql-joins" />);
    await userEvent.click(await screen.findByRole('button', { name: 'I have finished this lesson' }));
    expect(await screen.findByText('You have finished this lesson.')).toBeDefined();
    expect(calls.find(({ method }) => method === 'PUT')?.body).toEqual({ position: 1, isDone: true });
  });

  test('asks its question, gives a hint, and says what was behind a wrong answer', async () => {
    const calls = fakeApi({ ...answers, 'POST /study/lessons/sql-joins/checks/sql-a': () => ({ score: 0, isRight: false, misconceptions: ['Inner keeps all.'], explanation: 'Full keeps both sides.', source: null, rightAnswer: ['full'], points: [], counted }) });
    await show(<LessonView lessonId="sql-joins" />);
    await userEvent.click(await screen.findByRole('button', { name: 'A hint' }));
    expect(screen.getByText('Hint: Think of both sides.')).toBeDefined();
    await userEvent.click(screen.getByRole('radio', { name: 'inner' }));
    await userEvent.click(screen.getByRole('button', { name: 'Check the answer' }));
    expect(await screen.findByText('Behind it may be this belief: Inner keeps all.')).toBeDefined();
    expect(screen.getByText('Right would be: full')).toBeDefined();
    expect(calls.find(({ method }) => method === 'POST')?.body).toMatchObject({ kind: 'single', chosen: [0], hintsUsed: 1, answeredAt: expect.any(String) });
    expect(screen.getByText(/SQL, intermediate is now known with 41% likelihood/)).toBeDefined();
  });

  test('answered without a connection is kept with its time, and judged when it is back', async () => {
    let isCut = true;
    const sent: { answeredAt: string }[] = [];
    fakeApi({ ...answers, 'POST /study/lessons/sql-joins/checks/sql-a': ({ body }) => {
      if (isCut) throw new TypeError('offline');
      sent.push(body as { answeredAt: string });
      return { score: 1, isRight: true, misconceptions: [], explanation: null, source: null, rightAnswer: ['full'], points: [], counted };
    } });
    await show(<LessonView lessonId="sql-joins" />);
    await userEvent.click(await screen.findByRole('radio', { name: 'full' }));
    await userEvent.click(screen.getByRole('button', { name: 'Check the answer' }));
    expect(await screen.findByText(/Kept on this device with its time/)).toBeDefined();
    const [kept] = unsentChecks('u1');
    expect(unsentChecks('u2')).toEqual([]);
    isCut = false;
    for (const _ of [1, 2]) window.dispatchEvent(new Event('online'));
    expect(await screen.findByText('Right.')).toBeDefined();
    expect(sent).toEqual([kept?.answer]);
    expect(unsentChecks('u1')).toEqual([]);
  });

  test('that waits for the connection is sent from the page of all studies too', async () => {
    keepUnsentCheck('u1', 'sql-a', { lessonId: 'sql-joins', questionId: 'sql-a', answer: { kind: 'single', chosen: [1], answeredAt: '2026-11-01T10:00:00.000Z' } });
    const calls = fakeApi({ 'GET /me': () => me, 'GET /study': () => ({ next: null, begun: [], doneLessons: 0, skills: [] }), 'POST /study/lessons/sql-joins/checks/sql-a': () => ({}) });
    await show(<StudyView topic={null} />);
    await waitFor(() => { expect(unsentChecks('u1')).toEqual([]); });
    expect(calls.find(({ method }) => method === 'POST')?.body).toMatchObject({ answeredAt: '2026-11-01T10:00:00.000Z' });
  });

  test('that is not there leads back', async () => {
    fakeApi({ 'GET /me': () => me, 'GET /study/lessons/x': () => refuse(404, 'study.lesson-unknown') });
    await show(<LessonView lessonId="x" />);
    expect(await screen.findByText('There is no such lesson')).toBeDefined();
  });
});

describe('a note', () => {
  const stored = (text: string, revision: number, aside: object[] = []) => ({ text, revision, updatedAt: '2026-11-02T10:00:00Z', aside });
  const field = () => screen.findByRole('textbox', { name: 'Your note' });

  test('written without a connection stays here, and goes out when it is back', async () => {
    let isCut = true;
    const sent: unknown[] = [];
    fakeApi({ ...answers, 'PUT /study/lessons/sql-joins/note': ({ body }) => {
      if (isCut) throw new TypeError('offline');
      sent.push(body);
      return stored('mine, and more', 2);
    } });
    await show(<LessonView lessonId="sql-joins" />);
    await userEvent.type(await field(), ', and more');
    expect(await screen.findByText('Kept on this device; it is sent when you are online again.', {}, { timeout: 3000 })).toBeDefined();
    expect(unsentNote('u1', 'sql-joins')).toEqual({ text: 'mine, and more', revision: 1 });
    isCut = false;
    window.dispatchEvent(new Event('online'));
    await waitFor(() => { expect(sent).toEqual([{ text: 'mine, and more', revision: 1 }]); });
    await waitFor(() => { expect(unsentNote('u1', 'sql-joins')).toBeNull(); });
  });

  test('that was not sent before the page was closed is there when it is opened again, and is sent', async () => {
    localStorage.setItem('cairn.unsent.note.u1.sql-joins', JSON.stringify({ text: 'from the train', revision: 1 }));
    const put = vi.fn(() => stored('from the train', 3, [{ id: 'a1', text: 'from the phone', replacedAt: '2026-11-02T09:00:00Z' }]));
    fakeApi({ ...answers, 'PUT /study/lessons/sql-joins/note': put });
    await show(<LessonView lessonId="sql-joins" />);
    expect((await field() as HTMLTextAreaElement).value).toBe('from the train');
    expect(await screen.findByText('from the phone')).toBeDefined();
    expect(put).toHaveBeenCalledTimes(1);
  });

  test('of somebody else on this device is not shown', async () => {
    localStorage.setItem('cairn.unsent.note.u2.sql-joins', JSON.stringify({ text: 'not yours', revision: 1 }));
    fakeApi(answers);
    await show(<LessonView lessonId="sql-joins" />);
    expect((await field() as HTMLTextAreaElement).value).toBe('mine');
  });
});

test('an import shows its counts, its errors by row with the nearest skill, and is taken in by one button', async () => {
  const details = {
    id: 'i1', fileName: 'quiz.csv', state: 'proposed', form: 'csv', skillId: null, skillName: null, failure: null, createdAt: '2026-11-01T10:00:00Z', appliedAt: null, retiredAt: null,
    summary: { rows: 3, added: 2, changed: 0, unchanged: 0, refused: 1, bySkill: [{ skillId: 'sql', skillName: 'SQL', questions: 2 }], countsFrom: 0, isOldEncoding: true },
    questions: { items: [{ line: 2, kind: 'single', skillName: 'SQL', level: 2, ask: '<b>Which?</b>', code: null, options: [{ text: 'this', right: true }, { text: 'that', right: false }], hasExplanation: false, hints: 0 }], total: 2, nextCursor: null },
    errors: [{ line: 4, code: 'unknown-skill', ask: 'What?', detail: 'Pythonn', nearestSkillId: 'python', nearestSkillName: 'Python' }],
  };
  const calls = fakeApi({ 'GET /questions/imports/i1': () => details, 'POST /questions/imports/i1/apply': () => ({ ...details, state: 'applied' }) });
  await show(<QuestionImportView importId="i1" />);
  expect(await screen.findByText(/the skill “Pythonn” is not known · did you mean Python\?/)).toBeDefined();
  expect(screen.getByText('<b>Which?</b>')).toBeDefined();
  expect(screen.getByText('Numbers of answers were counted from 0.')).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'Take in 2 questions' }));
  await waitFor(() => { expect(calls.some(({ method, path }) => method === 'POST' && path === '/questions/imports/i1/apply')).toBe(true); });
});
