/** JSON Resume 1.0 (jsonresume.org/schema): export. */
import type { Experience, Field, Resume } from './types.ts';

export interface JsonResume {
  readonly $schema: string;
  readonly basics: Readonly<Record<string, unknown>>;
  readonly work: readonly object[];
  readonly volunteer: readonly object[];
  readonly education: readonly object[];
  readonly awards: readonly object[];
  readonly certificates: readonly object[];
  readonly publications: readonly object[];
  readonly skills: readonly object[];
  readonly languages: readonly object[];
  readonly interests: readonly object[];
  readonly projects: readonly object[];
}

const jsonResumeSchema = 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json';

/**
 * The resume in JSON Resume 1.0. Dates keep their precision (`2020`, `2020-05`: both allowed by the schema's pattern);
 * an entry that goes on has no `endDate`. Skills of one group become one skill with keywords. Sections the schema does
 * not know (`other`) are left out, as are confidence and evidence.
 */
export function toJsonResume(resume: Resume): JsonResume {
  const { contact } = resume;
  const profiles = contact.links.filter((link) => isProfile(link.value.label));
  const site = contact.links.find((link) => !isProfile(link.value.label));
  return {
    $schema: jsonResumeSchema,
    basics: compact({
      name: valueOf(contact.name), label: valueOf(contact.headline), email: valueOf(contact.emails[0]), phone: valueOf(contact.phones[0]),
      url: site?.value.url, summary: valueOf(resume.summary), location: contact.place ? { address: contact.place.value } : undefined,
      profiles: profiles.length > 0 ? profiles.map(({ value }) => ({ network: value.label, username: value.url.replace(/\/+$/, '').split('/').at(-1), url: value.url })) : undefined,
    }),
    work: resume.experience.map((entry) => compact({ name: valueOf(entry.organisation), ...workOf(entry) })),
    volunteer: resume.volunteering.map((entry) => compact({ organization: valueOf(entry.organisation), ...workOf(entry) })),
    education: resume.education.map((entry) =>
      compact({
        institution: valueOf(entry.institution), area: valueOf(entry.field), studyType: valueOf(entry.degree), startDate: valueOf(entry.start),
        endDate: valueOf(entry.end), score: entry.grade?.value.text, courses: listOf(entry.bullets),
      }),
    ),
    awards: resume.awards.map((entry) => compact({ title: valueOf(entry.title), date: valueOf(entry.date), awarder: valueOf(entry.issuer) })),
    certificates: resume.certifications.map((entry) => compact({ name: valueOf(entry.name), date: valueOf(entry.date), issuer: valueOf(entry.issuer), url: valueOf(entry.link) })),
    publications: resume.publications.map((entry) => compact({ name: valueOf(entry.title), publisher: valueOf(entry.venue), releaseDate: valueOf(entry.date), url: valueOf(entry.link) })),
    skills: groupsOf(resume),
    languages: resume.languages.map((entry) => compact({ language: entry.language.value, fluency: valueOf(entry.level) })),
    interests: resume.interests.map((interest) => ({ name: interest.value })),
    projects: resume.projects.map((entry) =>
      compact({
        name: valueOf(entry.name), description: valueOf(entry.summary), highlights: listOf(entry.bullets), keywords: listOf(entry.technologies),
        startDate: valueOf(entry.start), endDate: entry.current ? undefined : valueOf(entry.end), url: valueOf(entry.link), roles: entry.role ? [entry.role.value] : undefined,
      }),
    ),
  };
}

function workOf(entry: Experience): Record<string, unknown> {
  return {
    position: valueOf(entry.role), location: valueOf(entry.place), startDate: valueOf(entry.start),
    endDate: entry.current ? undefined : valueOf(entry.end), highlights: listOf(entry.bullets),
  };
}

/** Skills without a group stand alone; the skills of a group are its keywords. */
function groupsOf(resume: Resume): object[] {
  const groups = new Map<string, string[]>();
  const single: object[] = [];
  for (const skill of resume.skills) {
    if (skill.group === undefined) single.push({ name: skill.value });
    else groups.set(skill.group, [...(groups.get(skill.group) ?? []), skill.value]);
  }
  return [...[...groups].map(([name, keywords]) => ({ name, keywords })), ...single];
}

/** A network has a name of its own; anything else is labelled by its host ("asha.dev"). */
function isProfile(label: string): boolean {
  return !label.includes('.');
}

function valueOf(field: Field | undefined): string | undefined {
  return field?.value;
}

function listOf(fields: readonly Field[]): string[] | undefined {
  return fields.length > 0 ? fields.map((field) => field.value) : undefined;
}

function compact(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
