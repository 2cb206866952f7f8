import type { Level } from '../knowledge/types.ts';

/** A short lesson of our own: what a person reads in one sitting, with a worked example and questions to check it. */
export interface Lesson {
  /** Begins with the id of its skill. */
  readonly id: string;
  readonly skillId: string;
  readonly title: string;
  /** The proficiency that it leads to. */
  readonly level: Level;
  /** Time to read it and work through the example. */
  readonly minutes: number;
  /** Markdown: paragraphs, second-level headings, lists, code; no links and no HTML. */
  readonly text: string;
  /** Ids of questions of the bank on the same skill. */
  readonly checks: readonly string[];
  /** Where it can be read up: publications, not addresses. */
  readonly sources: readonly string[];
}
