import { describe, expect, test } from 'vitest';
import { composeMail, type AccountMail } from './mails.ts';

const link = 'https://careers.example/verify-email?token=abc&from=mail';
const kinds: readonly AccountMail[] = [
  { kind: 'verify-email', link, hours: 72 },
  { kind: 'reset-password', link, hours: 1 },
  { kind: 'already-registered', link },
  { kind: 'invitation', link, days: 14, organisation: 'Hilltop College', role: 'alumni' },
];

describe.each(kinds)('the mail $kind', (mail) => {
  test.each(['en', 'hi'] as const)('in %s says the same in plain text and in HTML', (language) => {
    const { to, subject, text, html } = composeMail({ email: 'asha@mail.example', name: 'Asha', language }, mail);
    expect(to).toBe('asha@mail.example');
    expect(/\p{Script=Devanagari}/u.test(subject)).toBe(language === 'hi');
    expect(text).toContain(link);
    const shown = html.replace(/<[^>]+>/g, '\n').replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
    for (const line of text.split('\n').filter((each) => each !== '')) expect(shown).toContain(line.replace(/:$/, ''));
  });
});

test('a name can neither start a header nor bring HTML in', () => {
  const evil = 'Asha\r\nBcc: all@mail.example <script>alert(1)</script>';
  const named = composeMail({ email: 'asha@mail.example', name: evil, language: 'en' }, { kind: 'reset-password', link, hours: 1 });
  expect(named.text.split('\n')[0]).toBe('Hello Asha Bcc: all@mail.example <script>alert(1)</script>,');
  expect(named.html).not.toContain('<script>');
  const invited = composeMail({ email: 'asha@mail.example', name: null, language: 'en' }, { kind: 'invitation', link, days: 14, organisation: 'Hill\r\nBcc: x@y.example', role: 'student' });
  expect(invited.subject).not.toMatch(/[\r\n]/);
});
