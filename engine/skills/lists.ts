/** Enumerations: what stands between two items, and whether a name is a whole item of one. */
import type { Span } from '../text/span.ts';

/** A remark behind an item: "Go (2 years)". */
const remark = String.raw`(?:\s*\([^()\n]{0,40}\))?`;
const connector = String.raw`(?:,|;|\||/|•|·|●|▪|■|\+|&|\n|\t|،|।)`;
const conjunction = String.raw`(?:and\/or|and|or|nor|as well as|और|या|एवं|तथा|व|अथवा)`;

const listGap = new RegExp(String.raw`^${remark}\s*(?:${connector}\s*[-*•·●▪■]?\s*(?:${conjunction}\s+)?|\s${conjunction}\s+)$`, 'iu');

/** Whether the text between two names joins them as items of one list. */
export function isListGap(gap: string): boolean {
  return gap.length <= 64 && listGap.test(gap);
}

const itemStart = new RegExp(String.raw`(?:^|${connector}|[:(\[–—-]|\s${conjunction})\s*[-*•·●▪■]?\s*$`, 'iu');
const itemEnd = new RegExp(String.raw`^(?:\s*$|\s*(?:${connector}|[.)\]:(–—]|-\s)|\s+${conjunction}\s)`, 'iu');

/** Whether nothing that a name could belong to follows it. */
export function isItemEnd(text: string, end: number): boolean {
  return itemEnd.test(text.slice(end, end + 12));
}

/** Whether a name is the whole of a list's item: nothing but separators next to it. */
export function isWholeItem(text: string, { start, end }: Span): boolean {
  return itemStart.test(text.slice(Math.max(0, start - 12), start)) && isItemEnd(text, end);
}
