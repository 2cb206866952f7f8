/** Reading files on the command line: in the same cage as the server's, with one process, for as long as the command runs. */
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Reader } from '../features/resume/create-reader.ts';
import type { ReadOutcome } from '../features/resume/resume-reader.ts';
import { Failure } from '../platform/http/failure.ts';
import { CommandError, pathFrom, type CommandCall } from './command.ts';
import { refusal } from './refusal.ts';

export type ReadFile = Extract<ReadOutcome, { ok: true }>;

export interface FileReader {
  /** Throws CommandError for a file that is not there or is refused. */
  resume(file: string): Promise<ReadFile>;
  /** The text of a document, line by line. Throws CommandError as `resume` does. */
  text(file: string): Promise<string>;
}

/** The reading process warms up while `work` loads what it needs. */
export async function withReader<T>(call: CommandCall, work: (reader: FileReader) => Promise<T>): Promise<T> {
  // Not by the feature's front door, which brings the routes along: 0.2 s that nobody here needs.
  const { createReadingPool } = await import('../features/resume/reading/index.ts');
  const pool = createReadingPool({ size: 1 });
  try {
    const [{ createReader }, { createPlaces }] = await Promise.all([import('../features/resume/create-reader.ts'), import('../features/places/index.ts')]);
    const { countryOf, isTown } = createPlaces();
    return await work(fileReader(call, createReader({ pool, countryOf, isTown, now: () => call.now().getTime() })));
  } finally {
    await pool.close();
  }
}

function fileReader(call: CommandCall, reader: Reader): FileReader {
  return {
    async resume(file) {
      const outcome = await reader.read(await fileAt(call, file), basename(file));
      if (!outcome.ok) throw refusal(file, outcome.code);
      return outcome;
    },
    async text(file) {
      const path = await fileAt(call, file);
      try {
        return await reader.text(path, basename(file));
      } catch (error) {
        if (error instanceof Failure) throw refusal(file, error.code);
        throw error;
      }
    },
  };
}

async function fileAt(call: CommandCall, file: string): Promise<string> {
  const path = pathFrom(call, file);
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new CommandError(`${file}: ${error.code === 'ENOENT' ? 'There is no such file' : `It cannot be opened (${error.code ?? error.message})`}. Names start in ${call.directory}.`);
  });
  if (!found.isFile()) throw new CommandError(`${file}: This is not a file. Name the file itself.`);
  return path;
}
