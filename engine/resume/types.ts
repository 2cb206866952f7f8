/** What a resume says, line by line and field by field. Every field knows the lines it was read from. */
import type { LineEvidence, Message } from '../reasons/reason.ts';

/** `2020-05` when the month is known, `2020` when only the year is. */
export type YearMonth = string;

/** The month in which a resume is read: what "present" and "till date" mean. `month` counts from 1. */
export interface Today {
  readonly year: number;
  readonly month: number;
}

export interface Field<T = string> {
  readonly value: T;
  /** 0 to 1, by the formula of confidence.ts; 1 for what the person corrected. */
  readonly confidence: number;
  readonly evidence: readonly LineEvidence[];
  /** True when the person set this value themselves. */
  readonly corrected?: boolean;
}

export interface ContactLink {
  /** The network or the words on the page: `LinkedIn`, `GitHub`, `rendercv.com`. */
  readonly label: string;
  readonly url: string;
}

export interface Contact {
  readonly name?: Field;
  readonly headline?: Field;
  readonly emails: readonly Field[];
  /** E.164 when the number is valid for its country, otherwise the digits as written. */
  readonly phones: readonly Field[];
  readonly links: readonly Field<ContactLink>[];
  readonly place?: Field;
}

/** The `id` of an entry is the page and line it begins on (`p1l12`): it names the entry in this reading only. */
export interface Experience {
  readonly id: string;
  readonly organisation?: Field;
  readonly role?: Field;
  readonly place?: Field;
  readonly start?: Field<YearMonth>;
  readonly end?: Field<YearMonth>;
  readonly current: boolean;
  readonly bullets: readonly Field[];
}

export interface Education {
  readonly id: string;
  readonly institution?: Field;
  /** As written: `B.Tech`, `PhD`, `Class XII`. */
  readonly degree?: Field;
  readonly field?: Field;
  readonly start?: Field<YearMonth>;
  readonly end?: Field<YearMonth>;
  readonly current: boolean;
  readonly grade?: Field<Grade>;
  readonly place?: Field;
  readonly bullets: readonly Field[];
}

export interface Grade {
  /** As written, without its label: `8.9/10`, `92%`, `First class with distinction`. */
  readonly text: string;
  readonly scale: 'cgpa' | 'gpa' | 'percentage' | 'class' | 'marks';
  readonly score?: number;
  readonly outOf?: number;
}

export interface Project {
  readonly id: string;
  readonly name?: Field;
  readonly summary?: Field;
  readonly role?: Field;
  readonly start?: Field<YearMonth>;
  readonly end?: Field<YearMonth>;
  readonly current: boolean;
  readonly link?: Field;
  /** Tools named beside the title or on a "Technologies:" line. */
  readonly technologies: readonly Field[];
  readonly bullets: readonly Field[];
}

export interface Certification {
  readonly id: string;
  readonly name?: Field;
  readonly issuer?: Field;
  readonly date?: Field<YearMonth>;
  readonly link?: Field;
}

export interface SpokenLanguage {
  readonly id: string;
  readonly language: Field;
  /** As written: `Native`, `C1`, `Professional working proficiency`. */
  readonly level?: Field;
}

/** A skill as the resume lists it; `group` is the label in front of the list (`Frameworks`). */
export interface ListedSkill extends Field {
  readonly group?: string;
}

export interface Award {
  readonly id: string;
  readonly title?: Field;
  readonly issuer?: Field;
  readonly date?: Field<YearMonth>;
}

export interface Publication {
  readonly id: string;
  readonly title?: Field;
  readonly authors: readonly Field[];
  readonly venue?: Field;
  readonly date?: Field<YearMonth>;
  readonly link?: Field;
}

/** A section under a heading of the person's own: kept whole, under that heading. */
export interface OtherSection {
  readonly id: string;
  readonly heading: string;
  readonly lines: readonly Field[];
}

export interface Resume {
  readonly contact: Contact;
  readonly summary?: Field;
  readonly experience: readonly Experience[];
  readonly volunteering: readonly Experience[];
  readonly education: readonly Education[];
  readonly projects: readonly Project[];
  readonly certifications: readonly Certification[];
  readonly languages: readonly SpokenLanguage[];
  readonly skills: readonly ListedSkill[];
  readonly interests: readonly Field[];
  readonly awards: readonly Award[];
  readonly publications: readonly Publication[];
  readonly other: readonly OtherSection[];
}

export const sectionKinds = [
  'contact', 'summary', 'experience', 'volunteering', 'education', 'projects', 'skills', 'certifications', 'languages',
  'awards', 'publications', 'interests', 'references', 'personal', 'other',
] as const;
export type SectionKind = (typeof sectionKinds)[number];

/** Points of 1/72 inch; `x` and `y` are the upper left corner, `y` grows downwards. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A stretch of a line in one style, or set apart by a wide gap: a bold title, a date at the margin, a cell of a table. */
export interface Segment {
  readonly text: string;
  /** What stands before it on the line: nothing but a change of style, a space, or a wide gap. */
  readonly gap: 'none' | 'space' | 'wide';
  readonly x: number;
  readonly width: number;
  readonly fontSize: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** True for what stands in a gutter beside the text (dates, places), so that it is not part of the sentence. */
  readonly aside: boolean;
}

export interface ResumeLine {
  /** Counts from 1. */
  readonly page: number;
  /** Counts from 1 on its page, in reading order. */
  readonly line: number;
  /** Every segment in reading order, joined by a space; bullets and list numbers are left out. */
  readonly text: string;
  readonly box: Box;
  readonly fontSize: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** 0 for the main stream of text, 1 and more for sidebars. */
  readonly column: number;
  /** Points from the left edge of its column to the first letter after any bullet. */
  readonly indent: number;
  /** The bullet or number that opened the line. */
  readonly bullet?: string;
  /** From the document itself (DOCX, Markdown): 1 to 6. */
  readonly headingLevel?: number;
  /** The cell a DOCX or Markdown table gives the line; columns count from 0. */
  readonly table?: { readonly id: number; readonly row: number };
  /** From the document itself (DOCX), for what it keeps apart from its body. */
  readonly origin?: 'text-box' | 'page-margin';
  /** Points between the end of the line's text and the right edge of its column. */
  readonly room: number;
  /** Empty space above, as a multiple of the usual distance between lines of its column; 1 is usual. */
  readonly spaceAbove: number;
  /** False when the document says where paragraphs end (DOCX): the line then never goes on with the one above. */
  readonly wraps: boolean;
  readonly segments: readonly Segment[];
  readonly links: readonly string[];
}

/** One section's lines, or one entry's: what skills are looked for in, with when it was. */
export interface ResumeText {
  readonly section: SectionKind;
  readonly entryId?: string;
  readonly start?: YearMonth;
  readonly end?: YearMonth;
  readonly current?: boolean;
  /** The employer of a post or the school of studies: a skill in its name is none of the person's. */
  readonly organisation?: string;
  readonly lines: readonly ResumeLine[];
}

export interface ResumeReading {
  readonly resume: Resume;
  readonly lines: readonly ResumeLine[];
  /** Where each line belongs; the lines of all texts together are `lines` but for headings. */
  readonly texts: readonly ResumeText[];
  readonly warnings: readonly Message[];
}
