/** Bullets and list numbers at the start of a line. */

const sign = '[•◦▪▫●○■□▸▹‣⁃∙·➢➤►▶✓✔✦✧❖◆◇◊»›∗*§➔→\uF0B7\uF0A7\uF0D8\uF0FC\uF076]';
const opening = new RegExp(`^(?:${sign}+\\s*|[-–—+]\\s+|>{1,2}\\s+|o\\s+(?=\\p{Lu}))`, 'u');
const number = /^(\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)/i;
const alone = new RegExp(`^(?:${sign}|[-–—o])$`, 'u');

export interface Bulleted {
  readonly bullet?: string;
  readonly text: string;
}

/** Splits the bullet or number off. A capital letter with a dot ("A. Kumar") is a name, not a list letter. */
export function takeBullet(text: string): Bulleted {
  const found = opening.exec(text);
  if (found) return { bullet: found[0].trim(), text: text.slice(found[0].length) };
  const numbered = number.exec(text);
  if (numbered && !/^\p{Lu}\./u.test(numbered[0])) return { bullet: numbered[1] as string, text: text.slice(numbered[0].length) };
  return { text };
}

/** True for a stretch of text that is nothing but a bullet. */
export function isBullet(text: string): boolean {
  return alone.test(text.trim());
}
