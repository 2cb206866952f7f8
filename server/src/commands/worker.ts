import { serveAs } from '../door.ts';
import { readParameters, type CommandCall } from './command.ts';

export async function run(call: CommandCall): Promise<number> {
  readParameters(call.parameters, {});
  return serveAs('worker', call);
}
