/** `npm start`: builds the pages if needed and serves until Ctrl-C. Everything that is missing is made on the way. */
import { join, resolve } from 'node:path';
import { keepCompiledCode, useCompiledCode } from '../server/src/platform/compiled-code.ts';

const root = resolve(import.meta.dirname, '..');
const report = (line: string) => void process.stdout.write(`${line}\n`);
const complain = (line: string) => void process.stderr.write(`${line}\n`);

useCompiledCode();
process.exitCode = await start();

async function start(): Promise<number> {
  const { processEnvironment, readSettings } = await import('../server/src/platform/settings.ts');
  const { runCommand } = await import('../server/src/commands/run-command.ts');
  const { buildWeb, BuildError } = await import('./build-web.ts');
  stopWithNpm();
  const command = {
    name: 'start', summary: 'Build the pages if needed and serve', usage: '',
    load: async () => ({
      async run() {
        // A wrong setting is told before anything long begins.
        const settings = readSettings(processEnvironment());
        try {
          await buildWeb(root, report);
        } catch (error) {
          if (!(error instanceof BuildError)) throw error;
          complain(error.message);
          return 1;
        }
        const { serve } = await import('../server/src/serve.ts');
        const stopped = serve({ settings, command: 'serve', report, complain });
        setTimeout(keepCompiledCode, 10_000).unref();
        return stopped;
      },
    }),
  };
  return runCommand(['start'], [command], { directory: join(root), out: report, err: complain, now: () => new Date() });
}

/**
 * npm runs scripts through a shell and passes SIGTERM on to that shell only, which ends without a word to us. A shell that
 * npm started ends before us for no other reason.
 */
function stopWithNpm(): void {
  if (process.env['npm_lifecycle_event'] !== 'start') return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  watch.unref();
}
