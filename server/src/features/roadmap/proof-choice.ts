/** What a person chooses about a proof, as the change of the plan and what is remembered of the choice. */
import type { Level } from '@cairn/engine/knowledge';
import type { PlanProof, ProofChoice, RoadmapChange, TaskRecord } from '@cairn/engine/roadmap';

export interface WantedChoice {
  readonly skillId: string;
  /** As the person saw it. */
  readonly level: Level;
  readonly choice: 'leave-out' | 'keep' | 'put-back' | 'stay-out';
}

export interface ChosenProof {
  /** Null when the plan stays as it is. */
  readonly change: RoadmapChange | null;
  /** `records` are those that the change makes. */
  remembered(records: readonly TaskRecord[]): ProofChoice;
}

const nothingChosen = { leftOutLevel: null, taskIds: [], refusedLevel: null, staysOut: false } as const;

/** Null when the proof is not (any more) what the choice is about. */
export function chosenProof({ skillId, level, choice }: WantedChoice, proof: PlanProof | undefined, before: ProofChoice | undefined, when: { readonly from: string; readonly at: string }): ChosenProof | null {
  if (proof === undefined || proof.level !== level) return null;
  const kept: ProofChoice = before ?? { skillId, ...nothingChosen };
  switch (choice) {
    case 'leave-out':
      if (proof.state !== 'offered') return null;
      return { change: { kind: 'skip-skill', skillId, level, ...when }, remembered: (records) => ({ ...kept, leftOutLevel: level, taskIds: [...kept.taskIds, ...records.map(({ taskId }) => taskId)], staysOut: false }) };
    case 'keep':
      return proof.state === 'offered' ? { change: null, remembered: () => ({ ...kept, refusedLevel: level }) } : null;
    case 'put-back':
      if (proof.state === 'offered') return null;
      // While the proof holds it is not offered again; once it was lost and won anew, it is.
      return { change: { kind: 'put-back', taskIds: kept.taskIds, ...when }, remembered: () => ({ ...kept, ...nothingChosen, refusedLevel: proof.provenOn === null ? null : level }) };
    case 'stay-out':
      return proof.state === 'faded' ? { change: null, remembered: () => ({ ...kept, staysOut: true }) } : null;
  }
}

/** What was left out by proof is no level reached by learning: the proof itself counts, as long as it holds. */
export function withoutProven(records: readonly TaskRecord[], choices: readonly ProofChoice[]): TaskRecord[] {
  const leftOut = new Set(choices.flatMap(({ taskIds }) => taskIds));
  return records.filter(({ taskId, state }) => state !== 'skipped' || !leftOut.has(taskId));
}
