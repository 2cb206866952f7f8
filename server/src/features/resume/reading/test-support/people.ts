/**
 * Made-up people with everything a resume says, from a seed. Any likeness to a person is chance. The bench has people of
 * its own (bench/resumes): these have tools, certificates and places of study for the layouts of the tests, and theirs stay
 * as they were drawn when they were measured.
 */
import { chanceFrom, type Job as MadeJob, type Study } from '../../../../../../bench/resumes/person.ts';

export interface MadeStudy extends Omit<Study, 'board'> {
  readonly place: string;
}

export interface MadePerson {
  readonly name: string;
  readonly headline: string;
  readonly email: string;
  /** As printed, and in E.164. */
  readonly phone: string;
  readonly phoneE164: string;
  readonly place: string;
  readonly linkedin: string;
  readonly summary: string;
  readonly jobs: readonly MadeJob[];
  readonly studies: readonly MadeStudy[];
  readonly projects: readonly { readonly name: string; readonly tools: readonly string[]; readonly points: readonly string[] }[];
  readonly skills: readonly { readonly group: string; readonly items: readonly string[] }[];
  readonly certifications: readonly string[];
  readonly languages: readonly { readonly language: string; readonly level: string }[];
}

const firstNames = 'Ananya,Rohan,Ishita,Karthik,Meera,Farhan,Lakshmi,Devika,Arvind,Nisha,Tobias,Ingrid,Mateo,Chiara,Yusuf,Amara,Henrik,Paloma,Sanjana,Vikrant'.split(',');
const lastNames = 'Deshmukh,Raghavan,Chatterjee,Nambiar,Ansari,Kulshrestha,Bhardwaj,Venkatesan,Moraes,Lindqvist,Haugen,Castellano,Okonjo,Brandt,Sahasrabuddhe,Iyengar,Pillai,Thakkar,Grewal,Moretti'.split(',');
const companies = 'Northwind Analytics,Blue Harbour Technologies,Kaveri Software Pvt. Ltd.,Lumen & Sons,Zenith Retail Group,Quanta Labs,Saffron Systems,Orchid Health,Pinecrest Bank,Vayu Robotics,Tern Mobility,Granite Works,Monsoon Media,Helix Biotech,Copperfield Consulting,Indus Grid,Meridian Logistics,Fernleaf,Aster Dynamics,Red Panda Studio'.split(',');
const roles = 'Software Engineer,Data Analyst,Marketing Intern,Backend Developer,Product Manager,Mechanical Design Engineer,Accountant,Staff Nurse,Site Engineer,UX Designer,Machine Learning Intern,Business Analyst,Research Assistant,Quality Analyst,Front-End Developer,HR Executive,Senior Consultant,DevOps Engineer,Graduate Trainee,Lab Technician'.split(',');
const places = 'Bengaluru,Pune,Hyderabad,Chennai,New Delhi,Kochi,Mumbai,Jaipur,Gurugram,Indore'.split(',');
const schools = 'Sahyadri Institute of Technology,University of Malwa,Deccan Engineering College,Shivalik University,St. Anselm College,Godavari Institute of Science,Hillside Public School,Narmada Vidyalaya,Eastern State University,Konark College of Engineering'.split(',');
const fields = 'Computer Science,Mechanical Engineering,Information Technology,Electronics and Communication,Commerce,Civil Engineering,Physics,Biotechnology,Data Science,Economics'.split(',');
const degrees = 'B.Tech,B.E.,B.Sc.,M.Tech,MBA,M.Sc.,BCA,MCA,B.Com,Bachelor of Technology'.split(',');
const verbs = 'Built,Designed,Reduced,Led,Automated,Improved,Analysed,Migrated,Tested,Documented'.split(',');
const things = 'a reporting service used by twelve teams every day,the onboarding flow for new customers,the time a nightly job takes by 40%,a group of four interns through a release,monthly statements for 300 accounts,patient records and the handover between shifts,drawings and tolerances for a gearbox housing,a forecast of demand from three years of sales,the test suite and its continuous integration,a dashboard that shows late deliveries by region'.split(',');
const skillGroups: readonly (readonly [string, string])[] = [
  ['Languages', 'Python,Java,SQL,TypeScript,C++,Kotlin,R,Go'],
  ['Frameworks', 'React,Django,Spring Boot,FastAPI,Node.js,Flutter'],
  ['Tools', 'Git,Docker,Jira,Tableau,AutoCAD,MATLAB,Excel,Figma'],
  ['Databases', 'PostgreSQL,MongoDB,Redis,MySQL,Oracle'],
];
const projectNames = 'Crop Watch,Campus Ride Share,Ledger Lens,Smart Irrigation Controller,Museum Guide,Traffic Sign Reader,Recipe Finder,Bridge Load Simulator'.split(',');
const certificationNames = 'Cloud Practitioner Essentials,Data Analysis with Python,Six Sigma Yellow Belt,Scrum Fundamentals,Basics of Digital Marketing,Networking Basics'.split(',');
const spoken = 'English,Hindi,Tamil,Marathi,German,Bengali,Kannada,French'.split(',');
const spokenLevels = 'Native,Fluent,Professional,Intermediate,Basic'.split(',');

