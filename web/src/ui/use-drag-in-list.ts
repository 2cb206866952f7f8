import { useEffect, useRef, useState, type PointerEvent as ReactPointerEvent, type RefObject } from 'react';

interface Held {
  readonly pointerId: number;
  readonly from: number;
  readonly startY: number;
  /** Where each item was when the drag began, from the top of the window. */
  readonly boxes: readonly { readonly top: number; readonly height: number }[];
}

interface Drag {
  readonly from: number;
  /** How far down, in pixels, the item at a place is to be drawn. */
  shiftOf(at: number): number;
}

/**
 * Dragging an item of a list to another place, by pointer events, so that fingers, pens and mice do the same. Items keep their places in the
 * document while they are dragged: what a finger holds must not be taken out of it. Escape, or a gesture that the browser takes over, gives up.
 */
export function useDragInList(list: RefObject<HTMLElement | null>, onMove: (from: number, to: number) => void): { drag: Drag | null; begin: (event: ReactPointerEvent, at: number) => void } {
  const [held, setHeld] = useState<Held | null>(null);
  const [y, setY] = useState(0);
  const move = useRef(onMove);
  useEffect(() => { move.current = onMove; });

  useEffect(() => {
    if (held === null) return;
    const isOurs = (event: PointerEvent) => event.pointerId === held.pointerId;
    const over = new AbortController();
    const end = () => { setHeld(null); };
    const on = { signal: over.signal };
    window.addEventListener('pointermove', (event) => { if (isOurs(event)) setY(event.clientY); }, on);
    window.addEventListener('pointerup', (event) => {
      if (!isOurs(event)) return;
      end();
      move.current(held.from, placeOf(held, event.clientY));
    }, on);
    window.addEventListener('pointercancel', (event) => { if (isOurs(event)) end(); }, on);
    window.addEventListener('keydown', (event) => { if (event.key === 'Escape') end(); }, on);
    return () => { over.abort(); };
  }, [held]);

  const begin = (event: ReactPointerEvent, at: number) => {
    if (event.button !== 0 || held !== null) return;
    event.preventDefault();
    const boxes = [...(list.current?.children ?? [])].map((item) => item.getBoundingClientRect()).map(({ top, height }) => ({ top, height }));
    setY(event.clientY);
    setHeld({ pointerId: event.pointerId, from: at, startY: event.clientY, boxes });
  };
  return { drag: held === null ? null : { from: held.from, shiftOf: (at) => shiftOf(held, y, at) }, begin };
}

/** The place over which the middle of the held item hangs. */
function placeOf({ from, startY, boxes }: Held, y: number): number {
  const middleOf = (at: number): number => (boxes[at]?.top ?? 0) + (boxes[at]?.height ?? 0) / 2;
  const middle = middleOf(from) + y - startY;
  return boxes.filter((_, at) => at !== from && middleOf(at) < middle).length;
}

function shiftOf(held: Held, y: number, at: number): number {
  const { from, startY, boxes } = held;
  if (at === from) return y - startY;
  const to = placeOf(held, y);
  const [one, other] = [boxes[0], boxes[1]];
  const gap = one === undefined || other === undefined ? 0 : other.top - one.top - one.height;
  const room = (boxes[from]?.height ?? 0) + gap;
  if (from < at && at <= to) return -room;
  return to <= at && at < from ? room : 0;
}
