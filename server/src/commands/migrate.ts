import { exitCodes, readParameters, type CommandCall } from './command.ts';
import { withGround } from './with-ground.ts';

export async function run(call: CommandCall): Promise<number> {
  readParameters(call.parameters, {});
  // Opening the ground migrates, as every start does.
  await withGround(call, 'migrate', async () => call.out('The database is as this version of Cairn expects it.'));
  return exitCodes.done;
}
