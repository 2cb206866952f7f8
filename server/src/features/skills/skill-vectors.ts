import { calibrate, cosine, createPhraseEmbedder, likenessThreshold, phrasePairs, type Embedder, type EmbeddingTable } from '@cairn/engine/embeddings';
import type { Skill } from '@cairn/engine/knowledge';
import type { Taxonomy } from '@cairn/engine/skills';

/** What one model makes of skills and of what people type. */
export interface SkillVectors {
  readonly embed: (text: string) => Promise<Float32Array | null>;
  /** One after the other in the order of the skills; zeros where the model knows nothing. */
  readonly ofSkills: Float32Array;
  /** The cosine from which this model's vectors mean something. */
  readonly leastLikeness: number;
}

/** By Cairn's own table. */
export function tableVectors(skills: readonly Skill[], taxonomy: Taxonomy, table: EmbeddingTable): SkillVectors {
  const embedder = createPhraseEmbedder(table, taxonomy);
  const vectors = skills.map(({ id, name }) => embedder.skill(id) ?? embedder.phrase(name));
  return { embed: (text) => Promise.resolve(embedder.phrase(text)), ofSkills: joined(vectors, embedder.dimensions), leastLikeness: likenessThreshold.value };
}

/** By a model whose cosines nobody has calibrated yet: the labelled pairs say from which on they mean something. */
export async function modelVectors(skills: readonly Skill[], embedder: Embedder): Promise<SkillVectors> {
  const ones = await embedder.embed(phrasePairs.map(({ one }) => one));
  const others = await embedder.embed(phrasePairs.map(({ other }) => other));
  const judged = phrasePairs.flatMap(({ isAlike }, at) => {
    const [one, other] = [ones[at] ?? null, others[at] ?? null];
    return one === null || other === null ? [] : [{ cosine: cosine(one, other), isAlike }];
  });
  const vectors = await embedder.embed(skills.map(({ name }) => name));
  return { embed: async (text) => (await embedder.embed([text]))[0] ?? null, ofSkills: joined(vectors, embedder.dimensions), leastLikeness: calibrate(judged) };
}

function joined(vectors: readonly (Float32Array | null)[], dimensions: number): Float32Array {
  const all = new Float32Array(vectors.length * dimensions);
  vectors.forEach((vector, place) => { if (vector !== null) all.set(vector, place * dimensions); });
  return all;
}
