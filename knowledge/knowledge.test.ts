import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Knowledge, Level, Role, Skill } from '@cairn/engine/knowledge';
import { hoursFromBeginner, problemCodes, validateKnowledge, type ProblemCode } from './index.ts';
import { readSources } from './load.ts';
import { readKnowledge } from './read.ts';

describe('the shipped body', () => {
  const sources = readSources(import.meta.dirname);
  const shipped = readKnowledge(sources);

  test('has no problem', () => {
    expect(validateKnowledge(shipped).map(({ code, entry, message }) => `${entry}: ${message} (${code})`)).toEqual([]);
  });

  test('is large enough to be of use', () => {
    const outsideSoftware = shipped.roles.filter(({ field }) => field !== 'software');
    const distinctResources = new Set(shipped.resources.map(({ url, title }) => `${url} ${title}`.toLowerCase()));
    expect(shipped.skills.length).toBeGreaterThanOrEqual(1200);
    expect(shipped.roles.length).toBeGreaterThanOrEqual(90);
    expect(outsideSoftware.length / shipped.roles.length).toBeGreaterThanOrEqual(0.5);
    expect(distinctResources.size).toBeGreaterThanOrEqual(900);
    expect(shipped.projects.length).toBeGreaterThanOrEqual(350);
    expect(shipped.skills.flatMap(({ prerequisites }) => prerequisites).length).toBeGreaterThanOrEqual(900);
  });

  test('calls no two projects the same', () => {
    const names = shipped.projects.map(({ name }) => name.toLowerCase());
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  test('has at least one prerequisite a skill on average, so that roadmaps have an order', () => {
    const prerequisites = shipped.skills.reduce((sum, skill) => sum + skill.prerequisites.length, 0);
    expect(prerequisites / shipped.skills.length).toBeGreaterThanOrEqual(1);
  });

  test('keeps each skill in the file of its category', () => {
    const misplaced = sources.filter(({ kind }) => kind === 'skills').flatMap(({ file, text }) =>
      [...text.matchAll(/^ {2}category: (.*)$/gm)]
        .filter(([, category]) => file !== `skills/${category}.yaml`)
        .map(([, category]) => `${file} holds a skill of ${category}`),
    );
    expect(misplaced).toEqual([]);
  });

  test('asks of a junior in software what 4 to 14 months of 10 hours a week can teach', () => {
    const hoursPerMonth = (10 * 52) / 12;
    const months = shipped.roles
      .filter((role) => role.field === 'software')
      .map((role) => ({ role: role.id, months: (hoursFromBeginner(role.must, shipped.skills) ?? Infinity) / hoursPerMonth }));
    expect(months.filter((role) => role.months < 4 || role.months > 14)).toEqual([]);
  });

  const asked = shipped.roles.flatMap(({ must, should }) => [...must, ...should]);

  test('has something to learn from for every level on the way to what a role must or should have', () => {
    const levels = new Set(asked.flatMap(({ id, level }) => Array.from({ length: level }, (_, below) => `${id}@${below + 1}`)));
    const taught = new Set(shipped.resources.flatMap(({ skills, fromLevel, toLevel }) =>
      skills.flatMap((id) => Array.from({ length: toLevel - fromLevel }, (_, above) => `${id}@${fromLevel + 1 + above}`))));
    expect([...levels].filter((level) => !taught.has(level))).toEqual([]);
  });

  test('has a project for every skill that a role must or should have at intermediate level or above, but for spoken languages', () => {
    const spoken = new Set(shipped.skills.filter(({ category }) => category === 'spoken-language').map(({ id }) => id));
    const practised = new Set(shipped.projects.flatMap(({ skills }) => skills.map(({ id }) => id)));
    const needed = new Set(asked.filter(({ id, level }) => level >= 2 && !spoken.has(id)).map(({ id }) => id));
    expect([...needed].filter((id) => !practised.has(id))).toEqual([]);
  });

  test('gives no skill hours out of proportion to its category', () => {
    const outliers = [...Map.groupBy(shipped.skills, ({ category }) => category)].flatMap(([, skills]) =>
      [hoursToBegin, hoursToExpert].flatMap((measure) => {
        const logarithms = skills.map((skill) => Math.log(measure(skill)));
        const middle = median(logarithms);
        const spread = normalShare * median(logarithms.map((value) => Math.abs(value - middle)));
        return skills.filter((_, at) => (logarithms[at]! - middle) / spread > mostSpreads).map(({ id, hours }) => `${id} ${hours.join('/')}`);
      }),
    );
    expect(outliers).toEqual([]);
  });

  test('lets nobody begin a tool in more hours than a programming language', () => {
    const python = shipped.skills.find(({ id }) => id === 'python')!;
    const tools = shipped.skills.filter(({ category }) => ['tool', 'testing', 'devops'].includes(category));
    expect(tools.filter((tool) => hoursToBegin(tool) > hoursToBegin(python)).map(({ id }) => id)).toEqual([]);
  });

  test('says what an expert does in the skills most asked for', () => {
    const wanted = shipped.skills.filter(({ demand }) => demand >= 0.25);
    expect(wanted.filter(({ checkpoints }) => checkpoints[4] === undefined).map(({ id }) => id)).toEqual([]);
    expect(shipped.skills.filter(({ checkpoints }) => checkpoints[4] !== undefined).length).toBeGreaterThanOrEqual(300);
  });
});

test('the skill of the guide holds together once a role asks for it and a resource teaches it', () => {
  const guide = readFileSync(join(import.meta.dirname, '../docs/guides/extend-knowledge.md'), 'utf8');
  const written = /```yaml\n([\s\S]*?)```/.exec(guide)?.[1] ?? '';
  const shipped = readKnowledge(readSources(import.meta.dirname));
  const own = readKnowledge([{ file: 'skills/trade.yaml', kind: 'skills', text: written }]).skills;
  const [role, resource] = [shipped.roles[0]!, shipped.resources[0]!];
  const extended: Knowledge = {
    ...shipped, skills: [...shipped.skills, ...own],
    roles: [{ ...role, nice: [...role.nice, { id: own[0]!.id, level: 1 }] }, ...shipped.roles.slice(1)],
    resources: [...shipped.resources, { ...resource, id: 'guide-resource', title: 'Inlaying silver', url: 'https://college.example/inlay', skills: [own[0]!.id] }],
  };
  expect(validateKnowledge(extended)).toEqual([]);
});

describe('each rule fires', () => {
  const whole: Knowledge = {
    skills: [skill('html'), skill('css', { prerequisites: [{ id: 'html', level: 1 }], related: [{ id: 'html', kind: 'used-with', strength: 0.4 }] })],
    roles: [role('designer', { must: [{ id: 'css', level: 2 }] })],
    resources: [{
      id: 'primer', title: 'Primer', provider: 'College', url: 'https://college.example/primer', kind: 'course', cost: 'free', language: 'en',
      hours: 10, fromLevel: 0, toLevel: 1, skills: ['html'], checked: false,
    }],
    projects: [],
  };
  const withSkills = (...skills: Skill[]): Knowledge => ({ ...whole, skills: [...whole.skills, ...skills] });
  const withCss = (change: Partial<Skill>): Knowledge => ({ ...whole, skills: [skill('html'), skill('css', change)] });
  const withRole = (change: Partial<Role>): Knowledge => ({ ...whole, roles: [role('designer', { must: [{ id: 'css', level: 1 }], ...change })] });
  const [primer] = whole.resources;
  const withResource = (change: object): Knowledge => ({ ...whole, resources: [{ ...primer!, ...change }] });
  const withSecondResource = (change: object): Knowledge => ({ ...whole, resources: [...whole.resources, { ...primer!, id: 'again', ...change }] });
  const noStages = { entry: [], mid: [], senior: [], lead: [] };
  const used = { related: [{ id: 'html', kind: 'part-of', strength: 0.5 }] } as const;

  test('and none on a body that is right', () => {
    expect(validateKnowledge(whole)).toEqual([]);
  });

  const cases: [ProblemCode, string, Knowledge][] = [
    ['knowledge.duplicate-id', 'skill css', withSkills(skill('css'))],
    ['knowledge.duplicate-id', 'role designer', { ...whole, roles: [...whole.roles, ...whole.roles] }],
    ['knowledge.duplicate-id', 'resource primer', { ...whole, resources: [...whole.resources, ...whole.resources] }],
    ['knowledge.unknown-reference', 'skill css', withCss({ prerequisites: [{ id: 'xhtml', level: 1 }] })],
    ['knowledge.unknown-reference', 'skill css', withCss({ related: [{ id: 'xhtml', kind: 'similar', strength: 0.5 }] })],
    ['knowledge.unknown-reference', 'role designer', withRole({ nice: [{ id: 'xhtml', level: 1 }] })],
    ['knowledge.unknown-reference', 'role designer', withRole({ moves: ['architect'] })],
    ['knowledge.unknown-reference', 'resource primer', withResource({ skills: ['xhtml'] })],
    ['knowledge.unknown-reference', 'project page', {
      ...whole,
      projects: [{ id: 'page', name: 'Page', summary: 'A page.', difficulty: 1, hours: 5, skills: [{ id: 'xhtml', level: 1 }], provenBy: ['It opens.'] }],
    }],
    ['knowledge.repeated-reference', 'role designer', withRole({ should: [{ id: 'css', level: 2 }] })],
    ['knowledge.repeated-reference', 'skill css', withCss({ related: [{ id: 'css', kind: 'part-of', strength: 0.5 }] })],
    ['knowledge.prerequisite-cycle', 'skill html', {
      ...whole,
      skills: [skill('html', { prerequisites: [{ id: 'css', level: 1 }] }), skill('css', { prerequisites: [{ id: 'html', level: 1 }] })],
    }],
    ['knowledge.form-claimed-twice', 'skill css', withCss({ aliases: ['HTML'] })],
    ['knowledge.form-claimed-twice', 'skill css', {
      ...whole,
      skills: [skill('html', { aliases: ['style-sheets'] }), skill('css', { aliases: ['Style Sheets'] })],
    }],
    ['knowledge.form-claimed-twice', 'skill css', withCss({ aliases: ['sheets'], ambiguous: [{ form: 'Sheets', context: ['web'] }] })],
    ['knowledge.form-claimed-twice', 'skill css', withCss({ ambiguous: [{ form: 'html', context: ['web'] }] })],
    ['knowledge.form-claimed-twice', 'skill css', {
      ...whole,
      skills: [
        skill('html', { ambiguous: [{ form: 'markup', context: ['web', 'page'] }] }),
        skill('css', { ambiguous: [{ form: 'Markup', context: ['Web', 'style'] }] }),
      ],
    }],
    ['knowledge.form-claimed-twice', 'skill css', {
      ...whole,
      skills: [skill('html'), skill('css', { aliases: ['Goal setting'] }), skill('goal-setting', { name: 'Aims', ...used })],
    }],
    ['knowledge.form-claimed-twice', 'skill css', { ...whole, skills: [skill('html', { aliases: ['resume'] }), skill('css', { aliases: ['Résumé'] })] }],
    ...[['open road', 'OpenRoads'], ['fund raising', 'Fundraising'], ['bio-statistics', 'biostatistic'], ['case study', 'case studies']].map(([one, other]): [ProblemCode, string, Knowledge] => [
      'knowledge.form-nearly-claimed-twice', 'skill css', { ...whole, skills: [skill('html', { aliases: [one!] }), skill('css', { aliases: [other!] })] },
    ]),
    ['knowledge.stage-title-claimed-twice', 'role artist', { ...whole, roles: [...whole.roles, role('artist', { seniority: { ...noStages, lead: ['Designer'] }, must: [{ id: 'css', level: 1 }] })] }],
    ['knowledge.title-of-two-stages', 'role designer', withRole({ seniority: { ...noStages, mid: ['Stylist'], senior: ['stylist'] } })],
    ['knowledge.unknown-classification', 'role designer', withRole({ iscoCode: '2167' })],
    ['knowledge.unknown-classification', 'role designer', withRole({ iscoCode: '2166', escoCode: '2513.3' })],
    ['knowledge.title-claimed-twice', 'role artist', { ...whole, roles: [...whole.roles, role('artist', { titles: ['Designer'], must: [{ id: 'css', level: 1 }] })] }],
    ['knowledge.context-of-itself', 'skill css', withCss({ ambiguous: [{ form: 'Sheets', context: ['web', 'sheets'] }] })],
    ['knowledge.ordinary-word', 'skill css', withCss({ name: 'Go' })],
    ['knowledge.ordinary-word', 'skill css', withCss({ aliases: ['S'] })],
    ['knowledge.implausible-hours', 'skill css', withCss({ hours: [20, 10, 40, 80] })],
    ['knowledge.implausible-hours', 'skill css', withCss({ hours: [2, 40, 60, 80] })],
    ['knowledge.implausible-hours', 'skill css', withCss({ hours: [500, 600, 700, 800] })],
    ['knowledge.part-above-whole', 'skill css', withCss({ hours: [10, 20, 45, 80], related: [{ id: 'html', kind: 'part-of', strength: 0.5 }] })],
    ['knowledge.disagreeing-relation', 'skill css', {
      ...whole,
      skills: [
        skill('html', { related: [{ id: 'css', kind: 'part-of', strength: 0.5 }] }),
        skill('css', { related: [{ id: 'html', kind: 'part-of', strength: 0.5 }] }),
      ],
    }],
    ['knowledge.disagreeing-relation', 'skill css', {
      ...whole,
      skills: [
        skill('html', { related: [{ id: 'css', kind: 'used-with', strength: 0.3 }] }),
        skill('css', { related: [{ id: 'html', kind: 'used-with', strength: 0.6 }] }),
      ],
    }],
    ['knowledge.orphan-skill', 'skill svg', withSkills(skill('svg', used))],
    ['knowledge.unrelated-skill', 'skill html', withCss({})],
    ['knowledge.missing-checkpoint', 'skill css', withCss({ checkpoints: { 1: 'Colours a page.', 3: 'Leads a style guide.' } })],
    ['knowledge.repeated-checkpoint', 'skill css', withCss({ checkpoints: skill('html').checkpoints })],
    ['knowledge.unreachable-role', 'role designer', withCss({ prerequisites: [{ id: 'xhtml', level: 1 }] })],
    ['knowledge.insecure-url', 'resource primer', withResource({ url: 'http://college.example/primer' })],
    ['knowledge.levels-do-not-rise', 'resource primer', withResource({ fromLevel: 2, toLevel: 2 })],
    ['knowledge.duplicate-resource', 'resource again', withSecondResource({})],
    ['knowledge.duplicate-resource', 'resource again', withSecondResource({ url: 'https://college.example/primer?utm_source=cairn#begin' })],
    ['knowledge.duplicate-resource', 'resource again', withSecondResource({ url: 'https://www.college.example/Primer/', title: 'The primer' })],
    ['knowledge.duplicate-resource', 'resource again', withSecondResource({ title: 'Primer: a first book of pages' })],
  ];

  test.each(cases)('%s on %s', (code, entry, broken) => {
    expect(validateKnowledge(broken).filter((problem) => problem.code === code).map((problem) => problem.entry)).toContain(entry);
  });

  test('with no code left out', () => {
    expect(new Set(cases.map(([code]) => code))).toEqual(new Set(problemCodes));
  });

  test.each([
    ['an abbreviation and a longer one', 'SSR', 'SSRS'], ['words that end in a double s', 'Stress', 'Stres'],
  ])('but %s are two forms', (_, one, other) => {
    const problems = validateKnowledge({ ...whole, skills: [skill('html', { aliases: [one] }), skill('css', { aliases: [other], related: [{ id: 'html', kind: 'used-with', strength: 0.4 }] })] });
    expect(problems).toEqual([]);
  });

  test('but a form that two skills claim by different context words is right', () => {
    const chemistry = skill('xml', { ambiguous: [{ form: 'C', context: ['carbon'] }], aliases: [], ...used });
    const language = skill('css', { ambiguous: [{ form: 'C', context: ['compiler'] }], related: [{ id: 'xml', kind: 'similar', strength: 0.1 }] });
    expect(validateKnowledge({ ...whole, skills: [skill('html'), language, chemistry] })).toEqual([]);
  });
});

describe('two resources at one address', () => {
  const [first] = readKnowledge(readSources(import.meta.dirname)).resources;
  const codes = (change: object) => validateKnowledge({ skills: [], roles: [], projects: [], resources: [{ ...first!, title: 'Board material: taxation' }, { ...first!, id: 'again', ...change }] })
    .map(({ code }) => code).filter((code) => code === 'knowledge.duplicate-resource');

  test.each<[string, object, number]>([
    ['are one when the words only stand in other order', { title: 'Taxation: material of the board' }, 1],
    ['are two when the titles name two things', { title: 'Standards on auditing' }, 0],
    ['are two when their languages differ', { title: 'Board material: taxation', language: 'hi' }, 0],
  ])('%s', (_rule, change, problems) => {
    expect(codes(change)).toHaveLength(problems);
  });
});

describe('hours from beginner', () => {
  const python = skill('python', { hours: [10, 20, 40, 80] });
  const pandas = skill('pandas', { hours: [5, 10, 20, 40], prerequisites: [{ id: 'python', level: 2 }] });
  const skills = [python, pandas, skill('looped', { prerequisites: [{ id: 'looped', level: 1 }] })];

  test.each<[string, [string, Level][], number | null]>([
    ['the levels of a skill add up', [['python', 3]], 70],
    ['a prerequisite counts to the level it is needed at', [['pandas', 1]], 5 + 30],
    ['the highest level asked of a skill counts, once', [['pandas', 1], ['python', 3]], 5 + 70],
    ['an unknown skill is out of reach', [['perl', 1]], null],
    ['a skill that needs itself is out of reach', [['looped', 1]], null],
  ])('%s', (_rule, wanted, hours) => {
    expect(hoursFromBeginner(wanted.map(([id, level]) => ({ id, level })), skills)).toBe(hours);
  });
});

/** What makes the median of absolute deviations the standard deviation of normal values. */
const normalShare = 1.4826;
const mostSpreads = 4;
const hoursToBegin = ({ hours }: Skill): number => hours[0];
const hoursToExpert = ({ hours }: Skill): number => hours.reduce((sum, step) => sum + step, 0);
const median = (values: readonly number[]): number => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]!;

function skill(id: string, change: Partial<Skill> = {}): Skill {
  return {
    id, name: id.toUpperCase(), category: 'web', aliases: [], ambiguous: [], hours: [10, 20, 40, 80], demand: 0.5, prerequisites: [], related: [],
    checkpoints: { 1: `Begins with ${id}.`, 2: `Works with ${id}.`, 3: `Leads with ${id}.` },
    ...change,
  };
}

function role(id: string, change: Partial<Role> = {}): Role {
  return { id, name: id, titles: [], seniority: { entry: [], mid: [], senior: [], lead: [] }, field: 'web', summary: id, must: [], should: [], nice: [], moves: [], iscoCode: null, escoCode: null, pay: [], ...change };
}
