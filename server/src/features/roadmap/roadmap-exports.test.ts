import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testApp, type Api, type TestApp } from '../../test-support/app.ts';

let app: TestApp;
let api: Api;
beforeAll(async () => {
  app = await testApp();
  api = app.as(await app.make.person());
});
afterAll(() => app.close());

const planned = async (more: object = {}) => (await api.post('/roadmaps', { targetRoleId: 'data-analyst', hoursPerWeek: 10, startsOn: '2026-03-02', ...more })).body;
const exported = (id: string, format: string) => api.get(`/roadmaps/${id}/export`, { query: { format } });
const feed = (calendarUrl: string) => app.anonymous.get(new URL(calendarUrl).pathname);
const textOfPdf = async (bytes: Uint8Array) => {
  const { text, totalPages } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  return { text: text.replaceAll(/\s+/g, ' '), totalPages };
};
type Tasks = { months: { weeks: { tasks: { id: string; title: string }[] }[] }[] };
const tasksOf = ({ months }: Tasks) => months.flatMap(({ weeks }) => weeks.flatMap(({ tasks }) => tasks));

describe('a roadmap as PDF', () => {
  test('has its name, every task, and the pages numbered', async () => {
    const roadmap = await planned();
    const { status, headers, bytes } = await exported(roadmap.id, 'pdf');
    expect([status, headers['content-type'], headers['content-disposition']]).toEqual([200, 'application/pdf', expect.stringContaining('Data Analyst.pdf')]);
    const { text, totalPages } = await textOfPdf(bytes);
    expect(totalPages).toBeGreaterThan(3);
    for (const words of ['Data Analyst', `${totalPages} / ${totalPages}`, ...tasksOf(roadmap).map(({ title }) => title)]) expect(text).toContain(words.replaceAll(/\s+/g, ' '));
  });

  test('is in Hindi for those who plan in Hindi, also its Latin words', async () => {
    const roadmap = await planned({ language: 'hi' });
    const { text } = await textOfPdf((await exported(roadmap.id, 'pdf')).bytes);
    expect(text).toContain('SQL');
    expect(/\p{Script=Devanagari}{3}/u.test(text)).toBe(true);
  });

  test('takes any title for its name', async () => {
    const roadmap = await planned();
    const title = 'To “Pebble/Works”\\..\r\nक \u202e🂡';
    await api.patch(`/roadmaps/${roadmap.id}`, { title });
    for (const format of ['pdf', 'markdown']) expect((await exported(roadmap.id, format)).status).toBe(200);
    expect((await feed(roadmap.calendarUrl)).status).toBe(200);
  });
});

test('as Markdown it lists every task with a box, ticked when done', async () => {
  const roadmap = await planned();
  const [first] = tasksOf(roadmap);
  await api.post(`/roadmaps/${roadmap.id}/tasks/${first?.id ?? ''}/complete`);
  const { headers, body } = await exported(roadmap.id, 'markdown');
  expect(headers['content-type']).toMatch(/^text\/markdown/);
  const boxes = String(body).split('\n').filter((line) => /^\s*- \[[ x]\]/.test(line));
  expect([boxes.length, boxes.filter((line) => line.includes('[x]')).length]).toEqual([tasksOf(roadmap).length, 1]);
  expect(boxes[0]).toContain(first?.title);
});

describe('the calendar', () => {
  /** Lines longer than 75 bytes are folded (RFC 5545, 3.1). */
  const unfolded = (ics: string) => ics.replaceAll('\r\n ', '').split('\r\n');

  test('is iCalendar that a program can follow: events with ids and times, one week after the other', async () => {
    const roadmap = await planned();
    const { status, headers, body } = await feed(roadmap.calendarUrl);
    expect([status, headers['content-type']]).toEqual([200, expect.stringMatching(/^text\/calendar/)]);
    const ics = String(body);
    for (const line of ics.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const lines = unfolded(ics);
    expect([lines[0], lines.at(-2), lines.includes('VERSION:2.0')]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR', true]);
    const of = (name: string) => lines.filter((line) => new RegExp(`^${name}[;:]`).test(line));
    const events = lines.filter((line) => line === 'BEGIN:VEVENT').length;
    expect(events).toBeGreaterThanOrEqual(roadmap.totalWeeks);
    expect([of('UID').length, new Set(of('UID')).size, of('DTSTAMP').length, of('DTSTART').length, lines.filter((line) => line === 'END:VEVENT').length]).toEqual([events, events, events, events, events]);
    expect(of('DTSTART')[0]).toContain('20260302');
  });

  test('moves to a new address when the owner wants it, and the old one stops', async () => {
    const roadmap = await planned();
    const { body } = await api.post(`/roadmaps/${roadmap.id}/calendar`);
    expect((await feed(roadmap.calendarUrl)).body.code).toBe('roadmap.feed-unknown');
    expect((await feed(body.calendarUrl)).status).toBe(200);
    expect((await api.get(`/roadmaps/${roadmap.id}`)).body.calendarUrl).toBe(body.calendarUrl);
  });

  test.each(['', 'x', '%00', '018f0000-0000-7000-8000-000000000000', 'A'.repeat(100)])('has no other address, such as "%s"', async (token) => {
    expect((await app.anonymous.get(`/calendars/${token}`)).status).toBe(404);
  });
});
