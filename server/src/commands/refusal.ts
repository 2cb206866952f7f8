/** A refusal as the command line says it: one sentence with what to do next and the stable code. */
import { failureTable, type FailureCode } from '@cairn/contracts/failures';
import { CommandError } from './command.ts';

export function refusal(subject: string, code: FailureCode, next: string = failureTable[code].next): CommandError {
  return new CommandError(`${subject}: ${failureTable[code].title} ${next} (${code})`);
}
