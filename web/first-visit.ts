import { relative, sep } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

interface FirstVisit {
  /** Modules under src/ that are fetched lazily for this address. */
  readonly modules: readonly string[];
  /** Namespaces of words. */
  readonly words: readonly string[];
  /** What the page asks the server in any case, exactly as it asks. */
  readonly questions?: readonly string[];
  /** The roles for which there is no such page, and whose questions would be refused. */
  readonly closedTo?: readonly string[];
}

/** Where people arrive. Elsewhere the same files are fetched a little later, when the router asks for them. */
export const visits: Readonly<Record<string, FirstVisit>> = {
  '/': { modules: ['features/landing/landing-page.tsx'], words: ['common', 'landing'] },
  '/sign-in': { modules: ['app/asking-frame.tsx', 'features/account/sign-in-page.tsx'], words: ['common', 'account', 'failures'] },
  '/sign-up': { modules: ['app/asking-frame.tsx', 'features/account/sign-up-page.tsx'], words: ['common', 'account', 'failures'] },
  '/dashboard': { modules: ['app/member-entry.ts', 'app/member-shell.tsx', 'features/dashboard/dashboard-page.tsx'], words: ['common', 'dashboard', 'failures', 'reasons', 'warnings'], questions: ['/api/v1/me', '/api/v1/resumes?limit=1', '/api/v1/skill-gaps?limit=1', '/api/v1/roadmaps/current'], closedTo: ['recruiter'] },
};
export const languages = ['en', 'hi'];

/**
 * On a slow network what costs is one file asking for the next. The address says which files will be asked for, so the
 * page asks for them at once, beside the code that every page needs. The build fails when a file named here is gone.
 */
export function preloadFirstVisit(): Plugin {
  let source = '';
  return {
    name: 'cairn-preload-first-visit',
    apply: 'build',
    configResolved({ root }) {
      source = `${root}/src`;
    },
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const files = Object.fromEntries(Object.entries(visits).map(([path, { modules, words, questions = [], closedTo = [] }]) => [path, {
          questions, closedTo,
          code: filesOf(modules, chunks, source),
          ...Object.fromEntries(languages.map((language) => [language, filesOf(words.map((namespace) => `locales/${language}/${namespace}.json`), chunks, source)])),
        }]));
        return [{ tag: 'script', children: `(${preload.toString()})(${JSON.stringify(files)})`, injectTo: 'body' }];
      },
    },
  };
}

/** The chunks of modules and of what they import, with their styles, without those that index.html names itself. */
function filesOf(modules: readonly string[], chunks: readonly Rolldown.OutputChunk[], source: string): string[] {
  const named = chunks.filter(({ isEntry }) => isEntry).flatMap(({ fileName, imports }) => [fileName, ...imports]);
  const found = new Set<string>();
  const add = (chunk: Rolldown.OutputChunk) => {
    if (found.has(chunk.fileName) || named.includes(chunk.fileName)) return;
    found.add(chunk.fileName);
    for (const name of chunk.imports) {
      const imported = chunks.find(({ fileName }) => fileName === name);
      if (imported) add(imported);
    }
  };
  for (const module of modules) {
    const chunk = chunks.find(({ moduleIds }) => moduleIds.some((id) => relative(source, id.split('?')[0] ?? id).split(sep).join('/') === module));
    if (!chunk) throw new Error(`web/first-visit.ts names src/${module}, which is in no chunk`);
    add(chunk);
  }
  const styles = chunks.filter(({ fileName }) => found.has(fileName)).flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]);
  return [...new Set([...styles, ...found])].map((fileName) => `/${fileName}`);
}

type Files = Record<string, Record<string, string[]>>;

/** Runs in the browser, as text in index.html: it sees nothing of this file. */
function preload(visits: Files): void {
  const files = visits[location.pathname];
  if (!files) return;
  let [kept, role]: (string | null)[] = [null, null];
  try {
    [kept, role] = [localStorage.getItem('cairn.language'), localStorage.getItem('cairn.member')];
  } catch {
    // Storage is switched off.
  }
  if (role && files['closedTo']?.includes(role)) return;
  const language = kept ?? (/^hi/.test(navigator.language) ? 'hi' : 'en');
  for (const href of [...(files['questions'] ?? []), ...(files['code'] ?? []), ...(files[language] ?? [])]) {
    const link = document.createElement('link');
    link.rel = href.endsWith('.js') ? 'modulepreload' : 'preload';
    if (href.endsWith('.css')) link.as = 'style';
    else if (!href.endsWith('.js')) link.as = 'fetch';
    link.crossOrigin = '';
    link.href = href;
    document.head.append(link);
  }
}
