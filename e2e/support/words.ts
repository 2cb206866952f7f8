import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The pages' own words, so that a journey reads like its user and not like the markup. */
export function wordsOf(language: 'en' | 'hi', namespace: string): (key: string, params?: Record<string, string>) => string {
  const file = JSON.parse(readFileSync(resolve(import.meta.dirname, `../../web/src/locales/${language}/${namespace}.json`), 'utf8')) as Record<string, string>;
  return (key, params = {}) => {
    const words = file[key];
    if (words === undefined) throw new Error(`There are no words ${namespace}:${key} in ${language}`);
    return words.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => params[name] ?? whole);
  };
}
