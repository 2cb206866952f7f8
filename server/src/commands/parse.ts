import { readBackOf } from '../features/resume/read-back.ts';
import { chooseRole } from './choose-role.ts';
import { exitCodes, readParameters, type CommandCall } from './command.ts';
import { printResume } from './print-resume.ts';
import { skillsShown, whatCairnKnows } from './resume-skills.ts';
import { withReader } from './with-reader.ts';

export async function run(call: CommandCall): Promise<number> {
  const { values, words: [file = ''] } = readParameters(call.parameters, { json: { type: 'boolean', default: false }, role: { type: 'string' } }, ['FILE']);
  return withReader(call, async (reader) => {
    const now = call.now();
    const [{ kind, pageCount, reading, pages }, known] = await Promise.all([reader.resume(file), whatCairnKnows()]);
    const { skills } = skillsShown(reading.texts, known, now);
    const role = values.role === undefined ? undefined : chooseRole(values.role, [...known.roles.values()]);
    const readBack = readBackOf({ reading: { ...reading, pages }, pageCount, roleId: role?.id, today: { year: now.getUTCFullYear(), month: now.getUTCMonth() + 1 } }, known);
    const { resume: fields, warnings } = reading;
    if (values.json) call.out(JSON.stringify({ kind, pageCount, fields, skills, warnings, readBack }, undefined, 2));
    else for (const line of printResume({ file, kind, pageCount, resume: fields, skills, warnings, readBack })) call.out(line);
    return exitCodes.done;
  });
}
