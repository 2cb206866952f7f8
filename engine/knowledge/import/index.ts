import type { Knowledge } from '../types.ts';
import { proposeEsco } from './propose-esco.ts';
import { proposeOnet } from './propose-onet.ts';
import type { ImportOptions, ImportProposal, ImportTables } from './types.ts';

export { remarkCodes, type EscoOccupation, type EscoRelation, type EscoSkill, type EscoTables, type ImportChange, type ImportOptions, type ImportProposal, type ImportRemark, type ImportTables, type OnetOccupation, type OnetTables, type OnetTitle, type OnetTool, type RowPlace } from './types.ts';

/** What the rows of a download would change in what an organisation knows, row by row and with what is refused. */
export function proposeImport(tables: ImportTables, known: Pick<Knowledge, 'skills' | 'roles'>, options: ImportOptions): ImportProposal {
  return tables.source === 'esco' ? proposeEsco(tables, known, options) : proposeOnet(tables, known, options);
}
