/**
 * How sure a reading is. Each signal that speaks for a value leaves a share of doubt; independent signals multiply:
 *
 *   confidence = 1 − Π (1 − weight of each signal), rounded to hundredths, at most 0.99
 *
 * The weights are our own judgement of how often the signal alone is right on resumes; a value that nothing but its
 * place speaks for gets 0.4. What the person corrected is 1 and needs no signal.
 */
import { lineEvidence } from '../reasons/line-evidence.ts';
import type { LineEvidence } from '../reasons/reason.ts';
import type { Field, ResumeLine } from './types.ts';

const signalWeights = {
  /** A label in front of it says what it is ("Company:"), or the column of a table. */
  label: 0.9,
  /** It has the exact form of its kind: an e-mail address, a valid number, a date. */
  form: 0.9,
  /** A link of the document points where the value says. */
  link: 0.9,
  /** Its section's heading says what stands there. */
  section: 0.5,
  /** Its words belong to its kind: "Engineer" in a role, "University" in an institution. */
  wording: 0.6,
  /** It is set as such values are: the largest text, bold, at the margin. */
  look: 0.5,
  /** It stands where such values stand. */
  place: 0.4,
  /** Something elsewhere in the resume agrees, such as the e-mail address with the name. */
  agreement: 0.6,
} as const;
export type Signal = keyof typeof signalWeights;

export function confidenceOf(signals: readonly Signal[]): number {
  const doubt = signals.reduce((product, signal) => product * (1 - signalWeights[signal]), 1);
  return Math.min(0.99, Math.round((1 - doubt) * 100) / 100);
}

export function evidenceOf(lines: readonly ResumeLine[]): LineEvidence[] {
  return lines.map(lineEvidence);
}

export function fieldOf<T>(value: T, lines: readonly ResumeLine[], signals: readonly Signal[]): Field<T> {
  return { value, confidence: confidenceOf(signals), evidence: evidenceOf(lines) };
}

export function entryId(line: ResumeLine): string {
  return `p${line.page}l${line.line}`;
}
