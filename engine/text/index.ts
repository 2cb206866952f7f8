export type { Span } from './span.ts';
export { expand, fold, foldCodeUnit, foldInPlace, foldKey, type ExpandedText } from './fold.ts';
export { countWords, tokenise, type Token } from './tokens.ts';
export { clauses, sentences } from './sentences.ts';
export { detectLanguage, type DetectedLanguage } from './language.ts';
