import { cpus, totalmem } from 'node:os';
import type { BenchRow } from './row.ts';
import { commandOf, dataOf, type SuiteName } from './suites.ts';

export function printTable(name: SuiteName, rows: readonly BenchRow[]): void {
  const cells = rows.map((row) => [row.id, row.label, shown(row.value), barOf(row), String(row.n), dataOf(name, row.id), verdictOf(row), commandOf(name, row.id)]);
  const header = ['id', 'what', 'value', 'bar', 'n', 'data', '', 'command'];
  const widths = header.map((title, column) => Math.max(title.length, ...cells.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd();
  console.log(`\n== ${name} on ${machine()}: npm run bench -- ${name} ==`);
  console.log(line(header));
  for (const row of cells) console.log(line(row));
}

export function resultsPage(name: SuiteName, rows: readonly BenchRow[]): string {
  const lines = rows.map((row) => `| \`${row.id}\` | ${row.label} | ${shown(row.value)} | ${barOf(row)} | ${String(row.n)} | ${dataOf(name, row.id)} | ${verdictOf(row)} | \`${commandOf(name, row.id)}\` |`);
  return [`Measured on ${machine()} with \`npm run bench -- ${name}\`.`, '', '| id | what | value | bar | n | data | | command |', '|---|---|---|---|---|---|---|---|', ...lines, ''].join('\n');
}

export function machine(): string {
  const [first] = cpus();
  return `${String(cpus().length)} × ${first?.model ?? 'unknown processor'}, ${String(Math.round(totalmem() / 2 ** 30))} GiB, Node ${process.versions.node}`;
}

function shown(value: number | null): string {
  if (value === null) return 'data or tool absent';
  return Math.abs(value) >= 100 ? value.toFixed(0) : Number(value.toPrecision(3)).toString();
}

function barOf({ bar, lowerIsBetter }: BenchRow): string {
  return bar === null ? '' : `${lowerIsBetter ? '≤' : '≥'} ${String(bar)}`;
}

function verdictOf({ value, bar, lowerIsBetter }: BenchRow): string {
  if (value === null || bar === null) return '';
  return (lowerIsBetter ? value <= bar : value >= bar) ? 'passed' : 'MISSED';
}
