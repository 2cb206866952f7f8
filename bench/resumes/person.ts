/** A made-up person with everything that a resume may say, from a seed. */
import { seededRandom } from '@cairn/engine/seeds';
import { countries, professions, spokenLanguages, spokenLevels, summaries, type Country, type Profession } from './cast.ts';

export interface Job {
  readonly organisation: string;
  readonly role: string;
  readonly place: string;
  /** `2021-06` */
  readonly start: string;
  /** Null: still there. */
  readonly end: string | null;
  readonly points: readonly string[];
}

export interface Study {
  readonly institution: string;
  readonly degree: string;
  /** Empty where the degree says it all. */
  readonly field: string;
  readonly start: string;
  readonly end: string;
  readonly grade: string;
  readonly board: string;
}

export interface Person {
  readonly name: string;
  /** As written on the page: with an honorific or in capitals. */
  readonly writtenName: string;
  readonly headline: string;
  readonly email: string;
  readonly phone: string;
  readonly phoneE164: string;
  /** ISO 3166. */
  readonly country: 'IN' | 'US';
  readonly place: string;
  readonly linkedin: string;
  readonly summary: string;
  readonly jobs: readonly Job[];
  readonly studies: readonly Study[];
  readonly projects: readonly { readonly name: string; readonly points: readonly string[] }[];
  readonly skills: readonly { readonly group: string; readonly items: readonly string[] }[];
  readonly courses: readonly string[];
  readonly languages: readonly { readonly language: string; readonly level: string }[];
}

export interface Chance {
  /** 0 to 1. */
  readonly next: () => number;
  readonly below: (limit: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly some: <T>(list: readonly T[], count: number) => T[];
}

export function chanceFrom(seed: number): Chance {
  const next = seededRandom(seed);
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next, below,
    pick: (list) => list[below(list.length)] as (typeof list)[number],
    some: (list, count) => {
      const left = [...list];
      return Array.from({ length: Math.min(count, left.length) }, () => left.splice(below(left.length), 1)[0] as (typeof list)[number]);
    },
  };
}

/** The person `seed` of a cast; casts with other numbers have nobody in common. */
export function makePerson(cast: number, seed: number): Person {
  const chance = chanceFrom(cast * 100_003 + seed * 7919);
  const { below, pick, some } = chance;
  const names = Object.keys(countries);
  const countryName = seed % 2 === 0 ? 'india' : (names[below(names.length)] as string);
  const country = countries[countryName] as Country;
  const professionNames = Object.keys(professions);
  const profession = professions[professionNames[(seed + cast) % professionNames.length] as string] as Profession;
  const name = personName(country, countryName, chance);
  const isFresher = seed % 10 === 7;
  const jobs = isFresher ? [] : jobsOf(country, profession, chance);
  const firstYear = jobs.length > 0 ? Number((jobs.at(-1) as Job).start.slice(0, 4)) : 2025;
  const local = pick(country.phones);
  const digits = [...local.national].map((sign) => (sign === '#' ? String(below(10)) : sign)).join('');
  const handle = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z]+/g, '.').replace(/^\.|\.$/g, '');
  return {
    name, writtenName: seed % 5 === 3 ? name.toUpperCase() : seed % 9 === 4 ? `Dr. ${name}` : name,
    headline: profession.headline, email: `${handle}${below(2) === 0 ? '' : String(10 + below(89))}@${pick(['example.com', 'mail.example.org', 'example.net'])}`,
    phone: writePhone(local.written, digits, local.code), phoneE164: `+${local.code}${digits}`, country: countryName === 'unitedStates' ? 'US' : 'IN',
    place: pick(country.places), linkedin: `linkedin.com/in/${handle.replaceAll('.', '-')}`, summary: pick(summaries),
    jobs, studies: studiesOf(country, profession, firstYear, countryName === 'india', chance),
    projects: some(profession.projects, 2).map((project) => ({ name: project, points: some(profession.did, 1 + below(2)) })),
    skills: profession.skills.map(([group, items]) => ({ group, items: some(items, 2 + below(3)) })),
    courses: some(profession.courses, 2),
    languages: some(spokenLanguages, 2 + below(2)).map((language) => ({ language, level: pick(spokenLevels) })),
  };
}

function personName(country: Country, countryName: string, { pick, below }: Chance): string {
  const given = pick(country.given);
  const family = pick(country.family);
  const form = below(8);
  if (countryName === 'india' && form === 0) return `${'KRSVM'[below(5)] ?? 'K'}. ${'RSTNP'[below(5)] ?? 'R'}. ${family}`;
  if (countryName === 'unitedStates' && form < 3) return `${given} ${'ABDJT'[below(5)] ?? 'A'}. ${family}`;
  if (countryName === 'india' && form === 1) return `${given} ${pick(country.given)} ${family}`;
  return `${given} ${family}`;
}

/** The digits of the number in the order of the pattern's digits and `#`, the country's code aside. */
function writePhone(written: string, digits: string, code: string): string {
  const prefix = new RegExp(`^\\(?\\+${code}\\)?`).exec(written)?.[0] ?? '';
  const rest = written.slice(prefix.length).replace('(0)', '\u0001');
  let at = 0;
  return prefix + [...rest].map((sign) => (/[\d#]/.test(sign) ? (digits[at++] ?? '') : sign)).join('').replace('\u0001', '(0)');
}

function jobsOf(country: Country, profession: Profession, { below, pick, some, next }: Chance): Job[] {
  const count = 2 + below(2);
  let months = 2025 * 12 + 1 + below(11);
  return some(country.employers, count).map((organisation, index) => {
    const end = index === 0 && next() < 0.6 ? null : monthOf(months);
    months -= 8 + below(36);
    const start = monthOf(months);
    months -= 1 + below(4);
    return { organisation, role: pick(profession.roles[Math.min(index, profession.roles.length - 1)] as readonly string[]), place: pick(country.places), start, end, points: some(profession.did, 2 + below(2)) };
  });
}

function monthOf(months: number): string {
  return `${String(Math.floor(months / 12))}-${String(1 + (months % 12)).padStart(2, '0')}`;
}

function studiesOf(country: Country, profession: Profession, until: number, isIndian: boolean, { below, pick, some }: Chance): Study[] {
  const schools = some(country.schools, 2);
  const higher = some(profession.degrees, 1 + below(2)).map(([degree, field], index) => {
    const end = until - index * 3;
    const grade = isIndian ? (below(2) === 0 ? `${(6.4 + below(33) / 10).toFixed(2)}/10` : `${(58 + below(380) / 10).toFixed(1)}%`) : '';
    return { institution: schools[index] as string, degree, field, start: String(end - (index === 0 ? 2 + below(3) : 3)), end: String(end), grade, board: 'University' };
  });
  if (!isIndian) return higher;
  const last = Number((higher.at(-1) as Study).start);
  const school = pick(['Kendriya Vidyalaya', 'Vidya Mandir Higher Secondary School', 'Delhi Public School', 'Holy Cross Convent School']);
  const board = pick(['CBSE', 'ICSE', 'State Board']);
  return [...higher, { institution: school, degree: pick(['Class XII', '12th', 'XII']), field: '', start: String(last - 1), end: String(last), grade: `${(60 + below(350) / 10).toFixed(1)}%`, board }];
}
