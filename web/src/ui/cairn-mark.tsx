interface CairnMarkProps {
  /** Pixels. */
  size?: number;
  /** How many of the three stones are placed; the rest are outlines. */
  stones?: 0 | 1 | 2 | 3;
}

/** Three stacked stones: the mark, and the form that counts progress. Stones are placed from the ground up. */
export function CairnMark({ size = 28, stones = 3 }: CairnMarkProps) {
  const shapes = [
    { cx: 16, cy: 25, rx: 12, ry: 4.6 },
    { cx: 15, cy: 16.4, rx: 8.6, ry: 3.9 },
    { cx: 17, cy: 8.8, rx: 5.2, ry: 3.2 },
  ];
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      {shapes.map((shape, index) => (
        <ellipse key={shape.cy} {...shape} fill={index < stones ? 'var(--cairn-match)' : 'none'} stroke="var(--cairn-match)" strokeWidth="1.4" />
      ))}
    </svg>
  );
}
