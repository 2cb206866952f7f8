/** "Company: Acme", "Designation – Tester", "Duration : 6 months": entries written as label and value. */
import { findDateRanges } from '../../text/date-range.ts';
import { foldKey } from '../../text/fold.ts';
import { fieldOf } from '../confidence.ts';
import type { Field, ResumeLine } from '../types.ts';
import { joinSegments } from '../lines/positioned-lines.ts';
import { mainText } from './line-classes.ts';

export type LabelKind =
  | 'organisation' | 'role' | 'title' | 'dates' | 'place' | 'name' | 'technologies' | 'summary' | 'institution' | 'degree' | 'field' | 'grade' | 'link' | 'board' | 'note';

const words: Readonly<Record<LabelKind, string>> = {
  organisation: 'hospital|hospital name|name of hospital|name of the hospital|name of school|name of the school|name of institute|name of the institute|name of firm|company|company name|organization|organisation|organization name|organisation name|employer|employer name|name of employer|name and address of employer|name of organization|name of the company|name of the organization|firm|कंपनी|संस्था|नियोक्ता|संगठन',
  role: 'role|designation|position|job title|post|occupation or position held|occupation|role played|my role|job role|पद|पदनाम|भूमिका',
  /** Of a post or of a project, as the section says. */
  title: 'title|शीर्षक',
  dates: 'duration|period|dates|date|tenure|from|time period|year|timeline|year of passing|passing year|अवधि|वर्ष|समय',
  place: 'location|place|city|work location|स्थान',
  name: 'project|project title|project name|title of the project|name of project|name of the project|topic|परियोजना|परियोजना का नाम',
  technologies: 'technologies|technology|technologies used|technology used|tech stack|tech|stack|tools|tools used|tools and technologies|tools & technologies|skills used|environment|platform|built with|languages used|language used|software used|front end|back end|frontend|backend|database|software|तकनीक|तकनीकें|उपकरण',
  summary: 'description|project description|summary|about|overview|abstract|objective|aim|विवरण',
  institution: 'name and type of organisation|name and type of organization|name and type of institution|institution|institute|college|university|school|name of institution|institute name|college name|school name|name and type of organisation providing education and training|संस्थान|विश्वविद्यालय|विद्यालय|महाविद्यालय',
  degree: 'degree|qualification|course|examination|exam|class|title of qualification awarded|program|programme|उपाधि|योग्यता|परीक्षा|कक्षा|डिग्री',
  field: 'field|major|branch|specialization|specialisation|stream|discipline|field of study|area|विषय|शाखा',
  grade: 'gpa|cgpa|grade|percentage|marks|score|result|aggregate|cpi|sgpa|प्रतिशत|अंक|श्रेणी',
  link: 'link|url|github|demo|live|code|repository|website|live demo|source code|github link|project link',
  board: 'board|university/board|board/university|बोर्ड',
  note: 'department|ward|team size|client|domain|responsibilities|key responsibilities|roles and responsibilities|roles & responsibilities|role and responsibilities|achievements|key achievements|highlights|thesis|dissertation|advisor|supervisor|guide|mentor|duties|main activities and responsibilities|main activities|type of business or sector|coursework|relevant coursework|relevant courses|courses|minor|honors|honours|activities|subjects|electives|outcome|impact|जिम्मेदारियाँ',
};

const kindByLabel: ReadonlyMap<string, LabelKind> = new Map(
  Object.entries(words).flatMap(([kind, list]) => list.split('|').map((label) => [foldKey(label), kind as LabelKind] as const)),
);

const pattern = /^([\p{L}\p{M}&/ ]{2,60}?(?:\s?(?:no\.?|#)?\s?\d{1,2})?)\s*(?:[:：]\s*[-–]?|\s[-–]\s)\s*(\S.*)?$/u;

/** "Project #1: Insurance portal", "Mini project: Bus pass". */
const numberedProject = /^(?:(?:mini|major|minor|main|final year|academic|live|capstone|semester|college|b\.?tech) )?project(?:\s?(?:no\.?|#)?\s?\d{1,2}| title| name)?$/iu;

export interface Labelled {
  readonly kind: LabelKind;
  readonly label: string;
  readonly value: string;
}

/** A label in front of a colon, or in the first cell of a line with its value in the cells beside it. */
export function readLineLabel(line: ResumeLine): Labelled | undefined {
  const body = line.segments.filter((segment) => !segment.aside || segment !== line.segments[0]);
  const [first, second] = body;
  if (first && second && second.gap === 'wide') {
    const kind = kindByLabel.get(labelWords(first.text));
    const value = joinSegments(body.slice(1)).replace(/^\s*[:：–-]\s*/u, '').trim();
    if (kind && value !== '') return { kind, label: first.text.replace(/\s*[:：]$/u, ''), value };
  }
  return readLabel(mainText(line));
}

/** "Address(es) :" → "address". */
function labelWords(text: string): string {
  return foldKey(text).replace(/\((?:s|es)\)/gu, '').replace(/[\s:：]+$/u, '');
}

export function readLabel(text: string): Labelled | undefined {
  const found = pattern.exec(text);
  if (!found) return undefined;
  const kind = kindByLabel.get(foldKey(found[1] as string)) ?? (numberedProject.test(found[1] as string) ? 'name' : undefined);
  return kind ? { kind, label: found[1] as string, value: (found[2] ?? '').trim() } : undefined;
}

/** Header lines that are label and value, as fields; dates stay with the rest, where they are looked for anyway, lengths of time do not. */
export function takeLabels(header: readonly ResumeLine[]): { facts: ReadonlyMap<LabelKind, Field>; rest: readonly ResumeLine[] } {
  const facts = new Map<LabelKind, Field>();
  const rest: ResumeLine[] = [];
  for (const line of header) {
    const label = readLineLabel(line);
    const isDate = label?.kind === 'dates' && findDateRanges(label.value).length > 0;
    if (label && !isDate && label.value !== '' && !facts.has(label.kind)) facts.set(label.kind, fieldOf(label.value, [line], ['label']));
    else rest.push(label && isDate ? withoutLabel(line, label.label) : line);
  }
  return { facts, rest };
}

/** "Duration: Jan 2020 – Mar 2021" without its first word, which would else be taken for a name. */
function withoutLabel(line: ResumeLine, label: string): ResumeLine {
  const [first, ...others] = line.segments;
  if (!first?.text.startsWith(label)) return line;
  const text = first.text.slice(label.length).replace(/^\s*[:：–-]\s*/u, '');
  return { ...line, segments: text === '' ? others : [{ ...first, text }, ...others] };
}
