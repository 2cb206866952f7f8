/** E-mail addresses and links, in the text and behind it. */
import { fieldOf } from '../confidence.ts';
import type { ContactLink, Field, ResumeLine } from '../types.ts';

const email = /[\p{L}\d][\p{L}\d._%+-]{0,63}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){0,4}\.\p{L}{2,24}/gu;
const topLevels = 'com|org|net|io|dev|in|me|app|co|ai|tech|edu|info|xyz|site|online|page|uk|us|ca|de|fr|eu|blog|design|studio|work|digital|cloud|space|website|portfolio|codes|ink|link|ac|gov|pro|cc|tv|gg|ly|be|nl|es|it|ch|at|au|nz|sg|jp';
/** PDFs may part the signs from the letters ("name @ mail . com"); people may write them out ("name [at] mail [dot] com"). */
const spacedAt = /\s*(?:[[({]\s*at\s*[\])}]|\s@\s*|@\s|\s@)\s*/giu;
const spacedDot = /\s*[[({]\s*dot\s*[\])}]\s*|(?<=@\S{1,63}) ?\. ?(?=\p{Ll}{2,})|(?<=\p{L}) \. (?=[\p{L}\d.]+@)/giu;

export function emailsIn(text: string): string[] {
  const found = text.match(email);
  if (found) return found.map(cleanEmail);
  if (!text.includes('@') && !/[[({]\s*at\s*[\])}]/iu.test(text)) return [];
  const joined = text.replace(spacedAt, '@').replace(spacedDot, '.').replace(/(@[\p{L}\d-]{1,63}) ?\. ?(?=\p{L})/gu, '$1.');
  return (joined.match(email) ?? []).map(cleanEmail);
}

const domainEnd = new RegExp(`\\.(?:${topLevels}|example|\\p{L}{2}\\.\\p{L}{2})$`, 'iu');

/** "name@mail.exam" above "ple.org": the address of a narrow column or cell, whole; undefined where nothing goes on. */
export function wrappedEmail(line: ResumeLine, below: readonly ResumeLine[]): { readonly email: string; readonly line: ResumeLine } | undefined {
  for (const segment of line.segments) {
    const head = /[\p{L}\d._%+-]+@[\p{L}\d.-]*$|[\p{L}\d._%+-]{3,}$/u.exec(segment.text.trim())?.[0];
    if (head === undefined || !/\p{L}/u.test(head)) continue;
    for (const next of below) {
      if (next.column !== line.column || next.page !== line.page) break;
      const tail = next.segments.find((other) => Math.abs(other.x - segment.x) < 3)?.text.trim() ?? '';
      if (tail === '') continue;
      const whole = emailsIn(head + tail)[0];
      const breaksOff = head.includes('@') ? (/^[.@]/.test(tail) || /[.@-]$/.test(head) || !domainEnd.test(head)) : tail.startsWith('@');
      if (whole === head + tail && breaksOff && /^[@.\p{Ll}\d-]{1,32}$/u.test(tail) && domainEnd.test(whole)) return { email: whole, line: next };
      break;
    }
  }
  return undefined;
}

function cleanEmail(text: string): string {
  return text.replace(/^[._%+-]+|[.-]+$/g, '');
}

const networks: readonly (readonly [string, RegExp])[] = [
  ['LinkedIn', /(?:^|\.)linkedin\.com$|^lnkd\.in$/], ['GitHub', /(?:^|\.)github\.com$/], ['GitLab', /(?:^|\.)gitlab\.com$/], ['Bitbucket', /(?:^|\.)bitbucket\.org$/],
  ['Stack Overflow', /(?:^|\.)stackoverflow\.com$/], ['LeetCode', /(?:^|\.)leetcode\.com$/], ['HackerRank', /(?:^|\.)hackerrank\.com$/], ['Codeforces', /(?:^|\.)codeforces\.com$/],
  ['CodeChef', /(?:^|\.)codechef\.com$/], ['HackerEarth', /(?:^|\.)hackerearth\.com$/], ['GeeksforGeeks', /(?:^|\.)geeksforgeeks\.org$/], ['Kaggle', /(?:^|\.)kaggle\.com$/],
  ['Medium', /(?:^|\.)medium\.com$/], ['X', /(?:^|\.)(?:twitter|x)\.com$/], ['Behance', /(?:^|\.)behance\.net$/], ['Dribbble', /(?:^|\.)dribbble\.com$/], ['YouTube', /(?:^|\.)youtube\.com$/],
  ['Google Scholar', /^scholar\.google\./], ['ORCID', /(?:^|\.)orcid\.org$/], ['ResearchGate', /(?:^|\.)researchgate\.net$/], ['Instagram', /(?:^|\.)instagram\.com$/], ['Facebook', /(?:^|\.)facebook\.com$/],
];

