import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const source = resolve(import.meta.dirname, '..');
const mantine = dirname(createRequire(import.meta.url).resolve('@mantine/core/styles.css'));
const read = (path: string) => readFileSync(path, 'utf8');
const listed = [...read(join(source, 'ui/mantine.css')).matchAll(/styles\/(\w+)\.layer\.css/g)].map(([, name = '']) => name);

/** Names that the pages take from Mantine. */
function namesInUse(): string[] {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name) && !/\.test\./.test(name));
  return files.flatMap((file) => [...read(join(source, file)).matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)].flatMap(([, names = '']) => names.split(',').map((name) => name.trim()).filter((name) => name !== '' && !name.startsWith('type '))));
}

/** The styles of a component and of those it is made of: its module names each file of styles it reads. */
function stylesBehind(names: readonly string[]): Set<string> {
  const places = new Map([...read(join(mantine, 'esm/index.mjs')).matchAll(/(?:import|export) \{([^}]*)\} from "([^"]+)"/g)].flatMap(([, exported = '', from = '']) => exported.split(',').map((name): [string, string] => [name.trim().split(' as ').at(-1) ?? '', from])));
  const seen = new Set<string>();
  const styles = new Set<string>();
  const walk = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const [, from = ''] of read(file).matchAll(/from "(\.[^"]+)"/g)) {
      const name = /\/(\w+)\.module\.mjs$/.exec(from)?.[1];
      if (name === undefined) walk(resolve(dirname(file), from));
      else styles.add(name);
    }
  };
  for (const name of names) {
    const place = places.get(name);
    if (place !== undefined) walk(resolve(mantine, 'esm', place));
  }
  return styles;
}

test('every component in use has its styles, and so have those it is made of', () => {
  const needed = [...stylesBehind(namesInUse())];
  expect(needed).toContain('Button');
  expect(needed.filter((name) => !listed.includes(name))).toEqual([]);
});
test('nothing is listed that no page uses', () => {
  const needed = stylesBehind(namesInUse());
  expect(listed.filter((name) => /^[A-Z]/.test(name) && !needed.has(name))).toEqual([]);
});
test('they stand in the order of the whole, on which the right look hangs', () => {
  const whole = read(join(mantine, 'styles.css'));
  const places = listed.filter((name) => /^[A-Z]/.test(name)).map((name) => whole.indexOf(/\.m_[0-9a-f]+/.exec(read(join(mantine, `styles/${name}.css`)))?.[0] ?? 'no class'));
  expect(places).toEqual(places.toSorted((one, other) => one - other));
});
