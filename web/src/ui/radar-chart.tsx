import { Table } from '@mantine/core';
import { standingColour } from './standing-sign.tsx';

export interface RadarAxis {
  key: string;
  label: string;
  /** 0 to 100. */
  value: number;
  /** The value in words. */
  text: string;
}

interface RadarChartProps {
  axes: readonly RadarAxis[];
  caption: string;
  axisHeading: string;
  valueHeading: string;
  /** Shows the table in place of the drawing; a screen reader always gets the table. */
  asTable: boolean;
}

const width = 400;
const height = 320;
const centre = { x: width / 2, y: height / 2 };
const radius = 104;

function pointOn(index: number, count: number, share: number): { x: number; y: number } {
  const angle = (index / count) * 2 * Math.PI - Math.PI / 2;
  return { x: centre.x + Math.cos(angle) * radius * share, y: centre.y + Math.sin(angle) * radius * share };
}

function outline(count: number, shareOf: (index: number) => number): string {
  return Array.from({ length: count }, (_unused, index) => pointOn(index, count, shareOf(index))).map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
}

/** From three axes on; with fewer, or on request, the table stands alone. */
export function RadarChart({ axes, caption, axisHeading, valueHeading, asTable }: RadarChartProps) {
  const isDrawn = axes.length >= 3 && !asTable;
  return (
    <figure style={{ margin: 0 }}>
      {isDrawn && <Drawing axes={axes} />}
      <div className={isDrawn ? 'cairn-visually-hidden' : undefined}>
        <Table verticalSpacing={6} horizontalSpacing="xs" captionSide="top">
          <Table.Caption mt={0}>{caption}</Table.Caption>
          <Table.Thead><Table.Tr><Table.Th>{axisHeading}</Table.Th><Table.Th ta="right">{valueHeading}</Table.Th></Table.Tr></Table.Thead>
          <Table.Tbody>
            {axes.map(({ key, label, text }) => <Table.Tr key={key}><Table.Th scope="row" fw={400}>{label}</Table.Th><Table.Td ta="right">{text}</Table.Td></Table.Tr>)}
          </Table.Tbody>
        </Table>
      </div>
    </figure>
  );
}

function Drawing({ axes }: { axes: readonly RadarAxis[] }) {
  const count = axes.length;
  return (
    <svg viewBox={`0 0 ${String(width)} ${String(height)}`} width="100%" style={{ display: 'block', maxWidth: 480, margin: '0 auto' }} aria-hidden="true" focusable="false">
      {[0.25, 0.5, 0.75, 1].map((share) => <polygon key={share} points={outline(count, () => share)} fill="none" stroke="var(--mantine-color-default-border)" strokeDasharray={share === 1 ? undefined : '2 3'} />)}
      {axes.map(({ key }, index) => {
        const end = pointOn(index, count, 1);
        return <line key={key} x1={centre.x} y1={centre.y} x2={end.x} y2={end.y} stroke="var(--mantine-color-default-border)" />;
      })}
      <polygon points={outline(count, (index) => (axes[index]?.value ?? 0) / 100)} fill={standingColour.met} fillOpacity="0.18" stroke={standingColour.met} strokeWidth="2" strokeLinejoin="round" style={{ transition: 'all 240ms ease' }} />
      {axes.map(({ key, value }, index) => {
        const point = pointOn(index, count, value / 100);
        return <circle key={key} cx={point.x} cy={point.y} r="3.5" fill={standingColour.met} />;
      })}
      {axes.map(({ key, label, text }, index) => <AxisLabel key={key} label={label} text={text} at={pointOn(index, count, 1.13)} />)}
    </svg>
  );
}

function AxisLabel({ label, text, at }: { label: string; text: string; at: { x: number; y: number } }) {
  const lines = [...wrap(label, 14), text];
  const anchor = Math.abs(at.x - centre.x) < 12 ? 'middle' : at.x > centre.x ? 'start' : 'end';
  const isAbove = at.y < centre.y - radius * 0.6;
  const first = isAbove ? at.y - (lines.length - 1) * 14 : at.y > centre.y + radius * 0.6 ? at.y + 10 : at.y - ((lines.length - 1) * 14) / 2 + 4;
  return (
    <text textAnchor={anchor} fontSize="12" fill="var(--mantine-color-text)">
      {lines.map((line, index) => <tspan key={line} x={at.x} y={first + index * 14} fontWeight={index === lines.length - 1 ? 600 : 400}>{line}</tspan>)}
    </text>
  );
}

/** At most two lines; what does not fit ends in an ellipsis, and stands whole in the table. */
function wrap(label: string, longest: number): string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= longest) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const [first = '', second, ...rest] = lines;
  return second === undefined ? [first] : [first, rest.length > 0 ? `${second}…` : second];
}
