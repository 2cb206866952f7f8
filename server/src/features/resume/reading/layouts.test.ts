import { describe, expect, it } from 'vitest';
import { readResume } from '@cairn/engine/resume';
import { readBytes } from './read-bytes.ts';
import { readingLimits } from './refusals.ts';
import { docxLayouts } from './test-support/docx-layouts.ts';
import { type Checked, checkReading, type Shown } from './test-support/measure-layouts.ts';
import { withColumns } from './test-support/pdf-columns.ts';
import { type Layout, oneColumn } from './test-support/pdf-layouts.ts';
import { makePerson } from './test-support/people.ts';
import { markdown, plainText } from './test-support/text-layouts.ts';

const today = { year: 2026, month: 3 } as const;
const people = 6;
/** Per cent of fields: of all layouts together, and of the worst. */
const bars = { all: 97, worst: 93 };

const everything: Shown = { place: true, jobPlace: true, studyStart: true, projects: true, certifications: true, languages: true, points: true };
/** What a layout does not print cannot be read. */
const leftOut: Readonly<Record<string, readonly (keyof Shown)[]>> = {
  latexLike: ['place'], twoEqual: ['place'], indianUniversity: ['studyStart'], directFormatting: ['studyStart'], sidebarRight: ['jobPlace'],
  datesLeft: ['projects'], sectionsLeft: ['projects'], europass: ['projects', 'certifications', 'points'], textBoxes: ['jobPlace', 'projects', 'certifications', 'languages'],
};

interface Case {
  readonly fileName: string;
  readonly layout: Layout;
}

const cases: Readonly<Record<string, Case>> = {
  ...named({ ...oneColumn, ...withColumns }, 'cv.pdf'),
  ...named(docxLayouts, 'cv.docx'),
  plainText: { fileName: 'cv.txt', layout: plainText },
  markdown: { fileName: 'cv.md', layout: markdown },
};

function named(layouts: Readonly<Record<string, Layout>>, fileName: string): Record<string, Case> {
  return Object.fromEntries(Object.entries(layouts).map(([name, layout]) => [name, { fileName, layout }]));
}

async function check(name: string, { fileName, layout }: Case): Promise<Checked[]> {
  const shown: Shown = { ...everything, ...Object.fromEntries((leftOut[name] ?? []).map((key) => [key, false])) };
  const checked: Checked[] = [];
  for (let seed = 1; seed <= people; seed += 1) {
    const person = makePerson(seed);
    const { content } = await readBytes(await layout(person), fileName, readingLimits);
    if ('document' in content) checked.push(...checkReading(readResume(content.document, { today, defaultCountry: 'IN' }).resume, person, shown));
  }
  return checked;
}

describe('the fields of made-up people are read right', async () => {
  const all = new Map<string, Checked[]>();
  for (const [name, one] of Object.entries(cases)) all.set(name, await check(name, one));
  const share = (checked: readonly Checked[]): number => (100 * checked.filter((one) => one.right).length) / checked.length;

  it.each([...all])('in the layout %s', (_name, checked) => {
    expect(share(checked), checked.filter((one) => !one.right).map((one) => one.name).join('\n')).toBeGreaterThanOrEqual(bars.worst);
  });

  it('in all layouts together', () => {
    expect(share([...all.values()].flat())).toBeGreaterThanOrEqual(bars.all);
  });
});
