import type { QuestionImport, QuestionImportDetails } from '@cairn/contracts';
import { mutable } from '../../../platform/mutable.ts';
import type { ListedQuestion, StoredImport } from './import.store.ts';

type NameOf = (skillId: string) => string;

export function presentImport({ id, fileName, state, form, skillId, summary, failure, createdAt, appliedAt, retiredAt }: StoredImport, nameOf: NameOf): QuestionImport {
  return {
    id, fileName, state, form, skillId, skillName: skillId === null ? null : nameOf(skillId), summary: mutable(summary), failure,
    createdAt: createdAt.toISOString(), appliedAt: appliedAt?.toISOString() ?? null, retiredAt: retiredAt?.toISOString() ?? null,
  };
}

export function presentProposed({ line, body }: ListedQuestion, nameOf: NameOf): QuestionImportDetails['questions']['items'][number] {
  const options = 'options' in body ? body.options.map(({ text, right }) => ({ text, right })) : body.kind === 'blank' ? body.accepted.map((text) => ({ text, right: true })) : [];
  return { line, kind: body.kind, skillName: nameOf(body.skillId), level: body.level, ask: body.ask, code: body.code, options, hasExplanation: body.explanation !== null, hints: body.hints.length };
}
