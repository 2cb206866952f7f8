export { countColumnChanges } from './columns.ts';
export { readBack } from './read-back.ts';
export { type Keyword, type PageLook, type ReadBack, type ReadBackPart, type ReadBackPartName, readBackParts, type ReadBackRequest } from './types.ts';
