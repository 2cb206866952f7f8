import { expect, test } from 'vitest';
import type { Embedder } from '@cairn/engine/embeddings';
import { createSkillSearch } from './skill-search.ts';
import { compileWhatCairnKnows } from '../knowledge/index.ts';

const base = compileWhatCairnKnows();
const told: string[] = [];
const log = { info: (_: unknown, text?: string) => { told.push(text ?? ''); }, error: (_: unknown, text?: string) => { told.push(text ?? ''); } } as Parameters<typeof createSkillSearch>[0]['log'];
/** Puts what is in one list in one direction: a text about horses lies with welding. */
const embedder: Embedder = {
  model: 'of this test', dimensions: 2,
  embed: (texts) => Promise.resolve(texts.map((text) => Float32Array.from(/horses|weld/i.test(text) ? [1, 0] : [0, 1]))),
};

test('without a model on disk the own vectors serve', async () => {
  const search = createSkillSearch({ base, loadModel: undefined, log });
  await search.warm();
  expect((await search.byMeaning(base, 'postgress'))[0]?.id).toBe('postgresql');
});

test('a model on disk decides as soon as it is loaded, calibrated on the labelled pairs', async () => {
  const search = createSkillSearch({ base, loadModel: () => Promise.resolve(embedder), log });
  const before = await search.byMeaning(base, 'horses');
  await search.warm();
  expect(before.map(({ id }) => id)).not.toContain('welding');
  expect((await search.byMeaning(base, 'horses')).map(({ id }) => id)).toContain('welding');
  expect(told.at(-1)).toContain('model on disk');
});

test('a model that cannot be loaded is logged, and the search goes on', async () => {
  const search = createSkillSearch({ base, loadModel: () => Promise.reject(new Error('cut short')), log });
  await search.warm();
  expect(told.at(-1)).toContain('could not be loaded');
  expect((await search.byMeaning(base, 'kubernets'))[0]?.id).toBe('kubernetes');
});

test('what is related to the skill that was meant stands under it', async () => {
  const search = createSkillSearch({ base, loadModel: undefined, log });
  const found = (await search.byMeaning(base, 'kubernets')).map(({ id }) => id);
  const related = base.skills.get('kubernetes')?.related.map(({ id }) => id) ?? [];
  expect(found[0]).toBe('kubernetes');
  expect(found.slice(1).filter((id) => related.includes(id)).length).toBeGreaterThan(0);
});
