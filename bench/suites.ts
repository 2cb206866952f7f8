import type { BenchRow } from './row.ts';

export type SuiteName = 'quality' | 'speed' | 'install';

export interface Part {
  /** What it measures on: files of the data folder, or what Cairn makes up. */
  readonly data: string;
  /** The ids of its rows, in the order in which it measures them. README.md says what each is. */
  readonly rows: readonly string[];
  /** Loads what it needs when it is called. `dataDirectory` is laid out like ../shared/data. */
  measure(dataDirectory: string): Promise<BenchRow[]>;
}

const resumeFields = ['contact', 'experience', 'education', 'projects', 'skills', 'publications', 'all'].map((kind) => `resume.fields.${kind}`);
const layoutNames = [
  'latex-one-column', 'word-tables', 'running-header', 'plain-print', 'grouped-roles', 'functional', 'academic', 'two-columns', 'sidebar-left', 'sidebar-right', 'free-boxes', 'europass-labels',
  'europass-new', 'indian-university', 'labelled-lines', 'hindi', 'hindi-mixed', 'harvard', 'timeline', 'docx-styles', 'docx-plain', 'docx-sidebar-table', 'docx-tables', 'docx-text-boxes', 'docx-two-column-section',
  'docx-nested-tables', 'skill-bars', 'job-portal', 'french', 'network-export', 'narrow-facts', 'flush-right-margin', 'employer-dash', 'line-of-time', 'europass-signed', 'network-text', 'portal-text',
];
const layoutRows = ['all', 'worst', 'fields.job-place', 'fields.study-start', 'fields.grade', 'fields.invented-skill', ...layoutNames].map((name) => `resume.layouts.${name}`);
const libreOfficeRows = ['docx-styles', 'docx-plain', 'docx-sidebar-table', 'docx-tables', 'docx-nested-tables', 'docx-two-column-section', 'resaved', 'by-odt'].map((name) => `resume.layouts.libreoffice.${name}`);
const peers = ['bare', 'remembering', 'plain'];
const httpRows = (route: string): string[] => [
  ...peers.map((peer) => `http.${route}.ratio-to-${peer}`),
  ...['cairn', ...peers].flatMap((server) => [`http.${route}.${server}.per-s`, `http.${route}.${server}.cpu-us`]),
];
const pageRows = (page: string): string[] => [`install.script.${page}-kb`, `install.lighthouse.${page}.performance`, `install.lighthouse.${page}.accessibility`];

const linkingRows = ['tech', 'house'].flatMap((part) => [`linking.esco.${part}.rp5`, `linking.esco.${part}.span-rp5`, `linking.esco.${part}.labels-rp5`]);

