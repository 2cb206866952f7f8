import { exitCodes, readParameters, type CommandCall } from './command.ts';
import { printResume } from './print-resume.ts';
import { skillsShown, whatCairnKnows } from './resume-skills.ts';
import { withReader } from './with-reader.ts';

export async function run(call: CommandCall): Promise<number> {
  const { values, words: [file = ''] } = readParameters(call.parameters, { json: { type: 'boolean', default: false } }, ['FILE']);
  return withReader(call, async (reader) => {
    const [{ kind, pageCount, reading }, known] = await Promise.all([reader.resume(file), whatCairnKnows()]);
    const { skills } = skillsShown(reading.texts, known, new Date());
    const { resume: fields, warnings } = reading;
    if (values.json) call.out(JSON.stringify({ kind, pageCount, fields, skills, warnings }, undefined, 2));
    else for (const line of printResume({ file, kind, pageCount, resume: fields, skills, warnings })) call.out(line);
    return exitCodes.done;
  });
}
