import { describe, expect, test } from 'vitest';
import type { Role } from '../knowledge/types.ts';
import { compileTaxonomy } from '../skills/index.ts';
import { concludeAdvice, isFounded, planAdvice, readQuestion, verdictOf, type AdvisorGoal, type GapSeen, type TimeSeen } from './index.ts';
import type { Looked } from './types.ts';

const skill = (id: string, name: string) => ({ id, name, category: 'data', aliases: [], ambiguous: [], hours: [10, 20, 30, 40], demand: 0.5, prerequisites: [], related: [], checkpoints: {} }) as const;
const role = (id: string, name: string, titles: readonly string[] = []): Role => ({ id, name, titles, seniority: { entry: [], mid: [], senior: [], lead: [] }, field: 'data', summary: '', must: [], should: [], nice: [], moves: [], iscoCode: null, escoCode: null, pay: [] });
const known = { taxonomy: compileTaxonomy([skill('sql', 'SQL'), skill('python', 'Python')]), roles: [role('analyst', 'Analyst'), role('data-analyst', 'Data Analyst', ['Reporting Analyst']), role('nurse', 'Staff Nurse')] };

describe('a question', () => {
  test.each([
    ['What should I learn next for Data Analyst?', { kind: 'next', roleId: 'data-analyst' }],
    ['Am I ready?', { kind: 'ready', roleId: null }],
    ['Am I qualified to be a staff nurse', { kind: 'ready', roleId: 'nurse' }],
    ['How long at 5 hours a week?', { kind: 'time', hoursPerWeek: 5 }],
    ['How long until I am ready, with 12 hrs a week, for reporting analysts?', { kind: 'time', hoursPerWeek: 12, roleId: 'data-analyst' }],
    ['Where can I learn SQL?', { kind: 'resources', skillId: 'sql' }],
    ['Give me an exercise on Python', { kind: 'practise', skillId: 'python' }],
    ['Give me an exercise', { kind: 'next', skillId: null }],
    ['हफ़्ते में 6 घंटे देकर कितना समय लगेगा?', { kind: 'time', hoursPerWeek: 6 }],
    ['क्या मैं तैयार हूँ?', { kind: 'ready' }],
    ['SQL के लिए कोई किताब?', { kind: 'resources', skillId: 'sql' }],
    ['I have 99 hours', { hoursPerWeek: null }],
    ['', { kind: 'next', roleId: null, skillId: null, hoursPerWeek: null }],
  ])('%j is taken for %j', (text, expected) => {
    expect(readQuestion(text, known)).toMatchObject(expected);
  });

  test('of 100,000 characters is taken for what it says', () => {
    expect(readQuestion('am i ready to be a data analyst '.repeat(3200), known)).toMatchObject({ kind: 'ready', roleId: 'data-analyst' });
  });
});

const goal = (more: Partial<AdvisorGoal> = {}): AdvisorGoal => ({ kind: 'next', roleId: 'data-analyst', role: 'Data Analyst', skillId: null, skill: null, hoursPerWeek: 5, ...more });
const gap = (more: Partial<GapSeen> = {}): GapSeen => ({
  roleId: 'data-analyst', role: 'Data Analyst', weightedMatchPercentage: 40, musts: 5, openMusts: ['SQL', 'Excel'], lower: [], reasons: [],
  missing: [{ skillId: 'sql', name: 'SQL', requirement: 'must', requiredLevel: 2, weightedMatchIfLearned: 55, reasons: [] }], ...more,
});
const time = (more: Partial<TimeSeen> = {}): TimeSeen => ({ roleId: 'data-analyst', role: 'Data Analyst', hoursPerWeek: 5, totalHours: 100, totalWeeks: 20, reasons: [], steps: [{ skillId: 'sql', name: 'SQL', level: 1, hours: 12 }], ...more });
const looked = (tool: string, output: unknown, input: unknown = {}): Looked => ({ tool, input, output, failure: null });
const failed = (tool: string, input: unknown = {}): Looked => ({ tool, input, output: null, failure: 'tutor.nothing-to-teach' });
const forRole = { roleId: 'data-analyst' };
const forHours = { ...forRole, hoursPerWeek: 5 };
const profile = looked('analyse-skills', { total: 3, skills: [] });

/** Follows the plan with these answers. */
function order(of: AdvisorGoal, answers: Readonly<Record<string, unknown>>): string[] {
  const all: Looked[] = [];
  for (let call = planAdvice(of, all); call !== null; call = planAdvice(of, all)) all.push(call.tool in answers ? looked(call.tool, answers[call.tool], call.input) : failed(call.tool, call.input));
  return all.map(({ tool }) => tool);
}

describe('the fixed plan', () => {
  const answers = { 'analyse-skills': { total: 1, skills: [] }, 'find-gap': gap(), 'estimate-time': time(), adjust: { hours: [], longest: [] }, 'search-resources': { resources: [] }, exercise: {} };
  test.each([
    ['next', {}, ['analyse-skills', 'find-gap', 'estimate-time', 'search-resources', 'exercise']],
    ['ready', {}, ['analyse-skills', 'find-gap']],
    ['time', {}, ['find-gap', 'estimate-time', 'adjust']],
    ['resources', { skillId: 'sql', skill: 'SQL' }, ['search-resources', 'exercise']],
    ['practise', { skillId: 'sql', skill: 'SQL' }, ['exercise']],
    ['next', { roleId: null }, ['analyse-skills']],
  ] as const)('for %s with %j looks at %j', (kind, more, tools) => {
    expect(order(goal({ kind, ...more }), answers)).toEqual(tools);
  });

  test('comes to an end when every tool fails', () => {
    expect(order(goal(), {})).toEqual(['analyse-skills', 'find-gap', 'estimate-time']);
  });

  test('asks nothing that was answered, and asks again what was answered for another role', () => {
    expect(planAdvice(goal({ kind: 'ready' }), [profile, looked('find-gap', gap(), forRole)])).toBeNull();
    expect(planAdvice(goal({ kind: 'ready' }), [profile, looked('find-gap', gap({ roleId: 'nurse' }), { roleId: 'nurse' })])).toEqual({ tool: 'find-gap', input: forRole });
  });
});

