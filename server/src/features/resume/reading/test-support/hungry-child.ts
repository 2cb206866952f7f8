/** A child that misbehaves on request, to prove that its limits hold; the name of the file says how. */
import type { ReadReply, ReadRequest } from '../reading-child.ts';
import { refusalOf } from '../refusals.ts';

const kept: unknown[] = [];
const megabyte = 1024 * 1024;

process.on('disconnect', () => process.exit(0));
process.on('message', ({ name }: ReadRequest) => process.send?.(misbehave(name)));

/** Refuses with what it comes to, as the real child does. */
function misbehave(name: string): ReadReply {
  try {
    if (name === 'typed-arrays') for (;;) kept.push(new Uint8Array(4 * megabyte).fill(1));
    if (name === 'one-array') kept.push(new Uint8Array(3000 * megabyte).fill(1));
    if (name === 'objects') for (let count = 0; ; count += 1) kept.push({ count, text: `${count}` });
    if (name === 'endless') for (;;) kept.length = 0;
    if (name === 'exit') process.exit(3);
    const seen = name === 'environment' ? environment().join(',') : name === 'write' ? tryTo(() => process.getBuiltinModule('node:fs').writeFileSync('left-behind.txt', 'x')) : name === 'read' ? tryTo(() => process.getBuiltinModule('node:fs').readFileSync('/etc/hostname')) : name === 'spawn' ? tryTo(() => process.getBuiltinModule('node:child_process').execSync('true')) : '';
    return { refusal: { code: 'resume.damaged', params: { seen } } };
  } catch (error) {
    return { refusal: refusalOf(error) };
  }
}

/** What the process was started with, less what Node itself adds to open the channel. */
function environment(): string[] {
  const { environmentVariables } = process.report.getReport() as unknown as { environmentVariables: Record<string, string> };
  return Object.keys(environmentVariables).filter((name) => !name.startsWith('NODE_CHANNEL_'));
}

function tryTo(act: () => unknown): string {
  try {
    act();
    return 'done';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'failed';
  }
}

process.send?.({ ready: true } satisfies ReadReply);
