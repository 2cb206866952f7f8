/**
 * A backup into an empty installation: all of it or nothing, in one transaction, with every constraint checked, every
 * checksum compared and every row counted.
 */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { migrate } from '../database/migrate.ts';
import { migrationsDirectory, readMigrations } from '../database/migration-files.ts';
import { syncDirectory } from '../postgres/database-home.ts';
import { BackupError } from './backup-error.ts';
import { contentsName, contentsSchema, filesPrefix, formatVersion, manifestName, manifestSchema, tableKey, type BackupTable, type Contents, type Manifest } from './contents.ts';
import { keysIn } from './held-files.ts';
import { loosenConstraints, type LoosenedConstraints } from './loosened-constraints.ts';
import { checkBypasses, columnList, listTables, quoted } from './table-catalogue.ts';
import { readTar, type TarMember } from './tar.ts';

export interface RestoreOptions {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly filesDirectory: string;
  readonly file: string;
  readonly report: (line: string) => void;
}

export interface RestoreResult {
  readonly takenAt: string;
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
}

export async function restore(options: RestoreOptions): Promise<RestoreResult> {
  const { file, filesDirectory, report } = options;
  if (!existsSync(file)) throw new BackupError(`${file} does not exist.`);
  if (keysIn(filesDirectory).length > 0) throw new BackupError(`${filesDirectory} holds files already. A backup is restored into an empty installation only: move the data folder away, or set CAIRN_DATA_DIR to a new one.`);
  const staging = `${filesDirectory}.restore-${process.pid}`;
  const client = new pg.Client({ connectionString: options.ownerUrl, application_name: 'cairn restore' });
  try {
    await client.connect();
    await checkBypasses(client);
    const result = await load(client, staging, options);
    report('Applying the migrations that are newer than the backup, if any …');
    await migrate({ ...options, directory: migrationsDirectory });
    return result;
  } finally {
    await client.end();
    rmSync(staging, { recursive: true, force: true });
  }
}

async function load(client: pg.Client, staging: string, options: RestoreOptions): Promise<RestoreResult> {
  const members = readTar(gunzipped(options.file))[Symbol.asyncIterator]();
  const seen: Manifest['members'] = [];
  const contents = await readContents(await members.next(), seen);
  options.report(`Backup of ${contents.takenAt} by Cairn ${contents.cairnVersion}`);
  await prepareSchema(contents, options);
  await client.query('begin');
  try {
    await client.query('set local row_security = off');
    await checkEmpty(client);
    const constraints = await loosenConstraints(client);
    await checkTables(client, contents);
    const manifest = await loadMembers(client, staging, members, contents, seen);
    await proveAndFinish(client, constraints, contents, manifest, seen, staging);
    putFilesInPlace(staging, options.filesDirectory);
    await client.query('commit');
    return { takenAt: contents.takenAt, tables: contents.tables.length, rows: Object.values(manifest.rows).reduce((total, count) => total + count, 0), files: manifest.files };
  } catch (error) {
    await client.query('rollback');
    if (error instanceof pg.DatabaseError) throw new BackupError(`The backup does not fit the database: ${error.message}. Nothing was restored.`, { cause: error });
    throw error;
  }
}

function gunzipped(file: string): AsyncIterable<Buffer> {
  const gunzip = createGunzip();
  const reading = createReadStream(file);
  reading.on('error', (error) => gunzip.destroy(error));
  gunzip.on('close', () => reading.destroy());
  return toBackupErrors(reading.pipe(gunzip));
}

async function* toBackupErrors(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* stream;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'Z_BUF_ERROR') throw new BackupError('The file ends too early: it is only part of a backup', { cause: error });
    if (code?.startsWith('Z_') === true) throw new BackupError('The file is damaged, or no backup of Cairn', { cause: error });
    throw error;
  }
}

