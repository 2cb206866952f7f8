/** The three files of an ESCO download in its columns and at its size, with labels of ours that mean nothing. */
import { iscoGroups } from '@cairn/knowledge';

export interface EscoSize {
  readonly skills: number;
  readonly occupations: number;
  readonly relations: number;
}

/** ESCO 1.1: 13,890 skills, 3,008 occupations, 126,051 relations. */
export const wholeEsco: EscoSize = { skills: 13_900, occupations: 3_000, relations: 126_000 };

const esco = 'http://data.europa.eu/esco';
const starts = ['ba', 'che', 'do', 'fla', 'gri', 'hu', 'jo', 'kle', 'lu', 'mo', 'ni', 'po', 'qua', 'ri', 'sto', 'tu', 'va', 'wi', 'yo', 'ze'];
const ends = ['bble', 'chin', 'dder', 'fet', 'ggle', 'lk', 'mper', 'ndle', 'pp', 'rst', 'sken', 'tter', 'vel', 'wn', 'xon', 'zzik'];

/** A word for every number below 6,400; those of the first 320 have two syllables, the rest three. */
function word(number: number): string {
  const two = `${starts[number % 20] ?? ''}${ends[Math.floor(number / 20) % 16] ?? ''}`;
  return number < 320 ? two : `${starts[Math.floor(number / 320) % 20] ?? ''}${two}`;
}

/** Another pair of words for every number below 320 × 6,000. */
const phrase = (number: number): string => `${word(number % 320)} ${word(Math.floor(number / 320) + 320)}`;
const skillUri = (index: number): string => `${esco}/skill/${index.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`;
const occupationUri = (index: number): string => `${esco}/occupation/${index.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`;
const description = (index: number): string => Array.from({ length: 40 }, (_unused, place) => word((index * 7 + place * 13) % 6400)).join(' ');
const otherLabels = (first: number, count: number): string => Array.from({ length: count }, (_unused, place) => phrase(first + place)).join('\n');

const groups = [...iscoGroups.keys()];
const groupOf = (index: number): string => groups[index % groups.length] ?? '';

/** No occupation has the code of one that there is, and each stands in a unit group of ISCO-08. */
export function wholeEscoFiles({ skills, occupations, relations }: EscoSize): { readonly name: string; readonly content: string }[] {
  const skillRows = Array.from({ length: skills }, (_unused, index) => `KnowledgeSkillCompetence,${skillUri(index)},${index % 5 === 0 ? 'knowledge' : 'skill/competence'},sector-specific,${phrase(index)},"${otherLabels(400_000 + 7 * index, index % 8)}","${description(index)}"`);
  const occupationRows = Array.from({ length: occupations }, (_unused, index) => `${occupationUri(index)},${groupOf(index)},${groupOf(index)}.99.${String(1 + Math.floor(index / groups.length))},${phrase(600_000 + index)},"${otherLabels(700_000 + 10 * index, index % 11)}","${description(index)}"`);
  const each = relations / occupations;
  const relationRows = Array.from({ length: relations }, (_unused, index) => {
    const occupation = Math.floor(index / each);
    return `${occupationUri(occupation)},${index % 2 === 0 ? 'essential' : 'optional'},skill/competence,${skillUri((occupation * 31 + (index % each) * 97) % skills)}`;
  });
  return [
    { name: 'skills_en.csv', content: ['conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,description', ...skillRows].join('\n') },
    { name: 'occupations_en.csv', content: ['conceptUri,iscoGroup,code,preferredLabel,altLabels,description', ...occupationRows].join('\n') },
    { name: 'occupationSkillRelations_en.csv', content: ['occupationUri,relationType,skillType,skillUri', ...relationRows].join('\n') },
  ];
}
