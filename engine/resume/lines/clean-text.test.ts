import { expect, test } from 'vitest';
import { cleanText } from './clean-text.ts';

test.each([
  ['˚Angström', 'Ångström'], ['K¨oln', 'Köln'], ['Jos´e', 'José'], ['S˜ao Paulo', 'São Paulo'], ['caf´e', 'café'],
  ['we´re', 'we´re'], ['l´intégration', 'l´intégration'], ['équipe d´architecture', 'équipe d´architecture'], ['L´école', 'L´école'],
])('%s is read as %s', (written, read) => {
  expect(cleanText(written)).toBe(read);
});