describe('an answer is founded', () => {
  test.each([
    ['ready', [], false], ['ready', [looked('find-gap', gap(), forRole)], true], ['ready', [looked('find-gap', gap(), { roleId: 'nurse' })], false],
    ['next', [looked('find-gap', gap(), forRole)], false], ['next', [looked('find-gap', gap(), forRole), looked('estimate-time', time(), forHours)], true],
    ['time', [looked('find-gap', gap(), forRole), looked('estimate-time', time(), { ...forHours, hoursPerWeek: 40 })], false], ['practise', [failed('exercise')], false],
  ] as const)('for %s after %j: %s', (kind, seen, expected) => {
    expect(isFounded(goal({ kind }), seen)).toBe(expected);
  });
});

describe('the verdict', () => {
  test.each([[5, 0, 'ready'], [0, 0, 'ready'], [5, 1, 'nearly'], [2, 1, 'nearly'], [10, 2, 'nearly'], [10, 3, 'not-yet'], [5, 2, 'not-yet']] as const)('of %i must-haves with %i open is %s', (musts, open, expected) => {
    expect(verdictOf({ musts, openMusts: Array.from({ length: open }, (_, at) => String(at)) })).toBe(expected);
  });
});

describe('the advice', () => {
  const codes = (of: AdvisorGoal, seen: readonly Looked[]) => concludeAdvice(of, seen).sentences.map(({ code }) => code);
  test('on what is next names what matters most, what to begin with and the whole way', () => {
    const advice = concludeAdvice(goal(), [profile, looked('find-gap', gap(), forRole), looked('estimate-time', time(), forHours), looked('exercise', { questionId: 'sql-1', skillId: 'sql', skill: 'SQL', level: 1, ask: '' })]);
    expect(advice.sentences).toEqual([
      { code: 'advice.weightiest', params: { skill: 'SQL', role: 'Data Analyst', percent: 40, then: 55 } },
      { code: 'advice.begin', params: { skill: 'SQL', level: 1, hours: 12 } },
      { code: 'advice.whole-way', params: { role: 'Data Analyst', hoursPerWeek: 5, hours: 100, weeks: 20 } },
    ]);
    expect(advice.next).toMatchObject({ kind: 'tutor', skillId: 'sql', level: 1 });
  });
  test('begins before what matters most where that needs something first, and plans where the tutor has nothing', () => {
    const steps = [{ skillId: 'excel', name: 'Excel', level: 1 as const, hours: 8 }];
    const advice = concludeAdvice(goal(), [profile, looked('find-gap', gap(), forRole), looked('estimate-time', time({ steps }), forHours), failed('exercise')]);
    expect(advice.sentences[1]).toEqual({ code: 'advice.begin-before', params: { skill: 'Excel', level: 1, hours: 8 } });
    expect(advice.next).toMatchObject({ kind: 'plan', roleId: 'data-analyst' });
  });
  test('says so when nothing is open, nothing is known of the person, or no role is named', () => {
    expect(codes(goal(), [profile, looked('find-gap', gap({ missing: [], openMusts: [] }), forRole), looked('estimate-time', time({ steps: [], totalHours: 0 }), forHours)])).toEqual(['advice.nothing-open']);
    expect(codes(goal({ kind: 'ready' }), [looked('analyse-skills', { total: 0, skills: [] }), looked('find-gap', gap(), forRole)])[0]).toBe('advice.no-skills');
    expect(concludeAdvice(goal({ roleId: null }), [looked('analyse-skills', { total: 0, skills: [] })])).toMatchObject({ next: { kind: 'resume' } });
    expect(concludeAdvice(goal({ roleId: null }), [profile])).toMatchObject({ next: { kind: 'choose-role' } });
  });
  test('on time says what would change it', () => {
    expect(codes(goal({ kind: 'time' }), [looked('find-gap', gap(), forRole), looked('estimate-time', time(), forHours), looked('adjust', { hours: [{ hoursPerWeek: 3, totalWeeks: 34 }, { hoursPerWeek: 10, totalWeeks: 10 }], longest: [{ skillId: 'sql', name: 'SQL', hours: 50 }] })]))
      .toEqual(['advice.whole-way', 'advice.faster', 'advice.longest']);
    expect(codes(goal({ kind: 'time' }), [looked('find-gap', gap(), forRole), failed('estimate-time')])[0]).toBe('advice.not-yet');
  });
  test('keeps the reasons that move the number most', () => {
    const reasons = [1, -9, 3, 8, 2, 7, 5, 0.5].map((effect) => ({ what: { code: 'x', params: {} }, effect, evidence: [] }));
    expect(concludeAdvice(goal({ kind: 'ready' }), [profile, looked('find-gap', gap({ reasons }), forRole)]).reasons.map(({ effect }) => effect)).toEqual([-9, 8, 7, 5, 3, 2]);
  });
});
