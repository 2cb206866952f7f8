/**
 * In a fresh process, with node --expose-gc: what Cairn's knowledge takes, in processor time. As every start does it, with what is kept
 * in dist/, and then the taxonomy compiled anew, as after a change; or with the word "json" the kept JSON alone. One line of JSON out.
 */
import * as compiler from '@cairn/engine/skills';
import { compileTaxonomy } from '@cairn/engine/skills';
import { loadKnowledge, loadTaxonomy } from '@cairn/knowledge';
import { threadSeconds } from './thread-seconds.ts';

export interface KnowledgeLoad {
  /** Knowledge and taxonomy until they can be asked. */
  readonly startMilliseconds: number;
  readonly compileMilliseconds: number;
  /** What stays in memory, typed arrays included. */
  readonly heldBytes: number;
}

export interface JsonLoad {
  readonly jsonMilliseconds: number;
}

function heldBytes(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function jsonAlone(): JsonLoad {
  const began = threadSeconds();
  loadKnowledge();
  return { jsonMilliseconds: 1000 * (threadSeconds() - began) };
}

function asAStartDoes(): KnowledgeLoad {
  const before = heldBytes();
  const began = threadSeconds();
  const { knowledge, taxonomy } = loadTaxonomy(compiler);
  const startMilliseconds = 1000 * (threadSeconds() - began);
  const held = heldBytes() - before;
  const compiling = threadSeconds();
  const again = compileTaxonomy(knowledge.skills, knowledge.said);
  const compileMilliseconds = 1000 * (threadSeconds() - compiling);
  // Used after the measurement, so that nothing was thrown away before it; and what was kept is what is compiled.
  if (taxonomy.skills.size !== knowledge.skills.length || !Buffer.from(taxonomy.phrases.letters).equals(again.phrases.letters)) throw new Error('The taxonomy is not that of the knowledge');
  return { startMilliseconds, compileMilliseconds, heldBytes: held };
}

globalThis.gc?.();
process.stdout.write(`${JSON.stringify(process.argv[2] === 'json' ? jsonAlone() : asAStartDoes())}\n`);