export function makePerson(seed: number): MadePerson {
  const { next, below, pick, some } = chanceFrom(seed * 7919 + 13);
  const month = (): string => String(1 + below(12)).padStart(2, '0');
  const first = pick(firstNames);
  const last = pick(lastNames);
  const digits = `9${String(100000000 + below(899999999))}`;
  const points = (): string[] => Array.from({ length: 2 + below(2) }, () => `${pick(verbs)} ${pick(things)}`);
  let year = 2025;
  const jobs = some(companies, 2 + below(2)).map((organisation, index): MadeJob => {
    const end = index === 0 && next() < 0.6 ? null : `${year}-${month()}`;
    year -= 1 + below(2);
    const start = `${year}-${month()}`;
    year -= 1;
    return { organisation, role: pick(roles), place: pick(places), start, end, points: points() };
  });
  const finished = year;
  const studies = some(schools, 2).map((institution, index): MadeStudy => {
    const end = finished - index * 4;
    return { institution, degree: pick(degrees), field: pick(fields), start: String(end - (index === 0 ? 4 : 3)), end: String(end), grade: next() < 0.5 ? `${(6.5 + next() * 3).toFixed(2)}/10` : `${(60 + next() * 35).toFixed(1)}%`, place: pick(places) };
  });
  return {
    name: `${first} ${last}`, headline: pick(roles), email: `${first}.${last}@example.com`.toLowerCase(), phone: `+91 ${digits.slice(0, 5)} ${digits.slice(5)}`, phoneE164: `+91${digits}`,
    place: `${pick(places)}, India`, linkedin: `linkedin.com/in/${first}${last}`.toLowerCase(),
    summary: 'Careful and curious, with an eye for what people need and the patience to see work through to the end, looking for a team where plain speech and good tools are valued.',
    jobs, studies,
    projects: some(projectNames, 2).map((name) => ({ name, tools: some((pick(skillGroups)[1]).split(','), 2), points: points() })),
    skills: some(skillGroups, 3).map(([group, items]) => ({ group, items: some(items.split(','), 3 + below(3)) })),
    certifications: some(certificationNames, 2),
    languages: some(spoken, 3).map((language) => ({ language, level: pick(spokenLevels) })),
  };
}

const months = 'January,February,March,April,May,June,July,August,September,October,November,December'.split(',');

export type DateStyle = 'short' | 'long' | 'slash' | 'dash' | 'apostrophe' | 'year';

function writeDate(value: string, style: DateStyle): string {
  const [year = '', month] = value.split('-');
  if (month === undefined || style === 'year') return year;
  const name = months[Number(month) - 1] as string;
  if (style === 'slash') return `${month}/${year}`;
  if (style === 'dash') return `${year}-${month}`;
  if (style === 'apostrophe') return `${name.slice(0, 3)}'${year.slice(2)}`;
  return `${style === 'long' ? name : name.slice(0, 3)} ${year}`;
}

export function writeRange(start: string, end: string | null, style: DateStyle): string {
  const until = end === null ? { short: 'Present', long: 'Present', slash: 'Present', dash: 'present', apostrophe: 'till date', year: 'Present' }[style] : writeDate(end, style);
  return `${writeDate(start, style)} – ${until}`;
}
