import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BackupError } from './backup-error.ts';
import { padding, readTar, tarEnd, tarHeader } from './tar.ts';

const member = (name: string, content: Buffer) => [tarHeader(name, content.length, 1_700_000_000), content, padding(content.length)];

async function* inPieces(whole: Buffer, bytes: number): AsyncGenerator<Buffer> {
  for (let start = 0; start < whole.length; start += bytes) yield whole.subarray(start, start + bytes);
}
async function membersOf(stream: AsyncIterable<Buffer>): Promise<{ name: string; content: string }[]> {
  const found: { name: string; content: string }[] = [];
  for await (const { name, content } of readTar(stream)) {
    const pieces: Buffer[] = [];
    for await (const piece of content) pieces.push(piece);
    found.push({ name, content: Buffer.concat(pieces).toString('hex') });
  }
  return found;
}

const path = fc.array(fc.stringMatching(/^[a-z0-9-]{1,64}$/), { minLength: 1, maxLength: 8 }).map((parts) => parts.join('/'));

test('what is written is read, whatever the names, the sizes and the pieces it arrives in', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.record({ name: path, content: fc.uint8Array({ maxLength: 2000 }).map((bytes) => Buffer.from(bytes)) }), { maxLength: 6 }), fc.integer({ min: 1, max: 3000 }), async (members, pieceBytes) => {
    const whole = Buffer.concat([...members.flatMap(({ name, content }) => member(name, content)), tarEnd]);
    expect(await membersOf(inPieces(whole, pieceBytes))).toEqual(members.map(({ name, content }) => ({ name, content: content.toString('hex') })));
  }));
});

test('tar itself reads it, long names too', () => {
  const names = ['short.json', `${'folder/'.repeat(20)}name`, `${'n'.repeat(64)}/`.repeat(7) + 'n'];
  const whole = Buffer.concat([...names.flatMap((name) => member(name, Buffer.from(name))), tarEnd]);
  expect(execFileSync('tar', ['tf', '-'], { input: whole, encoding: 'utf8' }).trim().split('\n')).toEqual(names);
});

test('a member that is not read is passed over', async () => {
  const whole = Buffer.concat([...member('a', Buffer.alloc(700, 1)), ...member('b', Buffer.from('b')), tarEnd]);
  const names: string[] = [];
  for await (const { name } of readTar(inPieces(whole, 100))) names.push(name);
  expect(names).toEqual(['a', 'b']);
});

test.each([
  ['cut off', (whole: Buffer) => whole.subarray(0, 900)],
  ['no tar', () => Buffer.alloc(1024, 'x')],
  ['a flipped bit in a header', (whole: Buffer) => Buffer.from(whole.map((byte, index) => (index === 130 ? byte ^ 1 : byte)))],
])('%s is refused', async (_what, change) => {
  const whole = Buffer.concat([...member('a', Buffer.alloc(700, 1)), tarEnd]);
  await expect(membersOf(inPieces(change(whole), 100))).rejects.toThrow(BackupError);
});

test('a member beyond what a header can say is refused', () => {
  expect(() => tarHeader('a', 2 ** 33, 0)).toThrow('8 GB');
});
