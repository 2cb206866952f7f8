/** The command line: `npm run -s cairn -- COMMAND`. */
import { useCompiledCode } from './platform/compiled-code.ts';

useCompiledCode();
const { commandTable } = await import('./commands/command-table.ts');
const { runCommand } = await import('./commands/run-command.ts');
const { callerDirectory } = await import('./platform/settings.ts');

// `cairn roadmap … | head`: a reader that has seen enough is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

process.exitCode = await runCommand(process.argv.slice(2), commandTable, {
  directory: callerDirectory(),
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  now: () => new Date(),
});
