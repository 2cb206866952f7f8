export { loadEmbeddings } from './embeddings.ts';
export { loadKnowledge } from './load.ts';
export { KnowledgeError } from './read.ts';
export { problemCodes, type Problem, type ProblemCode } from './problem.ts';
export { validateKnowledge } from './validate.ts';
export { hoursFromBeginner } from './validate-reach.ts';
export { loadPhraseWeights } from './phrase-weights.ts';
