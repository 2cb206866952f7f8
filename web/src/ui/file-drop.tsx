import { Loader, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import classes from './file-drop.module.css';
import { CairnMark } from './cairn-mark.tsx';

interface FileDropProps {
  label: string;
  /** Which files, how large. */
  hint: string;
  /** Of the file input: extensions and media types. */
  accept: string;
  /** What was chosen and what becomes of it; takes the place of the hint. */
  chosen?: ReactNode;
  isBusy?: boolean;
  compact?: boolean;
  onFile: (file: File) => void;
}

/** A file by dropping, by clicking, by keyboard. The input itself is what a screen reader meets. */
export function FileDrop({ label, hint, accept, chosen, isBusy = false, compact = false, onFile }: FileDropProps) {
  const [isOver, setIsOver] = useState(false);
  return (
    <label
      className={classes['zone']} data-over={isOver || undefined} data-busy={isBusy || undefined} style={compact ? { paddingBlock: 14 } : undefined}
      onDragOver={(event) => { event.preventDefault(); setIsOver(true); }}
      onDragLeave={() => { setIsOver(false); }}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        const file = event.dataTransfer.files[0];
        if (file && !isBusy) onFile(file);
      }}
    >
      {!compact && (isBusy ? <Loader size={40} type="dots" /> : <CairnMark size={44} stones={chosen ? 2 : 1} />)}
      <Text fw={600} component="span">{label}</Text>
      <Text size="sm" c="dimmed" component="span">{chosen ?? hint}</Text>
      <input
        type="file" accept={accept} className="cairn-visually-hidden" disabled={isBusy}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          // The same file can be chosen again after it was mended.
          event.currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
    </label>
  );
}
