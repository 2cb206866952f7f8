/** A gap for a terminal: what is missing first, each with the words of the ad that ask for it. */
import type { GapAnalysis, MatchedSkill, MissingSkill, OtherPhrase } from '@cairn/engine/gap';
import type { Evidence, Message } from '@cairn/engine/reasons';
import type { GapGoal } from './wanted-job.ts';
import { clean, cut, part, table } from './plain-text.ts';
import { levelNames, placeOf, warningLines } from './wording.ts';

const evidenceLetters = 64;

export function printGap(gap: GapAnalysis & { readonly goal: GapGoal; readonly otherPhrases: readonly OtherPhrase[]; readonly warnings: readonly Message[] }): string[] {
  const { goal, matched, missing, proficiencyGaps, strengths } = gap;
  const asked = matched.length + missing.length;
  return [
    clean([goal.title ?? 'The job', goal.organisation === null ? '' : `at ${goal.organisation}`, goal.place === null ? '' : `(${goal.place})`].filter((word) => word !== '').join(' ')),
    `  match by weight  ${gap.weightedMatchPercentage.toFixed(1)} %`,
    `  match by count   ${gap.matchPercentage.toFixed(1)} %  (${matched.length} of ${asked} requirements)`,
    ...part('Missing, the most important first; "then" is the match by weight with that skill alone', missingTable(missing)),
    ...part('Below the level asked for', table([{ title: 'skill' }, { title: 'yours' }, { title: 'asked for' }], proficiencyGaps.map(({ name, userLevel, requiredLevel }) => [name, levelNames[userLevel], levelNames[requiredLevel]]))),
    ...part('Matched', matchedTable(matched)),
    ...part('Strengths that are not asked for', strengths.length === 0 ? [] : [`  ${strengths.map(({ name, level }) => clean(`${name} (${levelNames[level]})`)).join(', ')}`]),
    ...part('Also asked for, not in what Cairn knows; counted nowhere', phraseTable(gap.otherPhrases)),
    ...part('Please note', warningLines(gap.warnings)),
  ];
}

function missingTable(missing: readonly MissingSkill[]): string[] {
  return table(
    [{ title: 'importance', align: 'right' }, { title: 'skill' }, { title: 'asked' }, { title: 'level' }, { title: 'then', align: 'right' }, { title: 'in the ad' }],
    missing.map((one) => [one.importance.toFixed(0), [one.name, ...one.alternatives.map(({ name }) => name)].join(' or '), one.requirement, levelNames[one.requiredLevel], `${one.weightedMatchIfLearned.toFixed(1)} %`, inAd(one.evidence)]),
  );
}

function phraseTable(phrases: readonly OtherPhrase[]): string[] {
  return table([{ title: 'sure', align: 'right' }, { title: 'words' }, { title: 'in the ad' }], phrases.map(({ text, confidence, evidence }) => [`${(100 * confidence).toFixed(0)} %`, cut(text, evidenceLetters), inAd([evidence])]));
}

function matchedTable(matched: readonly MatchedSkill[]): string[] {
  return table(
    [{ title: 'skill' }, { title: 'asked' }, { title: 'level' }, { title: 'yours' }, { title: 'how' }, { title: 'in the resume' }],
    matched.map((one) => [one.name, one.requirement, levelNames[one.requiredLevel], levelNames[one.userLevel], one.similarTo ? `by ${one.similarTo.name}, ${(100 * one.similarTo.score).toFixed(0)} % alike` : 'exact', inResume(one.evidence)]),
  );
}

function inAd(evidence: readonly Evidence[]): string {
  const text = evidence.find((one) => one.source === 'job-ad')?.text ?? '';
  return cut(text.replace(/^\s*[-*•]\s+/, ''), evidenceLetters);
}

function inResume(evidence: readonly Evidence[]): string {
  const line = evidence.find((one) => one.source === 'resume');
  return line ? `${placeOf(line)} ${cut(line.text, evidenceLetters)}` : '';
}
