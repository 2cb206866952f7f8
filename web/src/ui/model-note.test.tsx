// @vitest-environment happy-dom
import '../test-support/browser.ts';
import type { AnswerMeta } from '@cairn/contracts';
import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { fakeApi, refuse } from '../test-support/fake-api.ts';
import { show } from '../test-support/show.tsx';
import { ModelNote } from './model-note.tsx';

const meta = (more: Partial<AnswerMeta> = {}): AnswerMeta => ({ callId: '0198f000-0000-7000-8000-000000000001', provider: 'ollama', model: 'mistral:7b', promptVersion: 'ai-roadmap.v1', latencyMs: 900, tokensUsed: 300, cached: false, fallbackReason: null, ...more });

test('says which model wrote, and takes one word on it with its reason', async () => {
  const calls = fakeApi({ 'POST /ai/feedback': () => undefined });
  await show(<ModelNote meta={meta()} />);
  expect(screen.getByText(/mistral:7b/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'It did not help' }));
  fireEvent.change(screen.getByLabelText(/What was wrong/), { target: { value: ' Too vague ' } });
  fireEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect(await screen.findByText(/Thank you/)).toBeTruthy();
  expect(calls.map(({ body }) => body)).toEqual([{ callId: meta().callId, verdict: 'not-helpful', reason: 'Too vague' }]);
});

test('what was said before, in another tab, is no failure; what was not kept is one', async () => {
  fakeApi({ 'POST /ai/feedback': () => refuse(409, 'language-models.verdict-given') });
  const { unmount } = await show(<ModelNote meta={meta()} />);
  fireEvent.click(screen.getByRole('button', { name: 'It helped' }));
  fireEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect(await screen.findByText(/Thank you/)).toBeTruthy();
  unmount();
  fakeApi({});
  await show(<ModelNote meta={meta()} />);
  fireEvent.click(screen.getByRole('button', { name: 'It helped' }));
  fireEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect(await screen.findByRole('alert')).toBeTruthy();
});

test.each([
  ['no-model', 'Written by Cairn itself, without a language model.'],
  ['over-budget', /share of the language model is used up/],
  ['timeout', /gave no answer that could be used/],
] as const)('without a model\'s words (%s) Cairn\'s own are said so, and nothing is asked', async (fallbackReason, words) => {
  await show(<ModelNote meta={meta({ provider: null, model: null, fallbackReason, callId: null })} />);
  expect(screen.getByText(words)).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});
