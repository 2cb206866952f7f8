/** Styles and links of a DOCX. */
import { readXml } from './xml.ts';

export interface ParagraphStyle {
  readonly headingLevel?: number;
  readonly listed: boolean;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Points. */
  readonly fontSize?: number;
}

interface RawStyle extends ParagraphStyle {
  readonly basedOn?: string;
}

export function readStyles(xml: string): ReadonlyMap<string, ParagraphStyle> {
  const raw = new Map<string, RawStyle>();
  let id = '';
  let style: { -readonly [K in keyof RawStyle]: RawStyle[K] } = { listed: false };
  readXml(xml, {
    open(name, attribute) {
      const value = attribute('w:val');
      if (name === 'w:style') {
        id = attribute('w:styleId') ?? '';
        style = { listed: false };
      } else if (name === 'w:name' && value !== undefined) {
        const heading = /^heading (\d)$/i.exec(value);
        if (heading) style.headingLevel = Number(heading[1]);
        else if (/^title$/i.test(value)) style.headingLevel = 1;
        if (/^list/i.test(value)) style.listed = /bullet|number|paragraph/i.test(value) && !/paragraph/i.test(value);
      } else if (name === 'w:basedOn' && value !== undefined) style.basedOn = value;
      else if (name === 'w:outlineLvl' && value !== undefined && Number(value) < 6) style.headingLevel ??= Number(value) + 1;
      else if (name === 'w:numPr') style.listed = true;
      else if (name === 'w:b') style.bold = isOn(value);
      else if (name === 'w:i') style.italic = isOn(value);
      else if (name === 'w:sz' && value !== undefined) style.fontSize = Number(value) / 2;
    },
    close(name) {
      if (name === 'w:style' && id !== '') raw.set(id, style);
    },
  });
  return new Map([...raw.keys()].map((key) => [key, inherit(raw, key)]));
}

function inherit(styles: ReadonlyMap<string, RawStyle>, id: string): ParagraphStyle {
  const chain: RawStyle[] = [];
  const seen = new Set<string>();
  let next: string | undefined = id;
  while (next !== undefined && !seen.has(next)) {
    seen.add(next);
    const style: RawStyle | undefined = styles.get(next);
    if (!style) break;
    chain.unshift(style);
    next = style.basedOn;
  }
  return chain.reduce<ParagraphStyle>((whole, style) => ({ ...whole, ...style, listed: whole.listed || style.listed }), { listed: false });
}

export function readRelations(xml: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  readXml(xml, {
    open(name, attribute) {
      const id = attribute('Id');
      const target = attribute('Target');
      if (name === 'Relationship' && id !== undefined && target !== undefined) targets.set(id, target);
    },
  });
  return targets;
}

/** A switch such as `<w:b/>` is on unless it says otherwise. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !['0', 'false', 'off', 'none'].includes(value);
}