async function readContents(first: IteratorResult<TarMember>, seen: Manifest['members']): Promise<Contents> {
  if (first.done === true || first.value.name !== contentsName) throw new BackupError('The file is no backup of Cairn');
  const contents = contentsSchema.safeParse(parsed(await whole(first.value, seen)));
  if (!contents.success) throw new BackupError('The file is no backup of Cairn that this version can read');
  if (contents.data.format !== formatVersion) throw new BackupError(`The backup has the form ${contents.data.format}; this version of Cairn reads ${formatVersion}. Restore it with Cairn ${contents.data.cairnVersion}.`);
  return contents.data;
}

/** The schema as it was when the backup was made; what came later is applied to the restored rows as to any others. */
async function prepareSchema({ migrations, cairnVersion }: Contents, { ownerUrl, appUrl, report }: RestoreOptions): Promise<void> {
  const known = new Map(readMigrations(migrationsDirectory).map((file) => [file.number, file.checksum]));
  const unknown = migrations.find(({ number, checksum }) => known.get(number) !== checksum);
  if (unknown !== undefined) throw new BackupError(`The backup was made by Cairn ${cairnVersion}, whose migration ${unknown.name} this version does not know. Restore it with that version or a newer one.`);
  const last = Math.max(...migrations.map(({ number }) => number));
  await migrate({ ownerUrl, appUrl, directory: migrationsDirectory, report, upTo: last });
}

async function checkEmpty(client: pg.Client): Promise<void> {
  // The queue's own notes are made by the first start; jobs of an installation without people are none to keep.
  for (const table of await listTables(client)) {
    if (table.schema === 'pgboss') await client.query(`delete from ${quoted(table)}`);
    else if ((await client.query(`select 1 from ${quoted(table)} limit 1`)).rowCount !== 0) throw new BackupError(`The table ${tableKey(table)} has rows already. A backup is restored into an empty installation only: move the data folder away, or name an empty database.`);
  }
  const others = await client.query(`select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and application_name in ('cairn', 'cairn jobs')`);
  if (others.rowCount !== 0) throw new BackupError('Cairn is running on this database. Stop it before restoring.');
}

async function checkTables(client: pg.Client, { tables, migrations }: Contents): Promise<void> {
  const here = new Map((await listTables(client)).map((table) => [tableKey(table), new Set(table.columns)]));
  for (const table of tables) {
    const columns = here.get(tableKey(table));
    if (columns === undefined || table.columns.some((column) => !columns.has(column))) throw new BackupError(`The table ${tableKey(table)} of the backup does not fit this database after ${migrations.at(-1)?.name}. Restore into a database that only Cairn has prepared.`);
  }
}

/** Reads to the manifest; rows go into the tables and files into `staging`. */
async function loadMembers(client: pg.Client, staging: string, members: AsyncIterator<TarMember>, { tables }: Contents, seen: Manifest['members']): Promise<Manifest> {
  const byKey = new Map(tables.map((table) => [tableKey(table), table]));
  mkdirSync(staging, { recursive: true, mode: 0o700 });
  let next = await members.next();
  while (next.done !== true) {
    const member = next.value;
    if (member.name === manifestName) return readManifest(member);
    const key = /^tables\/(.+)\/\d+\.copy$/.exec(member.name)?.[1];
    const table = key === undefined ? undefined : byKey.get(key);
    if (table !== undefined) {
      next = await loadTable(client, table, member, members, seen);
      continue;
    }
    if (!member.name.startsWith(filesPrefix)) throw new BackupError(`The backup holds ${member.name}, which is nothing that Cairn wrote`);
    await loadFile(staging, member, seen);
    next = await members.next();
  }
  throw new BackupError('The file ends too early: it is only part of a backup');
}

async function readManifest(member: TarMember): Promise<Manifest> {
  const manifest = manifestSchema.safeParse(parsed(await whole(member, [])));
  if (!manifest.success) throw new BackupError('The list of what the backup holds cannot be read');
  return manifest.data;
}

