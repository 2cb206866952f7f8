import type { Knowledge, RelationKind, SkillCategory } from '@cairn/engine/knowledge';
import { compileTaxonomy, findSkills, type Taxonomy } from '@cairn/engine/skills';
import { tokenise } from '@cairn/engine/text';
import { wordKey } from '@cairn/engine/embeddings';
import type { Corpus } from './corpus.ts';
import { PairCounts } from './sparse.ts';

/** Words this far apart still count together, by one over their distance. */
const reach = 6;
/** How often a pair that Cairn relates by hand counts as if it had been read, at strength 1. */
const relationCounts: Readonly<Record<RelationKind, number>> = { similar: 60, alternative: 60, 'part-of': 40, 'builds-on': 30, 'used-with': 25 };
const prerequisiteCount = 8;
/** For two skills that a role, a resource or a project brief names together, before it is divided by how many these are. */
const togetherCount = 10;
/**
 * For two skills of one of these kinds, which texts of every field name beside anything: what they have in common with their
 * kind weighs more than the few lists they stand in. In the other categories it would blur what tells the skills apart.
 */
const kindCount = 0.4;
const kinds: ReadonlySet<SkillCategory> = new Set<SkillCategory>(['soft-skill', 'spoken-language']);
const nameCount = 20;
const aliasCount = 6;
const checkpointCount = 0.5;
/** A tool list of an occupation may have hundreds of entries: each pair says little. */
const toolCount = 2;

export interface Nodes {
  readonly skills: readonly string[];
  readonly words: readonly string[];
  /** How often each word was read. */
  readonly frequencies: readonly number[];
}

export interface Counted {
  readonly nodes: Nodes;
  readonly pairs: PairCounts;
}

/** `fewest`: words read less often are left out; `most`: the most frequent that are kept. */
export function countPairs(corpus: Corpus, knowledge: Knowledge, { fewest, most }: { fewest: number; most: number }): Counted {
  const own = ownStatements(knowledge);
  const statements = [...corpus.statements, ...own.map(({ text }) => text)].map((text) => ({ text, tokens: tokenise(text).map((token) => ({ ...token, key: wordKey(token.key) })) }));
  const frequencies = new Map<string, number>();
  for (const { tokens } of statements) for (const { key } of tokens) frequencies.set(key, (frequencies.get(key) ?? 0) + 1);
  const names = new Set(knowledge.skills.flatMap(({ name, aliases }) => [name, ...aliases]).flatMap((name) => tokenise(name).map(({ key }) => wordKey(key))));
  const kept = [...frequencies].filter(([word, count]) => /\p{L}/u.test(word) && (count >= fewest || names.has(word))).toSorted(([one, a], [other, b]) => b - a || (one < other ? -1 : 1)).slice(0, most);
  const nodes: Nodes = { skills: knowledge.skills.map(({ id }) => id), words: kept.map(([word]) => word), frequencies: kept.map(([, count]) => count) };
  const pairs = new PairCounts(nodes.skills.length + nodes.words.length);
  const nodeOf = new Map([...nodes.skills.map((id, index) => [`skill ${id}`, index] as const), ...nodes.words.map((word, index) => [`word ${word}`, nodes.skills.length + index] as const)]);
  const word = (key: string): number | undefined => nodeOf.get(`word ${key}`);
  const skill = (id: string): number => nodeOf.get(`skill ${id}`) ?? -1;
  const add = (one: number | undefined, other: number | undefined, weight: number): void => { if (one !== undefined && other !== undefined && one >= 0 && other >= 0) pairs.add(one, other, weight); };

  const taxonomy = compileTaxonomy(knowledge.skills);
  for (const { text, tokens } of statements) {
    const places = tokens.map(({ key }) => word(key));
    places.forEach((one, at) => { for (let step = 1; step <= reach && at + step < places.length; step += 1) add(one, places[at + step], 1 / step); });
    countMentions(taxonomy, text, tokens, places, skill, add);
  }
  countKnowledge(knowledge, own, skill, word, add);
  for (const tools of corpus.toolSets) {
    const found = [...new Set(tools.flatMap((tool) => findSkills(taxonomy, tool).map(({ skillId }) => skillId)))];
    addTogether(found.map(skill), toolCount, add);
  }
  return { nodes, pairs };
}

type Add = (one: number | undefined, other: number | undefined, weight: number) => void;

function countMentions(taxonomy: Taxonomy, text: string, tokens: readonly { start: number }[], places: readonly (number | undefined)[], skill: (id: string) => number, add: Add): void {
  const mentions = findSkills(taxonomy, text).map(({ skillId, start, end }) => ({ node: skill(skillId), from: tokens.findIndex((token) => token.start >= start), to: tokens.findLastIndex((token) => token.start < end) }));
  mentions.forEach(({ node, from, to }, index) => {
    places.forEach((place, at) => {
      const distance = at < from ? from - at : at > to ? at - to : 1;
      if (distance <= reach) add(node, place, 1 / distance);
    });
    for (const other of mentions.slice(index + 1)) add(node, other.node, 4 / (1 + Math.max(0, other.from - to)));
  });
}

function addTogether(nodes: readonly number[], weight: number, add: Add): void {
  nodes.forEach((one, index) => { for (const other of nodes.slice(index + 1)) add(one, other, weight / nodes.length); });
}

function countKnowledge(knowledge: Knowledge, own: readonly OwnStatement[], skill: (id: string) => number, word: (key: string) => number | undefined, add: Add): void {
  for (const { skillId, text, count } of own) for (const { key } of tokenise(text)) add(skill(skillId), word(wordKey(key)), count);
  for (const { id, related, prerequisites } of knowledge.skills) {
    for (const relation of related) add(skill(id), skill(relation.id), relation.strength * relationCounts[relation.kind]);
    for (const needed of prerequisites) add(skill(id), skill(needed.id), prerequisiteCount);
  }
  for (const { must, should, nice } of knowledge.roles) addTogether([...must, ...should, ...nice].map(({ id }) => skill(id)), togetherCount, add);
  for (const { skills } of knowledge.resources) addTogether(skills.map(skill), togetherCount, add);
  for (const { skills } of knowledge.projects) addTogether(skills.map(({ id }) => skill(id)), togetherCount, add);
  for (const [category, skills] of Map.groupBy(knowledge.skills, (one) => one.category)) {
    if (kinds.has(category)) addTogether(skills.map(({ id }) => skill(id)), kindCount * skills.length, add);
  }
}

interface OwnStatement {
  readonly skillId: string;
  readonly text: string;
  readonly count: number;
}

function ownStatements(knowledge: Knowledge): OwnStatement[] {
  return knowledge.skills.flatMap(({ id, name, aliases, checkpoints }) => [
    { skillId: id, text: name, count: nameCount },
    ...aliases.map((text) => ({ skillId: id, text, count: aliasCount })),
    ...Object.values(checkpoints).map((text) => ({ skillId: id, text, count: checkpointCount })),
  ]);
}
