import { examine } from '../platform/doctor/examine.ts';
import type { Finding } from '../platform/doctor/finding.ts';
import { keptSecret } from '../platform/installation-secret.ts';
import { processEnvironment, readSettings } from '../platform/settings.ts';
import { exitCodes, readParameters, type CommandCall } from './command.ts';

const marks: Record<Finding['state'], string> = { ok: 'ok     ', warning: 'warning', wrong: 'WRONG  ' };

export async function run(call: CommandCall): Promise<number> {
  const { values } = readParameters(call.parameters, { json: { type: 'boolean', default: false } });
  // Looking makes nothing: an installation that was never started has no secret yet.
  const settings = readSettings(processEnvironment(), (dataDirectory) => keptSecret(dataDirectory) ?? '');
  const findings = await examine(settings);
  if (values.json) call.out(JSON.stringify(findings, undefined, 2));
  else for (const line of told(findings)) call.out(line);
  return findings.some(({ state }) => state === 'wrong') ? exitCodes.failed : exitCodes.done;
}

function told(findings: readonly Finding[]): string[] {
  const width = Math.max(...findings.map(({ subject }) => subject.length));
  return findings.flatMap(({ subject, state, detail, mend }) => [`${marks[state]}  ${subject.padEnd(width)}  ${detail}`, ...(mend === undefined ? [] : [`${' '.repeat(marks[state].length)}  ${' '.repeat(width)}  → ${mend}`])]);
}
