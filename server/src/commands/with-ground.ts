/** A command's stay on the ground: opened, used, and closed again whatever happens. */
import { openGround, type Ground } from '../platform/ground.ts';
import { readSettings, processEnvironment, type Settings } from '../platform/settings.ts';
import { unlessStopped } from '../stop-signal.ts';
import type { CommandCall } from './command.ts';

/** Joins the database of a Cairn that is serving, or starts it for as long as `work` takes. */
export async function withGround<T>(call: CommandCall, command: string, work: (ground: Ground, settings: Settings) => Promise<T>): Promise<T> {
  const settings = readSettings(processEnvironment());
  const failed = (error: Error) => {
    call.err(error.message);
  };
  const ground = await openGround({ settings, command, embedded: 'join', report: call.err, onConnectionError: failed, onFailure: failed });
  try {
    return await unlessStopped(() => work(ground, settings));
  } finally {
    await ground.close();
  }
}
