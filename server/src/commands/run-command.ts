/** From the words on the command line to an exit code. */
import { CommandError, exitCodes, UsageError, type Command, type CommandCall } from './command.ts';

/** Errors whose message is written for the person at the terminal; anything else is a fault of ours and shows its stack. */
const plainErrors = new Map<string, number>([
  ['SettingsError', exitCodes.settings],
  ['PostgresError', exitCodes.failed],
  ['MigrationError', exitCodes.failed],
  ['GroundError', exitCodes.failed],
  ['BackupError', exitCodes.failed],
  ['ServeError', exitCodes.failed],
  ['StoppedError', exitCodes.stopped],
  [CommandError.name, exitCodes.failed],
]);

const callOf = (command: Command) => `npm run -s cairn -- ${command.name}`;

export async function runCommand(words: readonly string[], table: readonly Command[], call: Omit<CommandCall, 'parameters'>): Promise<number> {
  const [name, ...parameters] = words;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    (name === undefined ? call.err : call.out)(overview(table));
    return name === undefined ? exitCodes.usage : exitCodes.done;
  }
  const command = table.find((each) => each.name === name);
  if (command === undefined) {
    call.err(`There is no command "${name}". "npm run -s cairn -- --help" lists them.`);
    return exitCodes.usage;
  }
  if (parameters.some((parameter) => parameter === '--help' || parameter === '-h')) {
    call.out(`${command.summary}.\n\n${callOf(command)}${command.usage}`);
    return exitCodes.done;
  }
  try {
    return await (await command.load()).run({ ...call, parameters });
  } catch (error) {
    return explain(error, command, call);
  }
}

function explain(error: unknown, command: Command, { err }: Pick<CommandCall, 'err'>): number {
  if (error instanceof UsageError) {
    err(`${error.message}.\n\n${callOf(command)}${command.usage}`);
    return exitCodes.usage;
  }
  const plain = error instanceof Error ? plainErrors.get(error.name) : undefined;
  if (error instanceof Error && plain !== undefined) {
    err(error.message);
    return plain;
  }
  err(`cairn ${command.name} failed by a fault of Cairn's own:\n${error instanceof Error ? error.stack ?? error.message : String(error)}`);
  return exitCodes.failed;
}

function overview(table: readonly Command[]): string {
  const width = Math.max(...table.map(({ name }) => name.length));
  return ['npm run -s cairn -- COMMAND', '', ...table.map(({ name, summary }) => `  ${name.padEnd(width)}   ${summary}`), '', 'npm run -s cairn -- COMMAND --help   says more about one'].join('\n');
}
