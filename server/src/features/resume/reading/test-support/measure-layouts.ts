/** How much of a made-up person a reading got right. */
import type { Resume } from '@cairn/engine/resume';
import type { MadePerson } from './people.ts';

export interface Checked {
  readonly name: string;
  readonly right: boolean;
}

export interface Shown {
  readonly place?: boolean;
  readonly jobPlace?: boolean;
  readonly studyStart?: boolean;
  readonly projects?: boolean;
  readonly certifications?: boolean;
  readonly languages?: boolean;
  readonly points?: boolean;
}

export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[‐-―]/g, '-').replace(/\s+/g, ' ').trim();
}

export function checkReading(resume: Resume, person: MadePerson, shown: Shown): Checked[] {
  const checks: Checked[] = [];
  const check = (name: string, expected: string, found: string | undefined): void => {
    checks.push({ name: `${name}: ${expected} ≠ ${found ?? '∅'}`, right: found !== undefined && fold(found) === fold(expected) });
  };
  const { contact } = resume;
  check('name', person.name, contact.name?.value);
  check('email', person.email, contact.emails[0]?.value);
  check('phone', person.phoneE164, contact.phones[0]?.value);
  if (shown.place) check('place', person.place, contact.place?.value);
  for (const [index, job] of person.jobs.entries()) {
    const found = resume.experience[index];
    check(`job ${index} organisation`, job.organisation, found?.organisation?.value);
    check(`job ${index} role`, job.role, found?.role?.value);
    check(`job ${index} start`, job.start, found?.start?.value);
    check(`job ${index} end`, job.end ?? 'now', found?.current ? 'now' : found?.end?.value);
    if (shown.jobPlace) check(`job ${index} place`, job.place, found?.place?.value);
    if (shown.points) check(`job ${index} points`, String(job.points.length), String(found?.bullets.length));
  }
  check('jobs', String(person.jobs.length), String(resume.experience.length));
  for (const [index, study] of person.studies.entries()) {
    const found = resume.education[index];
    check(`study ${index} institution`, study.institution, found?.institution?.value);
    check(`study ${index} degree`, study.degree, found?.degree?.value);
    check(`study ${index} field`, study.field, found?.field?.value);
    check(`study ${index} end`, study.end, found?.end?.value);
    if (shown.studyStart) check(`study ${index} start`, study.start, found?.start?.value);
    check(`study ${index} grade`, study.grade, found?.grade?.value.text);
  }
  check('studies', String(person.studies.length), String(resume.education.length));
  const skills = new Set(resume.skills.map((skill) => fold(skill.value)));
  for (const skill of person.skills.flatMap(({ items }) => items)) checks.push({ name: `skill ${skill}`, right: skills.has(fold(skill)) });
  const wanted = new Set(person.skills.flatMap(({ items }) => items.map(fold)));
  for (const skill of skills) if (!wanted.has(skill)) checks.push({ name: `no skill: ${skill}`, right: false });
  if (shown.projects) for (const [index, project] of person.projects.entries()) check(`project ${index}`, project.name, resume.projects[index]?.name?.value);
  if (shown.certifications) for (const [index, name] of person.certifications.entries()) check(`certification ${index}`, name, resume.certifications[index]?.name?.value);
  if (shown.languages) for (const [index, { language }] of person.languages.entries()) check(`language ${index}`, language, resume.languages[index]?.language.value);
  return checks;
}
