import type { ProjectBrief, Proficiency } from '../knowledge/types.ts';
import { isLearnedBeside } from './beside.ts';
import { message } from './english.ts';
import type { OrderedStep } from './order.ts';
import type { PlacedProject } from './types.ts';

const highestLevel = 4;

/** A project that some place of the plan may have. Positions are those of steps in the plan's order. */
export interface Candidate {
  readonly brief: ProjectBrief;
  /** Whole hours, at least 1. */
  readonly hours: number;
  /** Positions of the plan's steps that it practises, latest first. */
  readonly positions: readonly number[];
  /**
   * Those of them that must be reached before it is built, latest first: what is learned beside may still be on its way,
   * for it is practised there, unless the project practises nothing else.
   */
  readonly standsOn: readonly number[];
  /** `positions` and then, in order, the later steps of the same skills, whose practice it begins: where its hours are taken from. */
  readonly drawnFrom: readonly number[];
}

/** Those whose every skill is reached in the plan or before it, at least one of them in the plan. */
export function candidatesFor(order: readonly OrderedStep[], briefs: readonly ProjectBrief[], knownLevels: ReadonlyMap<string, Proficiency>): Candidate[] {
  const positionsOf = new Map<string, Map<number, number>>();
  order.forEach(({ step }, position) => {
    const positions = positionsOf.get(step.skill.id) ?? new Map<number, number>();
    positionsOf.set(step.skill.id, positions.set(step.level, position));
  });
  const candidates: Candidate[] = [];
  for (const brief of briefs) {
    const positions: number[] = [];
    const laterPositions: number[] = [];
    let highest = 0;
    let fits = brief.skills.length > 0;
    for (const { id, level } of brief.skills) {
      const known = knownLevels.get(id) ?? 0;
      const ofSkill = positionsOf.get(id);
      for (let at = known + 1; at <= level && fits; at += 1) {
        const position = ofSkill?.get(at);
        if (position === undefined) fits = false;
        else positions.push(position);
      }
      if (!fits) break;
      for (let at = Math.max(known, level) + 1; at <= highestLevel; at += 1) {
        const position = ofSkill?.get(at);
        if (position !== undefined) laterPositions.push(position);
      }
      highest = Math.max(highest, level, known);
    }
    if (!fits || positions.length === 0 || brief.difficulty > highest + 1) continue;
    positions.sort((a, b) => b - a);
    laterPositions.sort((a, b) => a - b);
    const inTurn = positions.filter((at) => order[at] !== undefined && !isLearnedBeside(order[at].step.skill));
    const standsOn = inTurn.length > 0 ? inTurn : positions;
    candidates.push({ brief, hours: Math.max(1, Math.ceil(brief.hours)), positions, standsOn, drawnFrom: [...positions, ...laterPositions] });
  }
  return candidates;
}

export function placedProject({ brief, hours, standsOn, positions }: Candidate, order: readonly OrderedStep[]): PlacedProject {
  const latest = order[standsOn[0] ?? -1]?.step;
  const names = [...new Set([...positions].reverse().map((at) => order[at]?.step.skill.name ?? ''))];
  return {
    projectId: brief.id, name: brief.name, summary: brief.summary, difficulty: brief.difficulty,
    hours, skillIds: brief.skills.map((skill) => skill.id), provenBy: brief.provenBy,
    skillId: latest?.skill.id ?? '', level: latest?.level ?? 1,
    reasons: [
      {
        what: message('roadmap.reason.project-proves', { skills: names.join(', ') }), effect: 0,
        evidence: [{ source: 'knowledge', kind: 'project', id: brief.id }],
      },
      { what: message('roadmap.reason.project-hours'), effect: 0, evidence: [{ source: 'formula', id: 'roadmap-projects' }] },
    ],
  };
}
