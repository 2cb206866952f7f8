/** What words and skills are counted in: texts whose licence lets the counts be given on, and what Cairn knows. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTable, type Row } from '../../bench/read-table.ts';

export interface SourceFile {
  readonly path: string;
  readonly licence: string;
  readonly sha256: string;
}

export interface Corpus {
  /** Each is one statement: a task, a sentence of an ad, a label with its other labels, a description. */
  readonly statements: readonly string[];
  /** Tools that one occupation works with, by their names. */
  readonly toolSets: readonly (readonly string[])[];
  readonly sources: readonly SourceFile[];
}

const onet = 'O*NET 29.3, U.S. Department of Labor, CC BY 4.0';
const esco = 'ESCO, European Union, reuse with attribution (Commission Decision 2011/833/EU)';

export function readCorpus(dataDirectory: string): Corpus {
  const sources: SourceFile[] = [];
  const text = (path: string, licence: string): string => {
    const bytes = readFileSync(join(dataDirectory, path));
    sources.push({ path, licence, sha256: createHash('sha256').update(bytes).digest('hex') });
    return bytes.toString('utf8');
  };
  const onetRows = (name: string): Row[] => readTable(text(`taxonomy/onet_29.3/${name}.txt`, onet), '\t');
  const escoRows = (path: string): Row[] => readTable(text(`taxonomy/${path}.csv`, esco), ',');
  const column = (rows: readonly Row[], ...names: string[]): string[] => rows.flatMap((row) => names.map((name) => row[name] ?? '')).filter((value) => value !== '');

  const tools = onetRows('Technology_Skills');
  const statements = [
    ...column(onetRows('Task_Statements'), 'Task'),
    ...column(onetRows('Emerging_Tasks'), 'Task'),
    ...column(onetRows('Occupation_Data'), 'Description').flatMap(sentencesOf),
    ...column(onetRows('Content_Model_Reference'), 'Description'),
    ...[...new Set(tools.map((row) => `${row['Example'] ?? ''} ${row['Commodity Title'] ?? ''}`))],
    ...text('skills/esco_1.1.0_skill_labels_en.txt', esco).split('\n'),
    ...['ict', 'language', 'transversal'].flatMap((name) => conceptStatements(escoRows(`esco_1.0.x/${name}SkillsCollection_en`))),
    ...column(escoRows('esco_1.1.1/skill_groups'), 'DESCRIPTION', 'SCOPENOTE').flatMap(sentencesOf),
    ...escoRows('esco_1.1.1/occupations_en').flatMap((row) => [alike(row['preferredLabel'], row['altLabels'], '\n'), ...sentencesOf(row['description'] ?? '')]),
    ...column(readTable(text('job_ads/hahu_ads_esco_occupation_shared.csv', 'hahu ads, Tabiya, CC BY 4.0'), ','), 'description').flatMap(sentencesOf),
    ...text('skills/skillspan_train.jsonl', 'SkillSpan train, MIT').split('\n').filter((line) => line !== '').map((line) => (JSON.parse(line) as { tokens: string[] }).tokens.join(' ')),
  ];
  return { statements: [...new Set(statements.filter((statement) => statement.trim() !== ''))], toolSets: setsOf(tools), sources };
}

function conceptStatements(rows: readonly Row[]): string[] {
  return rows.flatMap((row) => [alike(row['preferredLabel'], row['altLabels'], '|'), row['description'] ?? '']);
}

/** A label with what else it is called: words of either stand near each other. */
function alike(label = '', others = '', separator = '|'): string {
  return [label, ...others.split(separator)].map((name) => name.trim()).join(' ');
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?])\s+|\n+|\s[•*-]\s/);
}

function setsOf(tools: readonly Row[]): string[][] {
  const sets = new Map<string, string[]>();
  for (const row of tools) {
    const code = row['O*NET-SOC Code'] ?? '';
    sets.set(code, [...(sets.get(code) ?? []), row['Example'] ?? '']);
  }
  return [...sets.values()];
}
