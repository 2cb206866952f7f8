/** Text as PDFs give it → text as a person would type it. */

const ligatures: Readonly<Record<string, string>> = {
  ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'st', ﬆ: 'st',
};
const ligaturePattern = /[\uFB00-\uFB06]/g;
const invisible = /[\u200B\u2060\uFEFF\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFD]/g;
/** Signs at the places that TeX's fonts of 1990 (T1) give them, where a font names no letters. */
const texSigns: Readonly<Record<string, string>> = { '\u0010': '“', '\u0011': '”', '\u0015': '–', '\u0016': '—', '\u001B': 'ff', '\u001C': 'fi', '\u001D': 'fl', '\u001E': 'ffi', '\u001F': 'ffl' };
const texPattern = /[\u0010\u0011\u0015\u0016\u001B-\u001F]/g;
const spaces = /[\s\u00A0\u2000-\u200A\u202F\u205F\u3000]+/g;
/** Pictures, of an icon font (private use) or as they are typed (📅 ☎ ✉ ⌂). They say nothing, but they part what stands on either side. */
const iconPattern = /(?:[\uE000-\uF8FF\u2302\u260E\u260F\u2706\u2709]|[\u{F0000}-\u{FFFFD}\u{1F300}-\u{1FAFF}])\uFE0F?/gu;

/** A vowel sign that is drawn before its consonant (ि) is sometimes stored there too; in Unicode it follows. */
const misplacedVowel = /(^|[^\u0915-\u0939\u0958-\u095F\u093C])\u093F((?:[\u0915-\u0939\u0958-\u095F]\u093C?\u094D)*[\u0915-\u0939\u0958-\u095F]\u093C?)/g;

/** TeX draws an accent of its old fonts before its letter: "˚A", "¨o". */
const drawnAccent = /(?<before>\p{L}?)(?<accent>[´¨ˆ˜ˇ˘˙˚˝])(?<letter>[\p{L}ı])/gu;
const combining: Readonly<Record<string, string>> = { '´': '\u0301', '¨': '\u0308', ˆ: '\u0302', '˜': '\u0303', ˇ: '\u030C', '˘': '\u0306', '˙': '\u0307', '˚': '\u030A', '˝': '\u030B' };

export function composeAccents(text: string): string {
  return text.replace(drawnAccent, composed);
}

/**
 * "´" stands for an apostrophe as well ("we´re", "l´école"): over a consonant, or behind the one letter of an article, it is left
 * where it is, and so is what makes no letter.
 */
function composed(whole: string, before: string, accent: string, letter: string, at: number, text: string): string {
  const base = letter === 'ı' ? 'i' : letter;
  const made = `${base}${combining[accent] as string}`.normalize('NFC');
  const isArticle = before !== '' && !/\p{L}/u.test(text[at - 1] ?? '') && /[dljmnst]/i.test(before);
  const isApostrophe = accent === '´' && (isArticle || !/[aeiouy]/iu.test(base));
  return made.length > 1 || isApostrophe ? whole : `${before}${made}`;
}

const plainLetters = /^[\x20-\x7e]*$/;

export function cleanText(text: string): string {
  if (plainLetters.test(text)) return text;
  const clean = composeAccents(text)
    .replace(texPattern, (sign) => texSigns[sign] as string)
    .replace(ligaturePattern, (letters) => ligatures[letters] as string)
    .replace(invisible, '')
    .replace(spaces, ' ')
    .normalize('NFC');
  return clean.includes('\u093F') ? clean.replace(misplacedVowel, '$1$2\u093F') : clean;
}

/** The text's parts between icons, and whether an icon opens it. */
export function withoutIcons(text: string): { readonly parts: readonly string[]; readonly opensWithIcon: boolean } {
  if (plainLetters.test(text) || text.search(iconPattern) < 0) return { parts: [text], opensWithIcon: false };
  const parts = text.split(iconPattern);
  return { parts: parts.filter((part) => part.trim() !== ''), opensWithIcon: (parts[0] ?? '').trim() === '' };
}

/** "E D U C A T I O N" → "EDUCATION": four or more single letters with one space between each; kerning may join two. */
export function joinSpacedLetters(text: string): string {
  if (text[1] !== ' ' && text[2] !== ' ') return text;
  if (/^\p{L}(?: \p{L}){3,}/u.test(text)) {
    const words = text.split(/ {2,}/);
    if (words.every((word) => /^(?:[\p{L}&] )*[\p{L}&]$/u.test(word))) return words.map((word) => word.replaceAll(' ', '')).join(' ');
  }
  return joinKernedCapitals(text);
}

/** "E D U C AT I O N": kerning takes the space from between two capitals; most stand alone and none are more than two. */
function joinKernedCapitals(text: string): string {
  if (!/^\p{Lu}{1,2}(?: {1,3}[\p{Lu}&]{1,2}){4,}$/u.test(text)) return text;
  const pieces = text.split(/ +/);
  if (pieces.filter((piece) => piece.length === 1).length < 0.7 * pieces.length) return text;
  return text.split(/ {2,}/).map((word) => word.replaceAll(' ', '')).join(' ');
}

/** True when most letters belong to a script written from right to left. */
export function isRightToLeft(text: string): boolean {
  const rightToLeft = text.match(/[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/g)?.length ?? 0;
  if (rightToLeft === 0) return false;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return rightToLeft > letters / 2;
}
