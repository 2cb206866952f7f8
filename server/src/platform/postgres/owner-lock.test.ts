import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lockOwner, processSpace, takeLock, type LockAnswer, type LockOwner } from './owner-lock.ts';
import { processStart } from './process-identity.ts';

const silenceMilliseconds = 600;
let folder: string;
const taken: LockAnswer[] = [];
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'cairn-lock-')); });
afterEach(() => {
  for (const lock of taken.splice(0)) if (lock.taken) lock.release();
  rmSync(folder, { recursive: true });
});

const path = () => join(folder, 'owner.json');
async function take(): Promise<LockAnswer> {
  const answer = await takeLock(folder, 'serve', silenceMilliseconds);
  taken.push(answer);
  return answer;
}
const leave = (owner: Partial<LockOwner>) => writeFileSync(path(), JSON.stringify({ pid: process.pid, started: processStart(process.pid), space: processSpace(), command: 'serve', ...owner }));

test('it is taken once, told to the next, and free after its release', async () => {
  const first = await take();
  expect(first.taken).toBe(true);
  expect(await take()).toMatchObject({ taken: false, owner: { pid: process.pid, command: 'serve' } });
  expect(lockOwner(folder)).toMatchObject({ pid: process.pid });
  if (first.taken) first.release();
  expect(lockOwner(folder)).toBeUndefined();
  expect((await take()).taken).toBe(true);
});

test('of many who want it at once, one gets it', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, take));
  expect(answers.filter((answer) => answer.taken)).toHaveLength(1);
});

test.each<[string, () => void]>([
  ['a process that is gone', () => leave({ pid: 2 ** 22 + 1 })],
  ['a process whose number another one has now', () => leave({ started: 'long ago' })],
  ['power loss, which left it empty', () => writeFileSync(path(), '')],
])('it is taken from %s, and nothing else stays behind', async (_who, make) => {
  make();
  expect(lockOwner(folder)).toBeUndefined();
  expect((await take()).taken).toBe(true);
  expect(JSON.parse(readFileSync(path(), 'utf8'))).toMatchObject({ pid: process.pid });
  expect(readdirSync(folder)).toEqual(['owner.json']);
});

describe('an owner in another container, whose process cannot be seen,', () => {
  const elsewhere = { space: 'another-container pid:[1]', pid: 1, started: 'at some time' };

  test('keeps it while it touches it', async () => {
    leave(elsewhere);
    const touch = setInterval(() => utimesSync(path(), new Date(), new Date()), 150);
    try {
      expect(lockOwner(folder)).toMatchObject(elsewhere);
      expect(await take()).toMatchObject({ taken: false, owner: elsewhere });
    } finally {
      clearInterval(touch);
    }
  });
  test('loses it when it falls silent', async () => {
    leave(elsewhere);
    expect((await take()).taken).toBe(true);
  });
});

test('an owner does not take away a lock that is no longer its own', async () => {
  const lock = await take();
  leave({ pid: 1 });
  if (lock.taken) lock.release();
  expect(existsSync(path())).toBe(true);
});
