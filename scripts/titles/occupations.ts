/** Occupations as ESCO and O*NET describe them: titles, sentences, and which of one are which of the other. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvRecords } from '../../bench/read-csv.ts';

export interface Occupation {
  readonly source: 'esco' | 'onet';
  readonly code: string;
  readonly titles: readonly string[];
  readonly sentences: readonly string[];
  /** Rows of O*NET occupations that an ESCO occupation is said to be like. */
  readonly like: readonly number[];
}

/** Paths below the data folder. */
export const sourceFiles = {
  esco: 'taxonomy/esco_1.1.1/occupations_en.csv',
  occupations: 'taxonomy/onet_29.3/Occupation_Data.txt',
  titles: 'taxonomy/onet_29.3/Sample_of_Reported_Titles.txt',
  tasks: 'taxonomy/onet_29.3/Task_Statements.txt',
  groups: 'taxonomy/esco_1.1.1/isco_groups.csv',
  crosswalk: 'taxonomy/esco_onet_crosswalk_Nov2020.csv',
} as const;

/** Shorter ones are headings. */
const shortestSentence = 20;

export function readOccupations(dataDirectory: string): Occupation[] {
  const text = (file: keyof typeof sourceFiles): string => readFileSync(join(dataDirectory, sourceFiles[file]), 'utf8');
  const table = (file: keyof typeof sourceFiles): string[][] => text(file).split('\n').slice(1).filter((line) => line !== '').map((line) => line.trimEnd().split('\t'));
  const reported = Map.groupBy(table('titles'), ([code]) => code);
  const tasks = Map.groupBy(table('tasks'), ([code]) => code);
  const esco = csvRecords(text('esco'));
  const onet = table('occupations');
  const onetRow = new Map(onet.map(([code], index) => [code, esco.length + index]));
  const crosswalk = Map.groupBy(csvRecords(text('crosswalk')), (row) => row['concept_uri'] ?? '');
  return [
    ...esco.map((row): Occupation => ({
      source: 'esco',
      code: row['code'] ?? '',
      titles: unique([row['preferredLabel'] ?? '', ...(row['altLabels'] ?? '').split('\n')]),
      sentences: sentencesOf(row['description'] ?? ''),
      like: (crosswalk.get(row['conceptUri'] ?? '') ?? []).flatMap((each) => onetRow.get(each['onet_code'] ?? '') ?? []),
    })),
    ...onet.map(([code = '', title = '', description = '']): Occupation => ({
      source: 'onet',
      code,
      titles: unique([title, ...(reported.get(code) ?? []).map((row) => (row[2] ?? '').replace(/[()]/g, ' '))]),
      sentences: [...sentencesOf(description), ...(tasks.get(code) ?? []).map((row) => row[3] ?? '')],
      like: [],
    })),
  ];
}

/** Descriptions of ISCO-08 unit groups by their code of four digits; the name, which says most, stands there twice. */
export function readUnitGroups(dataDirectory: string): Map<string, string> {
  const all = csvRecords(readFileSync(join(dataDirectory, sourceFiles.groups), 'utf8'));
  return new Map(all.filter((row) => row['CODE']?.length === 4).map((row) => [row['CODE'] ?? '', `${row['PREFERREDLABEL'] ?? ''} ${row['PREFERREDLABEL'] ?? ''} ${row['DESCRIPTION'] ?? ''}`]));
}

function unique(titles: readonly string[]): string[] {
  return [...new Set(titles.map((title) => title.trim()).filter((title) => title !== ''))];
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?])\s+/).filter((sentence) => sentence.length > shortestSentence);
}
