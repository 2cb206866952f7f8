import { Text, UnstyledButton } from '@mantine/core';
import { useEffect } from 'react';
import classes from './undo-bar.module.css';

interface UndoBarProps {
  /** What was just done; null shows nothing. */
  message: string | null;
  undo: string;
  onUndo: () => void;
  onGone: () => void;
}

const shownMilliseconds = 10_000;

/** Says what was done and takes it back. It leaves by itself; the same can still be undone where it was done. */
export function UndoBar({ message, undo, onUndo, onGone }: UndoBarProps) {
  useEffect(() => {
    if (message === null) return undefined;
    const timer = setTimeout(onGone, shownMilliseconds);
    return () => { clearTimeout(timer); };
  }, [message, onGone]);
  return (
    <div role="status">
      {message !== null && (
        <div className={classes['bar']}>
          <Text size="sm" component="span" lineClamp={2}>{message}</Text>
          <UnstyledButton px="md" mih={44} fw={600} onClick={onUndo}>{undo}</UnstyledButton>
        </div>
      )}
    </div>
  );
}
