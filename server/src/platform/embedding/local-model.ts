/** A sentence-transformers model that an administrator put on disk, run in this process by onnxruntime-web's WebAssembly. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { unit, type Embedder } from '@cairn/engine/embeddings';
import type { InferenceSession, Tensor } from 'onnxruntime-web';
import { SettingsError } from '../settings.ts';
import { createWordPieces, readTokenizerFile, readVocabulary, type WordPieces } from './word-pieces.ts';

/** Where exports of sentence-transformers keep their model, the smaller ones first. */
const modelFiles = ['model_quantized.onnx', 'onnx/model_quantized.onnx', 'model.onnx', 'onnx/model.onnx'];
/** Skills are short; longer texts take the square of the time. */
const longestPieces = 128;
const textsAtOnce = 8;

export interface LocalModelFiles {
  readonly model: string;
  readonly vocabulary: string;
}

/** Throws SettingsError, naming what is missing, unless the folder has a model and its vocabulary. */
export function findModelFiles(directory: string): LocalModelFiles {
  const first = (names: readonly string[]): string | undefined => names.map((name) => join(directory, name)).find((file) => existsSync(file));
  const model = first(modelFiles);
  const vocabulary = first(['vocab.txt', 'tokenizer.json']);
  if (model === undefined) throw new SettingsError([`CAIRN_EMBEDDING_MODEL_DIR: ${directory} has no model: one of ${modelFiles.join(', ')} is needed`]);
  if (vocabulary === undefined) throw new SettingsError([`CAIRN_EMBEDDING_MODEL_DIR: ${directory} has neither vocab.txt nor tokenizer.json`]);
  return { model, vocabulary };
}

/** Throws where the files cannot be read as an uncased BERT model that gives a vector for each piece or text. */
export async function loadLocalModel(directory: string): Promise<Embedder> {
  const files = findModelFiles(directory);
  const { InferenceSession, Tensor, env } = await import('onnxruntime-web');
  // One thread: the server's other work goes on beside it.
  env.wasm.numThreads = 1;
  const written = await readFile(files.vocabulary, 'utf8');
  const pieces = createWordPieces(files.vocabulary.endsWith('.json') ? readTokenizerFile(written) : readVocabulary(written));
  const session = await InferenceSession.create(await readFile(files.model), { executionProviders: ['wasm'] });
  // What cannot be run is found at the start and not at somebody's search.
  const { dimensions } = await embedBatch(session, Tensor, pieces, ['skill']);
  return {
    model: basename(directory),
    dimensions,
    async embed(texts) {
      const vectors: (Float32Array | null)[] = [];
      for (let at = 0; at < texts.length; at += textsAtOnce) {
        vectors.push(...(await embedBatch(session, Tensor, pieces, texts.slice(at, at + textsAtOnce))).vectors);
        // Requests that wait have their turn between batches.
        await new Promise((resume) => { setImmediate(resume); });
      }
      return vectors;
    },
  };
}

async function embedBatch(session: InferenceSession, TensorOf: typeof Tensor, pieces: WordPieces, texts: readonly string[]): Promise<{ dimensions: number; vectors: (Float32Array | null)[] }> {
  const encoded = texts.map((text) => pieces.encode(text, longestPieces));
  const width = Math.max(...encoded.map(({ length }) => length));
  const shape = [texts.length, width];
  const cells = (value: (ids: readonly number[], at: number) => number): BigInt64Array => BigInt64Array.from(encoded.flatMap((ids) => Array.from({ length: width }, (_, at) => BigInt(value(ids, at)))));
  const inputs: Readonly<Record<string, BigInt64Array>> = {
    input_ids: cells((ids, at) => ids[at] ?? 0),
    attention_mask: cells((ids, at) => (at < ids.length ? 1 : 0)),
    token_type_ids: cells(() => 0),
  };
  const feeds = Object.fromEntries(session.inputNames.map((name) => {
    const data = inputs[name];
    if (data === undefined) throw new Error(`the model asks for an input "${name}", which no BERT model has`);
    return [name, new TensorOf('int64', data, shape)];
  }));
  const outputs = await session.run(feeds);
  const output = outputs['sentence_embedding'] ?? outputs['last_hidden_state'] ?? outputs['token_embeddings'] ?? outputs[session.outputNames[0] ?? ''];
  if (output?.type !== 'float32') throw new Error('the model gives no numbers of 32 bits');
  return { dimensions: output.dims.at(-1) ?? 0, vectors: pool(output.data as Float32Array, output.dims, encoded.map(({ length }) => length)) };
}

/** One vector a text as it is; one a piece: their mean. Length 1. */
export function pool(data: Float32Array, dimensions: readonly number[], lengths: readonly number[]): (Float32Array | null)[] {
  const [, second = 0, third] = dimensions;
  if (third === undefined) return lengths.map((_, text) => unit(data.slice(text * second, (text + 1) * second)));
  return lengths.map((length, text) => {
    const sum = new Float32Array(third);
    for (let piece = 0; piece < length; piece += 1) {
      for (let at = 0; at < third; at += 1) sum[at] = (sum[at] as number) + (data[(text * second + piece) * third + at] as number);
    }
    return unit(sum);
  });
}