export const suites: Readonly<Record<SuiteName, Readonly<Record<string, Part>>>> = {
  quality: {
    'what Cairn knows': {
      data: 'knowledge/',
      rows: [...['skills', 'prerequisites', 'roles', 'roles-outside-software', 'resources', 'projects', 'problems', 'roles-finished'].map((row) => `knowledge.${row}`), 'skills.tagger.weights-mb'],
      measure: async () => (await import('./quality-knowledge.ts')).measureKnowledgeSize(),
    },
    'how a machine reads a resume': { data: 'bench/resumes/defects.ts, cast 5', rows: ['read-back.defects-named', 'read-back.false-alarms', 'read-back.keywords-right'], measure: async () => (await import('./quality-read-back.ts')).measureReadBack() },
    'resumes in many layouts': { data: 'bench/resumes, cast 3', rows: layoutRows, measure: async (data) => (await import('./quality-layouts.ts')).measureLayouts(data) },
    'resumes saved by LibreOffice': { data: 'bench/resumes, cast 3, printed by LibreOffice', rows: libreOfficeRows, measure: async (data) => (await import('./quality-libreoffice.ts')).measureLibreOffice(data) },
    resumes: { data: 'resumes/', rows: resumeFields, measure: async (data) => (await import('./quality-resumes.ts')).measureResumes(data) },
    'linking to ESCO': { data: 'skills/esco_linking_*_validation.csv', rows: linkingRows, measure: async (data) => (await import('./quality-linking.ts')).measureLinking(data) },
    embeddings: {
      data: 'engine/embeddings/phrase-pairs.ts, bench/gold/skill-neighbours.ts, models/',
      rows: ['pairs.precision', 'pairs.recall', 'neighbours.accepted', 'neighbours.strangers-apart', 'local-model.written', 'local-model.pairs-precision'].map((row) => `embeddings.${row}`),
      measure: async (data) => (await import('./quality-embeddings.ts')).measureEmbeddings(data),
    },
    titles: { data: 'matching/jobtitle_*, job_ads/hahu_*', rows: ['titles.similarity.map', ...['', 'labels-', 'equal-', 'shipped-'].flatMap((kind) => [`titles.occupation.${kind}acc1`, `titles.occupation.${kind}acc5`]), 'titles.role.precision', 'titles.role.named'], measure: async (data) => (await import('./quality-titles.ts')).measureTitles(data) },
    'titles taken apart': { data: 'bench/gold/split-titles.ts', rows: ['titles.split.seniority', 'titles.split.work'], measure: async () => (await import('./quality-split-titles.ts')).measureSplitTitles() },
    'places by all their names': { data: 'bench/gold/places.ts', rows: ['places.own.cities', 'places.own.remote', 'places.own.areas'], measure: async () => (await import('./quality-places.ts')).measureOwnPlaces() },
    places: { data: 'geo/job_location_strings_*.csv', rows: ['places.within-50km', 'places.within-50km-by-ads'], measure: async (data) => (await import('./quality-places.ts')).measurePlaces(data) },
    'choosing questions': { data: 'made up', rows: ['error-ratio', 'error', 'random-error'].map((row) => `learning.ability.${row}`), measure: async () => (await import('./quality-learning.ts')).measureLearning() },
    'asking again': {
      data: 'made up',
      rows: ['exponential', 'power', 'two-stores', 'quick', 'slow'].flatMap((world) => [`learning.retention.${world}`, `learning.retention.${world}-share`]),
      measure: async () => (await import('./quality-retention.ts')).measureRetention(),
    },
    'the phrase tagger': {
      data: 'skills/skillspan_dev.jsonl',
      rows: ['span-f1', 'precision', 'recall', 'skill-f1', 'knowledge-f1'].map((row) => `skills.tagger.${row}`),
      measure: async (data) => (await import('./quality-tagger.ts')).measureTagger(data),
    },
  },
  speed: {
    'reading a PDF': { data: 'resumes/', rows: ['resume.pdf.ratio', 'resume.pdf.whole-ms', 'resume.pdf.caged-ms'], measure: async (data) => (await import('./speed-pdf.ts')).measurePdfSpeed(data) },
    'a gap': { data: 'made up', rows: ['gap.analysis.p95-ms'], measure: async () => (await import('./speed-gap.ts')).measureGapSpeed() },
    'the matcher': {
      data: 'job_ads/, names of taxonomy/ and skills/',
      rows: [...['mb-per-s', 'build-s', 'memory-mb', 'regex-mb-per-s', 'regex-hits-percent', 'npm-mb-per-s', 'npm-hits-percent', 'ratio-to-npm'].map((name) => `skills.matcher.${name}`), 'skills.find.mb-per-s'],
      measure: async (data) => (await import('./speed-matcher.ts')).measureMatcher(data),
    },
    'the phrase tagger': { data: 'made up', rows: ['skills.tagger.kb-per-s', 'skills.tagger.load-ms'], measure: async () => (await import('./speed-tagger.ts')).measureTaggerSpeed() },
    'a roadmap': { data: 'made up', rows: ['roadmap.plan.p95-ms', 'roadmap.replan.p95-ms'], measure: async () => (await import('./speed-roadmap.ts')).measureRoadmapSpeed() },
    progress: { data: 'the demo college', rows: ['progress.read.p95-ms'], measure: async () => (await import('./speed-progress.ts')).measureProgressSpeed() },
    jobs: { data: 'made up', rows: ['jobs.wait.p95-ms', 'jobs.500-ms'], measure: async () => (await import('./speed-jobs.ts')).measureJobs() },
    knowledge: { data: 'knowledge/', rows: ['knowledge.start-ms', 'knowledge.load-ms', 'knowledge.compile-ms', 'knowledge.memory-mb', 'knowledge.from-yaml-ms'], measure: async () => (await import('./speed-knowledge.ts')).measureKnowledge() },
    'all that Cairn knows': { data: 'knowledge/', rows: ['ms', 'mb', 'skills-ms', 'phrases-ms', 'titles-ms', 'places-ms', 'vectors-ms'].map((row) => `knowledge.everything.${row}`), measure: async () => (await import('./speed-everything.ts')).measureEverything() },
    linking: { data: 'skills/esco_linking_*_validation.csv', rows: ['linking.sentence-ms', 'linking.sentence.p95-ms', 'linking.build-ms'], measure: async (data) => (await import('./speed-linking.ts')).measureLinkingSpeed(data) },
    titles: { data: 'job_ads/hahu_*', rows: ['titles.occupation.ms', 'titles.load-ms'], measure: async (data) => (await import('./speed-titles.ts')).measureTitleSpeed(data) },
    places: { data: 'geo/job_location_strings_*.csv', rows: ['places.string-us', 'places.load-ms'], measure: async (data) => (await import('./speed-places.ts')).measurePlaceSpeed(data) },
    'the AI endpoints without a model': { data: 'knowledge/, the demo college', rows: ['roadmap', 'skills', 'interview-prep', 'quiz'].map((name) => `ai.${name}.p95-ms`), measure: async () => (await import('./speed-ai.ts')).measureAiSpeed() },
    'the HTTP server': { data: 'the demo college', rows: [...httpRows('me'), ...httpRows('gaps')], measure: async () => (await import('./speed-http.ts')).measureHttpSpeed() },
  },
  install: {
    'starting and resting': {
      data: 'the demo college',
      rows: ['install.first-start-s', 'install.start-s', 'install.memory.server-mb', 'install.memory.readers-mb', 'install.memory.database-mb'],
      measure: async () => (await import('./install-start.ts')).measureStart(),
    },
    pages: { data: 'the demo college', rows: [...pageRows('landing'), ...pageRows('dashboard')], measure: async () => (await import('./install-pages.ts')).measurePages() },
    'a fresh clone': { data: 'this repository', rows: ['install.clone-to-served-s'], measure: async () => (await import('./install-clone.ts')).measureClone() },
  },
};

function partOf(suite: SuiteName, rowId: string): Part | undefined {
  return Object.values(suites[suite]).find(({ rows }) => rows.includes(rowId));
}

/** What a row is measured on. */
export function dataOf(suite: SuiteName, rowId: string): string {
  return partOf(suite, rowId)?.data ?? '';
}

/** Measures the row's part, and prints its rows of the same first word, with those of other parts whose ids begin alike. */
export function commandOf(suite: SuiteName, rowId: string): string {
  const [word = ''] = rowId.split('.');
  const alike = (partOf(suite, rowId)?.rows ?? [rowId]).filter((id) => id.startsWith(`${word}.`));
  return `npm run -s bench -- ${suite} --only ${sharedBeginning(alike)}`;
}

/** Whole words of the ids, between dots. */
function sharedBeginning(ids: readonly string[]): string {
  const [first = '', ...others] = ids.map((id) => id.split('.'));
  const words = [...first];
  while (words.length > 1 && !others.every((other) => words.every((word, at) => other[at] === word))) words.pop();
  return words.join('.');
}