const address = new RegExp(`(?:https?:\\/\\/)?(?:www\\.)?(?:[\\p{L}\\d-]{1,63}\\.){1,4}(?:${topLevels})(?![\\p{L}\\d@-])(?:\\.(?:in|uk|au|nz|sg|jp))?(?::\\d{2,5})?(?:\\/[^\\s|,;<>()"'’]*)?`, 'giu');

export function labelOf(url: string): string {
  const host = hostOf(url);
  const network = networks.find(([, pattern]) => pattern.test(host));
  return network ? network[0] : host;
}

function hostOf(url: string): string {
  return (/^(?:[a-z]+:\/\/)?([^/?#:]+)/i.exec(url)?.[1] ?? url).toLowerCase().replace(/^www\./, '');
}

function withScheme(url: string): string {
  const clean = url.replace(/[.,;:)\]]+$/, '');
  return /^[a-z][a-z\d+.-]*:\/\//i.test(clean) ? clean : `https://${clean}`;
}

/** Addresses written in a text; those inside e-mail addresses and file names do not count. */
export function addressesIn(text: string): string[] {
  const withoutEmails = text.replace(email, ' ');
  return (withoutEmails.match(address) ?? []).filter((found) => /^(?:https?:|www\.)|\/|\.(?:com|org|net|io|dev|me|app|ai|tech|in|site|page|xyz)$/i.test(found) && !/^(?:[bm]|b\.?e|m\.?e|dip)\.tech$/i.test(found) && !/^(?:node|vue|next|react|express|three|d3|nuxt|asp|socket)\.(?:js|net|io)$/i.test(found)).map(withScheme);
}

/** In a narrow column an address may go on in the next line. */
function withWrappedAddress(line: ResumeLine, next: ResumeLine | undefined): string {
  const breaksOff = /\.\p{L}{2,}\/\S*[-_/]$/u.test(line.text);
  if (!breaksOff || !next || next.column !== line.column || next.page !== line.page) return line.text;
  return line.text + (/^[\w%./-]+/.exec(next.text)?.[0] ?? '');
}

/** Every link of the header: annotations first, then addresses in the text that no annotation repeats. */
export function contactLinks(lines: readonly ResumeLine[]): Field<ContactLink>[] {
  const links = new Map<string, Field<ContactLink>>();
  const add = (url: string, line: ResumeLine, signal: 'link' | 'form'): void => {
    const key = url.toLowerCase().replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/+$/, '');
    if (key === '' || links.has(key) || !/\./.test(hostOf(url))) return;
    links.set(key, fieldOf({ label: labelOf(url), url }, [line], [signal]));
  };
  for (const line of lines) for (const url of line.links) if (/^https?:\/\//i.test(url)) add(url, line, 'link');
  for (const [index, line] of lines.entries()) for (const url of addressesIn(withWrappedAddress(line, lines[index + 1]))) add(url, line, 'form');
  for (const line of lines) {
    const handle = /\b(linkedin|github)\s*[:：]\s*@?([\w-]{3,40})(?![\w./-])/iu.exec(line.text);
    if (!handle || line.links.length > 0) continue;
    const network = (handle[1] as string).toLowerCase();
    add(network === 'github' ? `https://github.com/${handle[2]}` : `https://linkedin.com/in/${handle[2]}`, line, 'form');
  }
  return [...links.values()];
}
