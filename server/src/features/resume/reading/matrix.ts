import type { Box } from '@cairn/engine/resume';

/** As PDF writes it: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** First `b`, then `a`. */
export function times(a: Matrix, b: Matrix): Matrix {
  return [a[0] * b[0] + a[2] * b[1], a[1] * b[0] + a[3] * b[1], a[0] * b[2] + a[2] * b[3], a[1] * b[2] + a[3] * b[3], a[0] * b[4] + a[2] * b[5] + a[4], a[1] * b[4] + a[3] * b[5] + a[5]];
}

export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The least box around `box` and the point. */
export function grown(box: Box | undefined, [x, y]: readonly [number, number]): Box {
  if (box === undefined) return { x, y, width: 0, height: 0 };
  const [left, low] = [Math.min(box.x, x), Math.min(box.y, y)];
  return { x: left, y: low, width: Math.max(box.x + box.width, x) - left, height: Math.max(box.y + box.height, y) - low };
}

/** The box around what `box` becomes. */
export function placed(matrix: Matrix, { x, y, width, height }: Box): Box {
  const corners = [apply(matrix, x + width, y), apply(matrix, x, y + height), apply(matrix, x + width, y + height)];
  return corners.reduce(grown, grown(undefined, apply(matrix, x, y)));
}

/** What two boxes share; without width or height where they do not meet. */
export function common(a: Box, b: Box): Box {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  return { x, y, width: Math.max(0, Math.min(a.x + a.width, b.x + b.width) - x), height: Math.max(0, Math.min(a.y + a.height, b.y + b.height) - y) };
}
