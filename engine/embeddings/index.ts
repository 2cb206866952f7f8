export { cosine, createPhraseEmbedder, unit, type Embedder, type EmbeddingTable, type PhraseEmbedder } from './embedding-table.ts';
export { gramHashes } from './gram-hashes.ts';
export { calibrate, isAlike, likenessThreshold, type JudgedPair } from './likeness.ts';
export { phrasePairs, type PhrasePair } from './phrase-pairs.ts';
export { wordKey } from './word-key.ts';
