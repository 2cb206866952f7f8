/**
 * pdf.js takes a glyph that spells a virama for a mark without width, so that a space seems to stand behind it: "अध् यापिका".
 * The glyphs themselves, with the widths of their font, tell where words end.
 */
interface Placed {
  readonly str: string;
  readonly width: number;
  readonly transform: readonly number[];
}

/** Ems, with a space behind the letter that lost its width. */
const widestGap = 2;
/** Points by which two readings of one page may differ. */
const samePlace = 0.6;

const isPlaced = (item: object | undefined): item is Placed => item !== undefined && 'str' in item && 'transform' in item;
const x = ({ transform }: Placed): number => transform[4] as number;
const y = ({ transform }: Placed): number => transform[5] as number;

/** Whether an item begins inside a word, by the line it stands on. */
function insideWords(words: readonly Placed[]): (item: Placed) => boolean {
  const lines = Map.groupBy(words.filter(({ str }) => str.trim() !== ''), (word) => Math.round(y(word)));
  const holds = (word: Placed, at: number): boolean => x(word) < at - samePlace && x(word) + word.width > at + samePlace;
  return (item) => [-1, 0, 1].some((off) => lines.get(Math.round(y(item)) + off)?.some((word) => holds(word, x(item))) ?? false);
}

function isFalseGap(left: Placed, right: Placed): boolean {
  const size = Math.hypot(left.transform[2] as number, left.transform[3] as number);
  const gap = x(right) - x(left) - left.width;
  return gap > 0 && gap < widestGap * size && Math.abs(y(right) - y(left)) < samePlace;
}

/** The items in their order, without the spaces before what begins no word; `words` are the page's by its glyphs. `shaped` tells the scripts meant. */
export function withoutFalseGaps<Item extends object>(items: readonly Item[], words: readonly Placed[], shaped: RegExp): Item[] {
  const isInside = insideWords(words);
  const kept: Item[] = [];
  for (let at = 0; at < items.length; at += 1) {
    const left = items[at] as Item;
    let next = at + 1;
    while (isPlaced(items[next]) && (items[next] as unknown as Placed).str.trim() === '') next += 1;
    const right = items[next];
    if (isPlaced(left) && left.str.trim() !== '' && !/\s$/u.test(left.str) && isPlaced(right) && !/^\s/u.test(right.str) && shaped.test(left.str + right.str) && isFalseGap(left, right) && isInside(right)) {
      kept.push({ ...left, width: x(right) - x(left) });
      at = next - 1;
    } else {
      kept.push(left);
    }
  }
  return kept;
}
