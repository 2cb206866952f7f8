/** A reader of XML events: enough for Office documents, and nothing that XML can be abused for (no entities, no DTD). */

export interface XmlHandler {
  open(name: string, attributes: (name: string) => string | undefined): void;
  close?(name: string): void;
  text?(text: string): void;
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * Walks the text once. A document that breaks off or is malformed gives the events up to there; the answer is false then.
 * Names keep their prefix (`w:p`).
 */
export function readXml(xml: string, handler: XmlHandler): boolean {
  let at = 0;
  let depth = 0;
  while (at < xml.length) {
    const tag = xml.indexOf('<', at);
    if (tag < 0) break;
    if (tag > at) handler.text?.(decode(xml.slice(at, tag)));
    if (xml.startsWith('<!--', tag)) at = endOf(xml, '-->', tag + 4);
    else if (xml.startsWith('<![CDATA[', tag)) {
      const end = xml.indexOf(']]>', tag + 9);
      handler.text?.(xml.slice(tag + 9, end < 0 ? xml.length : end));
      at = end < 0 ? xml.length + 1 : end + 3;
    } else if (xml[tag + 1] === '?' || xml[tag + 1] === '!') at = endOf(xml, '>', tag + 2);
    else {
      const end = endOfTag(xml, tag + 1);
      if (end < 0) return false;
      depth += readTag(xml.slice(tag + 1, end), handler);
      at = end + 1;
    }
  }
  return depth === 0 && at <= xml.length;
}

function endOf(xml: string, mark: string, from: number): number {
  const end = xml.indexOf(mark, from);
  return end < 0 ? xml.length + 1 : end + mark.length;
}

/** A `>` inside a quoted attribute does not end the tag. */
function endOfTag(xml: string, from: number): number {
  let quote = '';
  for (let at = from; at < xml.length; at += 1) {
    const letter = xml[at] as string;
    if (quote !== '') {
      if (letter === quote) quote = '';
    } else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '>') return at;
  }
  return -1;
}

function readTag(tag: string, handler: XmlHandler): number {
  if (tag.startsWith('/')) {
    handler.close?.(tag.slice(1).trim());
    return -1;
  }
  const empty = tag.endsWith('/');
  const body = empty ? tag.slice(0, -1) : tag;
  const name = /^[^\s/]+/.exec(body)?.[0] ?? '';
  handler.open(name, (attribute) => attributeOf(body, attribute));
  if (!empty) return 1;
  handler.close?.(name);
  return 0;
}

function attributeOf(tag: string, name: string): string | undefined {
  let at = tag.indexOf(name);
  while (at >= 0) {
    const before = tag[at - 1];
    const equals = /^\s*=\s*(["'])/.exec(tag.slice(at + name.length, at + name.length + 16));
    if (equals && before !== undefined && /\s/.test(before)) {
      const from = at + name.length + equals[0].length;
      const end = tag.indexOf(equals[1] as string, from);
      return end < 0 ? undefined : decode(tag.slice(from, end));
    }
    at = tag.indexOf(name, at + name.length);
  }
  return undefined;
}

function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(lt|gt|amp|quot|apos));/gi, (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
    if (name !== undefined) return named[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex as string, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
