/** What was read beside what is known: name, contacts, every post, every study, every skill. */
import type { Resume } from '@cairn/engine/resume';
import type { Omitted } from './layout.ts';
import type { Person } from './person.ts';

export interface Compared {
  readonly name: string;
  readonly right: boolean;
}

/** Equal after Unicode, case and white-space folding; dates to the precision of the truth. */
export function compare(resume: Resume, person: Person, omitted: ReadonlySet<Omitted>): Compared[] {
  const compared: Compared[] = [];
  const check = (name: string, expected: string, found: string | undefined): void => {
    compared.push({ name: `${name}: expected ${expected}, read ${found ?? 'nothing'}`, right: found !== undefined && fold(found) === fold(expected) });
  };
  const date = (expected: string, found: string | undefined): string | undefined => found?.slice(0, expected.length);
  const { contact } = resume;
  check('name', person.name, contact.name?.value);
  check('email', person.email, contact.emails[0]?.value);
  check('phone', person.phoneE164, contact.phones[0]?.value);
  if (!omitted.has('place')) check('place', person.place, contact.place?.value);
  for (const [index, job] of person.jobs.entries()) {
    const found = resume.experience[index];
    const name = `experience ${String(index + 1)}`;
    check(`${name} organisation`, job.organisation, found?.organisation?.value);
    check(`${name} role`, job.role, found?.role?.value);
    check(`${name} start`, job.start, date(job.start, found?.start?.value));
    check(`${name} end`, job.end ?? 'present', job.end === null && found?.current ? 'present' : date(job.end ?? '', found?.end?.value));
  }
  for (const [index, study] of person.studies.entries()) {
    const found = resume.education[index];
    const name = `education ${String(index + 1)}`;
    check(`${name} institution`, study.institution, found?.institution?.value);
    check(`${name} degree`, study.degree, found?.degree?.value);
    if (study.field !== '') check(`${name} field`, study.field, found?.field?.value);
    check(`${name} end`, study.end, date(study.end, found?.end?.value));
  }
  // One too many moves every later one out of its place, and this says so for the last.
  check('posts', String(person.jobs.length), String(resume.experience.length));
  check('studies', String(person.studies.length), String(resume.education.length));
  const listed = new Map(resume.skills.map((skill) => [fold(skill.value), skill.value]));
  for (const skill of person.skills.flatMap(({ items }) => items)) check('skill', skill, listed.get(fold(skill)));
  return compared;
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[‐-―]/g, '-').replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim();
}
