import type { BenchRow } from './row.ts';

export type SuiteName = 'quality' | 'speed' | 'install';

export interface Part {
  /** The ids of its rows, in the order in which it measures them. README.md says what each is. */
  readonly rows: readonly string[];
  /** Loads what it needs when it is called. `dataDirectory` is laid out like ../shared/data. */
  measure(dataDirectory: string): Promise<BenchRow[]>;
}

const resumeFields = ['contact', 'experience', 'education', 'projects', 'skills', 'publications', 'all'].map((kind) => `resume.fields.${kind}`);
const layoutNames = [
  'latex-one-column', 'word-tables', 'running-header', 'plain-print', 'grouped-roles', 'functional', 'academic', 'two-columns', 'sidebar-left', 'sidebar-right', 'free-boxes', 'europass-labels',
  'europass-new', 'indian-university', 'labelled-lines', 'hindi', 'hindi-mixed', 'harvard', 'timeline', 'docx-styles', 'docx-plain', 'docx-sidebar-table', 'docx-tables', 'docx-text-boxes', 'docx-two-column-section',
];
const layoutRows = ['all', 'worst', ...layoutNames].map((name) => `resume.layouts.${name}`);
const peers = ['bare', 'remembering', 'plain'];
const httpRows = (route: string): string[] => [
  ...peers.map((peer) => `http.${route}.ratio-to-${peer}`),
  ...['cairn', ...peers].flatMap((server) => [`http.${route}.${server}.per-s`, `http.${route}.${server}.cpu-us`]),
];
const pageRows = (page: string): string[] => [`install.script.${page}-kb`, `install.lighthouse.${page}.performance`, `install.lighthouse.${page}.accessibility`];

export const suites: Readonly<Record<SuiteName, Readonly<Record<string, Part>>>> = {
  quality: {
    'resumes in many layouts': { rows: layoutRows, measure: async (data) => (await import('./quality-layouts.ts')).measureLayouts(data) },
    resumes: { rows: resumeFields, measure: async (data) => (await import('./quality-resumes.ts')).measureResumes(data) },
  },
  speed: {
    'reading a PDF': { rows: ['resume.pdf.ratio', 'resume.pdf.whole-ms', 'resume.pdf.caged-ms'], measure: async (data) => (await import('./speed-pdf.ts')).measurePdfSpeed(data) },
    'a gap': { rows: ['gap.analysis.p95-ms', 'skills.matcher.mb-per-s', 'skills.matcher.build-s'], measure: async () => (await import('./speed-gap.ts')).measureGapSpeed() },
    'a roadmap': { rows: ['roadmap.plan.p95-ms', 'roadmap.replan.p95-ms'], measure: async () => (await import('./speed-roadmap.ts')).measureRoadmapSpeed() },
    knowledge: { rows: ['knowledge.load-ms', 'knowledge.compile-ms', 'knowledge.memory-mb', 'knowledge.from-yaml-ms'], measure: async () => (await import('./speed-knowledge.ts')).measureKnowledge() },
    'the HTTP server': { rows: [...httpRows('me'), ...httpRows('gaps')], measure: async () => (await import('./speed-http.ts')).measureHttpSpeed() },
  },
  install: {
    'starting and resting': {
      rows: ['install.first-start-s', 'install.start-s', 'install.memory.server-mb', 'install.memory.readers-mb', 'install.memory.database-mb'],
      measure: async () => (await import('./install-start.ts')).measureStart(),
    },
    pages: { rows: [...pageRows('landing'), ...pageRows('dashboard')], measure: async () => (await import('./install-pages.ts')).measurePages() },
    'a fresh clone': { rows: ['install.clone-to-served-s'], measure: async () => (await import('./install-clone.ts')).measureClone() },
  },
};
