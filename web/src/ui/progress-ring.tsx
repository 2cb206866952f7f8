interface ProgressRingProps {
  /** 0 to 100. */
  value: number;
  /** What stands in the middle. */
  label: string;
  /** What a screen reader says. */
  description: string;
  /** Pixels. */
  size?: number;
  color?: string;
}

export function ProgressRing({ value, label, description, size = 96, color = 'var(--cairn-match)' }: ProgressRingProps) {
  const stroke = Math.max(6, size / 12);
  const radius = (size - stroke) / 2;
  const length = 2 * Math.PI * radius;
  const share = Math.min(100, Math.max(0, value)) / 100;
  return (
    <svg width={size} height={size} viewBox={`0 0 ${String(size)} ${String(size)}`} role="img" aria-label={description} style={{ flexShrink: 0 }}>
      <circle cx={size / 2} cy={size / 2} r={radius} fill="none" stroke="var(--cairn-track)" strokeWidth={stroke} />
      <circle
        cx={size / 2} cy={size / 2} r={radius} fill="none" stroke={color} strokeWidth={stroke} strokeLinecap="round"
        strokeDasharray={`${String(length * share)} ${String(length)}`} transform={`rotate(-90 ${String(size / 2)} ${String(size / 2)})`}
        style={{ transition: 'stroke-dasharray 240ms ease' }} opacity={share === 0 ? 0 : 1}
      />
      <text x="50%" y="50%" dominantBaseline="central" textAnchor="middle" fill="var(--mantine-color-text)" fontSize={size / 4.2} fontWeight="600">{label}</text>
    </svg>
  );
}
