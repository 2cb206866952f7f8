/** How every mail looks: a greeting, what there is to say, one link, what else there is to know. */
import type { Letter } from './mail.ts';

type Language = 'en' | 'hi';

export interface LetterWords {
  readonly subject: string;
  readonly before: readonly string[];
  readonly button: string;
  readonly after: readonly string[];
}

export interface Addressee {
  readonly email: string;
  /** Null for somebody who has no account yet. */
  readonly name: string | null;
  readonly language: Language;
}

export function layOutLetter(to: Addressee, { subject, before, button, after }: LetterWords, link: string): Letter & { readonly html: string } {
  const hello = greeting(to.language, to.name === null ? null : oneLine(to.name));
  // A list has a line for each of its items.
  const paragraph = (text: string) => `<p style="white-space:pre-line">${escaped(text)}</p>`;
  return {
    to: to.email,
    subject: oneLine(subject),
    text: [hello, ...before, `${button}:\n${link}`, ...after].join('\n\n') + '\n',
    html: `<!doctype html><html lang="${to.language}"><body style="font-family:sans-serif;font-size:16px;line-height:1.5;color:#1a1a1a;max-width:36em">${paragraph(hello)}${before.map(paragraph).join('')}` +
      `<p><a href="${escaped(link)}" style="display:inline-block;padding:10px 18px;background:#0b5345;color:#ffffff;text-decoration:none;border-radius:6px">${escaped(button)}</a></p>` +
      `<p style="font-size:14px">${escaped(link)}</p>${after.map(paragraph).join('')}</body></html>`,
  };
}

const greeting = (language: Language, name: string | null) => (name === null ? { en: 'Hello,', hi: 'नमस्ते,' }[language] : { en: `Hello ${name},`, hi: `नमस्ते ${name},` }[language]);

/** A line break in a name or subject could start a header. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
