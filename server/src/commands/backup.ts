import { backup } from '../platform/backup/backup.ts';
import { cairnVersion } from '../platform/version.ts';
import { exitCodes, pathFrom, readParameters, type CommandCall } from './command.ts';
import { withGround } from './with-ground.ts';

export async function run(call: CommandCall): Promise<number> {
  const { words: [name = ''] } = readParameters(call.parameters, {}, ['FILE']);
  const file = pathFrom(call, name);
  const result = await withGround(call, 'backup', ({ ownerUrl }, { dataDirectory, filesDirectory }) => backup({ ownerUrl, dataDirectory, filesDirectory, file, cairnVersion: cairnVersion(), now: Date.now, report: call.err }));
  call.out(`${file}: ${result.rows} rows of ${result.tables} tables and ${result.files} files in ${(result.sizeBytes / 1024 / 1024).toFixed(1)} MB`);
  call.err('It holds the data of everybody: keep it where only you can read it. CAIRN_SECRET is not in it; where it is lost too, people sign in anew.');
  return exitCodes.done;
}
