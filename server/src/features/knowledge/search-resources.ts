import type { Resource } from '@cairn/engine/knowledge';
import { foldKey } from '@cairn/engine/text';
import type { WhatCairnKnows } from './what-cairn-knows.ts';

/** A resource with the words it is found by, folded once. */
export interface FoundBy {
  readonly resource: Resource;
  readonly title: string;
  readonly titleWords: readonly string[];
  /** Of the title, the provider, and the names and aliases of the skills it teaches. */
  readonly words: readonly string[];
  /** Provider, and names and aliases of the skills. */
  readonly others: ReadonlySet<string>;
}

const wordsOf = (folded: string): string[] => folded.split(/[^\p{L}\p{M}\p{N}+#]+/u).filter((word) => word !== '');

/** In the order of their titles. */
export function resourcesToSearch({ knowledge, skills }: Pick<WhatCairnKnows, 'knowledge' | 'skills'>): FoundBy[] {
  return knowledge.resources.toSorted((a, b) => a.title.localeCompare(b.title, 'en') || (a.id < b.id ? -1 : 1)).map((resource) => {
    const title = foldKey(resource.title);
    const taught = resource.skills.flatMap((id) => skills.get(id) ?? []);
    const others = new Set([resource.provider, ...taught.flatMap(({ name, aliases }) => [name, ...aliases])].map(foldKey));
    return { resource, title, titleWords: wordsOf(title), words: [...new Set([title, ...others].flatMap(wordsOf))], others };
  });
}

/** How near a resource is to the words asked for, nearest first: its title begins with them, contains them, its provider or a skill is called so, its title has words that begin so, all that it is found by has. */
const ranks = [
  ({ title }: FoundBy, wanted: string) => title.startsWith(wanted),
  ({ title }: FoundBy, wanted: string) => title.includes(wanted),
  ({ others }: FoundBy, wanted: string) => others.has(wanted),
  ({ titleWords }: FoundBy, wanted: string) => hasAll(titleWords, wanted),
  ({ words }: FoundBy, wanted: string) => hasAll(words, wanted),
];

function hasAll(words: readonly string[], wanted: string): boolean {
  const asked = wordsOf(wanted);
  return asked.length > 0 && asked.every((one) => words.some((word) => word.startsWith(one)));
}

/** Every resource for no words; within a rank in the order given. */
export function searchResources(resources: readonly FoundBy[], search: string): Resource[] {
  const wanted = foldKey(search).trim();
  const byRank = ranks.map((): Resource[] => []);
  for (const found of resources) byRank[ranks.findIndex((holds) => holds(found, wanted))]?.push(found.resource);
  return byRank.flat();
}
