import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { normaliseWord } from '@cairn/engine/phrases';
import { fold } from '@cairn/engine/text';
import type { LabelledSentence } from '../span-score.ts';

export type { LabelledSentence } from '../span-score.ts';

/** CSV with quotes: rows of fields. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] as string;
    if (quoted) {
      if (letter !== '"') field += letter;
      else if (text[at + 1] === '"') { field += '"'; at += 1; } else quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === ',') { row.push(field); field = ''; } else if (letter === '\n') { row.push(field.replace(/\r$/, '')); rows.push(row); row = []; field = ''; } else field += letter;
  }
  if (field !== '' || row.length > 0) rows.push([...row, field]);
  return rows;
}

/** The filled cells of a column of a CSV, or of a text with tabs. */
export function column(path: string, name: string): string[] {
  const text = readFileSync(path, 'utf8');
  const rows = path.endsWith('.txt') ? text.split('\n').map((line) => line.replace(/\r$/, '').split('\t')) : readCsv(text);
  const at = (rows[0] as string[]).indexOf(name);
  if (at < 0) throw new Error(`${path} has no column ${name}`);
  return rows.slice(1).flatMap((row) => (row[at] ? [row[at]] : []));
}

/** Commas are left out, as in SkillSpan; a stop is a word of its own. */
export function wordsOf(text: string): string[] {
  return fold(text).replace(/[,;"]/g, ' ').replace(/([.!?:()])(?=\s|$)/g, ' $1').replace(/\(/g, '( ').split(/\s+/).filter((word) => word !== '').map(normaliseWord);
}

interface TextSource {
  readonly file: string;
  /** The column that is read; null: every line. */
  readonly column: string | null;
  readonly source: string;
  readonly licence: string;
}

const onet = { source: 'O*NET 29.3 Database, U.S. Department of Labor, Employment and Training Administration', licence: 'CC BY 4.0' } as const;
const esco = { source: 'ESCO, (c) European Union', licence: 'Reuse with attribution, Commission Decision 2011/833/EU' } as const;

/** Text without labels that word clusters and phrase lists are made from: each may be reused, and none is kept as text. */
export const textSources: readonly TextSource[] = [
  { file: 'taxonomy/onet_29.3/Task_Statements.txt', column: 'Task', ...onet },
  { file: 'taxonomy/onet_29.3/Emerging_Tasks.txt', column: 'Task', ...onet },
  { file: 'taxonomy/onet_29.3/Occupation_Data.txt', column: 'Description', ...onet },
  { file: 'taxonomy/onet_29.3/Technology_Skills.txt', column: 'Commodity Title', ...onet },
  { file: 'taxonomy/esco_1.1.1/occupations_en.csv', column: 'description', ...esco },
  { file: 'taxonomy/esco_1.1.1/isco_groups.csv', column: 'DESCRIPTION', ...esco },
  { file: 'taxonomy/esco_1.1.1/skill_groups.csv', column: 'DESCRIPTION', ...esco },
  { file: 'taxonomy/esco_1.0.x/skillsHierarchy_en.csv', column: 'Description', ...esco },
  { file: 'taxonomy/esco_1.0.x/transversalSkillsCollection_en.csv', column: 'description', ...esco },
  { file: 'taxonomy/esco_1.0.x/ictSkillsCollection_en.csv', column: 'description', ...esco },
  { file: 'skills/esco_1.1.0_skill_labels_en.txt', column: null, ...esco },
  { file: 'job_ads/hahu_ads_esco_occupation_shared.csv', column: 'description', source: 'hahu job ads, github.com/tabiya-tech/tabiya-livelihoods-classifier', licence: 'CC BY 4.0' },
];

/** The sentences of all text without labels, and of the training file, as folded words. A text that repeats counts once. */
export function unlabelledSentences(data: string, sentences: readonly LabelledSentence[]): string[][] {
  const texts = textSources.flatMap(({ file, column: name }) => {
    const path = join(data, file);
    return [...new Set(name === null ? readFileSync(path, 'utf8').split('\n') : column(path, name))];
  });
  return [...texts.flatMap((text) => text.split(/(?<=[.!?])\s+|\n/)).map(wordsOf), ...sentences.map(({ tokens }) => tokens.map(normaliseWord))].filter((words) => words.length > 0);
}
