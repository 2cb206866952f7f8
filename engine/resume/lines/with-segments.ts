import type { ResumeLine, Segment } from '../types.ts';
import { joinSegments } from './positioned-lines.ts';

/** The line with these of its segments alone: its text, indent and look are theirs. */
export function withSegments(line: ResumeLine, segments: readonly Segment[]): ResumeLine {
  const body = segments.filter((segment) => !segment.aside);
  const styled = body.length > 0 ? body : segments;
  const first = styled[0];
  const shift = first && line.segments[0] ? first.x - line.segments[0].x : 0;
  return {
    ...line, segments, text: joinSegments(segments), indent: line.indent + Math.max(0, shift),
    bold: styled.every((segment) => segment.bold), italic: styled.every((segment) => segment.italic),
    fontSize: Math.max(...styled.map((segment) => segment.fontSize)),
  };
}
