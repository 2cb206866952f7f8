import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readResume, type Resume } from '@cairn/engine/resume';
import { parse } from 'yaml';
import { createPlaces } from '../server/src/features/places/index.ts';
import { readBytes } from '../server/src/features/resume/reading/read-bytes.ts';
import { readingLimits } from '../server/src/features/resume/reading/refusals.ts';
import type { BenchRow } from './row.ts';

/** As the server reads. */
const { isTown } = createPlaces();

/** The kinds of fields that are compared, each with the bar it has to pass (per cent of the fields right). */
const bars = { contact: 97, experience: 97, education: 97, projects: 97, skills: 97, publications: 97 } as const;
type Kind = keyof typeof bars;

interface Case {
  readonly kind: Kind;
  readonly name: string;
  readonly right: boolean;
}

/** What the truth was written in: rendercv's YAML. */
interface Truth {
  readonly cv: {
    readonly name: string;
    readonly location?: string;
    readonly email?: string;
    readonly phone?: string;
    readonly website?: string;
    readonly social_networks?: readonly { readonly network: string; readonly username: string }[];
    readonly sections: Readonly<Record<string, readonly unknown[]>>;
  };
}
type Entry = Readonly<Record<string, unknown>>;

/** The month that "present" means while measuring. */
const today = { year: 2026, month: 3 } as const;

/**
 * Fields of the PDFs and DOCX in `resumes/` that are read right, per cent. Truth is the YAML each PDF was made from; a
 * DOCX has the YAML of the first theme. Right means equal after Unicode, case and white-space folding, dates to the
 * precision of the truth. A field that is absent or of another entry is wrong.
 */
export async function measureResumes(dataDir: string): Promise<BenchRow[]> {
  const cases = (await Promise.all(filesIn(join(dataDir, 'resumes')).map(casesOf))).flat();
  const row = (id: string, label: string, own: readonly Case[], bar: number): BenchRow => ({
    id, label, value: own.length === 0 ? null : (100 * own.filter((one) => one.right).length) / own.length, bar, lowerIsBetter: false, n: own.length,
  });
  return [
    ...(Object.keys(bars) as Kind[]).map((kind) => row(`resume.fields.${kind}`, `Resume fields right, ${kind}: %`, cases.filter((one) => one.kind === kind), bars[kind])),
    row('resume.fields.all', 'Resume fields right, all: %', cases, 97),
  ];
}

/** Names of the fields that are wrong, for looking into. */
export async function wrongFields(dataDir: string): Promise<string[]> {
  const cases = await Promise.all(filesIn(join(dataDir, 'resumes')).map(async (file) => (await casesOf(file)).filter((one) => !one.right).map((one) => `${basename(file.path)}: ${one.name}`)));
  return cases.flat();
}

interface ResumeFile {
  readonly path: string;
  readonly truth: string;
}

function filesIn(folder: string): ResumeFile[] {
  const themes = join(folder, 'rendercv');
  const yaml = listed(themes, '.yaml');
  const pdfs = listed(themes, '.pdf').flatMap((path) => {
    const truth = path.replace(/\.pdf$/, '.yaml');
    return existsSync(truth) ? [{ path, truth }] : [];
  });
  const [first] = yaml;
  return [...pdfs, ...(first ? listed(join(folder, 'docx'), '.docx').map((path) => ({ path, truth: first })) : [])];
}

function listed(folder: string, ending: string): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(ending)).sort().map((name) => join(folder, name)) : [];
}

async function casesOf({ path, truth }: ResumeFile): Promise<Case[]> {
  const { content } = await readBytes(readFileSync(path), path, readingLimits);
  if (!('document' in content)) throw new Error(`${path} is no document`);
  const { resume } = readResume(content.document, { today, defaultCountry: 'US', isTown });
  return compare(resume, parse(readFileSync(truth, 'utf8')) as Truth, path.endsWith('.docx'));
}

