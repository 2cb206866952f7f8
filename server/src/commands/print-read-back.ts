/** How a machine reads a resume, for a terminal: the parts, and what each loss is, the largest first. */
import type { Reason } from '@cairn/engine/reasons';
import type { ReadBack, ReadBackPartName } from '@cairn/engine/read-back';
import { clean, untitled } from './plain-text.ts';
import { placeOf } from './wording.ts';

const partNames: Readonly<Record<ReadBackPartName, string>> = { completeness: 'sections', formatting: 'format', keywords: 'words of the role', length: 'length' };

const words: Readonly<Record<string, string>> = {
  'read-back.section-missing.contact': 'no name, e-mail address or phone number was found',
  'read-back.section-missing.summary': 'no summary was found',
  'read-back.section-missing.education': 'no education was found',
  'read-back.section-missing.experience': 'no work was found',
  'read-back.section-missing.skills': 'no list of skills was found',
  'read-back.section-missing.projects': 'no projects were found',
  'read-back.section-missing.certifications': 'no certificates were found',
  'read-back.contact-partly': 'one of name, e-mail address and phone number was not found',
  'read-back.page-without-text': 'page {page} has no text: it may be a picture',
  'read-back.picture-without-text': 'a picture covers {percent} % of page {page}, and no text lies over it',
  'read-back.dates-without-years': '{count} of {total} entries have a date without its year',
  'read-back.entries-without-dates': '{count} of {total} entries have no date',
  'read-back.contact-at-edge': 'e-mail address or phone number stand in a header or footer only',
  'read-back.text-boxes': '{count} lines stand in text boxes',
  'read-back.columns-mixed': '{count} lines stand in a second column, which the file mixes with the first',
  'read-back.tables': '{count} lines stand in tables',
  'read-back.unusual-heading': 'the heading "{heading}" is not a usual one',
  'read-back.small-print': '{count} lines are set in very small letters',
  'read-back.odd-bullets': '{count} bullets are signs that few machines know',
  'read-back.keyword-missing': '{skill} is not named ({kind})',
  'read-back.too-short': '{words} words are few, where {least} to {most} are usual (years of work: {years})',
  'read-back.too-long': '{words} words are many, where {least} to {most} are usual (years of work: {years})',
  'read-back.too-many-pages': '{pages} pages, where at most {most} are usual (years of work: {years})',
};

export function printReadBack({ parts }: ReadBack): string[] {
  return parts.flatMap(({ part, score, reasons }) => [`  ${partNames[part]}: ${score.toFixed(0)} of 100`, ...untitled(reasons.filter(({ effect }) => effect < 0).toSorted((a, b) => a.effect - b.effect).map(lossRow)).map((line) => `  ${line}`)]);
}

function lossRow({ what: { code, params }, effect, evidence }: Reason): string[] {
  const worded = (words[code] ?? code).replaceAll(/\{(\w+)\}/g, (_all, name: string) => String(params[name] ?? ''));
  const line = evidence.find((one) => one.source === 'resume');
  return [`−${Math.abs(effect).toFixed(1)}`, clean(worded), line ? placeOf(line) : ''];
}
