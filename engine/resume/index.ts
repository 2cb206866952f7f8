export type * from './document.ts';
export type * from './types.ts';
export { readResume, type ReadResumeOptions } from './read-resume.ts';
export { resumeText } from './resume-text.ts';
export { rebuildLines } from './lines/rebuild-lines.ts';
export { applyCorrections, type Corrected, type ResumeCorrection } from './corrections.ts';
export { acceptCorrections, anchorCorrections, followCorrections, lostWarnings, type Accepted } from './place-corrections.ts';
export { toJsonResume, type JsonResume } from './json-resume.ts';
export { fromJsonResume } from './from-json-resume.ts';
