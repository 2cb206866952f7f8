import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordInEnglish } from './english.ts';
import { toMarkdown } from './markdown.ts';
import { toPrintModel } from './print-model.ts';
import { tasksOf } from './progress.ts';
import { aKnowledge, anyWish, aProject, aRequest, aResource, aSkill, planOf } from './test-support/fixtures.ts';
import type { Progress } from './types.ts';

const plan = planOf(
  aRequest({ targets: [{ skillId: 'sql', level: 1, importance: 90 }], hoursPerWeek: 20 }),
  aKnowledge({
    skills: [aSkill('sql', { hours: [31, 20, 40, 80], related: [{ id: 'psql', kind: 'used-with', strength: 0.9 }] }), aSkill('psql', { name: 'psql', category: 'tool' })],
    projects: [aProject('report', [{ id: 'sql', level: 1 }])],
    resources: [aResource('book', ['sql'])],
  }),
);
const book = new Map([['book', { title: 'SQL *by* [example]', url: 'https://example.org/a b>' }]]);
const said = (taskId: string, state: 'done' | 'skipped'): Progress[number] => ({ taskId, state, changedAt: '2026-01-06T00:00:00Z' });

it('is the whole roadmap as a document', () => {
  const [first, second] = tasksOf(plan);
  expect(toMarkdown(plan, [said(first?.id ?? '', 'done'), said(second?.id ?? '', 'skipped')], wordInEnglish, book)).toBe(`# Roadmap

Skills: 1. Hours: 31. Weeks: 2, at 20 hours each. Projects: 1.

From 2026-01-05 to 2026-01-18. Weeks: 2. Months: 0.5.

5 of 28 hours done (17.8 %)

## Phase 1: SQL, report

### Week 1, from 2026-01-05: SQL (20 h)

- [x] Learn SQL (beginner), hours 1–5 of 15 (5 h) · [SQL \\*by\\* \\[example\\]](<https://example.org/a%20b%3E>)
- [x] ~~Practise SQL (beginner), hours 1–3 of 9~~ (skipped) · [SQL \\*by\\* \\[example\\]](<https://example.org/a%20b%3E>)
- [ ] Learn SQL (beginner), hours 6–10 of 15 (5 h) · [SQL \\*by\\* \\[example\\]](<https://example.org/a%20b%3E>)
- [ ] Practise SQL (beginner), hours 4–6 of 9 (3 h) · [SQL \\*by\\* \\[example\\]](<https://example.org/a%20b%3E>)
- [ ] Learn SQL (beginner), hours 11–14 of 15 (4 h) · [SQL \\*by\\* \\[example\\]](<https://example.org/a%20b%3E>)

### Week 2, from 2026-01-12: SQL, report (11 h)

- [ ] Learn SQL (beginner), hour 15 of 15 (1 h) · [SQL \\*by\\* \\[example\\]](<https://example.org/a%20b%3E>)
- [ ] Practise SQL (beginner), hours 7–9 of 9 (3 h) · [SQL \\*by\\* \\[example\\]](<https://example.org/a%20b%3E>)
- [ ] Check yourself: SQL (beginner) (1 h)
- [ ] Build "report" (6 h)

### Projects

report (beginner, 6 h): A thing

**Proven by**

- It runs

**Tools**

- psql

**Checkpoint**

- sql: first steps

## Where it leads

You can show SQL at the levels asked for, and prove it with report.

## Resources

- [SQL \\*by\\* \\[example\\]](<https://example.org/a%20b%3E>)
`);
});

it('has the words it is given', () => {
  const hindi = toMarkdown(plan, [], (message) => `«${message.code}»`, new Map());
  expect(hindi).toContain('# «roadmap.export.title»');
  expect(hindi).toContain('- [ ] «roadmap.task.learn-hours» («roadmap.export.hours»)');
});

it.each([
  ['# Heading', '\\# Heading'], ['- item', '\\- item'], ['1. first', '1\\. first'], ['12) twelfth', '12\\) twelfth'],
  ['*bold* _it_ `code` [x](y) <b> a|b ~~c~~', '\\*bold\\* \\_it\\_ \\`code\\` \\[x\\](y) \\<b\\> a\\|b \\~\\~c\\~\\~'], ['two\n\nlines', 'two lines'], ['C# 3.5', 'C# 3.5'],
])('%j cannot turn into markup', (text, escaped) => {
  const named = { ...plan, overview: { code: text, params: {} } };
  expect(toMarkdown(named, [], (message) => message.code, new Map()).split('\n')[2]).toBe(escaped);
});

describe('for any plan', () => {
  it('prints every task once and leaves no message unworded', () => {
    fc.assert(fc.property(anyWish, ({ knowledge, request }) => {
      const any = planOf(request, knowledge);
      const { blocks } = toPrintModel(any, [], wordInEnglish, new Map());
      const printed = blocks.flatMap((block) => (block.kind === 'tasks' ? block.items.map((item) => item.text) : []));
      expect(printed).toEqual(tasksOf(any).map((task) => task.title));
      const messages = [any.overview, any.timeline, any.finalOutcome, ...any.reasons.map((reason) => reason.what),
        ...tasksOf(any).flatMap((task) => [task.what, ...task.reasons.map((reason) => reason.what)]),
        ...any.resources.flatMap((resource) => resource.reasons.map((reason) => reason.what))];
      for (const message of messages) expect(wordInEnglish(message)).not.toMatch(/^roadmap\.|[{}]/);
    }));
  });
});
