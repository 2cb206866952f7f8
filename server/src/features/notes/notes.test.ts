import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testApp, type TestApp } from '../../test-support/app.ts';

let app: TestApp;
beforeAll(async () => { app = await testApp(); });
afterAll(() => app.close());

describe('notes', () => {
  test('are listed pinned first, then the newest', async () => {
    const student = app.as(await app.make.person());
    for (const [text, pinned] of [['first', false], ['pinned', true], ['last', false]] as const) {
      app.clock.milliseconds += 1000;
      expect(await student.post('/notes', { text, pinned })).toMatchObject({ status: 201, body: { text, pinned } });
    }
    const { body } = await student.get('/notes');
    expect(body.items.map((note: { text: string }) => note.text)).toEqual(['pinned', 'last', 'first']);
  });

  test('are seen and erased by their owner alone', async () => {
    const [owner, other] = [app.as(await app.make.person()), app.as(await app.make.person())];
    const { body: note } = await owner.post('/notes', { text: 'mine' });
    expect((await other.get('/notes')).body.items).toEqual([]);
    expect(await other.delete(`/notes/${note.id}`)).toMatchObject({ status: 404, body: { code: 'notes.unknown' } });
    expect(await owner.delete(`/notes/${note.id}`)).toMatchObject({ status: 204 });
    expect((await owner.get('/notes')).body.items).toEqual([]);
  });

  test('sent again with the same key are kept once', async () => {
    const student = app.as(await app.make.person());
    const headers = { 'idempotency-key': 'note-1' };
    const first = await student.post('/notes', { text: 'once' }, { headers });
    expect((await student.post('/notes', { text: 'once' }, { headers })).body).toEqual(first.body);
    expect((await student.get('/notes')).body.items).toHaveLength(1);
  });

  test.each([['nothing', ''], ['spaces', '   '], ['2,001 letters', 'x'.repeat(2001)], ['no text', undefined]])('with %s are refused', async (_case, text) => {
    expect(await app.as(await app.make.person()).post('/notes', { text })).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
  });
});
