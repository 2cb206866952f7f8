/** What a command of `cairn` is given, and how it says that it was called wrongly. */
import { resolve } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';

export interface CommandCall {
  /** What stands after the command's name. */
  readonly parameters: readonly string[];
  /** The folder in which the person stands; file names start there. */
  readonly directory: string;
  /** One line to standard output: the answer. */
  readonly out: (line: string) => void;
  /** One line to standard error: progress and complaints. */
  readonly err: (line: string) => void;
  readonly now: () => Date;
}

export interface CommandModule {
  /** Answers the exit code. */
  run(call: CommandCall): Promise<number>;
}

export interface Command {
  readonly name: string;
  readonly summary: string;
  /** What follows the name, and what each part means. */
  readonly usage: string;
  /** Commands are loaded when they are called: `cairn parse` need not wait for the server's parts. */
  load(): Promise<CommandModule>;
}

export const exitCodes = { done: 0, failed: 1, usage: 2, settings: 78, stopped: 130 } as const;

/** The command was called wrongly; answered with its usage and exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The command could not do its work for a reason the person can act on; answered with the message alone and exit code 1. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

type Options = NonNullable<ParseArgsConfig['options']>;

/** Options by name and exactly the files or words that `words` names. Throws UsageError. */
export function readParameters<const O extends Options>(parameters: readonly string[], options: O, words: readonly string[] = []) {
  let parsed;
  try {
    parsed = parseArgs({ args: [...parameters], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError((error as Error).message.split('. To specify')[0]);
  }
  const missing = words[parsed.positionals.length];
  if (missing !== undefined) throw new UsageError(`${missing} is missing`);
  const extra = parsed.positionals[words.length];
  if (extra !== undefined) throw new UsageError(`"${extra}" is one word too many`);
  return { values: parsed.values, words: parsed.positionals };
}

/** An option that the command cannot do without. */
export function required(value: string | undefined, name: string): string {
  if (value === undefined || value.trim() === '') throw new UsageError(`--${name} is missing`);
  return value;
}

export function pathFrom(call: CommandCall, file: string): string {
  return resolve(call.directory, file);
}
