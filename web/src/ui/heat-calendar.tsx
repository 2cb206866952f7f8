import { Text } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import classes from './heat-calendar.module.css';

export interface HeatCell {
  /** 'YYYY-MM-DD'. */
  day: string;
  heat: number;
  /** A day of rest that a freeze covered. */
  isFrozen: boolean;
  /** The day in words, with what was done. */
  text: string;
}

interface HeatCalendarProps {
  /** Every day from a Monday to today. */
  cells: readonly HeatCell[];
  /** All of it in a sentence. */
  summary: string;
  /** How to go through it. */
  hint: string;
}

const cell = 12;
const step = 15;
const daysPerWeek = 7;
const moves: Readonly<Record<string, number>> = { ArrowLeft: -daysPerWeek, ArrowRight: daysPerWeek, ArrowUp: -1, ArrowDown: 1 };

/** A column for each week. One stop of the Tab key; arrows go from day to day, and the day is said below. */
export function HeatCalendar({ cells, summary, hint }: HeatCalendarProps) {
  const [chosen, setChosen] = useState<number | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const weeks = Math.ceil(cells.length / daysPerWeek);
  // The latest weeks are what is looked at first where not all fit.
  useEffect(() => { if (frame.current) frame.current.scrollLeft = frame.current.scrollWidth; }, [weeks]);
  const move = (event: KeyboardEvent) => {
    const by = moves[event.key];
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? cells.length - 1 : by === undefined ? null : (chosen ?? cells.length - 1) + by;
    if (to === null) return;
    event.preventDefault();
    setChosen(Math.min(cells.length - 1, Math.max(0, to)));
  };
  return (
    <figure className={classes['figure']}>
      <div ref={frame} className={classes['frame']} tabIndex={0} role="group" aria-label={`${summary} ${hint}`} onKeyDown={move} onFocus={() => { setChosen((was) => was ?? cells.length - 1); }}>
        <svg width={weeks * step} height={daysPerWeek * step} viewBox={`0 0 ${String(weeks * step)} ${String(daysPerWeek * step)}`} aria-hidden="true" focusable="false" onPointerLeave={() => { setChosen(null); }}>
          {cells.map(({ day, heat, isFrozen }, index) => (
            <rect
              key={day} x={Math.floor(index / daysPerWeek) * step + 1.5} y={(index % daysPerWeek) * step + 1.5} width={cell} height={cell} rx="3"
              className={classes['day']} data-heat={heat} data-frozen={isFrozen || undefined} data-chosen={index === chosen || undefined} onPointerEnter={() => { setChosen(index); }}
            />
          ))}
        </svg>
      </div>
      <Text size="sm" c="dimmed" role="status" mih={22}>{chosen === null ? summary : cells[chosen]?.text}</Text>
    </figure>
  );
}
