export { editDistance } from './edit-distance.ts';
export { compileConcepts, type ConceptIndex } from './compile-concepts.ts';
export { escoConcepts } from './esco-concepts.ts';
export { linkText, type LinkOptions, type Meaning } from './link-text.ts';
export { stemOf } from './stems.ts';
export type { Concept, Found, LinkedConcept, WordLink } from './types.ts';
