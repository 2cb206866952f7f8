import { failureTable } from '@cairn/contracts';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const source = resolve(import.meta.dirname, '..');
const languages = ['en', 'hi'] as const;
type Words = Readonly<Record<string, string>>;

const wordsOf = (language: string, namespace: string) => JSON.parse(readFileSync(join(import.meta.dirname, language, `${namespace}.json`), 'utf8')) as Words;
const namespacesOf = (language: string) => readdirSync(join(import.meta.dirname, language)).map((file) => file.replace(/\.json$/, '')).sort();
const namespaces = namespacesOf('en');
const english = new Map(namespaces.map((namespace) => [namespace, wordsOf('en', namespace)]));

test('every language has the same files', () => {
  for (const language of languages) expect(namespacesOf(language)).toEqual(namespaces);
});

const paramsOf = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe.each(namespaces)('%s', (namespace) => {
  const [en, hi] = [wordsOf('en', namespace), wordsOf('hi', namespace)];
  test('has the same keys in both languages', () => {
    expect(Object.keys(hi).sort()).toEqual(Object.keys(en).sort());
  });
  test('takes the same parameters in both', () => {
    const differing = Object.keys(en).filter((key) => JSON.stringify(paramsOf(en[key] ?? '')) !== JSON.stringify(paramsOf(hi[key] ?? '')));
    expect(differing).toEqual([]);
  });
  test('leaves nothing empty', () => {
    const empty = [...Object.entries(en), ...Object.entries(hi)].filter(([, text]) => text.trim() === '').map(([key]) => key);
    expect(empty).toEqual([]);
  });
  test('has each plural in both its forms', () => {
    const keys = new Set(Object.keys(en));
    const alone = [...keys].filter((key) => /_(one|other)$/.test(key) && !(keys.has(key.replace(/_\w+$/, '_one')) && keys.has(key.replace(/_\w+$/, '_other'))));
    expect(alone).toEqual([]);
  });
});

/** Said in Latin letters in Hindi too: the product, keys of a keyboard, how an address begins, and roles, which Cairn knows by their English names. */
const sameInHindi = new Set(['common:name', 'common:nav.findKeys', 'gap:new.addressExample', 'gap:new.roleExample', 'roadmap:new.roleExample', 'onboarding:goal.role.example']);
/** The name of a technology or a format alone. */
const isName = (text: string) => /^[A-Z][\w.+#-]*( [A-Z][\w.+#-]*)*$/.test(text);

test('what is Hindi is in Devanagari', () => {
  const latin = namespaces.flatMap((namespace) =>
    Object.entries(wordsOf('hi', namespace))
      .filter(([key, text]) => !/\p{Script=Devanagari}/u.test(text) && /\p{L}/u.test(text.replaceAll(/\{\{\w+\}\}/g, '')) && !isName(text) && !sameInHindi.has(`${namespace}:${key}`))
      .map(([key, text]) => `${namespace}:${key} ${text}`));
  expect(latin).toEqual([]);
});
test('every failure is worded: what happened and what to do next', () => {
  const words = wordsOf('en', 'failures');
  const missing = [...Object.keys(failureTable), 'network.offline'].flatMap((code) => [`${code}.title`, `${code}.next`]).filter((key) => !(key in words));
  expect(missing).toEqual([]);
  const known = new Set<string>([...Object.keys(failureTable), 'network.offline']);
  expect(Object.keys(words).filter((key) => !known.has(key.replace(/\.(title|next)$/, '')))).toEqual([]);
});

interface Use {
  readonly file: string;
  readonly namespaces: readonly string[];
  readonly key: string;
}

/** Literal keys in a file, with the namespaces that its `useTranslation` calls name. */
function usesIn(file: string): Use[] {
  const text = readFileSync(join(source, file), 'utf8');
  const named = [...text.matchAll(/useTranslation\((\[[^\]]*\]|'[\w-]+')?\)/g)].flatMap(([, list = "'common'"]) => [...list.matchAll(/'([\w-]+)'/g)].map(([, name = '']) => name));
  if (named.length === 0) return [];
  return [...text.matchAll(/(?<![\w.])(?:t|sayCommon)\('([^']+)'/g)].map(([, key = '']) => ({ file, namespaces: [...new Set(named)], key }));
}

function isWorded({ namespaces: named, key }: Use): boolean {
  const [prefix, rest] = key.includes(':') ? [key.split(':', 1)[0] ?? '', key.slice(key.indexOf(':') + 1)] : [null, key];
  return (prefix === null ? named : [prefix]).some((namespace) => {
    const words = english.get(namespace) ?? {};
    return rest in words || `${rest}_other` in words;
  });
}

const uses = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && !/\.test\.|test-support/.test(file)).flatMap(usesIn);

test('every key that a page asks for is there', () => {
  expect(uses.length).toBeGreaterThan(300);
  expect(uses.filter((use) => !isWorded(use)).map(({ file, key }) => `${file}: ${key}`)).toEqual([]);
});
test('no words lie about that no page asks for', () => {
  const code = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && !/\.test\./.test(file)).map((file) => readFileSync(join(source, file), 'utf8')).join('\n');
  // Of a key that a page puts together, the part before the first `${` stands in the source.
  const beginnings = [...code.matchAll(/`([\w-]*:)?([\w.-]+?)\$\{/g)].map(([, , beginning = '']) => beginning);
  const composed = new Set(beginnings);
  const worded = namespaces.filter((namespace) => !['failures', 'reasons', 'warnings'].includes(namespace));
  const unused = worded.flatMap((namespace) => Object.keys(english.get(namespace) ?? {}).map((key) => key.replace(/_(one|other)$/, ''))
    .filter((key) => !code.includes(`'${key}'`) && !code.includes(`:${key}'`) && !code.includes(`:${key}\``) && ![...composed].some((beginning) => key.startsWith(beginning)) && !isComposedWhole(code, key))
    .map((key) => `${namespace}:${key}`));
  expect([...new Set(unused)]).toEqual([]);
});

/** `${step}.title`: a key that begins with a part put in. */
function isComposedWhole(code: string, key: string): boolean {
  const end = key.includes('.') ? key.slice(key.lastIndexOf('.')) : '';
  return end !== '' && code.includes(`}${end}\``);
}
