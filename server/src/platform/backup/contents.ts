/** What a backup holds, as it says itself: `contents.json` comes first in the file and `manifest.json` last. */
import { z } from 'zod';

export const formatVersion = 1;
export const contentsName = 'contents.json';
export const manifestName = 'manifest.json';
export const filesPrefix = 'files/';

const table = z.object({ schema: z.string(), name: z.string(), columns: z.array(z.string()).min(1) });
export type BackupTable = z.output<typeof table>;

export const contentsSchema = z.object({
  format: z.number(),
  cairnVersion: z.string(),
  postgresVersion: z.string(),
  takenAt: z.iso.datetime(),
  migrations: z.array(z.object({ number: z.int(), name: z.string(), checksum: z.string() })).min(1),
  tables: z.array(table),
  sequences: z.array(z.object({ schema: z.string(), name: z.string(), lastValue: z.string() })),
});
export type Contents = z.output<typeof contentsSchema>;

export const manifestSchema = z.object({
  /** Every member before this one, in order. */
  members: z.array(z.object({ name: z.string(), sizeBytes: z.int(), sha256: z.string() })),
  /** Rows by table, as `schema.name`. */
  rows: z.record(z.string(), z.int()),
  files: z.int(),
});
export type Manifest = z.output<typeof manifestSchema>;

export const tableKey = ({ schema, name }: Pick<BackupTable, 'schema' | 'name'>) => `${schema}.${name}`;
export const tableMember = (of: BackupTable, part: number) => `tables/${tableKey(of)}/${String(part).padStart(6, '0')}.copy`;
