export { createReadingPool, type ReadingPool, type ReadingPoolOptions } from './reading-pool.ts';
export type { FileReading } from './read-bytes.ts';
export type { FileResult } from './reader-process.ts';
export type { FileKind } from './sniff.ts';
export { readingLimits, readingWarnings, refusals, type ReadingLimits, type ReadingWarning, type Refusal, type RefusalCode } from './refusals.ts';
