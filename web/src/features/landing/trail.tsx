interface TrailProps {
  /** From the foot of the hill to the top. */
  labels: readonly [string, string, string, string];
  description: string;
}

const cairns = [
  { x: 66, y: 318, stones: 1, anchor: 'start' },
  { x: 236, y: 236, stones: 2, anchor: 'start' },
  { x: 128, y: 144, stones: 3, anchor: 'start' },
  { x: 300, y: 62, stones: 4, anchor: 'middle' },
] as const;

/** A hill with a path and a cairn at each turn: the way that Cairn marks. */
export function Trail({ labels, description }: TrailProps) {
  return (
    <svg viewBox="0 0 420 360" role="img" aria-label={description} width="100%">
      <path d="M0 348 C90 318 140 300 190 262 S280 120 330 84 S400 60 420 70 V360 H0 Z" fill="light-dark(#EEEAE0, #1B2024)" />
      <path d="M0 356 C120 336 220 330 300 268 S390 190 420 186 V360 H0 Z" fill="light-dark(#E3DED0, #21282C)" />
      <path d="M66 326 C130 330 250 300 236 244 S100 200 128 152 S270 120 300 72" fill="none" stroke="var(--cairn-match)" strokeWidth="3" strokeLinecap="round" strokeDasharray="1 10" />
      {cairns.map((cairn, index) => (
        <g key={cairn.y}>
          {Array.from({ length: cairn.stones }, (_unused, stone) => (
            <ellipse key={stone} cx={cairn.x + (stone % 2 === 0 ? 0 : 2)} cy={cairn.y - stone * 9} rx={17 - stone * 3.4} ry={5.4 - stone * 0.5} fill="var(--cairn-match)" stroke="var(--mantine-color-body)" strokeWidth="1.5" />
          ))}
          <text x={cairn.anchor === 'middle' ? cairn.x : cairn.x + 26} y={cairn.anchor === 'middle' ? cairn.y + 26 : cairn.y + 4} textAnchor={cairn.anchor} fill="var(--mantine-color-text)" fontSize="14" fontWeight="600">{labels[index]}</text>
        </g>
      ))}
    </svg>
  );
}
