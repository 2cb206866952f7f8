/**
 * Everything into one file while Cairn serves: every table from one snapshot, and the files that the rows of that
 * snapshot name.
 */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, linkSync, openSync, closeSync, fsyncSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { appliedMigrations } from '../database/migrate.ts';
import { syncDirectory } from '../postgres/database-home.ts';
import { BackupError } from './backup-error.ts';
import { contentsName, filesPrefix, formatVersion, manifestName, tableKey, tableMember, type BackupTable, type Contents, type Manifest } from './contents.ts';
import { holdFiles, type HeldFiles } from './held-files.ts';
import { checkBypasses, columnList, listSequences, listTables, quoted } from './table-catalogue.ts';
import { padding, tarEnd, tarHeader } from './tar.ts';

export interface BackupOptions {
  readonly ownerUrl: string;
  readonly dataDirectory: string;
  readonly filesDirectory: string;
  /** Must not exist yet. */
  readonly file: string;
  readonly cairnVersion: string;
  readonly now: () => number;
  readonly report: (line: string) => void;
}

export interface BackupResult {
  readonly sizeBytes: number;
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
}

/** A table goes out in members of this size, since a member's size stands before its content. */
const partBytes = 4 * 1024 * 1024;

export async function backup(options: BackupOptions): Promise<BackupResult> {
  const { file, report } = options;
  if (existsSync(file)) throw new BackupError(`${file} is there already. Name a new file.`);
  if (!existsSync(dirname(file))) throw new BackupError(`The folder ${dirname(file)} does not exist.`);
  const draft = join(dirname(file), `.${basename(file)}.${process.pid}.part`);
  const held = holdFiles(options.filesDirectory, options.dataDirectory);
  const client = new pg.Client({ connectionString: options.ownerUrl, application_name: 'cairn backup' });
  try {
    await client.connect();
    const contents = await takeSnapshot(client, held, options);
    const manifest: Manifest = { members: [], rows: {}, files: 0 };
    report(`Writing ${contents.tables.length} tables and ${held.keys().length} files …`);
    const output = createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true });
    await pipeline(Readable.from(archive(client, held, contents, manifest, options), { objectMode: false }), createGzip(), output);
    await client.query('commit');
    publish(draft, file);
    return { sizeBytes: statSync(file).size, tables: contents.tables.length, rows: sum(manifest), files: manifest.files };
  } finally {
    await client.end();
    held.release();
    rmSync(draft, { force: true });
  }
}

const sum = ({ rows }: Manifest) => Object.values(rows).reduce((total, count) => total + count, 0);

/**
 * A file is on the disk before the row that names it, and goes after it: what was there before the snapshot, together with
 * what is there right after it, holds every file that a row of the snapshot names.
 */
async function takeSnapshot(client: pg.Client, held: HeldFiles, options: BackupOptions): Promise<Contents> {
  await checkBypasses(client);
  held.hold();
  await client.query('begin isolation level repeatable read, read only');
  // An error rather than rows left out, should row security bind this role after all.
  await client.query('set local row_security = off');
  const migrations = await appliedMigrations(client);
  if (migrations.length === 0) throw new BackupError('There is nothing to back up: Cairn has never been started here.');
  held.hold();
  const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`);
  return {
    format: formatVersion, cairnVersion: options.cairnVersion, postgresVersion: rows[0]?.version ?? '',
    takenAt: new Date(options.now()).toISOString(), migrations, tables: await listTables(client), sequences: await listSequences(client),
  };
}

async function* archive(client: pg.Client, held: HeldFiles, contents: Contents, manifest: Manifest, options: BackupOptions): AsyncGenerator<Buffer> {
  const seconds = options.now() / 1000;
  function* whole(name: string, content: Buffer): Generator<Buffer> {
    manifest.members.push({ name, sizeBytes: content.length, sha256: createHash('sha256').update(content).digest('hex') });
    yield tarHeader(name, content.length, seconds);
    yield content;
    yield padding(content.length);
  }

  yield* whole(contentsName, json(contents));
  for (const table of contents.tables) {
    let part = 0;
    for await (const content of parts(client, table, (rows) => { manifest.rows[tableKey(table)] = rows; })) {
      part += 1;
      yield* whole(tableMember(table, part), content);
    }
  }
  for (const key of held.keys()) {
    yield* fileMember(`${filesPrefix}${key}`, join(held.directory, key), seconds, manifest);
    manifest.files += 1;
  }
  const list = json(manifest);
  yield tarHeader(manifestName, list.length, seconds);
  yield list;
  yield padding(list.length);
  yield tarEnd;
}

const json = (value: unknown) => Buffer.from(`${JSON.stringify(value, undefined, 1)}\n`);

/** The rows of a table in PostgreSQL's text form, cut at any byte. */
async function* parts(client: pg.Client, table: BackupTable, counted: (rows: number) => void): AsyncGenerator<Buffer> {
  const stream = client.query(copyTo(`copy ${quoted(table)} (${columnList(table)}) to stdout`));
  let held: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    held.push(chunk);
    bytes += chunk.length;
    if (bytes < partBytes) continue;
    yield Buffer.concat(held);
    held = [];
    bytes = 0;
  }
  if (bytes > 0) yield Buffer.concat(held);
  counted(stream.rowCount);
}

async function* fileMember(name: string, path: string, seconds: number, manifest: Manifest): AsyncGenerator<Buffer> {
  const sizeBytes = statSync(path).size;
  const hash = createHash('sha256');
  yield tarHeader(name, sizeBytes, seconds);
  let read = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    read += chunk.length;
    yield chunk;
  }
  if (read !== sizeBytes) throw new BackupError(`${name} changed while it was read`);
  yield padding(sizeBytes);
  manifest.members.push({ name, sizeBytes, sha256: hash.digest('hex') });
}

/** The file appears under its name whole and flushed, and never over another one. */
function publish(draft: string, file: string): void {
  const handle = openSync(draft, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  linkSync(draft, file);
  syncDirectory(dirname(file));
}
