/** What is deployed beside Cairn for a model of its own, run as people run it, against a server that speaks Ollama's protocol. */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readProvider } from '../server/src/platform/llm/provider.ts';
import { llmStandIn, type LlmStandIn } from '../server/src/test-support/llm-stand-in.ts';

const folder = resolve(import.meta.dirname, '../deploy/ollama');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const scripts = ['setup.sh', 'health-check.sh', 'benchmark.sh'];

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(script: string, words: readonly string[], environment: Record<string, string> = {}): Promise<Ended> {
  return new Promise((done) => {
    const child = spawn('sh', [join(folder, script), ...words], { env: { PATH: process.env['PATH'] ?? '', ...environment } });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => { out += chunk.toString(); });
    child.stderr.on('data', (chunk: Buffer) => { err += chunk.toString(); });
    child.on('close', (code) => { done({ code, out, err }); });
  });
}

let server: LlmStandIn;
let bin: string;
beforeAll(async () => {
  server = await llmStandIn();
  bin = mkdtempSync(join(tmpdir(), 'cairn-ollama-'));
});
afterAll(async () => {
  rmSync(bin, { recursive: true });
  await server.close();
});
beforeEach(() => {
  server.seen.length = 0;
  server.has('cairn-mistral:latest');
});

describe.each(scripts)('%s', (script) => {
  test('says how it is used, and stops at words that it does not know', async () => {
    expect(await run(script, ['-h'])).toMatchObject({ code: 0, out: expect.stringContaining(`Usage: ${script}`), err: '' });
    for (const words of [['-x'], ['more'], script === 'setup.sh' ? ['-n', 'a b'] : ['-m', 'a"b']]) expect((await run(script, words)).code).toBe(2);
  });
  test('stops at the first mistake', () => {
    expect(read(script)).toMatch(/^#!\/bin\/sh\n(?:#.*\n)+set -eu\n/);
  });
});

test('the model has the room that Cairn asks for, so that it is not loaded anew', () => {
  const provider = readProvider('ollama+http://127.0.0.1:11434#cairn-mistral', () => null);
  expect(provider).toMatchObject({ contextTokens: Number(/^PARAMETER num_ctx (\d+)$/m.exec(read('Modelfile'))?.[1]) });
});

test.each(['README.md', 'setup.sh'])('%s names settings that Cairn knows', (name) => {
  const settings = readFileSync(resolve(folder, '../../.env.example'), 'utf8');
  const named = [...new Set(read(name).match(/\bCAIRN_[A-Z_]+/g))];
  expect(named).toContain('CAIRN_LLM_CHAIN');
  for (const setting of named) expect(settings).toContain(`# ${setting}=`);
});

describe('setting up', () => {
  /** An `ollama` that writes down what it is told. */
  function fakeOllama(list: number): string {
    writeFileSync(join(bin, 'ollama'), `#!/bin/sh\nif [ "$1" = list ]; then exit ${list}; fi\necho "$@" >> '${bin}/told'\nif [ "$1" = create ]; then cat "$4" >> '${bin}/told'; fi\n`);
    chmodSync(join(bin, 'ollama'), 0o755);
    rmSync(join(bin, 'told'), { force: true });
    return `${bin}:${process.env['PATH'] ?? ''}`;
  }

  test('pulls the base, makes the model of it and says what to set', async () => {
    const { code, out } = await run('setup.sh', [], { PATH: fakeOllama(0) });
    expect(code).toBe(0);
    expect(readFileSync(join(bin, 'told'), 'utf8')).toMatch(/^pull mistral:7b-instruct\ncreate cairn-mistral -f \S+\n[\s\S]*^FROM mistral:7b-instruct\nPARAMETER num_ctx/m);
    expect(readProvider(/CAIRN_LLM_CHAIN=(\S+)/.exec(out)?.[1] ?? '', () => null)).toMatchObject({ kind: 'ollama', model: 'cairn-mistral', local: true });
  });
  test('builds the same name on another base', async () => {
    expect((await run('setup.sh', ['-b', 'qwen2.5:7b-instruct', '-n', 'ours'], { PATH: fakeOllama(0) })).code).toBe(0);
    expect(readFileSync(join(bin, 'told'), 'utf8')).toMatch(/^pull qwen2\.5:7b-instruct\ncreate ours -f \S+\n[\s\S]*^FROM qwen2\.5:7b-instruct$/m);
  });
  test('says what to do where Ollama does not run', async () => {
    expect(await run('setup.sh', [], { PATH: fakeOllama(1) })).toMatchObject({ code: 1, err: expect.stringContaining('ollama serve') });
  });
});

describe.skipIf(spawnSync('curl', ['--version']).error !== undefined)('with curl', () => {
  test('a healthy server is found healthy', async () => {
    server.will({ text: '{"colour": "blue"}' });
    expect(await run('health-check.sh', ['-u', `${server.url}/`])).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/ok.*\nok.*cairn-mistral:latest\nok/) });
    expect(server.seen.map(({ path }) => path)).toEqual(['/api/tags', '/api/chat']);
    expect(server.seen[1]?.body).toMatchObject({ model: 'cairn-mistral', stream: false, options: { num_ctx: 8192 } });
  });
  test.each<[string, number, string, () => string[]]>([
    ['that is not there', 1, 'ollama serve', () => ['-u', 'http://127.0.0.1:1']],
    ['without the model', 3, 'setup.sh -n other', () => ['-u', server.url, '-m', 'other']],
    ['that has a longer name alone', 3, 'setup.sh', () => ['-u', server.url, '-m', 'mistral']],
    ['whose model hangs', 4, 'within 1 s', () => {
      server.will('hang');
      return ['-u', server.url, '-t', '1'];
    }],
    ['whose model fails', 4, '500', () => {
      server.will({ status: 500 });
      return ['-u', server.url];
    }],
    ['whose model answers in another form', 4, 'form asked for', () => {
      server.will({ text: 'It is blue.' });
      return ['-u', server.url];
    }],
  ])('a server %s is told by the code %i', async (_case, code, said, words) => {
    expect(await run('health-check.sh', words())).toMatchObject({ code, err: expect.stringContaining(said) });
  });

  test('the benchmark counts what came after the first answer', async () => {
    server.will({ text: 'Joins.', input: 9, output: 1 }, { text: 'Joins.', input: 80, output: 40 }, { text: 'Joins.', input: 81, output: 60 });
    const { code, out, err } = await run('benchmark.sh', ['-u', server.url, '-n', '2']);
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n').slice(1, 3).map((line) => line.trim().split(/\s+/)).map(([at, , input, output]) => [at, input, output])).toEqual([['1', '80', '40'], ['2', '81', '60']]);
    expect(out).toMatch(/2 answers: median \d+\.\d s, slowest \d+\.\d s, \d+\.\d tokens out a second/);
    expect(server.seen).toHaveLength(3);
  });
  test.each([['nought', '0'], ['too many', '101'], ['no number', 'ten']])('the benchmark takes no count that is %s', async (_case, count) => {
    expect((await run('benchmark.sh', ['-u', server.url, '-n', count])).code).toBe(2);
  });
  test('the benchmark ends where a question fails', async () => {
    server.will({ status: 404 });
    expect(await run('benchmark.sh', ['-u', server.url])).toMatchObject({ code: 1, err: expect.stringContaining('health-check.sh') });
  });
});
