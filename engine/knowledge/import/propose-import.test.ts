import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Knowledge, Role, Skill } from '../types.ts';
import { formKey, newEntryId } from './claims.ts';
import { proposeImport } from './index.ts';
import type { EscoOccupation, EscoRelation, EscoSkill, EscoTables, ImportOptions, ImportProposal, ImportTables, OnetTables } from './types.ts';

type Known = Pick<Knowledge, 'skills' | 'roles'>;

const skill = (id: string, name: string, further: Partial<Skill> = {}): Skill => ({ id, name, category: 'tool', aliases: [], ambiguous: [], hours: [10, 20, 40, 80], demand: 0.5, prerequisites: [], related: [], checkpoints: {}, ...further });
const role = (id: string, name: string, further: Partial<Role> = {}): Role => ({ id, name, titles: [], seniority: { entry: [], mid: [], senior: [], lead: [] }, field: 'trade', summary: name, must: [{ id: 'welding', level: 2 }], should: [], nice: [], moves: [], iscoCode: null, escoCode: null, pay: [], ...further });
const known: Known = {
  skills: [skill('welding', 'Welding', { aliases: ['arc welding'] }), skill('excel', 'Excel', { ambiguous: [{ form: 'Excel', context: ['spreadsheet'] }] }), skill('one', 'First', { ambiguous: [{ form: 'shared', context: ['a'] }] }), skill('two', 'Second', { ambiguous: [{ form: 'shared', context: ['b'] }] })],
  roles: [role('welder', 'Welder', { titles: ['Arc welder'] }), role('cook', 'Cook', { escoCode: '5120.1' })],
};
const options: ImportOptions = { category: 'operations', isOrdinaryWord: (word) => ['spring', 'teams'].includes(word) };

let line = 1;
const at = () => ({ file: 'rows.csv', line: (line += 1) });
const concept = (label: string, altLabels: string[] = [], further: Partial<EscoSkill> = {}): EscoSkill => ({ ...at(), uri: `http://esco.example/skill/${label.replaceAll(' ', '')}-0f1e2d3c`, label, altLabels, isKnowledge: false, collection: null, ...further });
const occupation = (label: string, further: Partial<EscoOccupation> = {}): EscoOccupation => ({ ...at(), uri: `http://esco.example/occupation/${label}`, code: '7212.9', iscoGroup: '7212', label, altLabels: [], description: `Does the work of a ${label}.`, ...further });
const asks = (of: EscoOccupation, what: EscoSkill, isEssential = true): EscoRelation => ({ ...at(), occupationUri: of.uri, skillUri: what.uri, isEssential });
const esco = (tables: Partial<EscoTables>): EscoTables => ({ source: 'esco', skills: [], occupations: [], relations: [], ...tables });
const onet = (tables: Partial<OnetTables>): OnetTables => ({ source: 'onet', occupations: [], tools: [], titles: [], ...tables });

function applied({ skills, roles }: Known, { changes }: ImportProposal): Known {
  const after = <Entry extends { readonly id: string }>(entries: readonly Entry[], changed: readonly Entry[]): Entry[] => [...new Map([...entries, ...changed].map((entry) => [entry.id, entry])).values()];
  return { skills: after(skills, changes.flatMap((change) => (change.kind === 'skill' ? [change.after] : []))), roles: after(roles, changes.flatMap((change) => (change.kind === 'role' ? [change.after] : []))) };
}

const only = (tables: ImportTables) => {
  const { changes, remarks, unchanged } = proposeImport(tables, known, options);
  return { changes, codes: remarks.map(({ code }) => code), unchanged };
};

