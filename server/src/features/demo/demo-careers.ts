/** Careers of the demo alumni: from a degree through steps that roles' own moves allow, to the present. */
import type { Role } from '@cairn/engine/knowledge';
import type { Chance } from './chance.ts';

export interface DemoCareer {
  readonly degree: string;
  readonly field: string;
  readonly graduated: number;
  readonly steps: readonly DemoCareerStep[];
}

export interface DemoCareerStep {
  readonly roleId: string;
  readonly roleTitle: string;
  readonly organisationName: string;
  readonly place: string;
  /** 'YYYY-MM'. */
  readonly started: string;
  readonly ended: string | null;
}

export const demoPlaces = ['Bengaluru', 'Pune', 'Hyderabad', 'Chennai', 'Mumbai', 'Kolkata', 'Kochi', 'Jaipur', 'Guwahati', 'Nagpur', 'Singapore', 'Dubai', 'Berlin'] as const;
const firstWords = ['Banyan', 'Cobalt', 'Coral', 'Delta', 'Ember', 'Heron', 'Indigo', 'Juniper', 'Kestrel', 'Lantern', 'Lotus', 'Mango', 'Monsoon', 'Orchard', 'Pebble', 'Quartz', 'River', 'Saffron', 'Tamarind', 'Willow'];
const lastWords: Readonly<Record<string, readonly string[]>> = {
  software: ['Software', 'Systems', 'Labs', 'Data Works', 'Cloud'],
  health: ['Hospital', 'Care', 'Clinic'],
  finance: ['Finance', 'Audit Partners', 'Capital'],
  other: ['Works', 'Industries', 'Group', 'Partners', 'Services'],
};
const degreesByField: Readonly<Record<string, readonly [degree: string, field: string][]>> = {
  software: [['B.Tech', 'Computer Science'], ['B.E.', 'Information Technology'], ['BCA', 'Computer Applications'], ['B.Sc.', 'Mathematics']],
  health: [['B.Sc.', 'Nursing'], ['B.Sc.', 'Medical Laboratory Technology']],
  finance: [['B.Com', 'Accounting and Finance'], ['BBA', 'Finance']],
  other: [['B.E.', 'Mechanical Engineering'], ['B.E.', 'Civil Engineering'], ['BA', 'Economics'], ['BBA', 'Management'], ['B.Des', 'Design']],
};

export function organisationName(chance: Chance, field: string): string {
  return `${chance.pick(firstWords)} ${chance.pick(lastWords[field] ?? lastWords['other'] ?? ['Works'])}`;
}

/** `thisYear` is the year in which the college is made: the youngest graduated two years before it. */
export function demoCareer(chance: Chance, roles: ReadonlyMap<string, Role>, thisYear: number): DemoCareer {
  const graduated = chance.between(thisYear - 22, thisYear - 2);
  const [degree, field] = chance.pick(degreesByField[(roles.size > 0 ? chance.pick([...roles.values()]) : { field: 'other' }).field] ?? degreesByField['other'] ?? []);
  const begin = chance.pick([...roles.values()].filter((role) => (degreesByField[role.field] ?? degreesByField['other'])?.some(([, name]) => name === field)));
  const steps: DemoCareerStep[] = [];
  let role = begin;
  let year = graduated;
  while (year < thisYear) {
    const endsIn = year + chance.between(1, 6);
    const ended = endsIn >= thisYear ? null : `${String(endsIn)}-${month(chance)}`;
    steps.push({ roleId: role.id, roleTitle: role.name, organisationName: organisationName(chance, role.field), place: chance.pick(demoPlaces), started: steps.at(-1)?.ended ?? `${String(year)}-07`, ended });
    if (ended === null) break;
    const moves = role.moves.flatMap((id) => roles.get(id) ?? []);
    if (moves.length > 0 && chance.next() < 0.55) role = chance.pick(moves);
    year = endsIn;
  }
  return { degree, field, graduated, steps };
}

function month(chance: Chance): string {
  return String(chance.between(1, 12)).padStart(2, '0');
}
