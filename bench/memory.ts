/** Memory of processes as Linux counts it. */
import { readdirSync, readFileSync } from 'node:fs';

/** The process and every process below it. */
export function withDescendants(pid: number): number[] {
  const children = readdirSync(`/proc/${pid}/task`).flatMap((task) => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter((word) => word !== '').map(Number));
  return [pid, ...children.flatMap(withDescendants)];
}

/** Proportional set size: a page that several processes share is counted once among them, so that sums are true. */
export function proportionalBytes(pid: number): number {
  const found = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
  return Number(found?.[1]) * 1024;
}
