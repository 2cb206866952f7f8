import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPhraseEmbedder } from '@cairn/engine/embeddings';
import { compileConcepts, linkText, type Concept } from '@cairn/engine/linking';
import { compileTaxonomy } from '@cairn/engine/skills';
import { loadEmbeddings, loadKnowledge } from '@cairn/knowledge';
import { readTable } from './read-table.ts';

/** A text with the concepts that people found in it. */
export interface LabelledText {
  readonly text: string;
  readonly concepts: ReadonlySet<string>;
}

export interface EscoLabels {
  readonly preferred: readonly string[];
  /** ESCO's other labels, for the few hundred concepts that the published collections have. */
  readonly others: ReadonlyMap<string, readonly string[]>;
}

/** Null where the labels are not in the folder. */
export function readEscoLabels(dataDirectory: string): EscoLabels | null {
  const file = join(dataDirectory, 'skills/esco_1.1.0_skill_labels_en.txt');
  if (!existsSync(file)) return null;
  const preferred = [...new Set(readFileSync(file, 'utf8').split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== ''))];
  const others = new Map<string, readonly string[]>();
  for (const name of ['ict', 'language', 'transversal']) {
    const collection = join(dataDirectory, `taxonomy/esco_1.0.x/${name}SkillsCollection_en.csv`);
    if (!existsSync(collection)) continue;
    for (const row of readTable(readFileSync(collection, 'utf8'), ',')) {
      others.set(row['preferredLabel'] ?? '', (row['altLabels'] ?? '').split('|').map((label) => label.trim()).filter((label) => label !== ''));
    }
  }
  return { preferred, others };
}

/** The concepts with nothing but ESCO's own labels. */
export function plainConcepts({ preferred, others }: EscoLabels): Concept[] {
  return preferred.map((label) => ({ id: label, name: label, aliases: others.get(label) ?? [] }));
}

/**
 * Sentences or spans of one part with what they mean. A label that is no concept ("LABEL NOT PRESENT", "UNDERSPECIFIED")
 * is left out, and so is a text without any other: as the published figures are computed.
 */
export function readLabelled(dataDirectory: string, part: 'tech' | 'house', unit: 'sentence' | 'span', known: ReadonlySet<string>): LabelledText[] {
  const file = join(dataDirectory, `skills/esco_linking_${part}_validation.csv`);
  if (!existsSync(file)) return [];
  const texts = new Map<string, Set<string>>();
  for (const row of readTable(readFileSync(file, 'utf8'), ',')) {
    const label = row['label'] ?? '';
    if (!known.has(label)) continue;
    const text = (unit === 'sentence' ? row['sentence'] : row['sub_span'] === '' ? row['span'] : row['sub_span']) ?? '';
    texts.set(text, (texts.get(text) ?? new Set()).add(label));
  }
  return [...texts].map(([text, concepts]) => ({ text, concepts }));
}

/** The five likeliest concepts of a text, found by words and weighed by meaning, as Cairn links. */
export function createLinker(concepts: readonly Concept[]): (text: string) => string[] {
  const index = compileConcepts(concepts);
  const embedder = createPhraseEmbedder(loadEmbeddings(), compileTaxonomy(loadKnowledge().skills));
  const conceptVectors = new Float32Array(concepts.length * embedder.dimensions);
  concepts.forEach(({ name }, place) => {
    const vector = embedder.phrase(name.replace(/ \(.*/, ''));
    if (vector !== null) conceptVectors.set(vector, place * embedder.dimensions);
  });
  const meaning = { embed: (text: string) => embedder.phrase(text), conceptVectors };
  return (text) => linkText(index, text, { limit: 5, meaning }).map(({ id }) => id);
}
