/** "Personal details": label and value, some of which belong elsewhere. Date of birth, religion and the like are not read. */
import type { ResumeLine, Segment } from '../types.ts';
import { withSegments } from '../lines/with-segments.ts';

export interface PersonalLines {
  readonly contact: readonly ResumeLine[];
  readonly languages: readonly ResumeLine[];
  readonly interests: readonly ResumeLine[];
}

const about: readonly (readonly [keyof PersonalLines, RegExp])[] = [
  ['languages', /^(?:languages?(?:\s+(?:known|spoken|proficiency))?|known languages|linguistic\s+\p{L}+|भाषा(?:एँ|एं|ओं का ज्ञान)?|ज्ञात भाषाएँ)\s*[:：-]?\s*/iu],
  ['interests', /^(?:hobbies|interests?|hobbies\s*(?:and|&)\s*interests|रुचियाँ|रुचियां|शौक)\s*[:：-]?\s*/iu],
  ['contact', /^(?:full\s+)?(?:name|(?:first|given|family)\s+name|surname|e-?mail(?:\s+id)?|phone|telephone|mobile|contact|address|permanent address|present address|current address|city|location|linkedin|github|portfolio|website|नाम|पता|मोबाइल|ईमेल|फ़?ोन)\b/iu],
];

const told = /^(?:father|mother|husband|spouse|guardian|date of birth|d\.?\s?o\.?\s?b|gender|sex|marital|nationality|religion|caste|age|blood group|passport|permanent address|languages? known|hobbies|जन्म|पिता|माता|लिंग|राष्ट्रीयता)[^:：]{0,24}\s*[:：-]/iu;

/** What Indian resumes tell of the person: birth, parents, marriage, languages, each behind its label. */
export function isPersonalLabel(text: string): boolean {
  return told.test(text);
}

export function personalLines(lines: readonly ResumeLine[]): PersonalLines {
  const found: Record<keyof PersonalLines, ResumeLine[]> = { contact: [], languages: [], interests: [] };
  for (const line of lines) {
    const [kind, pattern] = about.find(([, opening]) => opening.test(line.text)) ?? [];
    if (kind === undefined || pattern === undefined) continue;
    found[kind].push(kind === 'contact' ? line : withoutLabel(line, pattern));
  }
  return found;
}

function withoutLabel(line: ResumeLine, label: RegExp): ResumeLine {
  const value = line.text.replace(label, '').replace(/^\s*[:：-]\s*/, '');
  const [first] = line.segments as [Segment, ...Segment[]];
  return withSegments(line, [{ ...first, text: value, bold: false, gap: 'none' }]);
}