describe('an ESCO skill', () => {
  test.each([
    ['whose label is a name here says nothing new', concept('WELDING'), null],
    ['whose label is an alias here says nothing new', concept('Arc-Welding'), null],
    ['whose label is a name here gives it the labels that nobody has', concept('welding', ['arc welding', 'weld metal parts']), { id: 'welding', after: { aliases: ['arc welding', 'weld metal parts'] } }],
    ['of which another label is a name here gives it its own', concept('join metal', ['welding']), { id: 'welding', after: { aliases: ['arc welding', 'join metal'] } }],
    ['whose label counts here by context only belongs there', concept('excel', ['spreadsheet software Excel']), { id: 'excel', after: { aliases: ['spreadsheet software Excel'] } }],
    ['that nobody has is new, in the category that was chosen', concept('cast zinc', ['zinc casting']), { id: 'esco-cast-zinc', before: null, after: { name: 'cast zinc', category: 'operations', aliases: ['zinc casting'], hours: [20, 40, 80, 160], demand: 0.2 } }],
    ['that is knowledge takes fewer hours', concept('metallurgy', [], { isKnowledge: true }), { after: { hours: [15, 30, 60, 120] } }],
    ['of the languages is a spoken language', concept('Korean', [], { isKnowledge: true, collection: 'spoken-language' }), { after: { category: 'spoken-language', hours: [80, 160, 320, 640] } }],
  ])('%s', (_rule, row, expected) => {
    const { changes, codes, unchanged } = only(esco({ skills: [row] }));
    expect(codes).toEqual([]);
    if (expected === null) expect([changes, unchanged]).toEqual([[], 1]);
    else expect(changes).toMatchObject([expected]);
  });

  test.each([
    ['that two skills go by', concept('shared'), 'several-skills'],
    ['that is an ordinary word', concept('Spring', ['seasons']), 'ordinary-word'],
    ['without a name', concept('  '), 'no-name'],
  ])('%s is refused', (_rule, row, code) => {
    expect(only(esco({ skills: [row] }))).toMatchObject({ changes: [], codes: [code], unchanged: 0 });
  });

  test.each([
    ['an ordinary word', concept('cast zinc', ['spring', 'zinc casting']), ['alias-left-out'], ['zinc casting']],
    ['a verb by itself', concept('give advice', ['guide', 'advise others']), ['alias-left-out'], ['advise others']],
    ['a word of a body of knowledge', concept('optics of the eye', ['optometry'], { isKnowledge: true }), [], ['optometry']],
    ['a name of one word', concept('use Blendr', ['Blendr']), [], ['Blendr']],
    ['what another skill is called', concept('cast zinc', ['welding', 'first']), [], []],
  ])('goes by %s where that says what it is', (_rule, row, codes, aliases) => {
    const { changes, codes: said } = only(esco({ skills: [row] }));
    expect([said, (changes[0]?.after as Skill).aliases]).toEqual([codes, aliases]);
  });

  test('does not take the name of a row that follows', () => {
    const { changes } = only(esco({ skills: [concept('cast metal', ['cast zinc']), concept('cast zinc')] }));
    expect(changes.map(({ id, after }) => [id, (after as Skill).aliases])).toEqual([['esco-cast-metal', []], ['esco-cast-zinc', []]]);
  });
});

describe('an ESCO occupation', () => {
  const zinc = concept('cast zinc');
  const many = Array.from({ length: 30 }, (_unused, index) => concept(`craft number ${index}`));

  test.each([
    ['by its code', occupation('line cook', { code: '5120.1', altLabels: ['commis'] }), { id: 'cook', after: { titles: ['line cook', 'commis'] } }],
    ['by its title', occupation('arc welder', { altLabels: ['welder', 'weld operator'] }), { id: 'welder', after: { titles: ['Arc welder', 'weld operator'] } }],
  ])('is found %s and gives the role its titles', (_how, row, expected) => {
    expect(only(esco({ occupations: [row] })).changes).toMatchObject([expected]);
  });

  test('that is new asks for what it is related to', () => {
    const caster = occupation('zinc caster', { altLabels: ['foundry worker'] });
    const { changes } = only(esco({ skills: [zinc, concept('arc welding')], occupations: [caster], relations: [asks(caster, zinc), asks(caster, concept('arc welding'), false)] }));
    expect(changes.at(-1)).toMatchObject({ kind: 'role', id: 'esco-zinc-caster', before: null, after: { must: [{ id: 'esco-cast-zinc', level: 2 }], nice: [{ id: 'welding', level: 1 }], titles: ['foundry worker'], iscoCode: '7212', escoCode: '7212.9' } });
  });

  test('asks for at most 20 skills of a kind', () => {
    const caster = occupation('zinc caster');
    const { changes } = only(esco({ skills: many, occupations: [caster], relations: many.map((one) => asks(caster, one)) }));
    expect((changes.at(-1)?.after as Role).must).toHaveLength(20);
  });

  test.each([
    ['without the relations', [], 'needs-relations'],
    ['with relations to skills that are not among the rows', [asks(occupation('zinc caster'), concept('weave silk'))], 'no-essential-skill'],
    ['with optional relations only', [asks(occupation('zinc caster'), zinc, false)], 'no-essential-skill'],
  ])('that is new %s is refused', (_rule, relations, code) => {
    const { changes, codes } = only(esco({ skills: [zinc], occupations: [occupation('zinc caster')], relations }));
    expect([changes.map(({ kind }) => kind), codes]).toEqual([['skill'], [code]]);
  });
});

