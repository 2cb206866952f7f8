import type { BenchRow } from './row.ts';

export type SuiteName = 'quality' | 'speed' | 'install';
/** `dataDirectory` is laid out like ../shared/data. */
type Measure = (dataDirectory: string) => Promise<BenchRow[]>;

/** Every part of every suite, loaded when it is measured. Row ids are listed in README.md. */
export const suites: Record<SuiteName, Record<string, Measure>> = {
  quality: {
    resumes: async (data) => (await import('./quality-resumes.ts')).measureResumes(data),
  },
  speed: {
    'reading a PDF': async (data) => (await import('./speed-pdf.ts')).measurePdfSpeed(data),
    'a gap': async () => (await import('./speed-gap.ts')).measureGapSpeed(),
    'a roadmap': async () => (await import('./speed-roadmap.ts')).measureRoadmapSpeed(),
    knowledge: async () => (await import('./speed-knowledge.ts')).measureKnowledge(),
    'the HTTP server': async () => (await import('./speed-http.ts')).measureHttpSpeed(),
  },
  install: {
    'starting and resting': async () => (await import('./install-start.ts')).measureStart(),
    pages: async () => (await import('./install-pages.ts')).measurePages(),
    'a fresh clone': async () => (await import('./install-clone.ts')).measureClone(),
  },
};
