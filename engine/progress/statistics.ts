/** The middle value; of an even number of values the mean of the two in the middle. NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2;
}

/** The value below which `share` (0 to 1) of the sorted values lie: the nearest rank. NaN of none. */
export function quantileOfSorted(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? NaN;
}

/**
 * The line through evenly spaced values that outliers move least: slope = median of the slopes of all pairs, start =
 * median of value − slope × place (H. Theil 1950; P. K. Sen, Journal of the American Statistical Association 63, 1968).
 * Two values at least; fewer give NaN.
 */
export function theilSen(values: readonly number[]): { readonly slope: number; readonly start: number } {
  const slopes = values.flatMap((earlier, from) => values.slice(from + 1).map((later, apart) => (later - earlier) / (apart + 1)));
  const slope = median(slopes);
  return { slope, start: median(values.map((value, place) => value - slope * place)) };
}

export function roundedTo(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round(value * scale) / scale;
}
