import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { llmStandIn, type LlmStandIn, type Reply } from '../../test-support/llm-stand-in.ts';
import { createModel, providerDefaults, readProvider, type Provider, type ProviderKind } from './provider.ts';
import { ModelError, type Completion, type ModelErrorKind } from './model.ts';

let server: LlmStandIn;
beforeAll(async () => { server = await llmStandIn(); });
afterAll(() => server.close());

const providerOf = (kind: ProviderKind, more: Partial<Provider> = {}): Provider => ({
  ...providerDefaults[kind], kind, baseUrl: kind === 'ollama' ? server.url : `${server.url}/v1`, model: 'stand-in', key: 'the-key', local: true, ofInstallation: true, ...more,
});
const request = { system: 'Answer in JSON.', messages: [{ role: 'user' as const, text: 'Say yes.' }], schema: { type: 'object', properties: { answer: { type: 'string' } }, required: ['answer'], additionalProperties: false }, maxOutputTokens: 64, temperature: 0.2 };

async function ask(kind: ProviderKind, streams: boolean, reply: Reply, signal = new AbortController().signal): Promise<Completion> {
  server.will(reply);
  const model = await createModel(providerOf(kind));
  return model.complete(request, { signal, onProgress: streams ? () => undefined : undefined });
}

const errorKind = async (work: Promise<unknown>): Promise<ModelErrorKind> => {
  const error: unknown = await work.then(() => null, (thrown: unknown) => thrown);
  if (!(error instanceof ModelError)) throw new Error('No ModelError', { cause: error });
  return error.kind;
};

describe.each<[ProviderKind, boolean]>([['ollama', false], ['ollama', true], ['openai', false], ['openai', true], ['anthropic', false], ['anthropic', true]])('%s, streaming %s', (kind, streams) => {
  const text = '{"answer":"yes, हाँ"}';

  test('gives the whole answer with its tokens', async () => {
    expect(await ask(kind, streams, { text, input: 21, output: 9 })).toEqual({ text, finish: 'stop', tokens: { input: 21, output: 9 } });
  });

  test('says when the answer was cut at its longest', async () => {
    expect(await ask(kind, streams, { text: '{"answer":"ye', finish: 'length' })).toMatchObject({ finish: 'length' });
  });

  test.each<[string, Reply, ModelErrorKind]>([
    ['429', { status: 429, retryAfter: 7 }, 'rate-limited'],
    ['500', { status: 500 }, 'server-error'],
    ['401', { status: 401 }, 'key-refused'],
    ['404', { status: 404 }, 'model-unknown'],
    ['400', { status: 400 }, 'request-refused'],
    ['a body of another protocol', { raw: '<html>hello</html>' }, streams && kind !== 'ollama' ? 'cut-off' : 'not-understood'],
  ])('%s is told apart', async (_, reply, expected) => {
    expect(await errorKind(ask(kind, streams, reply))).toBe(expected);
  });

  test('a connection that ends in the middle is no answer', async () => {
    await expect(ask(kind, streams, { cut: '{"answer":"yes"}' })).rejects.toThrow();
  });

  test('giving up reaches the server', async () => {
    const controller = new AbortController();
    const before = server.seen.length;
    const asked = ask(kind, streams, 'hang', controller.signal);
    while (server.seen.length === before) await sleep(5);
    controller.abort(new Error('enough'));
    await expect(asked).rejects.toThrow();
    while (server.seen.at(-1)?.aborted === false) await sleep(5);
    expect(server.seen.at(-1)?.aborted).toBe(true);
  });
});

test('progress counts the characters that have come', async () => {
  server.will({ text: '{"answer":"yes"}' });
  const heard: number[] = [];
  await (await createModel(providerOf('ollama'))).complete(request, { signal: new AbortController().signal, onProgress: (characters) => heard.push(characters) });
  expect(heard).toEqual([7, 14, 16, 16]);
});

test('Ollama gets the context size and the schema by its own protocol, and a full context counts as cut', async () => {
  expect(await ask('ollama', false, { text: '{}', input: 8000, output: 192 })).toMatchObject({ finish: 'length' });
  expect(server.seen.at(-1)).toMatchObject({ path: '/api/chat', body: { model: 'stand-in', format: request.schema, options: { num_ctx: 8192, num_predict: 64, temperature: 0.2 } } });
});

test('keys travel in the header of their protocol', async () => {
  await ask('openai', false, { text: '{}' });
  expect(server.seen.at(-1)?.headers.authorization).toBe('Bearer the-key');
  await ask('anthropic', false, { text: '{}' });
  expect(server.seen.at(-1)?.headers['x-api-key']).toBe('the-key');
});

test('an organisation cannot point a provider into the network that the server stands in', async () => {
  server.will({ text: '{}' });
  const before = server.seen.length;
  const model = await createModel(providerOf('ollama', { ofInstallation: false }));
  await expect(model.complete(request, { signal: new AbortController().signal })).rejects.toThrow();
  expect(server.seen.length).toBe(before);
});

describe('a provider of the settings', () => {
  const keyOf = (kind: ProviderKind) => (kind === 'anthropic' ? 'secret' : null);
  test.each<[string, Partial<Provider>]>([
    ['ollama+http://127.0.0.1:11434#mistral:7b', { kind: 'ollama', baseUrl: 'http://127.0.0.1:11434', model: 'mistral:7b', key: null, local: true, contextTokens: 8192, timeoutSeconds: 180, atOnce: 1 }],
    ['anthropic+https://api.anthropic.com/v1/#claude?timeout=60&at-once=2', { kind: 'anthropic', baseUrl: 'https://api.anthropic.com/v1', key: 'secret', local: false, timeoutSeconds: 60, atOnce: 2 }],
    ['openai+http://vllm.college.example:8000/v1#qwen?local=1&context=16384', { local: true, contextTokens: 16_384 }],
    ['openai+http://10.1.2.3:8000/v1#qwen', { local: true }],
    ['openai+http://vllm.college.example:8000/v1#qwen', { local: false }],
  ])('%s', (written, expected) => {
    expect(readProvider(written, keyOf)).toMatchObject(expected);
  });
  test.each(['mistral', 'ollama+http://127.0.0.1:11434', 'bard+https://x.example#y', 'ollama+http://127.0.0.1:11434#m?context=12', 'ollama+ftp://x#y'])('%s is refused in words', (written) => {
    expect(readProvider(written, keyOf)).toContain(written);
  });
});
