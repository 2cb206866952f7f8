import type { Level, Proficiency, Skill } from '../knowledge/types.ts';
import type { Message } from '../reasons/reason.ts';
import { message } from './english.ts';

export interface SelfCheckStatement {
  readonly level: Level;
  /** The knowledge's own checkpoint; null where it has none, then `what` is asked. */
  readonly text: string | null;
  readonly what: Message;
}

export interface SelfCheck {
  readonly skillId: string;
  readonly level: Level;
  readonly statements: readonly SelfCheckStatement[];
}

/**
 * What a person must be able to say of themselves to skip a skill up to `level`: one statement for every level above
 * the one they have. A level without a checkpoint is asked in general words, so that none can be skipped unasked.
 */
export function selfCheck(skill: Skill, level: Level, knownLevel: Proficiency): SelfCheck {
  const statements: SelfCheckStatement[] = [];
  for (let asked = knownLevel + 1; asked <= level; asked += 1) {
    const at = asked as Level;
    statements.push({
      level: at,
      text: skill.checkpoints[at] ?? null,
      what: message('roadmap.self-check.can-do', { skill: skill.name, level: at }),
    });
  }
  return { skillId: skill.id, level, statements };
}

/** Passed when every statement, by its place, is affirmed; an answer too few or too many is no pass. */
export function passesSelfCheck(check: SelfCheck, affirmed: readonly boolean[]): boolean {
  return affirmed.length === check.statements.length && affirmed.every(Boolean);
}
