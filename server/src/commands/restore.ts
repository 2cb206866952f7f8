import { restore } from '../platform/backup/restore.ts';
import { openPostgres } from '../platform/ground.ts';
import { processEnvironment, readSettings } from '../platform/settings.ts';
import { unlessStopped } from '../stop-signal.ts';
import { exitCodes, pathFrom, readParameters, type CommandCall } from './command.ts';

export async function run(call: CommandCall): Promise<number> {
  const { words: [name = ''] } = readParameters(call.parameters, {}, ['FILE']);
  const settings = readSettings(processEnvironment());
  // Nobody may serve from what is only half there: the database is ours alone, and its schema starts as the backup's was.
  const postgres = await openPostgres({ settings, command: 'restore', embedded: 'own', report: call.err, onFailure: (error) => { call.err(error.message); } });
  try {
    const result = await unlessStopped(() => restore({ ownerUrl: postgres.ownerUrl, appUrl: postgres.appUrl, filesDirectory: settings.filesDirectory, file: pathFrom(call, name), report: call.err }));
    call.out(`Restored the backup of ${result.takenAt}: ${result.rows} rows of ${result.tables} tables and ${result.files} files. Every checksum, count and constraint was compared.`);
  } finally {
    await postgres.stop();
  }
  return exitCodes.done;
}
