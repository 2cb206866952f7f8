import { analyseGap } from '@cairn/engine/gap';
import { exitCodes, readParameters, type CommandCall } from './command.ts';
import { printGap } from './print-gap.ts';
import { skillsShown, whatCairnKnows } from './resume-skills.ts';
import { wantedOfAd, wantedOfRole, wordsWanted } from './wanted-job.ts';
import { withReader } from './with-reader.ts';

export async function run(call: CommandCall): Promise<number> {
  const { values, words: [file = '', job = ''] } = readParameters(call.parameters, { role: { type: 'string' }, json: { type: 'boolean', default: false } }, wordsWanted(call.parameters));
  return withReader(call, async (reader) => {
    const known = await whatCairnKnows();
    const wanted = values.role === undefined ? await wantedOfAd(job, reader, known) : wantedOfRole(values.role, known);
    const { reading } = await reader.resume(file);
    const profile = skillsShown(reading.texts, known, call.now());
    const analysis = analyseGap({ profile, requirements: wanted.requirements, taxonomy: known.taxonomy });
    const gap = { goal: wanted.goal, ...analysis, otherPhrases: wanted.otherPhrases, warnings: wanted.warnings };
    if (values.json) call.out(JSON.stringify(gap, undefined, 2));
    else for (const line of printGap(gap)) call.out(line);
    return exitCodes.done;
  });
}
