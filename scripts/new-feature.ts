/**
 * `npm run new:feature -- <name>`: starts a feature from the example (notes): its contract, migration, engine, server
 * and web files under the new name, and the lines that join it to the rest, to be pasted where they belong.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

interface Names {
  /** `study-groups`: folders, files, addresses. */
  readonly many: string;
  /** `study-group`. */
  readonly one: string;
}

const example: Names = { many: 'notes', one: 'note' };
const examplePaths = [
  'contracts/notes.ts', 'server/migrations/0009_notes.sql', 'engine/notes/index.ts', 'engine/notes/order-notes.ts', 'engine/notes/order-notes.test.ts',
  'server/src/features/notes/index.ts', 'server/src/features/notes/notes.routes.ts', 'server/src/features/notes/notes.service.ts', 'server/src/features/notes/notes.store.ts',
  'server/src/features/notes/notes-data.ts', 'server/src/features/notes/notes.test.ts', 'web/src/features/notes/notes-page.tsx', 'web/src/locales/en/notes.json', 'web/src/locales/hi/notes.json',
] as const;

export class NewFeatureError extends Error {
  override readonly name = 'NewFeatureError';
}

/** Names a feature in the plural, in lower-case words joined by dashes; `one` when the singular is not the plural without its last letter. */
export function namesOf(many: string, one?: string): Names {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(many)) throw new NewFeatureError(`"${many}" is no name of a feature: use lower-case words joined by dashes, in the plural, such as study-groups.`);
  const singular = one ?? many.replace(/s$/, '');
  if (singular === many) throw new NewFeatureError(`Say the singular of "${many}" too: npm run new:feature -- ${many} --one …`);
  return { many, one: singular };
}

const camel = (name: string): string => name.replaceAll(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase());
const capital = (name: string): string => name.replace(/^./, (letter) => letter.toUpperCase());
const pascal = (name: string): string => capital(camel(name));
const snake = (name: string): string => name.replaceAll('-', '_');
const words = (name: string): string => name.replaceAll('-', ' ');

type Written = (name: string) => string;

/** The example's names in one line, the plural before the singular; signs stand in, so that a new name that holds "note" is not renamed again. */
function rename(line: string, { many, one }: Names, place: { before: string; after: string }, written: Written): string {
  return line
    .replaceAll(new RegExp(`${place.before}notes${place.after}`, 'g'), sign(written(many)))
    .replaceAll(new RegExp(`${place.before}note${place.after}`, 'g'), sign(written(one)));
}

function sign(name: string): string {
  return `\u0001${[...name].map((letter) => letter.charCodeAt(0).toString(16)).join('.')}\u0002`;
}

const anywhere = { before: '', after: '' };
const inAddress = { before: `(?<=['"./-])`, after: `(?=['"./:-])` };
const inSql = { before: '(?:(?<=(?:from|into|table|on|exists) )|(?<=\')|\\b)', after: '(?=_| \\(| where| set|\'\\)|$)' };

function renamedLine(line: string, names: Names, isWords: boolean): string {
  if (isWords || /^\s*(\*|\/\*\*|\/\/|--)/.test(line)) return rename(line.replaceAll('Notes', sign(capital(words(names.many)))).replaceAll('Note', sign(capital(words(names.one)))), names, anywhere, words);
  // `FailureNote` is a component of every page.
  const pascalled = line.replaceAll('Notes', sign(pascal(names.many))).replaceAll(/(?<!Failure)Note/g, sign(pascal(names.one)));
  const isSql = /\b(select|insert into|delete from|create (table|index)|protect_tenant_table)\b/.test(line);
  const tables = isSql ? rename(pascalled, names, inSql, snake) : pascalled;
  // Strings one after the other, so that what stands between two of them is not taken for one.
  const sentences = tables.replaceAll(/'[^']*'/g, (quoted) => (isSql || quoted.includes('/') || !quoted.includes(' ') ? quoted : rename(quoted, names, anywhere, words)));
  return rename(rename(sentences, names, inAddress, (name) => name), names, anywhere, camel);
}

