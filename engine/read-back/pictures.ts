import type { Box, ResumeLine } from '../resume/types.ts';
import type { Loss } from './loss.ts';
import type { PageLook, ReadBackRequest } from './types.ts';

/** Points for a page that is all picture; a part of one costs its share. By judgement. */
const wholePage = 30;
const mostPages = 2;
/** Share of the page from which a picture may hold what a reader would miss; smaller ones are logos, icons and rules. */
const leastShare = 0.15;
/** One about as high as wide is mostly a photo of the person, and counts only when it is larger than any such photo. */
const leastSquareShare = 0.25;
const squareSides = [0.6, 1.67] as const;
/** Share of the picture that lines of text lie over: more, and it is a background or a scan with its text put over it. */
const mostTextOver = 0.05;
/** Points between two stripes of one picture. */
const seam = 2;

/** Pictures that cover much of a page with no text over them, on pages that have text elsewhere: a machine reads nothing there. */
export function pictureLosses({ pages, lines }: Pick<ReadBackRequest, 'pages' | 'lines'>): Loss[] {
  const covered = pages.map((page, index) => ({ page: index + 1, share: shareWithoutText(page, lines.filter((line) => line.page === index + 1)) })).filter(({ share }) => share > 0);
  const costly = covered.toSorted((a, b) => b.share - a.share).slice(0, mostPages);
  return covered.map((one) => ({ what: { code: 'read-back.picture-without-text', params: { page: one.page, percent: Math.round(100 * one.share) } }, points: costly.includes(one) ? wholePage * one.share : 0, evidence: [] }));
}

/** Of a page, 0 to 1; 0 for one without any text, which is said of by itself. */
function shareWithoutText({ width, height, pictures = [] }: PageLook, lines: readonly ResumeLine[]): number {
  if (lines.length === 0 || !(width > 0 && height > 0)) return 0;
  const whole = { x: 0, y: 0, width, height };
  const unread = joined(pictures.map((picture) => common(picture, whole)).filter((picture) => areaOf(picture) > 0))
    .filter((picture) => areaOf(picture) >= leastOf(picture) * areaOf(whole) && lines.reduce((sum, { box }) => sum + areaOf(common(box, picture)), 0) < mostTextOver * areaOf(picture));
  return Math.min(1, unread.filter((picture, index) => !unread.slice(0, index).some((other) => areaOf(common(picture, other)) > areaOf(picture) / 2)).reduce((sum, picture) => sum + areaOf(picture), 0) / areaOf(whole));
}

function leastOf({ width, height }: Box): number {
  return width / height >= squareSides[0] && width / height <= squareSides[1] ? leastSquareShare : leastShare;
}

/** Scanners and printer drivers cut one picture into stripes. The largest first. */
function joined(pictures: readonly Box[]): Box[] {
  const whole: Box[] = [];
  for (const picture of pictures.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const at = whole.findIndex((other) => adjoin(other, picture));
    const other = whole[at];
    if (other === undefined) whole.push(picture);
    else whole[at] = around(other, picture);
  }
  return whole.toSorted((a, b) => areaOf(b) - areaOf(a));
}

function adjoin(a: Box, b: Box): boolean {
  const near = (one: number, other: number): boolean => Math.abs(one - other) <= seam;
  const below = near(a.x, b.x) && near(a.width, b.width) && near(a.y + a.height, b.y);
  return below || (near(a.y, b.y) && near(a.height, b.height) && near(a.x + a.width, b.x));
}

function around(a: Box, b: Box): Box {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return { x, y, width: Math.max(a.x + a.width, b.x + b.width) - x, height: Math.max(a.y + a.height, b.y + b.height) - y };
}

function common(a: Box, b: Box): Box {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  return { x, y, width: Math.max(0, Math.min(a.x + a.width, b.x + b.width) - x), height: Math.max(0, Math.min(a.y + a.height, b.y + b.height) - y) };
}

function areaOf({ width, height }: Box): number {
  return width * height;
}