function compare(resume: Resume, { cv }: Truth, isDocx: boolean): Case[] {
  const section = (name: string): Entry[] => (cv.sections[name] ?? []) as Entry[];
  const cases: Case[] = [];
  const check = (kind: Kind, name: string, expected: unknown, found: string | undefined): void => {
    if (expected === undefined || expected === null || expected === '') return;
    cases.push({ kind, name: `${name}: expected ${String(expected)}, read ${found ?? 'nothing'}`, right: found !== undefined && fold(found) === fold(plain(String(expected))) });
  };
  const { contact } = resume;
  check('contact', 'name', cv.name, contact.name?.value);
  check('contact', 'place', cv.location, contact.place?.value);
  check('contact', 'email', cv.email, contact.emails[0]?.value);
  check('contact', 'phone', cv.phone, contact.phones[0]?.value);
  check('contact', 'website', cv.website, contact.links.map((link) => link.value.url).find((url) => url === cv.website));
  // The DOCX was made without the profiles.
  for (const { network, username } of isDocx ? [] : (cv.social_networks ?? [])) {
    check('contact', network, network, contact.links.find((link) => link.value.label === network && link.value.url.endsWith(username))?.value.label);
  }
  for (const [index, entry] of section('experience').entries()) {
    const found = resume.experience[index];
    const name = `experience ${index + 1}`;
    check('experience', `${name} organisation`, entry['company'], found?.organisation?.value);
    check('experience', `${name} role`, entry['position'], found?.role?.value);
    check('experience', `${name} place`, entry['location'], found?.place?.value);
    checkDates('experience', name, entry, found);
    if (!isDocx) check('experience', `${name} points`, countPoints(entry['highlights']), found && String(found.bullets.length));
  }
  for (const [index, entry] of section('education').entries()) {
    const found = resume.education[index];
    const name = `education ${index + 1}`;
    check('education', `${name} institution`, entry['institution'], found?.institution?.value);
    check('education', `${name} degree`, entry['degree'], found?.degree?.value);
    check('education', `${name} field`, entry['area'], found?.field?.value);
    check('education', `${name} place`, entry['location'], found?.place?.value);
    checkDates('education', name, entry, found);
  }
  for (const [index, entry] of section('projects').entries()) {
    const found = resume.projects[index];
    check('projects', `project ${index + 1} name`, entry['name'], found?.name?.value);
    check('projects', `project ${index + 1} summary`, entry['summary'], found?.summary?.value);
    checkDates('projects', `project ${index + 1}`, entry, found);
  }
  for (const [index, entry] of section('publications').entries()) check('publications', `publication ${index + 1}`, entry['title'], resume.publications[index]?.title?.value);
  const listed = new Map(resume.skills.map((skill) => [fold(skill.value), skill.value]));
  for (const entry of section('skills')) {
    for (const skill of String(entry['details']).split(/,\s*/)) check('skills', 'skill', skill, listed.get(fold(skill)));
  }
  return cases;

  function checkDates(kind: Kind, name: string, entry: Entry, found: { start?: { value: string }; end?: { value: string }; current: boolean } | undefined): void {
    const start = entry['start_date'];
    check(kind, `${name} start`, start, precise(found?.start?.value, start));
    const end = entry['end_date'];
    if (end === 'present') check(kind, `${name} end`, 'present', found?.current === true ? 'present' : found?.end?.value);
    else check(kind, `${name} end`, end ?? entry['date'], precise(found?.end?.value, end ?? entry['date']));
  }
}

/** A date of the resume cut to what the truth knows. */
function precise(found: string | undefined, truth: unknown): string | undefined {
  return found?.slice(0, String(truth ?? '').length);
}

/** Points as printed: rendercv prints the items of a nested list as points of their own. */
function countPoints(highlights: unknown): string | undefined {
  if (!Array.isArray(highlights)) return undefined;
  return String(highlights.reduce((sum: number, item) => sum + 1 + (String(item).match(/(?:^|\s)- /g)?.length ?? 0), 0));
}

/** Markdown's marks say how a word is set, not what it is. */
function plain(text: string): string {
  return text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_]{1,2}([^*_]+)[*_]{1,2}/g, '$1');
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[‐-―]/g, '-').replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim();
}
