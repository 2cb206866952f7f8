import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvRecords } from '../read-csv.ts';

export interface OccupationCase {
  readonly title: string;
  readonly description: string;
  readonly sector: string;
  /** ESCO's code of the occupation that a person found right. */
  readonly code: string;
}

/** The ads of `job_ads/hahu_ads_esco_occupation_shared.csv`; none where the file is not there. */
export function readOccupationCases(dataDirectory: string): OccupationCase[] {
  const file = join(dataDirectory, 'job_ads', 'hahu_ads_esco_occupation_shared.csv');
  if (!existsSync(file)) return [];
  return csvRecords(readFileSync(file, 'utf8')).map((row) => ({ title: row['title'] ?? '', description: row['description'] ?? '', sector: row['sector'] ?? '', code: row['esco_code'] ?? '' }));
}
