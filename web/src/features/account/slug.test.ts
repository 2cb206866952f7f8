import { expect, test } from 'vitest';
import { slugFrom } from './slug.ts';

test.each([
  ['Tarangini College of Arts', 'tarangini-college-of-arts'],
  ["  St. Élan's!  ", 'st-elan-s'],
  ['तरंगिणी', 'organisation'],
  ['x'.repeat(60), 'x'.repeat(40)],
])('%s becomes %s', (name, slug) => {
  expect(slugFrom(name)).toBe(slug);
});
