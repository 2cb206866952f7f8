import { Group, Stack, Text } from '@mantine/core';

export interface DoughnutPart {
  key: string;
  label: string;
  /** 0 and more. */
  count: number;
  /** A meaning's colour (colours.css). */
  color: string;
  /** Drawn hatched, so that colour is not the only sign. */
  isHatched?: boolean;
}

interface DoughnutChartProps {
  parts: readonly DoughnutPart[];
  /** What stands in the middle. */
  label: string;
  /** Names the list of parts. */
  description: string;
  formatCount: (count: number) => string;
}

const size = 120;
const stroke = 16;
const radius = (size - stroke) / 2;
const length = 2 * Math.PI * radius;
/** Between parts, so that neighbours do not run into each other. */
const gap = 2;

/** The list beside the ring says all that the ring does. */
export function DoughnutChart({ parts, label, description, formatCount }: DoughnutChartProps) {
  const whole = parts.reduce((sum, { count }) => sum + count, 0);
  const shown = parts.filter(({ count }) => count > 0);
  return (
    <Group gap="lg" wrap="wrap" align="center">
      <svg width={size} height={size} viewBox={`0 0 ${String(size)} ${String(size)}`} aria-hidden="true" focusable="false">
        <circle cx={size / 2} cy={size / 2} r={radius} fill="none" stroke="var(--cairn-track)" strokeWidth={stroke} />
        {shown.map(({ key, count, color, isHatched }, index) => {
          const before = shown.slice(0, index).reduce((sum, part) => sum + part.count, 0);
          const arc = Math.max(1, (count / whole) * length - (shown.length > 1 ? gap : 0));
          return (
            <circle
              key={key} cx={size / 2} cy={size / 2} r={radius} fill="none" stroke={color} strokeWidth={stroke} opacity={isHatched ? 0.55 : 1}
              strokeDasharray={`${String(arc)} ${String(length)}`} strokeDashoffset={-(before / whole) * length} transform={`rotate(-90 ${String(size / 2)} ${String(size / 2)})`}
            />
          );
        })}
        <text x="50%" y="50%" dominantBaseline="central" textAnchor="middle" fill="var(--mantine-color-text)" fontSize="26" fontWeight="600">{label}</text>
      </svg>
      <Stack gap={6} component="ul" m={0} p={0} aria-label={description}>
        {parts.map(({ key, label: name, count, color, isHatched }) => (
          <Group key={key} component="li" gap="xs" wrap="nowrap" style={{ listStyle: 'none' }}>
            <svg width="14" height="14" aria-hidden="true" focusable="false"><rect width="14" height="14" rx="3" fill={color} opacity={isHatched ? 0.55 : 1} />{isHatched && <path d="M2 12 12 2" stroke="var(--mantine-color-body)" strokeWidth="2" />}</svg>
            <Text size="sm">{name}</Text>
            <Text size="sm" fw={600}>{formatCount(count)}</Text>
          </Group>
        ))}
      </Stack>
    </Group>
  );
}
