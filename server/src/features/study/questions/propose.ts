/** The dry run: what the rows of a file would add to the organisation's questions, and what is wrong with the others. */
import { questionKey } from '@cairn/engine/question-import';
import { createHash } from 'node:crypto';
import type { Draft, DraftRow, FileRead } from './rows.ts';
import { createSkillNames, type NamedSkill } from './skill-names.ts';

export interface ProposedQuestion {
  readonly questionId: string;
  readonly line: number;
  readonly body: Draft & { readonly id: string; readonly skillId: string };
  readonly contentHash: string;
  readonly textHash: string;
}

export interface RowError {
  readonly line: number;
  readonly code: string;
  readonly ask: string;
  readonly detail: string | null;
  readonly nearestSkillId: string | null;
  readonly nearestSkillName: string | null;
}

export interface ImportSummary {
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly bySkill: readonly { readonly skillId: string; readonly skillName: string; readonly questions: number }[];
  readonly countsFrom: 0 | 1 | null;
  readonly isOldEncoding: boolean;
}

export interface Proposal {
  readonly form: FileRead['form'];
  readonly questions: readonly ProposedQuestion[];
  /** The first of them; `summary.refused` counts all. */
  readonly errors: readonly RowError[];
  readonly summary: ImportSummary;
}

/** A question of the organisation that holds. */
export interface HeldQuestion {
  readonly questionId: string;
  readonly contentHash: string;
  readonly textHash: string;
}

export interface ProposeParts {
  /** Those that are known to the organisation. */
  readonly skills: readonly NamedSkill[];
  /** Of the whole file. */
  readonly skillId: string | null;
  /** Cairn's own questions by the hash of their text. */
  readonly bank: ReadonlyMap<string, string>;
  readonly held: readonly HeldQuestion[];
}

const mostErrors = 500;
const mostSkillsTold = 100;
const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

export const textHashOf = (question: Parameters<typeof questionKey>[0]): string => hash(questionKey(question));

/**
 * A question is itself by its skill and its text: the same text once more is the same question, which another answer, level,
 * explanation or hint changes to a new version. A text that Cairn's bank has, or the organisation under another skill, is refused.
 */
export function propose({ form, rows, countsFrom, isOldEncoding }: FileRead, { skills, skillId: chosen, bank, held }: ProposeParts): Proposal {
  const names = createSkillNames(skills);
  const nameOf = new Map(skills.map(({ id, name }) => [id, name]));
  const heldById = new Map(held.map((one) => [one.questionId, one]));
  const heldByText = new Map(held.map((one) => [one.textHash, one.questionId]));
  const lineOfText = new Map<string, number>();
  const questions: ProposedQuestion[] = [];
  const errors: RowError[] = [];
  const count = { added: 0, changed: 0, unchanged: 0, refused: 0 };
  const refuse = ({ line, ask }: DraftRow, code: string, detail: string | null = null, nearest: string | null = null): void => {
    count.refused += 1;
    if (errors.length < mostErrors) errors.push({ line, code, ask, detail: detail?.slice(0, 300) ?? null, nearestSkillId: nearest, nearestSkillName: nearest === null ? null : (nameOf.get(nearest) ?? nearest) });
  };

  for (const row of rows) {
    if (row.fault !== null) {
      refuse(row, row.fault, row.detail ?? null);
      continue;
    }
    const skillId = chosen ?? (row.skill === null ? null : names.find(row.skill));
    if (skillId === null) {
      if (row.skill === null) refuse(row, 'no-skill');
      else refuse(row, 'unknown-skill', row.skill, names.nearest(row.skill));
      continue;
    }
    const textHash = textHashOf(row.question);
    const questionId = `${skillId}-own-${textHash.slice(0, 20)}`;
    const [firstLine, ofBank, elsewhere] = [lineOfText.get(textHash), bank.get(textHash), heldByText.get(textHash)];
    if (firstLine !== undefined) refuse(row, 'duplicate-in-file', String(firstLine));
    else if (ofBank !== undefined) refuse(row, 'duplicate-of-bank', ofBank);
    else if (elsewhere !== undefined && elsewhere !== questionId) refuse(row, 'duplicate-elsewhere', elsewhere);
    else {
      lineOfText.set(textHash, row.line);
      const body = { ...row.question, id: questionId, skillId };
      const contentHash = hash(JSON.stringify(body));
      const before = heldById.get(questionId);
      if (before?.contentHash === contentHash) count.unchanged += 1;
      else {
        count[before === undefined ? 'added' : 'changed'] += 1;
        questions.push({ questionId, line: row.line, body, contentHash, textHash });
      }
    }
  }
  return { form, questions, errors, summary: { rows: rows.length, ...count, bySkill: bySkill(questions, nameOf), countsFrom, isOldEncoding } };
}

function bySkill(questions: readonly ProposedQuestion[], nameOf: ReadonlyMap<string, string>): ImportSummary['bySkill'] {
  return [...Map.groupBy(questions, ({ body }) => body.skillId)]
    .map(([skillId, of]) => ({ skillId, skillName: nameOf.get(skillId) ?? skillId, questions: of.length }))
    .sort((a, b) => b.questions - a.questions || a.skillName.localeCompare(b.skillName, 'en'))
    .slice(0, mostSkillsTold);
}
