/** English words for what the engine says in codes. Pages have wordings of their own in every language. */
import type { LineEvidence, Message } from '@cairn/engine/reasons';

export const levelNames = ['none', 'beginner', 'intermediate', 'advanced', 'expert'] as const;

export function placeOf({ page, line }: LineEvidence): string {
  return `${page}:${line}`;
}

const warnings: Readonly<Record<string, string>> = {
  'resume.page-lost': 'Page {page} could not be read.',
  'resume.partly-damaged': 'The file is damaged; what could be read is here, and something may be missing.',
  'resume.no-name': 'No name was found.',
  'resume.no-contact': 'No e-mail and no phone number were found.',
  'resume.no-experience': 'No work and no project was found.',
  'resume.no-education': 'No education was found.',
  'resume.no-skills': 'No list of skills was found; skills named elsewhere still count.',
  'resume.dates-missing': 'Some work has no dates; with dates, years of use count.',
  'gap.few-requirements': 'Few requirements were found in the ad ({count}): treat the percentages as a hint.',
};

/** A code without words of its own is shown as it is, so that nothing vanishes. */
export function warningLines(messages: readonly Message[]): string[] {
  return messages.map(({ code, params }) => `  ${(warnings[code] ?? code).replaceAll(/\{(\w+)\}/g, (_all, name: string) => String(params[name] ?? ''))}`);
}