describe('O*NET', () => {
  const row = { ...at(), code: '51-4051.00', title: 'Metal Casters', description: 'Cast metal.' };
  const tool = (example: string, isInDemand = false, isHot = false) => ({ ...at(), code: row.code, example, isInDemand, isHot });

  test('makes skills of tools and roles of occupations by what is in demand and hot', () => {
    const { changes } = only(onet({ occupations: [row], tools: [tool('FoundrySoft', true, true), tool('Excel', false, true), tool('CastView')], titles: [{ ...at(), code: row.code, title: 'CEO (Chief Executive Officer)' }, { ...at(), code: row.code, title: 'Founder' }] }));
    expect(changes.map(({ id }) => id)).toEqual(['onet-foundrysoft', 'onet-castview', 'onet-metal-casters']);
    expect(changes.at(-1)?.after).toMatchObject({ must: [{ id: 'onet-foundrysoft', level: 2 }], should: [{ id: 'excel', level: 2 }], nice: [{ id: 'onet-castview', level: 1 }], titles: ['CEO', 'Chief Executive Officer', 'Founder'] });
  });

  test('finds a role by its title in the singular', () => {
    expect(only(onet({ occupations: [{ ...row, title: 'Welders' }], titles: [{ ...at(), code: row.code, title: 'Fabricator' }] })).changes).toMatchObject([{ id: 'welder', after: { titles: ['Arc welder', 'Welders', 'Fabricator'] } }]);
  });

  test.each([
    ['an occupation without tools', onet({ occupations: [row] }), 'needs-relations'],
    ['an occupation of whose tools none is in demand', onet({ occupations: [row], tools: [tool('Excel')] }), 'no-skill-in-demand'],
    ['a tool that is an ordinary word', onet({ tools: [tool('Teams')] }), 'ordinary-word'],
    ['a tool that is one letter', onet({ tools: [tool('D')] }), 'ordinary-word'],
  ])('%s is refused', (_rule, tables, code) => {
    expect(only(tables)).toMatchObject({ changes: [], codes: [code] });
  });
});

describe('ids', () => {
  test.each([
    ['C++', [], 'esco-c'],
    ['C#', ['esco-c'], 'esco-c-0f1e2d3c'],
    ['中文', [], 'esco-0f1e2d3c'],
    ['Crème brûlée / flan', [], 'esco-creme-brulee-flan'],
  ])('%s', (label, taken, id) => {
    expect(newEntryId('esco', label, 'http://esco.example/skill/0f1e2d3c', (one) => taken.includes(one as never))).toBe(id);
  });
});

const word = fc.constantFrom('welding', 'Arc welding', 'arc', 'spring', 'cast', 'zinc', 'shared', 'first', 'Excel', 'Teams', 'welder', 'cook', '', 'Ärger', 'ÄRGER', 'd');
const label = fc.array(word, { minLength: 1, maxLength: 2 }).map((words) => words.join(' '));
const escoTables = fc.record({
  skills: fc.array(fc.record({ label, altLabels: fc.array(label, { maxLength: 3 }), uri: fc.nat(9).map((n) => `s/${n}`), isKnowledge: fc.boolean(), collection: fc.constantFrom(null, 'soft-skill' as const), file: fc.constant('s'), line: fc.nat() }), { maxLength: 12 }),
  occupations: fc.array(fc.record({ label, altLabels: fc.array(label, { maxLength: 3 }), uri: fc.nat(5).map((n) => `o/${n}`), code: fc.constantFrom('5120.1', '7212.9', '1', ''), iscoGroup: fc.constantFrom('5120', ''), description: fc.constantFrom('', 'x'), file: fc.constant('o'), line: fc.nat() }), { maxLength: 8 }),
  relations: fc.array(fc.record({ occupationUri: fc.nat(5).map((n) => `o/${n}`), skillUri: fc.nat(9).map((n) => `s/${n}`), isEssential: fc.boolean(), file: fc.constant('r'), line: fc.nat() }), { maxLength: 12 }),
}).map((tables): ImportTables => ({ source: 'esco', ...tables }));
const code = fc.nat(4).map(String);
const onetTables = fc.record({
  occupations: fc.array(fc.record({ code, title: label, description: fc.constant('x'), file: fc.constant('o'), line: fc.nat() }), { maxLength: 6 }),
  tools: fc.array(fc.record({ code, example: label, isHot: fc.boolean(), isInDemand: fc.boolean(), file: fc.constant('t'), line: fc.nat() }), { maxLength: 12 }),
  titles: fc.array(fc.record({ code, title: label, file: fc.constant('n'), line: fc.nat() }), { maxLength: 12 }),
}).map((tables): ImportTables => ({ source: 'onet', ...tables }));

describe('whatever the rows', () => {
  test('the same rows again change nothing', () => {
    fc.assert(fc.property(fc.oneof(escoTables, onetTables), (tables) => {
      const after = applied(known, proposeImport(tables, known, options));
      expect(proposeImport(tables, after, options).changes).toEqual([]);
    }), { numRuns: 1000 });
  });

  test('no two skills and no two roles go by one name, and every reference leads somewhere', () => {
    fc.assert(fc.property(fc.oneof(escoTables, onetTables), (tables) => {
      const { skills, roles } = applied(known, proposeImport(tables, known, options));
      const names = [skills.map(({ name, aliases }) => [name, ...aliases]), roles.map(({ name, titles }) => [name, ...titles])];
      for (const lists of names) {
        const keys = lists.flatMap((list) => list.map(formKey));
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys).not.toContain('');
      }
      const ids = new Set(skills.map(({ id }) => id));
      for (const { must, should, nice } of roles) {
        const asked = [...must, ...should, ...nice].map(({ id }) => id);
        expect(asked.filter((id) => !ids.has(id))).toEqual([]);
        expect(new Set(asked).size).toBe(asked.length);
      }
    }), { numRuns: 1000 });
  });
});
