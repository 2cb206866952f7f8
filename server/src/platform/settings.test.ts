import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { readSettings, repositoryRoot, SettingsError, settingTable, type SettingEntry, type SettingName, type Settings } from './settings.ts';

const read = (env: Record<string, string>) => readSettings(env, () => 'made once and kept in the data folder');
const entries = Object.entries(settingTable) as [SettingName, SettingEntry][];

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    read(env);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
}

test('nothing set is a whole installation on this machine', () => {
  expect(read({})).toMatchObject({
    port: 3000, host: '127.0.0.1', loopback: true, demo: true, publicUrl: 'http://localhost:3000',
    dataDirectory: join(repositoryRoot, '.cairn'), databaseUrl: undefined, uploadLimitBytes: 10_485_760, runs: { api: true, worker: true },
    rates: { person: { count: 100, windowSeconds: 60 }, personBurst: 200, address: { count: 1000, windowSeconds: 60 } },
    secret: 'made once and kept in the data folder',
  });
});

const meanings: [string, Record<string, string>, Partial<Settings>][] = [
  ['an empty value is no value', { PORT: '', DATABASE_URL: ' ' }, { port: 3000, databaseUrl: undefined }],
  ['a relative data folder starts at the repository root', { CAIRN_DATA_DIR: 'data/here' }, { dataDirectory: join(repositoryRoot, 'data/here'), filesDirectory: join(repositoryRoot, 'data/here/files') }],
  ['an absolute data folder stays', { CAIRN_DATA_DIR: '/srv/cairn' }, { dataDirectory: '/srv/cairn' }],
  ['no demo where other machines can reach it', { HOST: '0.0.0.0' }, { loopback: false, demo: false }],
  ['unless it is asked for', { HOST: '0.0.0.0', CAIRN_DEMO: '1' }, { demo: true }],
  ['no demo when it is not wanted', { CAIRN_DEMO: '0' }, { demo: false }],
  ['localhost by name and by IPv6 is loopback', { HOST: '::1' }, { loopback: true }],
  ['links follow the port', { PORT: '8080' }, { publicUrl: 'http://localhost:8080' }],
  ['a public address loses its last slash', { CAIRN_PUBLIC_URL: 'https://careers.example/' }, { publicUrl: 'https://careers.example' }],
  ['a worker serves no requests', { CAIRN_PROCESS: 'worker' }, { runs: { api: false, worker: true } }],
  ['lists are split at commas', { CAIRN_TRUSTED_PROXIES: '10.0.0.0/8, ::1', CAIRN_CORS_ORIGINS: 'https://a.example,https://b.example:8443' }, { trustedProxies: ['10.0.0.0/8', '::1'], corsOrigins: ['https://a.example', 'https://b.example:8443'] }],
  ['a model of one\'s own lies below the repository root or where an absolute path says', { CAIRN_EMBEDDING_MODEL_DIR: 'models/mini' }, { embeddingModelDirectory: join(repositoryRoot, 'models/mini') }],
  ['no language model is asked unless one is named', {}, { llm: { providers: [], dailyTokens: 2_000_000 } }],
  ['language models are asked in their order, each with the key of its kind', { CAIRN_LLM_CHAIN: 'ollama+http://127.0.0.1:11434#mistral:7b, anthropic+https://api.anthropic.com/v1#claude', CAIRN_LLM_ANTHROPIC_KEY: 'key' }, { llm: expect.objectContaining({ providers: [expect.objectContaining({ kind: 'ollama', key: null, local: true }), expect.objectContaining({ kind: 'anthropic', key: 'key', local: false })] }) as Settings['llm'] }],
  ['a given secret wins', { CAIRN_SECRET: 'x'.repeat(32) }, { secret: 'x'.repeat(32) }],
];
test.each(meanings)('%s', (_rule, env, expected) => {
  expect(read(env)).toMatchObject(expected);
});

const mistakes: [SettingName, string, string][] = [
  ['CAIRN_LLM_CHAIN', 'mistral', 'KIND+ADDRESS#MODEL'],
  ['PORT', '70000', 'at most 65535'],
  ['PORT', '3000.5', 'whole number'],
  ['CAIRN_DEMO', 'yes', '0 or 1'],
  ['DATABASE_URL', 'mysql://localhost/cairn', 'postgres:// or postgresql://'],
  ['DATABASE_URL', 'localhost:5432', 'postgres://'],
  ['CAIRN_SECRET', 'short', '32 characters'],
  ['CAIRN_PUBLIC_URL', 'careers.example', 'http:// or https://'],
  ['CAIRN_CORS_ORIGINS', 'https://a.example/path', 'no path'],
  ['CAIRN_TRUSTED_PROXIES', 'proxy.example', 'IP addresses'],
  ['CAIRN_RATE_PERSON', 'many', 'a count, a slash'],
  ['CAIRN_UPLOAD_LIMIT_MEGABYTES', '0', 'at least 1'],
  ['MAIL_FROM', 'nobody', 'e-mail address'],
  ['MAIL_FROM', 'a@b.example\r\nBcc: c@d.example', 'e-mail address'],
  ['CAIRN_LOG_LEVEL', 'loud', 'warn'],
  ['CAIRN_PROCESS', 'both', 'worker'],
];
test.each(mistakes)('%s=%j is refused by name, with the reason and an example', (name, value, reason) => {
  const problems = problemsOf({ [name]: value });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(name);
  expect(problems[0]).toContain(reason);
  expect(problems[0]).toContain(settingTable[name].example);
});

test('every mistake is told at once', () => {
  expect(problemsOf({ PORT: 'x', CAIRN_DEMO: 'x', CAIRN_DATADIR: '/srv' }).map((problem) => problem.split(' ')[0])).toEqual(['PORT', 'CAIRN_DEMO', 'CAIRN_DATADIR']);
});

test.each(['CAIRN_SECRET', 'DATABASE_URL', 'SMTP_URL'])('a refused %s is not repeated, since people paste messages', (name) => {
  expect(problemsOf({ [name]: 'hunter2' }).join()).not.toContain('hunter2');
});

describe('the table', () => {
  test.each(entries)('%s has an example and a default that it accepts itself', (_name, entry) => {
    const tried = [entry.fallback, entry.example].filter((value) => value !== undefined);
    expect(tried.map((value) => entry.shape.safeParse(value).error?.issues)).toEqual(tried.map(() => undefined));
  });

  test('.env.example says the same: every setting, its default and its description', () => {
    const text = readFileSync(resolve(repositoryRoot, '.env.example'), 'utf8');
    const shown = parseEnv(text.replaceAll(/^# ?(?=[A-Z_]+=)/gm, ''));
    expect(Object.fromEntries(Object.entries(shown))).toEqual(Object.fromEntries(entries.map(([name, entry]) => [name, entry.fallback ?? ''])));
    for (const [, entry] of entries) expect(text).toContain(`# ${entry.description}`);
  });
});
