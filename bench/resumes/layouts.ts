/** Every layout with who is drawn in it and what it leaves out. */
import { academic, functional, groupedRoles, latexJake, plainPrint, runningHeader, wordTables } from './pdf-one-column.ts';
import { freeBoxes, sidebarLeft, sidebarRight, twoColumns } from './pdf-columns.ts';
import { europassLabels, europassNew, indianUniversity, labelledLines } from './pdf-forms.ts';
import { docxPlain, docxSidebarTable, docxStyles, docxTables, docxTextBoxes, docxTwoColumnSection } from './docx-layouts.ts';
import { hindi, hindiMixed, inHindi } from './hindi.ts';
import { harvard, timeline } from './pdf-held-out.ts';
import { flushRightMargin, narrowFacts, networkExport } from './pdf-templates.ts';
import { employerDash, europassSigned, lineOfTime, networkText, portalText } from './met-elsewhere.ts';
import { docxNestedTables, french, jobPortal, skillBars } from './unseen.ts';
import type { Layout, Omitted } from './layout.ts';
import type { Person } from './person.ts';

export interface Drawn {
  readonly layout: Layout;
  readonly omits?: readonly Omitted[];
  /** The person as this layout shows them; the truth is what is shown. */
  readonly as?: (person: Person, seed: number) => Person;
}

/** Two posts under one employer, the older one ending when the newer begins. */
function promoted(person: Person): Person {
  const [newest, second, ...others] = person.jobs;
  return newest && second ? { ...person, jobs: [newest, { ...second, organisation: newest.organisation, place: newest.place }, ...others] } : person;
}

/** Posts and employers as the form prints them; comparing folds capitals. */
function inCapitals(person: Person): Person {
  return { ...person, jobs: person.jobs.map((job) => ({ ...job, role: job.role.toUpperCase(), organisation: job.organisation.toUpperCase() })) };
}

export const layouts: Readonly<Record<string, Drawn>> = {
  'latex-one-column': { layout: latexJake, omits: ['place'] },
  'word-tables': { layout: wordTables },
  'running-header': { layout: runningHeader },
  'plain-print': { layout: plainPrint },
  'grouped-roles': { layout: groupedRoles, as: promoted },
  functional: { layout: functional },
  academic: { layout: academic, omits: ['place'] },
  'two-columns': { layout: twoColumns },
  'sidebar-left': { layout: sidebarLeft },
  'sidebar-right': { layout: sidebarRight },
  'free-boxes': { layout: freeBoxes },
  'europass-labels': { layout: europassLabels },
  'europass-new': { layout: europassNew },
  'indian-university': { layout: indianUniversity },
  'labelled-lines': { layout: labelledLines },
  hindi: { layout: hindi, as: (person, seed) => inHindi(person, 'whole', seed) },
  'hindi-mixed': { layout: hindiMixed, as: (person, seed) => inHindi(person, 'mixed', seed) },
  harvard: { layout: harvard },
  timeline: { layout: timeline },
  'docx-styles': { layout: docxStyles },
  'docx-plain': { layout: docxPlain },
  'docx-sidebar-table': { layout: docxSidebarTable },
  'docx-tables': { layout: docxTables },
  'docx-text-boxes': { layout: docxTextBoxes },
  'docx-two-column-section': { layout: docxTwoColumnSection },
  'docx-nested-tables': { layout: docxNestedTables },
  'skill-bars': { layout: skillBars },
  'job-portal': { layout: jobPortal },
  french: { layout: french },
  'network-export': { layout: networkExport },
  'narrow-facts': { layout: narrowFacts, omits: ['place'] },
  'flush-right-margin': { layout: flushRightMargin },
  'employer-dash': { layout: employerDash },
  'line-of-time': { layout: lineOfTime },
  'europass-signed': { layout: europassSigned, as: inCapitals },
  'network-text': { layout: networkText, as: promoted },
  'portal-text': { layout: portalText },
};
