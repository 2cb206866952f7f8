import { ActionIcon, Group, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icons.tsx';
import classes from './order-field.module.css';
import { useDragInList } from './use-drag-in-list.ts';
import { Sentence } from './words.tsx';

interface OrderFieldProps {
  parts: readonly string[];
  /** Places of the parts, in the order given so far. */
  order: readonly number[];
  onOrder: (order: readonly number[]) => void;
  /** The id of what asks for the order; else the field says it itself. */
  labelledBy?: string | undefined;
}

type Way = 'up' | 'down';

/** Items that are put in order: by their buttons, by the arrow keys on them, or by dragging with a finger, a pen or the mouse. */
export function OrderField({ parts, order, onOrder, labelledBy }: OrderFieldProps) {
  const { t } = useTranslation('answering');
  const [said, setSaid] = useState('');
  const list = useRef<HTMLOListElement>(null);
  /** The button that moved an item: the item takes its place with it, and a browser lets go of what is moved. */
  const pressed = useRef<{ part: number; way: Way } | null>(null);
  useEffect(() => {
    if (pressed.current === null) return;
    const { part, way } = pressed.current;
    const buttonOf = (wanted: Way) => list.current?.querySelector<HTMLButtonElement>(`button[data-part="${String(part)}"][data-way="${wanted}"]:not(:disabled)`);
    (buttonOf(way) ?? buttonOf(way === 'up' ? 'down' : 'up'))?.focus();
    pressed.current = null;
  }, [order]);
  const move = (from: number, to: number) => {
    if (to < 0 || to >= order.length || from === to) return;
    onOrder(moved(order, from, to));
    setSaid(t('order.moved', { item: parts[order[from] ?? 0] ?? '', place: to + 1, count: order.length }));
  };
  const { drag, begin } = useDragInList(list, move);
  const step = (at: number, way: Way) => {
    pressed.current = { part: order[at] ?? 0, way };
    move(at, way === 'up' ? at - 1 : at + 1);
  };
  const label = labelledBy === undefined ? { 'aria-label': t('order') } : { 'aria-labelledby': labelledBy };
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">{t('order.how')}</Text>
      <ol className={classes['order']} ref={list} data-dragging={drag === null ? undefined : true} {...label}>
        {order.map((part, at) => {
          const item = parts[part] ?? '';
          const arrows = (event: React.KeyboardEvent) => {
            if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
            event.preventDefault();
            step(at, event.key === 'ArrowUp' ? 'up' : 'down');
          };
          return (
            <li key={part} className={classes['item']} data-dragged={drag?.from === at || undefined} style={{ transform: drag === null ? undefined : `translateY(${String(drag.shiftOf(at))}px)` }}>
              <span className={classes['grip']} data-grip={part} aria-hidden="true" onPointerDown={(event) => { begin(event, at); }}><Icon name="grip" size={18} /></span>
              <Text component="span" flex={1} miw={0}><span className={classes['place']} />{' '}<Sentence text={item} /></Text>
              <Group gap={0} wrap="nowrap" onKeyDown={arrows}>
                <ActionIcon variant="subtle" color="gray" size={44} disabled={at === 0} aria-label={t('order.up', { item })} data-part={part} data-way="up" onClick={() => { step(at, 'up'); }}><span className={classes['up']}><Icon name="arrow" size={18} /></span></ActionIcon>
                <ActionIcon variant="subtle" color="gray" size={44} disabled={at === order.length - 1} aria-label={t('order.down', { item })} data-part={part} data-way="down" onClick={() => { step(at, 'down'); }}><span className={classes['down']}><Icon name="arrow" size={18} /></span></ActionIcon>
              </Group>
            </li>
          );
        })}
      </ol>
      <VisuallyHidden aria-live="polite">{said}</VisuallyHidden>
    </Stack>
  );
}

export function moved(order: readonly number[], from: number, to: number): number[] {
  const rest = order.filter((_, at) => at !== from);
  return [...rest.slice(0, to), ...order.slice(from, from + 1), ...rest.slice(to)];
}
