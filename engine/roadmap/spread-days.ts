/**
 * Spreads tasks over days, keeping their order, so that the days are as even as can be: of all ways to cut the list into
 * `days` runs, the one with the smallest Σ (hours of a day)²; where ways are equal, the earlier days get more.
 * Gives for each task the place of its day, 0 to days − 1. Takes tasks² × days steps.
 */
export function spreadOverDays(hours: readonly number[], days: number): number[] {
  const before = [0];
  for (const each of hours) before.push((before.at(-1) ?? 0) + each);
  const sumBetween = (from: number, to: number): number => (before[to] ?? 0) - (before[from] ?? 0);

  // least[k]: the smallest Σ of squares for the tasks from k on, over the days left; cuts[d][k]: where day d then ends.
  let least = hours.map((_, from) => sumBetween(from, hours.length) ** 2);
  least.push(0);
  const cuts: number[][] = [new Array<number>(hours.length + 1).fill(hours.length)];
  for (let day = 1; day < days; day += 1) {
    const next: number[] = [];
    const cut: number[] = [];
    for (let from = 0; from <= hours.length; from += 1) {
      let best = Infinity;
      let bestEnd = from;
      for (let end = hours.length; end >= from; end -= 1) {
        const cost = sumBetween(from, end) ** 2 + (least[end] ?? 0);
        if (cost < best) {
          best = cost;
          bestEnd = end;
        }
      }
      next.push(best);
      cut.push(bestEnd);
    }
    least = next;
    cuts.unshift(cut);
  }

  const places: number[] = [];
  let from = 0;
  cuts.forEach((cut, day) => {
    const end = cut[from] ?? hours.length;
    for (; from < end; from += 1) places.push(day);
  });
  return places;
}
