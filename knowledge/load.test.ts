import * as compiler from '@cairn/engine/skills';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findSkills } from '@cairn/engine/skills';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { KnowledgeError, loadKnowledge, loadTaxonomy } from './index.ts';
import { phraseFiles } from './load.ts';

describe('loading a folder', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'knowledge-'));
    for (const kind of ['skills', 'roles', 'resources', 'projects', 'said']) mkdirSync(join(folder, kind));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (file: string, ...lines: string[]) => writeFileSync(join(folder, file), lines.join('\n'));
  const faults = (): readonly string[] => {
    try {
      loadKnowledge(folder);
      return [];
    } catch (error) {
      if (error instanceof KnowledgeError) return error.faults;
      throw error;
    }
  };

  test('a skill needs five lines', () => {
    write('skills/web.yaml', '- id: html', '  name: HTML', '  category: web', '  hours: [10, 20, 40, 80]', '  demand: 0.5');
    expect(loadKnowledge(folder).skills).toEqual([{
      id: 'html', name: 'HTML', category: 'web', aliases: [], ambiguous: [], hours: [10, 20, 40, 80], demand: 0.5, prerequisites: [], related: [],
      checkpoints: {},
    }]);
  });

  test('skills at a level are written short, and an ISCO code with or without quotes', () => {
    write('roles/web.yaml', '- { id: a, name: A, field: web, summary: S., must: [html@2, css@1], iscoCode: 2513 }', '- { id: b, name: B, field: web, summary: S., must: [html@1], iscoCode: "2512" }');
    const [first, second] = loadKnowledge(folder).roles;
    expect(first?.must).toEqual([{ id: 'html', level: 2 }, { id: 'css', level: 1 }]);
    expect([first?.iscoCode, second?.iscoCode]).toEqual(['2513', '2512']);
  });

  test('a resource is in English, for beginners and unchecked unless it says otherwise', () => {
    write('resources/web.yaml', '- { id: p, title: P, provider: C, url: https://college.example/, kind: book, cost: free, hours: 3, toLevel: 1, skills: [html] }');
    expect(loadKnowledge(folder).resources[0]).toMatchObject({ language: 'en', fromLevel: 0, checked: false });
  });

  test.each([
    ['part-of', undefined],
    ['builds-on', undefined],
    ['alternative', { id: 'vue', kind: 'alternative', strength: 0.6 }],
    ['similar', { id: 'vue', kind: 'similar', strength: 0.6 }],
    ['used-with', { id: 'vue', kind: 'used-with', strength: 0.6 }],
  ])('a relation written once by one skill: %s, as the other sees it', (kind, seen) => {
    write('skills/web.yaml',
      '- { id: vue, name: Vue, category: web, hours: [1, 2, 3, 4], demand: 0.5, related: [{ id: angular, kind: ' + kind + ', strength: 0.6 }] }',
      '- { id: angular, name: Angular, category: web, hours: [1, 2, 3, 4], demand: 0.5 }');
    expect(loadKnowledge(folder).skills.find((skill) => skill.id === 'angular')?.related[0]).toEqual(seen);
  });

  const skill = (field: string) => ['- id: html', '  name: HTML', '  category: web', '  hours: [10, 20, 40, 80]', '  demand: 0.5', `  ${field}`];
  test.each([
    ['an unknown field', skill('alias: [xhtml]'), 'skills/web.yaml:1 html: Unrecognized key: "alias"'],
    ['a prerequisite without its level', skill('prerequisites: [css]'), 'skills/web.yaml:6 html prerequisites[0]: "css" is not a skill at a level from 1 to 4, like "python@2"'],
    ['a level that is not one', skill('prerequisites: [css@5]'), 'skills/web.yaml:6 html prerequisites[0]: "css@5" is not a skill at a level from 1 to 4, like "python@2"'],
    ['a strength over 1', skill('related: [{ id: css, kind: similar, strength: 2 }]'), 'skills/web.yaml:6 html related[0].strength: Too big: expected number to be <=1'],
    ['a missing field', ['- id: html', '  name: HTML', '  category: web', '  demand: 0.5'], 'skills/web.yaml:1 html hours: Invalid input: expected tuple, received undefined'],
    ['an entry without an id', ['- name: HTML', '  category: web', '  hours: [1, 2, 3, 4]', '  demand: 0.5'], 'skills/web.yaml:1 entry 1 id: Invalid input: expected string, received undefined'],
    ['an id in capitals', ['- { id: HTML, name: HTML, category: web, hours: [1, 2, 3, 4], demand: 0.5 }'], 'skills/web.yaml:1 HTML id: an id is lower-case words joined by hyphens, like "machine-learning"'],
    ['entries that are not a list', ['html: 1'], 'skills/web.yaml: must be a list of entries, each beginning with "- id:"'],
  ])('%s is named by file, line, entry and field', (_rule, lines, fault) => {
    write('skills/web.yaml', ...lines);
    expect(faults()).toEqual([fault]);
  });

  test('YAML that cannot be read is named by file and line, and the other files are read on', () => {
    write('skills/web.yaml', '- id: html', '  name: [HTML');
    write('roles/web.yaml', '- id: a');
    const [unreadable, ...others] = faults();
    expect(unreadable).toMatch(/^skills\/web\.yaml: .*line 2/s);
    expect(others.every((fault) => fault.startsWith('roles/web.yaml:1 a '))).toBe(true);
    expect(others.length).toBeGreaterThan(0);
  });

  describe('what was read is kept as JSON', () => {
    const html = (name: string) => write('skills/web.yaml', `- { id: html, name: ${name}, category: web, hours: [1, 2, 3, 4], demand: 0.5 }`);
    const compiled = () => join(folder, 'dist', 'knowledge.json');
    const nameOfHtml = () => loadKnowledge(folder).skills[0]?.name;

    test('and gives the same again', () => {
      html('HTML');
      expect(existsSync(compiled())).toBe(false);
      const first = loadKnowledge(folder);
      expect(existsSync(compiled())).toBe(true);
      expect(loadKnowledge(folder)).toEqual(first);
    });

    test('so that unchanged sources are not read twice', () => {
      html('HTML');
      loadKnowledge(folder);
      writeFileSync(compiled(), readFileSync(compiled(), 'utf8').replace('"HTML"', '"from the kept JSON"'));
      expect(nameOfHtml()).toBe('from the kept JSON');
    });

    test('until a source changes', () => {
      html('HTML');
      loadKnowledge(folder);
      html('Hypertext');
      expect(nameOfHtml()).toBe('Hypertext');
    });

    test.each([[0], [40], [100]])('unless it was cut short after %i characters', (length) => {
      html('HTML');
      loadKnowledge(folder);
      writeFileSync(compiled(), readFileSync(compiled(), 'utf8').slice(0, length));
      expect(nameOfHtml()).toBe('HTML');
    });

    test('and where it cannot be kept the sources still are read', () => {
      html('HTML');
      writeFileSync(join(folder, 'dist'), 'a file, so that no folder of that name can be made, even by root');
      expect(nameOfHtml()).toBe('HTML');
    });

    test('and nothing unfinished is left beside it', () => {
      html('HTML');
      loadKnowledge(folder);
      expect(readdirSync(join(folder, 'dist'))).toEqual(['knowledge.json']);
    });
  });

  describe('the phrases that name skills are kept too', () => {
    const skills = (...names: string[]) => write('skills/web.yaml', ...names.map((name, at) => `- { id: s${at}, name: ${name}, aliases: [shared], category: web, hours: [1, 2, 3, 4], demand: 0.5 }`));
    const kept = () => join(folder, 'dist', 'phrases.bin');
    const found = (text: string) => findSkills(loadTaxonomy(compiler, folder).taxonomy, text).map(({ skillId, form }) => `${skillId} ${form}`);
    const text = 'Data structures, shared, Hypertext and गणित.';

    test('and find the same again', () => {
      skills('Data structure', 'गणित');
      expect(existsSync(kept())).toBe(false);
      const first = found(text);
      expect(first).toEqual(['s0 Data structure', 's0 shared', 's1 गणित']);
      expect(existsSync(kept())).toBe(true);
      expect(found(text)).toEqual(first);
    });

    test('so that unchanged skills are not compiled twice', () => {
      skills('Data structure');
      found(text);
      writeFileSync(kept(), Buffer.from(readFileSync(kept(), 'latin1').replace('data structures', 'data structurez'), 'latin1'));
      expect(found(text)).toEqual(['s0 shared']);
    });

    test('until a skill changes', () => {
      skills('Data structure');
      found(text);
      skills('Hypertext');
      expect(found(text)).toEqual(['s0 shared', 's0 Hypertext']);
    });

    test.each([0, 40, 68, 100, 2000])('unless they were cut short after %i bytes', (length) => {
      skills('Data structure');
      const first = found(text);
      writeFileSync(kept(), readFileSync(kept()).subarray(0, length));
      expect(found(text)).toEqual(first);
      expect(readFileSync(kept()).length).toBeGreaterThan(2000);
    });

    test('and where they cannot be kept they are compiled', () => {
      skills('Data structure');
      writeFileSync(join(folder, 'dist'), 'a file, so that no folder of that name can be made, even by root');
      expect(found(text)).toEqual(['s0 Data structure', 's0 shared']);
    });
  });

  test('the kept phrases know of every file of code that decides them', () => {
    const engine = join(import.meta.dirname, '../engine');
    const reached = new Set<string>();
    const follow = (file: string): void => {
      if (reached.has(file)) return;
      reached.add(file);
      // What is imported as a type only decides nothing.
      for (const [, from = ''] of readFileSync(join(engine, file), 'utf8').matchAll(/^import (?!type\b).*? from '(\..+?)';$/gms)) follow(join(dirname(file), from));
    };
    follow('skills/compile-phrases.ts');
    follow('skills/packed-phrases.ts');
    expect([...phraseFiles].sort()).toEqual([...reached].sort());
  });
});
