import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findModelFiles, loadLocalModel, pool } from './local-model.ts';
import { tinyModel } from '../../../../bench/tiny-model.ts';

const vocabulary = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', 'java', 'kotlin', 'welding'];
/** Marks say nothing; [PAD] would show if it were counted. */
const table = [[9, 9], [0, 0], [0, 0], [0, 0], [1, 0], [0.6, 0.8], [0, 1]];

let root: string;
beforeAll(() => { root = mkdtempSync(join(tmpdir(), 'cairn-model-')); });
afterAll(() => { rmSync(root, { recursive: true }); });

function folder(name: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  const directory = join(root, name);
  mkdirSync(join(directory, 'onnx'), { recursive: true });
  for (const [file, content] of Object.entries(files)) writeFileSync(join(directory, file), content);
  return directory;
}

describe('a model on disk', () => {
  test.each([
    ['vocab.txt', { 'vocab.txt': vocabulary.join('\n'), 'model.onnx': tinyModel(table) }],
    ['tokenizer.json', { 'tokenizer.json': JSON.stringify({ model: { type: 'WordPiece', vocab: Object.fromEntries(vocabulary.map((piece, id) => [piece, id])) } }), 'onnx/model.onnx': tinyModel(table) }],
  ])('with %s embeds texts as the mean of their pieces, whatever stands beside them', async (name, files) => {
    const embedder = await loadLocalModel(folder(name, files));
    expect(embedder).toMatchObject({ model: name, dimensions: 2 });
    const texts = ['java', 'kotlin java welding', 'unknown', ...Array.from({ length: 10 }, () => 'welding')];
    const vectors = await embedder.embed(texts);
    expect(vectors).toHaveLength(texts.length);
    const rounded = vectors.map((vector) => (vector === null ? null : [...vector].map((value) => Number(value.toFixed(2)))));
    expect(rounded.slice(0, 3)).toEqual([[1, 0], [0.66, 0.75], null]);
    expect(rounded.at(-1)).toEqual([0, 1]);
  });

  test.each([
    ['no model', { 'vocab.txt': '' }, 'has no model'],
    ['no vocabulary', { 'model.onnx': '' }, 'neither vocab.txt nor tokenizer.json'],
  ])('with %s is refused before anything is loaded', (name, files, message) => {
    expect(() => findModelFiles(folder(name, files))).toThrow(message);
  });

  test('that asks for what no BERT model has is refused', async () => {
    await expect(loadLocalModel(folder('other-input', { 'vocab.txt': vocabulary.join('\n'), 'model.onnx': tinyModel(table, 'pixel_values') }))).rejects.toThrow('pixel_values');
  });
});

test('vectors that a model gives for whole texts are taken as they are', () => {
  expect(pool(Float32Array.from([3, 4, 0, 2]), [2, 2], [5, 5]).map((vector) => [...(vector ?? [])].map((value) => Number(value.toFixed(2))))).toEqual([[0.6, 0.8], [0, 1]]);
});