export function renamed(text: string, names: Names, isWords = false): string {
  return text
    .split('\n')
    .map((line) => renamedLine(line, names, isWords))
    .join('\n')
    .replaceAll(/\u0001([0-9a-f.]*)\u0002/g, (_sign, letters: string) => letters.split('.').map((letter) => String.fromCharCode(Number.parseInt(letter, 16))).join(''));
}

function pathFor(path: string, names: Names, migration: string): string {
  return path.replace(/\d{4}_notes/, `${migration}_${names.many}`).replaceAll(example.many, names.many).replaceAll(example.one, names.one);
}

export interface NewFeature {
  readonly files: readonly { readonly path: string; readonly content: string }[];
  /** What to add by hand, by file. */
  readonly joins: readonly { readonly path: string; readonly lines: string }[];
}

export function newFeature(root: string, names: Names): NewFeature {
  const last = readdirSync(join(root, 'server/migrations')).map((file) => Number.parseInt(file, 10)).reduce((most, number) => Math.max(most, number), 0);
  const migration = String(last + 1).padStart(4, '0');
  const files = examplePaths.map((path) => ({ path: pathFor(path, names, migration), content: renamed(readFileSync(join(root, path), 'utf8'), names, path.endsWith('.json')) }));
  const joins = [
    { path: 'contracts/index.ts', lines: "import { notes } from './notes.ts';   // then name it in `export { … }` and in `features`\nexport type { Note } from './notes.ts';" },
    { path: 'contracts/permissions.ts', lines: "'notes.own': learners,   // or everyone, or office; contracts/contracts.test.ts lists who may what" },
    { path: 'contracts/failures.ts', lines: "'notes.unknown': { status: 404, title: '…', next: '…' },\n'notes.too-many': { status: 409, title: '…', next: '…' },   // their words go into web/src/locales/{en,hi}/failures.json" },
    { path: 'engine/package.json', lines: '"./notes": "./notes/index.ts",   // in exports, where the feature decides something' },
    { path: 'server/src/features.ts', lines: "import { notesData, registerNotes } from './features/notes/index.ts';\nregisterNotes(http, platform);   // in register(), and notesData in personalData" },
    { path: 'server/src/test-support/owned-rows.ts', lines: "a row of the new kind, for the test that tries every address across organisations" },
    { path: 'web/src/app/router.tsx', lines: "notes: createRoute({ getParentRoute: () => member, path: '/notes', component: lazyPage(() => import('../features/notes/notes-page.tsx'), 'NotesPage', ['notes']) })," },
    { path: 'web/src/app/places.ts', lines: "'notes': everybody,   // in openTo, without which nobody may open the page\n{ to: '/notes', icon: 'notes', label: 'nav.notes' },   // if it has a place of its own: with a path in ui/icons.tsx and a word in common.json" },
    { path: 'web/src/locales/hi/notes.json', lines: 'still speaks of the example: translate it' },
  ].map(({ path, lines }) => ({ path: path.replace(example.many, names.many), lines: renamed(lines, names) }));
  return { files, joins };
}

function main(): void {
  const root = resolve(import.meta.dirname, '..');
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { one: { type: 'string' } } });
  const [many] = positionals;
  if (many === undefined) throw new NewFeatureError('Say the name of the feature: npm run new:feature -- study-groups');
  const { files, joins } = newFeature(root, namesOf(many, values.one));
  const taken = files.filter(({ path }) => existsSync(join(root, path)));
  if (taken.length > 0) throw new NewFeatureError(`There is a feature of this name already: ${taken.map(({ path }) => path).join(', ')}`);
  for (const { path, content } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
    console.log(`made  ${path}`);
  }
  console.log('\nNow join it to the rest (docs/guides/add-a-feature.md):');
  for (const { path, lines } of joins) console.log(`\n${path}\n  ${lines.replaceAll('\n', '\n  ')}`);
}

if (process.argv[1] === import.meta.filename) {
  try {
    main();
  } catch (error) {
    if (!(error instanceof NewFeatureError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}
