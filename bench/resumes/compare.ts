/** What was read beside what is known: name, contacts, every post, every study, every skill, and no skill besides. */
import type { Resume } from '@cairn/engine/resume';
import type { Omitted } from './layout.ts';
import type { Person, Study } from './person.ts';

export const comparedKinds = ['contact', 'post', 'job-place', 'study', 'study-start', 'grade', 'skill', 'invented-skill'] as const;

export interface Compared {
  readonly kind: (typeof comparedKinds)[number];
  readonly name: string;
  readonly right: boolean;
}

/**
 * Equal after Unicode, case and white-space folding; dates to the precision of the truth. `text` is all that the file shows: the
 * place of a post, the year that a study began in and a grade, which many forms leave out, are compared where they stand there.
 */
export function compare(resume: Resume, person: Person, omitted: ReadonlySet<Omitted>, text: string): Compared[] {
  const compared: Compared[] = [];
  const check = (kind: Compared['kind'], name: string, expected: string, found: string | undefined): void => {
    compared.push({ kind, name: `${name}: expected ${expected}, read ${found ?? 'nothing'}`, right: found !== undefined && fold(found) === fold(expected) });
  };
  const date = (expected: string, found: string | undefined): string | undefined => found?.slice(0, expected.length);
  const shown = fold(text);
  const { contact } = resume;
  check('contact', 'name', person.name, contact.name?.value);
  check('contact', 'email', person.email, contact.emails[0]?.value);
  check('contact', 'phone', person.phoneE164, contact.phones[0]?.value);
  if (!omitted.has('place')) check('contact', 'place', person.place, contact.place?.value);
  for (const [index, job] of person.jobs.entries()) {
    const found = resume.experience[index];
    const name = `experience ${String(index + 1)}`;
    check('post', `${name} organisation`, job.organisation, found?.organisation?.value);
    check('post', `${name} role`, job.role, found?.role?.value);
    check('post', `${name} start`, job.start, date(job.start, found?.start?.value));
    check('post', `${name} end`, job.end ?? 'present', job.end === null && found?.current ? 'present' : date(job.end ?? '', found?.end?.value));
    if (showsPlaceOf(job.place, person, shown)) check('job-place', `${name} place`, job.place, found?.place?.value);
  }
  for (const [index, study] of person.studies.entries()) {
    const found = resume.education[index];
    const name = `education ${String(index + 1)}`;
    check('study', `${name} institution`, study.institution, found?.institution?.value);
    check('study', `${name} degree`, study.degree, found?.degree?.value);
    if (study.field !== '') check('study', `${name} field`, study.field, found?.field?.value);
    check('study', `${name} end`, study.end, date(study.end, found?.end?.value));
    if (new RegExp(`${study.start}.{1,8}${study.end}`).test(shown)) check('study-start', `${name} start`, study.start, date(study.start, found?.start?.value));
    if (study.grade !== '' && shown.includes(bareGrade(study))) check('grade', `${name} grade`, String(Number.parseFloat(study.grade)), found?.grade && String(found.grade.value.score ?? found.grade.value.text));
  }
  // One too many moves every later one out of its place, and this says so for the last.
  check('post', 'posts', String(person.jobs.length), String(resume.experience.length));
  check('study', 'studies', String(person.studies.length), String(resume.education.length));
  const read = new Map(resume.skills.map((skill) => [fold(skill.value), skill.value]));
  const known = person.skills.flatMap(({ items }) => items);
  for (const skill of known) check('skill', 'skill', skill, read.get(fold(skill)));
  const knownKeys = new Set(known.map(fold));
  for (const [key, skill] of read) compared.push({ kind: 'invented-skill', name: `skill ${skill}: is it one of theirs`, right: knownKeys.has(key) });
  return compared;
}

/** A place that the person lives at, too, says nothing; one of several posts has to stand there as often. */
function showsPlaceOf(place: string, person: Person, shown: string): boolean {
  const posts = person.jobs.filter((job) => job.place === place).length;
  return place !== person.place && shown.split(fold(place)).length - 1 >= posts;
}

function bareGrade({ grade }: Study): string {
  return grade.replace('/10', '').replace('%', '');
}

/** What a layout's share is taken over: a skill that is theirs counts once, where it is looked for, and one that is not counts against it. */
export function countedFields(compared: readonly Compared[]): Compared[] {
  return compared.filter(({ kind, right }) => kind !== 'invented-skill' || !right);
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[‐-―]/g, '-').replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim();
}
