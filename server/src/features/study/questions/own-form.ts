/** Entries of our own YAML form (knowledge/questions), in which explanation, hints and source may be missing. */
import { readQuestionRows } from '@cairn/engine/question-import';
import { ownQuestionSchema, parseEntries } from '@cairn/knowledge/learning';
import { storableValue } from '../../../platform/storable-text.ts';
import type { DraftRow, ReadFailure } from './rows.ts';

export function ownFormRows(text: string): DraftRow[] | ReadFailure {
  const parsed = parseEntries(text);
  if ('line' in parsed) return { code: 'questions.file-unreadable', line: parsed.line };
  const { entries } = parsed;
  if (!Array.isArray(entries)) return { code: 'questions.file-unknown', line: null };
  return entries.map((entry: unknown, index) => rowOf(entry, index + 1));
}

function rowOf(entry: unknown, line: number): DraftRow {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return { line, ask: '', fault: 'broken-row' };
  const cells = entry as Record<string, unknown>;
  // Lists of another maker come in YAML too; only ours says the kind.
  if (!('kind' in cells)) return readQuestionRows([{ line, cells }], { level: 2, countsFrom: null }).rows[0] ?? { line, ask: '', fault: 'broken-row' };
  const ask = typeof cells['ask'] === 'string' ? cells['ask'].slice(0, 200) : '';
  const read = ownQuestionSchema.safeParse(entry);
  if (!read.success) {
    const [issue] = read.error.issues;
    return { line, ask, fault: 'not-our-form', detail: `${issue?.path.map(String).join('.') ?? ''}: ${issue?.message ?? ''}`.slice(0, 300) };
  }
  const { id: _id, skill, ...question } = storableValue(read.data);
  const fault = optionFault(question);
  return fault === null ? { line, ask, fault: null, question, skill } : { line, ask, fault };
}

function optionFault(question: { readonly kind: string; readonly options?: readonly { readonly text: string; readonly right: boolean }[] }): 'no-answer' | 'all-right' | 'options-alike' | 'not-our-form' | null {
  const { options } = question;
  if (options === undefined) return null;
  const rights = options.filter(({ right }) => right).length;
  if (rights === 0) return 'no-answer';
  if (rights === options.length) return 'all-right';
  if (new Set(options.map(({ text }) => text)).size < options.length) return 'options-alike';
  return (question.kind === 'single') === (rights === 1) ? null : 'not-our-form';
}
