import { ActionIcon, Group, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icons.tsx';
import classes from './learning.module.css';
import { WithCode } from './with-code.tsx';

interface OrderFieldProps {
  parts: readonly string[];
  /** Places of the parts, in the order given so far. */
  order: readonly number[];
  onOrder: (order: readonly number[]) => void;
}

/** Items that are put in order: by their buttons, by the arrow keys on them, or by dragging. */
export function OrderField({ parts, order, onOrder }: OrderFieldProps) {
  const { t } = useTranslation('learning');
  const [said, setSaid] = useState('');
  const dragged = useRef<number | null>(null);
  const move = (from: number, to: number) => {
    if (to < 0 || to >= order.length || from === to) return;
    onOrder(moved(order, from, to));
    setSaid(t('order.moved', { item: parts[order[from] ?? 0] ?? '', place: to + 1, count: order.length }));
  };
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">{t('order.how')}</Text>
      <ol className={classes['order']}>
        {order.map((part, at) => {
          const item = parts[part] ?? '';
          const arrows = (event: React.KeyboardEvent) => {
            if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
            event.preventDefault();
            move(at, event.key === 'ArrowUp' ? at - 1 : at + 1);
          };
          return (
            <li
              key={part} className={classes['orderItem']} draggable
              onDragStart={() => { dragged.current = at; }} onDragOver={(event) => { event.preventDefault(); }}
              onDrop={(event) => { event.preventDefault(); if (dragged.current !== null) move(dragged.current, at); dragged.current = null; }}
            >
              <Text component="span" flex={1} miw={0}><WithCode text={item} /></Text>
              <Group gap={0} wrap="nowrap" onKeyDown={arrows}>
                <ActionIcon variant="subtle" color="gray" size={44} disabled={at === 0} aria-label={t('order.up', { item })} onClick={() => { move(at, at - 1); }}><span className={classes['up']}><Icon name="arrow" size={18} /></span></ActionIcon>
                <ActionIcon variant="subtle" color="gray" size={44} disabled={at === order.length - 1} aria-label={t('order.down', { item })} onClick={() => { move(at, at + 1); }}><span className={classes['down']}><Icon name="arrow" size={18} /></span></ActionIcon>
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
