/**
 * Rounds parts to tenths so that they add up to their rounded sum: the parts with the largest remainders take what plain
 * rounding would lose. Equal remainders go to the earlier part. `roundedSum` is the sum where it is shown beside the parts:
 * added up in another order, half a tenth may be rounded the other way.
 */
export function roundPartsToTenths(parts: readonly number[], roundedSum = roundToTenths(parts.reduce((sum, part) => sum + part, 0))): number[] {
  const tenths = parts.map((part) => part * 10);
  const total = Math.round(roundedSum * 10);
  const rounded = tenths.map(Math.floor);
  const lost = total - rounded.reduce((sum, part) => sum + part, 0);
  const byRemainder = tenths
    .map((part, index) => ({ index, remainder: part - Math.floor(part) }))
    .toSorted((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, lost)) rounded[index] = (rounded[index] as number) + 1;
  return rounded.map((part) => part / 10);
}

/** One decimal, as percentages and points are shown. */
export function roundToTenths(value: number): number {
  return Math.round(value * 10) / 10;
}
