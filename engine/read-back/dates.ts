import type { LineEvidence } from '../reasons/reason.ts';
import type { Field, ResumeLine } from '../resume/types.ts';
import { evidenceOf, mostEvidence, type Loss } from './loss.ts';
import type { ReadBackRequest } from './types.ts';
import { hasYearlessDate } from './yearless-dates.ts';

/** Points for all entries without a year; each costs its share. By judgement. */
const noYears = 40;

interface Undated {
  readonly field: Field | undefined;
  /** The line with a date that has no year. */
  readonly line: ResumeLine | undefined;
}

/** Entries of work and education that a machine cannot place in time: those whose date has no year, and those without a date. */
export function dateLosses({ resume, texts }: Pick<ReadBackRequest, 'resume' | 'texts'>): Loss[] {
  const entries = [
    ...resume.experience.map((one) => ({ ...one, field: one.role ?? one.organisation })), ...resume.education.map((one) => ({ ...one, field: one.degree ?? one.institution })),
  ];
  if (entries.length === 0) return [];
  const undated = entries.filter(({ start, end }) => start === undefined && end === undefined).map(({ id, field }): Undated => ({ field, line: linesOf(texts, id).find(({ text }) => hasYearlessDate(text)) }));
  if (undated.length === 0) return [{ what: { code: 'read-back.all-dated', params: { count: entries.length } }, points: 0, evidence: [] }];
  const yearless = undated.flatMap(({ line }) => line ?? []);
  const without = undated.filter(({ line }) => line === undefined);
  const told = (code: string, count: number, evidence: readonly LineEvidence[]): Loss[] => (count === 0 ? [] : [{ what: { code, params: { count, total: entries.length } }, points: (noYears * count) / entries.length, evidence }]);
  return [
    ...told('read-back.dates-without-years', yearless.length, evidenceOf(yearless)),
    ...told('read-back.entries-without-dates', without.length, without.flatMap(({ field }) => field?.evidence.slice(0, 1) ?? []).slice(0, mostEvidence)),
  ];
}

/** What the entry did, in bullets, is no date of it. */
function linesOf(texts: ReadBackRequest['texts'], entryId: string): ResumeLine[] {
  return texts.filter((text) => text.entryId === entryId).flatMap(({ lines }) => lines.filter(({ bullet }) => bullet === undefined));
}
