import { describe, expect, test } from 'vitest';
import { createLog, describeError } from './log.ts';

function logging(): { log: ReturnType<typeof createLog>; lines: () => Record<string, unknown>[] } {
  const written: string[] = [];
  return { log: createLog({ level: 'info', destination: { write: (line: string) => void written.push(line) } }), lines: () => written.map((line) => JSON.parse(line)) };
}

describe('the log', () => {
  test('is lines of JSON with time and level', () => {
    const { log, lines } = logging();
    log.info({ requestId: 'r1' }, 'request');
    expect(lines()).toEqual([{ level: 'info', time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/), requestId: 'r1', msg: 'request' }]);
  });
  test.each(['password', 'accessToken', 'refreshToken', 'authorization', 'cookie', 'email', 'name', 'body'])('hides %s, however it came in', (field) => {
    const { log, lines } = logging();
    log.info({ [field]: 'asha-secret', inner: { [field]: 'asha-secret', deeper: { [field]: 'asha-secret' } } });
    expect(JSON.stringify(lines())).not.toContain('asha-secret');
  });
  test('writes no request or answer whole', () => {
    const { log, lines } = logging();
    log.info({ req: { url: '/reset?token=asha-secret' }, res: { headers: 'asha-secret' } });
    expect(JSON.stringify(lines())).not.toContain('asha-secret');
  });
});

describe('an error is described', () => {
  test('with its kind, code, place and cause', () => {
    expect(describeError(new TypeError('broken', { cause: Object.assign(new Error('deep'), { code: 'ENOENT' }) }))).toMatchObject({ type: 'TypeError', message: 'broken', stack: expect.stringContaining('log.test.ts'), cause: { message: 'deep', code: 'ENOENT' } });
  });
  test.each([
    ['an e-mail', new Error('no mailbox <asha@college.example> here'), 'asha@college'],
    ['a value that PostgreSQL could not take', Object.assign(new Error('invalid input syntax for type integer: "asha"'), { code: '22P02' }), 'asha'],
    ['a value that is quoted without end', Object.assign(new Error('invalid input syntax for type json: "asha'), { code: '22P02' }), 'asha'],
    ['a message repeated in the stack', new Error('asha@college.example'), 'asha'],
  ])('without %s', (_what, error, secret) => {
    expect(JSON.stringify(describeError(error))).not.toContain(secret);
  });
  test('with the name of the constraint that it met', () => {
    expect(describeError(Object.assign(new Error('duplicate key value violates unique constraint "member_pkey"'), { code: '23505' })).message).toContain('member_pkey');
  });
  test('and a chain of causes has an end', () => {
    const error = new Error('loop');
    error.cause = error;
    expect(JSON.stringify(describeError(error)).length).toBeLessThan(20_000);
  });
});
