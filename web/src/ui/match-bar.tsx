import classes from './match-bar.module.css';

export interface BarPart {
  kind: 'met' | 'partial' | 'missing' | 'gain';
  /** Share of the whole, 0 to 1. */
  share: number;
}

interface MatchBarProps {
  parts: readonly BarPart[];
  /** Pixels. */
  height?: number;
}

/** Decorative: its numbers stand beside it in words. Each meaning has a hue and a texture of its own. */
export function MatchBar({ parts, height = 12 }: MatchBarProps) {
  return (
    <div className={classes['bar']} style={{ height }} aria-hidden="true">
      {parts.map(({ kind, share }) => <div key={kind} className={classes['part']} data-kind={kind} style={{ width: `${String(share * 100)}%` }} hidden={share <= 0} />)}
    </div>
  );
}
