import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { printTable, resultsPage } from './print.ts';
import type { BenchRow } from './row.ts';
import { suites, type SuiteName } from './suites.ts';

/**
 * `npm run bench -- quality|speed|install [--data DIR] [--json] [--write]`: one table with the bars beside.
 * `--data` names a folder laid out like ../shared/data; without the data a row says "not measured", never 0.
 */
const root = resolve(import.meta.dirname, '..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { data: { type: 'string', default: resolve(root, '../shared/data') }, json: { type: 'boolean', default: false }, write: { type: 'boolean', default: false } },
});
const data = resolve(process.env['INIT_CWD'] ?? process.cwd(), values.data);
const wanted = positionals.length > 0 ? positionals : Object.keys(suites);
const unknown = wanted.filter((name) => !Object.hasOwn(suites, name));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}. There are: ${Object.keys(suites).join(', ')}.`);
  process.exit(2);
}

const results = new Map<string, BenchRow[]>();
for (const name of wanted as SuiteName[]) {
  const rows: BenchRow[] = [];
  for (const [part, measure] of Object.entries(suites[name])) {
    if (!values.json) console.error(`${name}: ${part} …`);
    rows.push(...(await measure(data)));
  }
  results.set(name, rows);
}

if (values.json) console.log(JSON.stringify([...results.values()].flat().map(({ id, value, bar, lowerIsBetter, n }) => ({ id, value, bar, lowerIsBetter, n }))));
else for (const [name, rows] of results) printTable(name, rows);
if (values.write) {
  mkdirSync(join(root, 'bench'), { recursive: true });
  for (const [name, rows] of results) writeFileSync(join(root, 'bench', `results-${name}.md`), resultsPage(name, rows));
}
