import { Stack, Text, Title } from '@mantine/core';
import type { ResumeAnswer } from '@cairn/contracts';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { lineKey, type Line } from './resume-model.ts';
import classes from './resume.module.css';

interface DocumentPagesProps {
  resume: ResumeAnswer;
  /** Keys of lines to mark; the first is brought into view. */
  highlighted: ReadonlySet<string>;
  isShown: boolean;
  onSelect: (lineKey: string) => void;
}

/** A page of A4, in the units it is drawn in. */
const pageWidth = 1000;
const pageHeight = 1414;

/** The document as its lines stand on its pages: a facsimile to read and to point at, one stop of the Tab key. */
export function DocumentPages({ resume, highlighted, isShown, onSelect }: DocumentPagesProps) {
  const { t } = useTranslation('resume');
  const at = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const { lines } = resume;
  const [first] = highlighted;
  useEffect(() => {
    if (!isShown || first === undefined || at.current?.contains(document.activeElement)) return;
    const marked = at.current?.querySelector(`[data-line="${CSS.escape(first)}"]`);
    if (marked) bringIntoView(marked, at.current);
  }, [first, isShown]);

  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, Home: -lines.length, End: lines.length }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.min(Math.max(current + step, 0), lines.length - 1);
    setCurrent(next);
    at.current?.querySelector<HTMLElement>(`[data-index="${String(next)}"]`)?.focus();
  };

  if (lines.length === 0) return <Text c="dimmed">{t('document.none')}</Text>;
  const pages = Map.groupBy(lines.map((line, index) => ({ line, index })), ({ line }) => line.page);
  return (
    <Stack component="section" gap="sm" aria-labelledby="document-heading">
      <Title order={2} id="document-heading">{t('document.title')}</Title>
      <Text size="sm" c="dimmed">{t('document.hint')}</Text>
      <Stack gap="md" ref={at} className={classes['pages']} onKeyDown={move}>
        {[...pages].map(([page, own]) => (
          <div key={page} role="group" aria-label={t('document.page', { number: page })}>
            {own.every(({ line }) => line.box !== null)
              ? <DrawnPage lines={own} highlighted={highlighted} current={current} onSelect={(index, key) => { setCurrent(index); onSelect(key); }} />
              : <WrittenPage lines={own} highlighted={highlighted} current={current} onSelect={(index, key) => { setCurrent(index); onSelect(key); }} />}
          </div>
        ))}
      </Stack>
    </Stack>
  );
}

/** Scrolls the frame of pages where it scrolls by itself, else the window. */
function bringIntoView(marked: Element, frame: HTMLElement | null): void {
  if (!frame || frame.scrollHeight <= frame.clientHeight) {
    marked.scrollIntoView({ block: 'center' });
    return;
  }
  const inside = marked.getBoundingClientRect();
  const outside = frame.getBoundingClientRect();
  frame.scrollTop += inside.top - outside.top - frame.clientHeight / 2;
}

interface PageProps {
  lines: readonly { line: Line; index: number }[];
  highlighted: ReadonlySet<string>;
  current: number;
  onSelect: (index: number, key: string) => void;
}

function DrawnPage({ lines, highlighted, current, onSelect }: PageProps) {
  return (
    <svg viewBox={`0 0 ${String(pageWidth)} ${String(pageHeight)}`} width="100%" className={classes['page']}>
      {lines.map(({ line, index }) => {
        const { box } = line;
        if (box === null) return null;
        const key = lineKey(line);
        const [x, y, width, height] = [box.x * pageWidth, box.y * pageHeight, box.width * pageWidth, box.height * pageHeight];
        return (
          <g
            key={key} role="button" tabIndex={index === current ? 0 : -1} aria-label={line.text} aria-pressed={highlighted.has(key)} data-line={key} data-index={index} className={classes['line']}
            onClick={() => { onSelect(index, key); }} onKeyDown={(event) => { if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); onSelect(index, key); } }}
          >
            <rect x={x - 8} y={y - height * 0.2} width={width + 16} height={height * 1.4} rx="4" />
            <text x={x} y={y + height * 0.82} {...fitting(line.text, height, width)} aria-hidden="true">{line.text}</text>
          </g>
        );
      })}
    </svg>
  );
}

/** The usual width of a letter, as a share of its size. */
const letterWidth = 0.48;
/** A box may hold the space between lines too; letters take at most and at least these shares of its height. */
const tallest = 0.92;
const smallest = 0.55;

/**
 * Letters of a size that fills the width the line has in the document, spread to it exactly. A line with a gap in it (a
 * date at the margin) would be torn apart by that; it keeps its natural width.
 */
function fitting(text: string, height: number, width: number): { fontSize: number; textLength?: number; lengthAdjust?: 'spacingAndGlyphs' } {
  const fontSize = Math.min(height * tallest, Math.max(height * smallest, width / (text.length * letterWidth)));
  const natural = text.length * fontSize * letterWidth;
  return width > 0 && width < natural * 1.3 ? { fontSize, textLength: width, lengthAdjust: 'spacingAndGlyphs' } : { fontSize };
}

/** A text without positions: its lines one under the other. */
function WrittenPage({ lines, highlighted, current, onSelect }: PageProps) {
  return (
    <div className={classes['written']}>
      {lines.map(({ line, index }) => {
        const key = lineKey(line);
        return (
          <button key={key} type="button" tabIndex={index === current ? 0 : -1} aria-pressed={highlighted.has(key)} data-line={key} data-index={index} className={classes['writtenLine']} onClick={() => { onSelect(index, key); }}>
            {line.text}
          </button>
        );
      })}
    </div>
  );
}
