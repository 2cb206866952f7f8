import { Table } from '@mantine/core';

export interface LinePoint {
  key: string;
  label: string;
  /** 0 and more. */
  value: number;
  /** The value in words. */
  text: string;
}

interface LineChartProps {
  points: readonly LinePoint[];
  caption: string;
  labelHeading: string;
  valueHeading: string;
  /** The last point is not over yet: the line to it is dashed. */
  isLastOpen?: boolean;
}

const width = 400;
const height = 140;
const edge = { left: 8, right: 8, top: 20, bottom: 24 };

/** From two points on; with fewer the table stands alone. A screen reader always gets the table. */
export function LineChart({ points, caption, labelHeading, valueHeading, isLastOpen = false }: LineChartProps) {
  const isDrawn = points.length >= 2;
  return (
    <figure style={{ margin: 0 }}>
      {isDrawn && <Drawing points={points} isLastOpen={isLastOpen} />}
      <div className={isDrawn ? 'cairn-visually-hidden' : undefined}>
        <Table verticalSpacing={6} horizontalSpacing="xs" captionSide="top">
          <Table.Caption mt={0}>{caption}</Table.Caption>
          <Table.Thead><Table.Tr><Table.Th>{labelHeading}</Table.Th><Table.Th ta="right">{valueHeading}</Table.Th></Table.Tr></Table.Thead>
          <Table.Tbody>
            {points.map(({ key, label, text }) => <Table.Tr key={key}><Table.Th scope="row" fw={400}>{label}</Table.Th><Table.Td ta="right">{text}</Table.Td></Table.Tr>)}
          </Table.Tbody>
        </Table>
      </div>
    </figure>
  );
}

function Drawing({ points, isLastOpen }: { points: readonly LinePoint[]; isLastOpen: boolean }) {
  const most = Math.max(...points.map(({ value }) => value), Number.EPSILON);
  const xOf = (index: number) => edge.left + (index / (points.length - 1)) * (width - edge.left - edge.right);
  const yOf = (value: number) => height - edge.bottom - (value / most) * (height - edge.top - edge.bottom);
  const places = points.map(({ value }, index) => `${xOf(index).toFixed(1)},${yOf(value).toFixed(1)}`);
  const over = isLastOpen ? places.slice(0, -1) : places;
  const highest = points.findIndex(({ value }) => value === most);
  const [first, last] = [points[0], points.at(-1)];
  return (
    <svg viewBox={`0 0 ${String(width)} ${String(height)}`} width="100%" style={{ display: 'block', maxWidth: 640 }} aria-hidden="true" focusable="false">
      <line x1={edge.left} x2={width - edge.right} y1={height - edge.bottom} y2={height - edge.bottom} stroke="var(--mantine-color-default-border)" />
      <polyline points={over.join(' ')} fill="none" stroke="var(--cairn-match)" strokeWidth="2" strokeLinejoin="round" />
      {isLastOpen && <polyline points={places.slice(-2).join(' ')} fill="none" stroke="var(--cairn-match)" strokeWidth="2" strokeDasharray="4 4" />}
      {points.map(({ key, value }, index) => <circle key={key} cx={xOf(index)} cy={yOf(value)} r="3.5" fill={isLastOpen && index === points.length - 1 ? 'var(--cairn-surface)' : 'var(--cairn-match)'} stroke="var(--cairn-match)" strokeWidth="1.5" />)}
      {points[highest] && <text x={xOf(highest)} y={yOf(most) - 8} fontSize="12" fontWeight="600" textAnchor={anchorAt(highest, points.length)} fill="var(--mantine-color-text)">{points[highest].text}</text>}
      {first && <text x={edge.left} y={height - 6} fontSize="12" fill="var(--mantine-color-dimmed)">{first.label}</text>}
      {last && <text x={width - edge.right} y={height - 6} fontSize="12" textAnchor="end" fill="var(--mantine-color-dimmed)">{last.label}</text>}
    </svg>
  );
}

/** A label at the edge must not be cut off. */
function anchorAt(index: number, count: number): 'start' | 'middle' | 'end' {
  if (index < count / 6) return 'start';
  return index > (5 * count) / 6 ? 'end' : 'middle';
}
