// @vitest-environment happy-dom
import '../test-support/browser.ts';
import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { show } from '../test-support/show.tsx';
import { moved, OrderField } from './order-field.tsx';

afterEach(() => { vi.restoreAllMocks(); });

function Field() {
  const [order, setOrder] = useState<readonly number[]>([0, 1, 2]);
  return <OrderField parts={['a', 'b', 'c']} order={order} onOrder={setOrder} />;
}

const shown = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent.trim());
const gripOf = (part: number) => document.querySelector(`[data-grip="${String(part)}"]`) as HTMLElement;

/** Items of 50 pixels with 10 between them: their middles are at 25, 85 and 145. */
async function showField() {
  await show(<Field />);
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (this: HTMLElement) {
    const at = [...(this.parentElement?.children ?? [])].indexOf(this);
    return { top: 60 * at, height: 50 } as DOMRect;
  });
}
const pointer = { pointerId: 7, button: 0, isPrimary: true };

test.each([
  ['a finger', 'touch', 0, 25, 130, ['b', 'a', 'c']],
  ['a finger, to the end', 'touch', 0, 25, 160, ['b', 'c', 'a']],
  ['a pen', 'pen', 2, 145, 20, ['c', 'a', 'b']],
  ['the mouse', 'mouse', 1, 85, 150, ['a', 'c', 'b']],
  ['a finger that trembles', 'touch', 1, 85, 90, ['a', 'b', 'c']],
])('an item is dragged by %s', async (_, pointerType, part, from, to, order) => {
  await showField();
  fireEvent.pointerDown(gripOf(part), { ...pointer, pointerType, clientY: from });
  fireEvent.pointerMove(window, { ...pointer, pointerType, clientY: to });
  // Nothing leaves its place in the document while it is held.
  expect(shown()).toEqual(['a', 'b', 'c']);
  expect(screen.getAllByRole('listitem')[part]?.style.transform).toBe(`translateY(${String(to - from)}px)`);
  fireEvent.pointerUp(window, { ...pointer, pointerType, clientY: to });
  expect(shown()).toEqual(order);
});

test.each([
  ['the browser takes the gesture over', () => fireEvent.pointerCancel(window, pointer)],
  ['Escape is pressed', () => fireEvent.keyDown(window, { key: 'Escape' })],
])('a drag is given up when %s', async (_, giveUp) => {
  await showField();
  fireEvent.pointerDown(gripOf(0), { ...pointer, pointerType: 'touch', clientY: 25 });
  giveUp();
  fireEvent.pointerUp(window, { ...pointer, clientY: 160 });
  expect(shown()).toEqual(['a', 'b', 'c']);
});

test('a second finger does not take part, and the move is said', async () => {
  await showField();
  fireEvent.pointerDown(gripOf(0), { ...pointer, pointerType: 'touch', clientY: 25 });
  fireEvent.pointerDown(gripOf(2), { ...pointer, pointerId: 8, pointerType: 'touch', clientY: 145 });
  fireEvent.pointerUp(window, { ...pointer, pointerId: 8, clientY: 20 });
  fireEvent.pointerUp(window, { ...pointer, clientY: 90 });
  expect(shown()).toEqual(['b', 'a', 'c']);
  expect(screen.getByText('a: place 2 of 3')).toBeTruthy();
});

test.each([[0, 2, ['b', 'c', 'a']], [2, 0, ['c', 'a', 'b']], [1, 1, ['a', 'b', 'c']]])('moving %d to %d', (from, to, expected) => {
  expect(moved([0, 1, 2], from, to).map((at) => 'abc'[at])).toEqual(expected);
});
