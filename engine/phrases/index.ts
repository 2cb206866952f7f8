export type { FoundPhrase, PhraseKind, TaggedPhrase } from './types.ts';
export { phraseKinds } from './types.ts';
export { modelMark, readPhraseModel, type PhraseModel } from './model.ts';
export { tagSentences } from './tag-sentences.ts';
export { findPhrases } from './find-phrases.ts';
// What training shares with reading: both have to see the same.
export { begin, chooseSpans, inside, last, only, outside, probableSpans, stepCount, stepProbability, steps, sumLattice, tagCount, tagProbability, type ProbableSpan } from './chain.ts';
export { adFeatures, featureKeyBits, normaliseWord, seeWord, type SeenWord, type SentenceFeatures } from './features.ts';
export { hashText } from './hashing.ts';
export { longestListedPhrase, phraseHash, type Lexicon, type ListedLexicon } from './lexicon.ts';
export { gradeFeatures, gradeSentence } from './sentence-grades.ts';
export { candidatesOf, candidateWidth } from './candidates.ts';
export { readSentences } from './readings.ts';
export { leaf, noTrees, sumTrees, type Trees } from './trees.ts';
