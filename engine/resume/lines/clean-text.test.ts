import { expect, test } from 'vitest';
import { cleanText, withoutIcons } from './clean-text.ts';

test.each([
  ['˚Angström', 'Ångström'], ['K¨oln', 'Köln'], ['Jos´e', 'José'], ['S˜ao Paulo', 'São Paulo'], ['caf´e', 'café'],
  ['we´re', 'we´re'], ['l´intégration', 'l´intégration'], ['équipe d´architecture', 'équipe d´architecture'], ['L´école', 'L´école'],
  ['2021 \u0015 2022', '2021 – 2022'], ['work\u001Dows', 'workflows'], ['Pro\u001Cle', 'Profile'], ['a\u0001b', 'ab'],
])('%j is read as %s', (written, read) => {
  expect(cleanText(written)).toBe(read);
});

test.each([
  ['📅 2018 – 2020', ['2018 – 2020'], true], ['☎ 98450 12345 ✉ asha@example.com', ['98450 12345', 'asha@example.com'], true], ['Google Ads ★★★☆☆', ['Google Ads ★★★☆☆'], false],
])('pictures part %s', (text, parts, opensWithIcon) => {
  const read = withoutIcons(text);
  expect({ ...read, parts: read.parts.map((part) => part.trim()) }).toEqual({ parts, opensWithIcon });
});
