import { expect, test } from 'vitest';
import { commandTable } from './command-table.ts';
import { runCommand } from './run-command.ts';

const fitting = { name: 'Lakeside College', slug: 'lakeside', 'admin-email': 'head@lakeside.example' };

async function create(options: Record<string, string>) {
  const said: string[] = [];
  const words = Object.entries({ ...fitting, ...options }).map(([name, value]) => `--${name}=${value}`);
  const code = await runCommand(['organisation', 'create', ...words], commandTable, { directory: '/', out: (line) => said.push(line), err: (line) => said.push(line), now: () => new Date(0) });
  return { code, said: said.join('\n') };
}

test.each([
  ['name', 'X', '2 to 160 characters, such as "Lakeside College"'],
  ['slug', 'Not A Slug', 'a to z, digits and hyphens, with no hyphen first or last, such as not-a-slug'],
  ['slug', 'झील', 'such as lakeside'],
  ['slug', `-${'x'.repeat(70)}`, `such as ${'x'.repeat(62)}.`],
  ['admin-email', 'nobody', 'such as head@lakeside.example'],
  ['admin-name', ' ', '1 to 120 characters'],
  ['email-domain', 'localhost', 'such as lakeside.example'],
  ['email-domain', 'gmail.com', 'open to anybody'],
])('--%s %j is refused by its name and value, with one that fits and exit code 2', async (option, value, right) => {
  const { code, said } = await create({ [option]: value });
  expect([code, said]).toEqual([2, expect.stringContaining(`--${option} "${value}" is`)]);
  expect(said).toContain(right);
  expect(said).not.toMatch(/\^|Invalid|pattern|regex/i);
});

test('of several misfits each has its sentence', async () => {
  const { code, said } = await create({ name: 'X', slug: '!' });
  expect([code, said]).toEqual([2, expect.stringMatching(/^--name "X" is .*\.\n--slug "!" is .*\.\n\nnpm run -s cairn -- organisation create/)]);
});
