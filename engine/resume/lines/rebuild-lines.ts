import type { ResumeDocument } from '../document.ts';
import type { ResumeLine } from '../types.ts';
import { flowLines } from './flow-lines.ts';
import { positionedLines } from './positioned-lines.ts';

/** The lines of a document in reading order, whatever order its parts came in. */
export function rebuildLines(document: ResumeDocument): ResumeLine[] {
  return document.kind === 'positioned' ? positionedLines(document) : flowLines(document);
}
