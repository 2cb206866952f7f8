import { describe, expect, test } from 'vitest';
import { CommandError, pathFrom, readParameters, type Command } from './command.ts';
import { commandTable } from './command-table.ts';
import { runCommand } from './run-command.ts';

const command = (run: Command['load'] extends () => Promise<infer Module> ? Module extends { run: infer Run } ? Run : never : never): Command => ({ name: 'measure', summary: 'Measure a file', usage: ' FILE', load: async () => ({ run }) });
async function call(words: string[], table: readonly Command[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommand(words, table, { directory: '/home/asha', out: (line) => out.push(line), err: (line) => err.push(line), now: () => new Date('2026-07-06T09:00:00Z') });
  return { code, out: out.join('\n'), err: err.join('\n') };
}
const failing = (error: Error) => [command(() => Promise.reject(error))];
const measure = [command(async (given) => {
  const { values, words: [file = ''] } = readParameters(given.parameters, { json: { type: 'boolean' } }, ['FILE']);
  given.out(`${values.json === true ? 'json' : 'text'} ${pathFrom(given, file)}`);
  return 0;
})];

test('names are looked up, parameters handed on, and files start where the person stands', async () => {
  expect(await call(['measure', 'cv.pdf', '--json'], measure)).toEqual({ code: 0, out: 'json /home/asha/cv.pdf', err: '' });
  expect(await call(['measure', '/tmp/cv.pdf'], measure)).toMatchObject({ out: 'text /tmp/cv.pdf' });
});

test.each([
  ['no command', [], /COMMAND\n\n {2}measure {3}Measure a file/],
  ['an unknown command', ['mesure'], /no command "mesure"/],
  ['a missing file', ['measure'], /^FILE is missing\.\n\n.*measure FILE/],
  ['one file too many', ['measure', 'a', 'b'], /"b" is one word too many/],
  ['an unknown option', ['measure', 'a', '--jsno'], /--jsno/],
])('%s is answered on standard error with exit code 2', async (_what, words, message) => {
  const answer = await call(words, measure);
  expect(answer).toMatchObject({ code: 2, out: '' });
  expect(answer.err).toMatch(message);
});

test.each([[['--help']], [['help']], [['measure', '--help']]])('%j is answered on standard output with exit code 0', async (words) => {
  expect(await call(words, measure)).toMatchObject({ code: 0, err: '', out: expect.stringContaining('npm run -s cairn -- ') });
});

describe('what goes wrong', () => {
  test('for a reason that the person can act on is one message and exit code 1', async () => {
    expect(await call(['measure'], failing(new CommandError('cv.pdf is empty.')))).toEqual({ code: 1, out: '', err: 'cv.pdf is empty.' });
  });
  test('in the settings has the exit code of a configuration error (sysexits.h)', async () => {
    expect((await call(['measure'], failing(Object.assign(new Error('PORT'), { name: 'SettingsError' })))).code).toBe(78);
  });
  test('by a fault of ours is told with its stack', async () => {
    const answer = await call(['measure'], failing(new TypeError('undefined is not a function')));
    expect(answer).toMatchObject({ code: 1, out: '' });
    expect(answer.err).toMatch(/fault of Cairn's own[^]*undefined is not a function[^]*at /);
  });
});

test.each(commandTable.map((each) => [each.name, each] as const))('cairn %s can be loaded, and is named once', async (name, each) => {
  expect(typeof (await each.load()).run).toBe('function');
  expect(commandTable.filter((other) => other.name === name)).toHaveLength(1);
});
