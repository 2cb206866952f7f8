import { plainLine } from './plain-line.ts';
import type { ResumeLine } from './types.ts';

/** Writes lines of a page that has no document behind it. */
export class LineWriter {
  readonly lines: ResumeLine[] = [];

  nextId(): string {
    return `p1l${this.lines.length + 1}`;
  }

  write(text: string): ResumeLine {
    const line = plainLine(text, { page: 1, line: this.lines.length + 1 });
    this.lines.push(line);
    return line;
  }
}
