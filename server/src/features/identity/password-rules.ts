/** Which passwords are too easy to guess. Length counts most; no rule asks for kinds of characters. */
import { commonPasswords } from './common-passwords.ts';

export const leastCharacters = 10;

export type Weakness = 'too-short' | 'few-characters' | 'common' | 'personal';

/** Why the password is too easy to guess; undefined when it is not. */
export function weaknessOf(password: string, person: { readonly name: string; readonly email: string }): Weakness | undefined {
  const characters = [...password.normalize('NFKC')];
  if (characters.length < leastCharacters) return 'too-short';
  if (new Set(characters).size < 4) return 'few-characters';
  const plain = plainWord(password);
  if (isRun(password) || commonPasswords.has(plain) || isRepeated(plain)) return 'common';
  if (personalWords(person).some((word) => plain === word || password.toLowerCase() === word)) return 'personal';
  return undefined;
}

const letterByDisguise: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' };

/** What is left of `P@ssw0rd-2024!` when disguise and decoration are taken off: `password`. */
function plainWord(password: string): string {
  const bare = password.normalize('NFKC').toLowerCase().replace(/^[^\p{L}@$]+|[^\p{L}@$]+$/gu, '');
  return bare.replace(/[013457@$!]/g, (character) => letterByDisguise[character] ?? character).replace(/[^\p{L}]/gu, '');
}

/** `abcabcabc` or `passwordpassword`: a short or common word written again and again. */
function isRepeated(word: string): boolean {
  for (let length = 1; length <= word.length / 2; length += 1) {
    const part = word.slice(0, length);
    if (word.length % length === 0 && part.repeat(word.length / length) === word) return length <= 4 || commonPasswords.has(part);
  }
  return false;
}

/** Characters in the order of the alphabet, of the digits or of a keyboard's row, forwards or backwards. */
const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1qaz2wsx3edc4rfv5tgb6yhn', 'qazwsxedcrfvtgbyhn'];
const orders = rows.flatMap((row) => [row, [...row].reverse().join('')]);

function isRun(password: string): boolean {
  const lower = password.toLowerCase();
  let steps = 0;
  for (let index = 1; index < lower.length; index += 1) {
    const pair = lower.slice(index - 1, index + 1);
    if (orders.some((order) => order.includes(pair))) steps += 1;
  }
  // One break is allowed: `qwertyuiop123` is two runs.
  return steps >= lower.length - 2;
}

function personalWords({ name, email }: { readonly name: string; readonly email: string }): string[] {
  const [local = '', domain = ''] = email.toLowerCase().split('@');
  const whole = name.toLowerCase();
  const words = [email.toLowerCase(), local, domain, whole, whole.split(/\s+/).reverse().join(' '), ...domain.split('.')];
  return words.flatMap((word) => [word, plainWord(word)]).filter((word) => word.length >= 3);
}
