import { describe, expect, test } from 'vitest';
import { commonPasswords } from './common-passwords.ts';
import { weaknessOf } from './password-rules.ts';

const person = { name: 'Asha Verma', email: 'asha.verma@hilltop.example' };

describe('a password is too easy to guess when it', () => {
  test.each([
    ['has fewer than ten characters', 'k8#mQz!pv', 'too-short'],
    ['is long in bytes but short in characters', 'नमस्ते12', 'too-short'],
    ['repeats few characters', 'ababababab', 'few-characters'],
    ['is a run of the keyboard', 'qwertyuiop', 'common'],
    ['is a run with digits behind', 'qwertyuiop123', 'common'],
    ['is the digits in order', '1234567890', 'common'],
    ['is a common word with a year', 'password2024', 'common'],
    ['is a common word in disguise', 'P@ssw0rd!!!', 'common'],
    ['is a common word twice', 'dragondragon', 'common'],
    ['is a common phrase', 'ILoveYou143!', 'common'],
    ['is the e-mail address', 'asha.verma@hilltop.example', 'personal'],
    ['is the first part of the address with a year', 'asha.verma1999', 'personal'],
    ['is the name', 'Asha Verma!!', 'personal'],
    ['is the name turned round', 'vermaasha2001', 'personal'],
  ])('%s', (_, password, weakness) => {
    expect(weaknessOf(password, person)).toBe(weakness);
  });
});

test.each(['correct horse battery', 'Verma climbs 3 hills', 'नदी किनारे सात पेड़', 'tX4-mmq0-Zpl9', 'passwords are a nuisance'])('%s is accepted', (password) => {
  expect(weaknessOf(password, person)).toBeUndefined();
});

test('the list holds some hundreds of bare words', () => {
  expect(commonPasswords.size).toBeGreaterThan(200);
  expect([...commonPasswords].filter((word) => !/^\p{Ll}+$/u.test(word))).toEqual([]);
});
