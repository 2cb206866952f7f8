/** In a fresh process, with node --expose-gc: what loading the knowledge takes, in processor time. One line of JSON out. */
import { compileTaxonomy } from '@cairn/engine/skills';
import { loadKnowledge } from '@cairn/knowledge';
import { threadSeconds } from './thread-seconds.ts';

export interface KnowledgeLoad {
  readonly loadMilliseconds: number;
  readonly compileMilliseconds: number;
  /** What stays in memory, typed arrays included. */
  readonly heldBytes: number;
}

function heldBytes(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const before = heldBytes();
const began = threadSeconds();
const knowledge = loadKnowledge();
const loaded = threadSeconds();
const taxonomy = compileTaxonomy(knowledge.skills, knowledge.said);
const compiled = threadSeconds();
const result: KnowledgeLoad = { loadMilliseconds: 1000 * (loaded - began), compileMilliseconds: 1000 * (compiled - loaded), heldBytes: heldBytes() - before };
process.stdout.write(`${JSON.stringify(result)}\n`);
// Used after the measurement, so that nothing was thrown away before it.
if (taxonomy.skills.size !== knowledge.skills.length) throw new Error('The taxonomy has other skills than the knowledge');
