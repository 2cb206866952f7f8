import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readKnowledge } from '../knowledge/read.ts';
import { readSources } from '../knowledge/load.ts';
import type { JsonLoad, KnowledgeLoad } from './load-knowledge.ts';
import { repositoryRoot } from './installation.ts';
import type { BenchRow } from './row.ts';
import { median } from './statistics.ts';

const processes = 5;

/** Loading what Cairn knows as every start does, from what is kept compiled in dist/; compiling its taxonomy as after a change; each time in a fresh process. And from its YAML. */
export async function measureKnowledge(): Promise<BenchRow[]> {
  const began = performance.now();
  readKnowledge(readSources(join(repositoryRoot, 'knowledge')));
  const fromYaml = performance.now() - began;
  const loads: KnowledgeLoad[] = [];
  const jsons: JsonLoad[] = [];
  // The first makes what is kept compiled where it is missing.
  for (let index = 0; index <= processes; index += 1) {
    const [load, json] = [await inFreshProcess<KnowledgeLoad>(), await inFreshProcess<JsonLoad>('json')];
    if (index === 0) continue;
    loads.push(load);
    jsons.push(json);
  }
  const row = (id: string, label: string, value: number, n: number, bar: number | null = null): BenchRow => ({ id, label, value, bar, lowerIsBetter: true, n });
  return [
    row('knowledge.start-ms', 'Knowledge: what it adds to a start, reading and compiling: ms', median(loads.map(({ startMilliseconds }) => startMilliseconds)), processes, 300),
    row('knowledge.load-ms', 'Knowledge: reading the compiled JSON: ms', median(jsons.map(({ jsonMilliseconds }) => jsonMilliseconds)), processes),
    row('knowledge.compile-ms', 'Knowledge: compiling the taxonomy anew, as after a change: ms', median(loads.map(({ compileMilliseconds }) => compileMilliseconds)), processes),
    row('knowledge.memory-mb', 'Knowledge and taxonomy in memory: MB', median(loads.map(({ heldBytes }) => heldBytes / 1e6)), processes, 120),
    row('knowledge.from-yaml-ms', 'Knowledge: reading the YAML, once after a change: ms', fromYaml, 1),
  ];
}

async function inFreshProcess<Load>(...words: string[]): Promise<Load> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', join(import.meta.dirname, 'load-knowledge.ts'), ...words]);
  return JSON.parse(stdout) as Load;
}
