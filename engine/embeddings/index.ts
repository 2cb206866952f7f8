export { cosine, createPhraseEmbedder, unit, type Embedder, type EmbeddingTable, type PhraseEmbedder } from './embedding-table.ts';
export { gramHashes } from './gram-hashes.ts';
export { isAlike, likenessThreshold } from './likeness.ts';
export { wordKey } from './word-key.ts';
