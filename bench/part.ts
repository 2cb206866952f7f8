/** One part of a suite in a process of its own: what an earlier part has compiled, or left in memory, would change the times. */
import type { BenchRow } from './row.ts';
import { suites, type SuiteName } from './suites.ts';

const [suite = '', title = '', dataDirectory = ''] = process.argv.slice(2);
const part = suites[suite as SuiteName][title];
if (part === undefined) throw new Error(`The suite ${suite} has no part "${title}"`);
const measured: readonly BenchRow[] = await part.measure(dataDirectory);
const ids = measured.map(({ id }) => id);
if (ids.join() !== part.rows.join()) throw new Error(`suites.ts names the rows ${part.rows.join(', ')}, and these were measured: ${ids.join(', ')}`);
process.send?.(measured);
