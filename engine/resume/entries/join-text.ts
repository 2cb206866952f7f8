/** Lines of one sentence → one text. */

/** Prefixes that keep their hyphen when a line ends after them. */
const hyphenated = new Set(
  'self|co|non|multi|real|high|low|end|well|cross|on|in|off|full|open|object|data|cost|long|short|third|first|second|state|time|user|front|back|pre|post|re|semi|anti|inter|intra|event|test|large|small|mid|part|one|two|three|top|x|e|all|fast|hands|resource|hardware|domain|cloud|server|client|role|rule|award|customer|machine|open-source|out|up|peer|problem|decision|higher|lower|mixed|deep|zero|few'.split('|'),
);

/**
 * Joins wrapped lines. A soft hyphen goes; a hyphen at the end of a line goes when the next line starts with a small
 * letter, unless what stands before it is a word that makes compounds, or the resume writes the compound elsewhere.
 */
export function joinWrapped(parts: readonly string[], written: ReadonlySet<string> = new Set()): string {
  let text = '';
  for (const part of parts) {
    const next = part.trim();
    if (text === '') text = next;
    else if (next === '') continue;
    else text = joinTwo(text, next, written);
  }
  return text.replaceAll('\u00AD', '').replace(/ {2,}/g, ' ').trim();
}

function joinTwo(text: string, next: string, written: ReadonlySet<string>): string {
  if (text.endsWith('\u00AD')) return text.slice(0, -1) + next;
  const before = /([\p{L}\p{M}-]+)[-‐]$/u.exec(text)?.[1];
  const after = /^[\p{Ll}\p{M}]+/u.exec(next)?.[0];
  if (before === undefined) return /[/]$/.test(text) && !/\s\/$/.test(text) ? text + next : `${text} ${next}`;
  // "MADI-" above "SON": in capitals, what the document writes elsewhere as one word is one.
  const capitals = /^\p{Lu}{2,}/u.exec(next)?.[0];
  if (after === undefined && capitals !== undefined && written.has((before + capitals).toLowerCase())) return text.slice(0, -1) + next;
  if (after === undefined) return text + next;
  const compound = written.has(`${before}-${after}`.toLowerCase()) && !written.has((before + after).toLowerCase());
  const keeps = compound || (hyphenated.has(before.toLowerCase()) && !written.has((before + after).toLowerCase())) || before.includes('-');
  return keeps ? text + next : text.slice(0, -1) + next;
}

/** The words of a document, for telling "sub-\nmissions" from "on-\ndevice". */
export function writtenWords(texts: readonly string[]): Set<string> {
  const words = new Set<string>();
  if (!texts.some((text) => /[\p{L}\p{M}][-‐]$/u.test(text))) return words;
  for (const text of texts) for (const word of text.toLowerCase().match(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*(?![\p{L}\p{M}-])/gu) ?? []) words.add(word);
  return words;
}
