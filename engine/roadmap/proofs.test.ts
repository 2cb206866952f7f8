import { describe, expect, it, test } from 'vitest';
import { proofsFor, type ProofChoice, type ProvenLevel } from './proofs.ts';
import { replan } from './replan.ts';
import { aKnowledge, aRequest, aSkill, planOf } from './test-support/fixtures.ts';
import type { Progress } from './types.ts';

const at = '2026-02-01T10:00:00Z';
/** A to level 2 over base to level 1: 12, 14 and 10 hours. */
const knowledge = aKnowledge({ skills: [aSkill('base', { hours: [12, 6, 6, 6] }), aSkill('a', { hours: [14, 10, 20, 30], prerequisites: [{ id: 'base', level: 1 }] })] });
const plan = planOf(aRequest({ targets: [{ skillId: 'a', level: 2, importance: 80 }], hoursPerWeek: 6 }), knowledge);
const proven = (skillId: string, level: 1 | 2 | 3): ProvenLevel => ({ skillId, level, provenOn: '2026-01-20', answers: 7 });
const choice = (parts: Partial<ProofChoice>): ProofChoice => ({ skillId: 'a', leftOutLevel: null, taskIds: [], refusedLevel: null, staysOut: false, ...parts });
const leave = (skillId: string, level: 1 | 2) => replan(plan, [], { kind: 'skip-skill', from: '2026-01-05', at, skillId, level });

describe('a proof', () => {
  it.each<[string, ProvenLevel, number]>([
    ['offers its step and the foundation that only it needs', proven('a', 1), 26],
    ['offers both steps', proven('a', 2), 36],
    ['higher than the plan goes offers what the plan has', proven('a', 3), 36],
    ['of the foundation offers the foundation', proven('base', 1), 12],
  ])('%s', (_, proof, hours) => {
    expect(proofsFor(plan, [], [proof], [])).toEqual([{ ...proof, state: 'offered', hours, tasks: expect.any(Number) }]);
  });

  it('that was refused is not offered again, a higher one is', () => {
    const refused = [choice({ refusedLevel: 1 })];
    expect(proofsFor(plan, [], [proven('a', 1)], refused)).toEqual([]);
    expect(proofsFor(plan, [], [proven('a', 2)], refused)).toMatchObject([{ state: 'offered', level: 2 }]);
  });

  it('of a skill that is not in the plan, or whose work is done, says nothing', () => {
    const done: Progress = plan.route.filter(({ subjectId }) => subjectId === 'base').map(({ level, kind, from, to }) => ({ taskId: `base.${String(level)}.${kind}.${String(from)}-${String(to)}`, state: 'done', changedAt: at }));
    expect(proofsFor(plan, done, [proven('base', 1), proven('z', 2)], [])).toEqual([]);
  });
});

describe('what was left out by a proof', () => {
  const { plan: after, records } = leave('a', 1);
  const chosen = choice({ leftOutLevel: 1, taskIds: records.map(({ taskId }) => taskId) });

  test.each<[string, readonly ProvenLevel[], Partial<ProofChoice>, object[]]>([
    ['is said while the proof holds', [proven('a', 1)], {}, [{ state: 'left-out', level: 1, hours: 26, provenOn: '2026-01-20' }]],
    ['stays out when the proof fades, which is said', [], {}, [{ state: 'faded', level: 1, hours: 26, provenOn: null }]],
    ['is settled once it is wished to stay so', [], { staysOut: true }, [{ state: 'left-out', provenOn: null }]],
    ['gives way to the offer of a higher level', [proven('a', 2)], {}, [{ state: 'offered', level: 2, hours: 10 }]],
  ])('%s', (_, holds, more, said) => {
    expect(proofsFor(after, records, holds, [{ ...chosen, ...more }])).toMatchObject(said);
  });

  it('never comes back by itself: a faded proof opens no hour', () => {
    expect(after.totalHours).toBe(10);
    expect(replan(after, records, { kind: 'missed-week', from: '2026-01-05', at }).plan.totalHours).toBe(10);
  });

  it('is put back whole, and what was done of it meanwhile stays done', () => {
    const back = replan(after, records, { kind: 'put-back', from: '2026-01-05', at: '2026-02-02T10:00:00Z', taskIds: chosen.taskIds });
    expect(back.plan).toEqual(plan);
    const done = { taskId: 'base.1.learn.1-2', state: 'done', changedAt: '2026-02-01T12:00:00Z' } as const;
    const some = replan(after, [...records, done], { kind: 'put-back', from: '2026-01-05', at: '2026-02-02T10:00:00Z', taskIds: chosen.taskIds });
    expect(some.records.some(({ taskId }) => taskId === 'base.1.learn.1-2')).toBe(false);
    expect(some.plan.totalHours).toBe(plan.totalHours);
  });

  it('put back twice changes nothing the second time', () => {
    const back = replan(after, records, { kind: 'put-back', from: '2026-01-05', at: '2026-02-02T10:00:00Z', taskIds: chosen.taskIds });
    expect(replan(back.plan, [...records, ...back.records], { kind: 'put-back', from: '2026-01-05', at: '2026-02-03T10:00:00Z', taskIds: chosen.taskIds }).records).toEqual([]);
  });
});
