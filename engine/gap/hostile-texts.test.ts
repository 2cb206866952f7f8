import { test } from 'vitest';
import { findSkills } from '../skills/find-skills.ts';
import { taxonomy } from './gap.fixture.ts';
import { readJobAd } from './read-job-ad.ts';

const letters = 100_000;
/** Each text would make a search that backtracks take minutes. */
const patienceMilliseconds = 60_000;
const filled = (piece: string): string => piece.repeat(Math.ceil(letters / piece.length)).slice(0, letters);

test.each([
  ['spaces', `5${filled(' ')}years of Python:`],
  ['empty lines', filled('\n')],
  ['dots', `${filled('.')}x`],
  ['one word', filled('x')],
  ['slashed capitals', `${filled('A/')}b`],
  ['an ambiguous word', filled('go ')],
  ['one endless list', `No experience with ${filled('Java, ')}`],
  ['cues and names', filled('required Java ')],
  ['choices', filled('React or ')],
  ['colons', filled('a: ')],
  ['headings', filled('Requirements:\n')],
  ['combining marks', filled('e\u0301')],
  ['separators in a name', `machine${filled('\n ')}learning`],
])('a text of %s is done with in time', (_, text) => {
  findSkills(taxonomy, text);
  readJobAd(text, taxonomy);
}, patienceMilliseconds);
