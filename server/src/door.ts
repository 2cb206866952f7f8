/** How a process that serves is entered: by the command line, or by the doors api.ts and worker.ts. */
import type { CommandCall } from './commands/command.ts';
import { keepCompiledCode, useCompiledCode } from './platform/compiled-code.ts';

export type Part = 'all' | 'api' | 'worker';

/** Serves what the settings say, or the one part that `part` names. */
export async function serveAs(part: Part, call: Pick<CommandCall, 'out' | 'err'>): Promise<number> {
  const { processEnvironment, readSettings } = await import('./platform/settings.ts');
  const { serve } = await import('./serve.ts');
  const settings = readSettings(processEnvironment());
  const runs = part === 'all' ? settings.runs : { api: part === 'api', worker: part === 'worker' };
  setTimeout(keepCompiledCode, 10_000).unref();
  return serve({ settings: { ...settings, runs }, command: part === 'worker' ? 'worker' : 'serve', report: call.out, complain: call.err });
}

/** The whole of a door: from here on the process serves one part. */
export async function openDoor(part: Part): Promise<void> {
  useCompiledCode();
  const { runCommand } = await import('./commands/run-command.ts');
  const name = part === 'worker' ? 'worker' : 'serve';
  const command = { name, summary: '', usage: '', load: async () => ({ run: (call: CommandCall) => serveAs(part, call) }) };
  process.exitCode = await runCommand([name], [command], {
    directory: process.cwd(),
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
    now: () => new Date(),
  });
}
