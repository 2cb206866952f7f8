/** Keeps who somebody is on this machine: names, addresses and numbers are replaced before a text leaves it and put back after. */

export interface Redaction {
  /** The text with a stand-in for everything personal; the same thing always gets the same stand-in. */
  hide(text: string): string;
  restore(text: string): string;
  /** How many things were hidden. */
  count(): number;
}

const patterns: readonly RegExp[] = [
  /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu,
  /\b(?:https?:\/\/)?(?:www\.)?(?:linkedin\.com\/in|github\.com|gitlab\.com|x\.com|twitter\.com|facebook\.com|instagram\.com)\/[\w.-]+\/?/gi,
  // Telephone numbers: 8 to 15 digits (ITU-T E.164), with a plus, brackets, blanks, dots or hyphens between, no dates or years.
  /(?<![\p{L}\p{N}.])(?:\+\d{1,3}[\s.-]?)?(?:\(\d{2,5}\)[\s.-]?)?\d{3,5}[\s.-]?\d{3,5}(?:[\s.-]?\d{2,5})?(?![\p{L}\p{N}]|\.\d)/gu,
];
const isNumber = /\d/;
const fewestDigits = 8;
const shortestName = 3;

/** `personal` are texts known to be the person's own: their name and its parts, address, roll number. */
export function redaction(personal: readonly string[]): Redaction {
  const byThing = new Map<string, string>();
  const byStandIn = new Map<string, string>();
  const known = [...new Set(personal.map((text) => text.trim()).filter((text) => text.length >= shortestName))].toSorted((one, other) => other.length - one.length);
  const knownPattern = known.length === 0 ? null : new RegExp(`(?<![\\p{L}\\p{N}\\p{M}])(?:${known.map(escaped).join('|')})(?![\\p{L}\\p{N}\\p{M}])`, 'giu');

  function standInFor(thing: string): string {
    const key = thing.toLowerCase();
    const before = byThing.get(key);
    if (before !== undefined) return before;
    const standIn = `[[P${byThing.size + 1}]]`;
    byThing.set(key, standIn);
    byStandIn.set(standIn, thing);
    return standIn;
  }

  return {
    hide(text) {
      const withoutKnown = knownPattern === null ? text : text.replaceAll(knownPattern, standInFor);
      return patterns.reduce((hidden, pattern, at) => hidden.replaceAll(pattern, (thing) => (at === 2 && !isTelephone(thing) ? thing : standInFor(thing))), withoutKnown);
    },
    restore: (text) => text.replaceAll(/\[\[P\d+\]\]/g, (standIn) => byStandIn.get(standIn) ?? standIn),
    count: () => byThing.size,
  };
}

function isTelephone(thing: string): boolean {
  const digits = thing.match(/\d/g)?.length ?? 0;
  const isYears = /^\d{4}[\s.-]+\d{4}$/.test(thing);
  return isNumber.test(thing) && digits >= fewestDigits && digits <= 15 && !isYears;
}

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`).replaceAll(/\s+/g, String.raw`\s+`);