/** The parts of one table follow each other and are one COPY. Answers the first member after them. */
async function loadTable(client: pg.Client, table: BackupTable, first: TarMember, members: AsyncIterator<TarMember>, seen: Manifest['members']): Promise<IteratorResult<TarMember>> {
  let next: IteratorResult<TarMember> = { done: false, value: first };
  const folder = dirname(first.name);
  async function* rows(): AsyncGenerator<Buffer> {
    while (next.done !== true && dirname(next.value.name) === folder) {
      yield* noted(next.value, seen);
      next = await members.next();
    }
  }
  await pipeline(Readable.from(rows(), { objectMode: false }), client.query(copyFrom(`copy ${quoted(table)} (${columnList(table)}) from stdin`)));
  return next;
}

async function loadFile(staging: string, member: TarMember, seen: Manifest['members']): Promise<void> {
  const key = member.name.slice(filesPrefix.length);
  // A name that climbs out of the folder is nothing that Cairn wrote.
  if (key.split('/').some((part) => part === '' || part.startsWith('.'))) throw new BackupError(`The backup holds a file named ${member.name}, which is nothing that Cairn wrote`);
  const path = join(staging, key);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  await pipeline(Readable.from(noted(member, seen), { objectMode: false }), createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }));
}

/** Passes the content on, and notes its checksum at the end. */
async function* noted(member: TarMember, seen: Manifest['members']): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  for await (const chunk of member.content) {
    hash.update(chunk);
    yield chunk;
  }
  seen.push({ name: member.name, sizeBytes: member.sizeBytes, sha256: hash.digest('hex') });
}

function parsed(json: Buffer): unknown {
  try {
    return JSON.parse(json.toString());
  } catch (error) {
    throw new BackupError('The file is damaged, or no backup of Cairn', { cause: error });
  }
}

async function whole(member: TarMember, seen: Manifest['members']): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of noted(member, seen)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Every member as the manifest says, every constraint kept, every row and file there. */
async function proveAndFinish(client: pg.Client, constraints: LoosenedConstraints, contents: Contents, manifest: Manifest, seen: Manifest['members'], staging: string): Promise<void> {
  const difference = manifest.members.find((member, index) => seen[index]?.name !== member.name || seen[index].sha256 !== member.sha256 || seen[index].sizeBytes !== member.sizeBytes);
  if (difference !== undefined || seen.length !== manifest.members.length) throw new BackupError(`The backup is damaged: ${difference?.name ?? 'its list'} does not have the content that it had when it was written. Nothing was restored.`);
  await constraints.tighten();
  for (const { schema, name, lastValue } of contents.sequences) await client.query('select setval(format($1, $2::text, $3::text)::regclass, $4::bigint)', ['%I.%I', schema, name, lastValue]);
  for (const table of contents.tables) {
    const { rows } = await client.query<{ count: string }>(`select count(*) as count from ${quoted(table)}`);
    const expected = manifest.rows[tableKey(table)] ?? 0;
    if (Number(rows[0]?.count) !== expected) throw new BackupError(`The table ${tableKey(table)} has ${rows[0]?.count} rows where the backup says ${expected}. Nothing was restored.`);
  }
  const files = keysIn(staging).length;
  if (files !== manifest.files) throw new BackupError(`${files} files were read where the backup says ${manifest.files}. Nothing was restored.`);
}

/** Before the rows are committed, so that none of them ever names a file that is missing. */
function putFilesInPlace(staging: string, filesDirectory: string): void {
  for (const folder of foldersIn(staging)) syncDirectory(folder);
  rmSync(filesDirectory, { recursive: true, force: true });
  renameSync(staging, filesDirectory);
  syncDirectory(dirname(filesDirectory));
}

function foldersIn(root: string): string[] {
  return [root, ...readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory()).flatMap((entry) => foldersIn(join(root, entry.name)))];
}
