/** From the files of a download to the engine's rows. */
import type { EscoOccupation, EscoRelation, EscoSkill, ImportRemark, ImportTables, OnetOccupation, OnetTitle, OnetTool } from '@cairn/engine/knowledge-import';
import { collectionOfName, kindOfHeader, sourceOfKind, type FileKind } from './file-kinds.ts';
import { readRows } from './read-rows.ts';

export interface ImportFile {
  readonly kind: FileKind;
  readonly fileName: string;
  readonly sizeBytes: number;
  /** 0 until it has been read. */
  readonly rows: number;
}

export interface ReadTables {
  readonly tables: ImportTables;
  readonly rowsOfFile: readonly number[];
  readonly remarks: readonly ImportRemark[];
}

/** Null for a file that is none of them. */
export async function kindOfContent(content: AsyncIterable<Uint8Array>, fileName: string): Promise<FileKind | null> {
  for await (const { cells } of readRows(content, fileName)) return kindOfHeader(cells);
  return null;
}

/** `toldRead` hears after each file. */
export async function readTables(files: readonly (Pick<ImportFile, 'kind' | 'fileName'> & { readonly open: () => Promise<AsyncIterable<Uint8Array>> })[], toldRead: (file: number) => Promise<void>): Promise<ReadTables> {
  const skills: EscoSkill[] = [];
  const escoOccupations: EscoOccupation[] = [];
  const relations: EscoRelation[] = [];
  const onetOccupations: OnetOccupation[] = [];
  const tools: OnetTool[] = [];
  const titles: OnetTitle[] = [];
  const remarks: ImportRemark[] = [];
  const rowsOfFile: number[] = [];
  for (const [index, { kind, fileName, open }] of files.entries()) {
    let rows = 0;
    let header: readonly string[] | undefined;
    let cellOf: (cells: readonly string[], name: string) => string = () => '';
    for await (const { cells, line } of readRows(await open(), fileName)) {
      if (header === undefined) {
        header = cells;
        const places = new Map(cells.map((name, place) => [name.trim().toLowerCase(), place]));
        cellOf = (row, name) => (row[places.get(name) ?? -1] ?? '').trim();
        continue;
      }
      rows += 1;
      const at = { file: fileName, line };
      if (cells.length !== header.length) {
        remarks.push({ ...at, code: 'file-broken-row', text: cells.slice(0, 3).join(', ').slice(0, 200) });
        continue;
      }
      const cell = (name: string): string => cellOf(cells, name);
      switch (kind) {
        case 'esco-skills':
        case 'esco-collection':
          skills.push({ ...at, uri: cell('concepturi'), label: cell('preferredlabel'), altLabels: labels(cell('altlabels')), isKnowledge: /knowledge/i.test(cell('skilltype')), collection: kind === 'esco-collection' ? collectionOfName(fileName) : null });
          break;
        case 'esco-occupations':
          escoOccupations.push({ ...at, uri: cell('concepturi'), code: cell('code'), iscoGroup: cell('iscogroup'), label: cell('preferredlabel'), altLabels: labels(cell('altlabels')), description: cell('description') });
          break;
        case 'esco-relations':
          relations.push({ ...at, occupationUri: cell('occupationuri'), skillUri: cell('skilluri'), isEssential: /essential/i.test(cell('relationtype')) });
          break;
        case 'onet-occupations':
          onetOccupations.push({ ...at, code: cell('o*net-soc code'), title: cell('title'), description: cell('description') });
          break;
        case 'onet-tools':
          tools.push({ ...at, code: cell('o*net-soc code'), example: cell('example'), isHot: /^y/i.test(cell('hot technology')), isInDemand: /^y/i.test(cell('in demand')) });
          break;
        case 'onet-titles':
          titles.push({ ...at, code: cell('o*net-soc code'), title: cell('reported job title') });
      }
    }
    rowsOfFile.push(rows);
    await toldRead(index);
  }
  const isEsco = files.some(({ kind }) => sourceOfKind(kind) === 'esco');
  return { tables: isEsco ? { source: 'esco', skills, occupations: escoOccupations, relations } : { source: 'onet', occupations: onetOccupations, tools, titles }, rowsOfFile, remarks };
}

/** ESCO separates labels by lines, and by bars in its collections. */
function labels(cell: string): string[] {
  return cell.split(/\r?\n| \| /).map((label) => label.trim()).filter((label) => label !== '');
}
