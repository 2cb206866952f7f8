/**
 * `npm run bench -- quality|speed|install [--only PREFIX] [--data DIR] [--json] [--write]`: one table with the bars beside.
 * `--only` measures the parts that have rows whose id begins so, and prints those rows.
 * `--data` names a folder laid out like ../shared/data; without the data a row says "data or tool absent", never 0.
 * Without a name: quality and speed; install takes minutes, the network and a browser. Exit code 1: a part broke.
 */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { printTable, resultsPage } from './print.ts';
import type { BenchRow } from './row.ts';
import { commandOf, suites, type SuiteName } from './suites.ts';

const root = resolve(import.meta.dirname, '..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', default: '' }, data: { type: 'string', default: resolve(root, '../shared/data') }, json: { type: 'boolean', default: false }, write: { type: 'boolean', default: false } },
});
const data = resolve(process.env['INIT_CWD'] ?? process.cwd(), values.data);
const wanted = positionals.length > 0 ? positionals : ['quality', 'speed'];
const unknown = wanted.filter((name) => !Object.hasOwn(suites, name));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}. There are: ${Object.keys(suites).join(', ')}.`);
  process.exit(2);
}
const isAsked = (id: string): boolean => id.startsWith(values.only);
if (!(wanted as SuiteName[]).some((name) => Object.values(suites[name]).some(({ rows }) => rows.some(isAsked)))) {
  console.error(`No row of ${wanted.join(', ')} has an id that begins with "${values.only}". bench/README.md lists them.`);
  process.exit(2);
}

async function measureSuite(name: SuiteName): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const [title, { rows: ids }] of Object.entries(suites[name])) {
    if (!ids.some(isAsked)) continue;
    console.error(`${name}: ${title} …`);
    const measured = await measureInProcess(name, title);
    // What the other parts measure is worth having.
    if (measured === undefined) process.exitCode = 1;
    else rows.push(...measured.filter(({ id }) => isAsked(id)));
  }
  return rows;
}

/** Undefined when it broke; what it says goes to standard error, since standard output belongs to the results. */
function measureInProcess(name: SuiteName, title: string): Promise<BenchRow[] | undefined> {
  return new Promise((settle, reject) => {
    let rows: BenchRow[] | undefined;
    const child = spawn(process.execPath, [join(root, 'bench/part.ts'), name, title, data], { stdio: ['ignore', process.stderr, process.stderr, 'ipc'] });
    child.on('message', (measured) => { rows = measured as BenchRow[]; });
    child.on('error', reject);
    child.on('close', (code) => { settle(code === 0 ? rows : undefined); });
  });
}

const results = new Map<SuiteName, BenchRow[]>();
for (const name of wanted as SuiteName[]) results.set(name, await measureSuite(name));

const shared = ({ id, value, bar, lowerIsBetter, n }: BenchRow) => ({ id, value, bar, lowerIsBetter, n });
if (values.json) console.log(JSON.stringify([...results].flatMap(([name, rows]) => rows.map((row) => ({ ...shared(row), command: commandOf(name, row.id) })))));
else for (const [name, rows] of results) printTable(name, rows);
if (values.write) for (const [name, rows] of results) writeFileSync(join(root, 'bench', `results-${name}.md`), resultsPage(name, rows));
