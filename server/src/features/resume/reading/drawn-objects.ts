/** What a PDF's content draws by name, and where: of its operators those that move, clip and draw. */
import type { Box } from '@cairn/engine/resume';
import { apply, common, grown, placed, times, type Matrix } from './matrix.ts';

export interface DrawnObject {
  readonly name: string;
  /** Where its unit square lies, as far as it is not clipped. */
  readonly box: Box;
  readonly matrix: Matrix;
  readonly clip: Box | undefined;
}

interface State {
  readonly matrix: Matrix;
  readonly clip: Box | undefined;
}

const unitSquare: Box = { x: 0, y: 0, width: 1, height: 1 };
const token = /[\0\t\n\f\r ]+|%[^\r\n]*|<<|>>|<[^>]*>|\/([^\0\t\n\f\r ()<>[\]{}/%]*)|([+-]?(?:\d+\.?\d*|\.\d+))|([A-Za-z'"][A-Za-z0-9*'"]*)|[^]/y;
const endOfPicture = /\sEI(?=\s|$)/g;
const pathEnds: ReadonlySet<string> = new Set(['n', 'f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*']);
/** How many points of a curve or line each operator ends in; the box around them holds the curve. */
const pathPoints: Readonly<Record<string, number>> = { m: 1, l: 1, c: 3, v: 2, y: 2 };
const mostOperands = 12;

export function* drawnObjects(content: string, matrix: Matrix, clip: Box | undefined): Generator<DrawnObject> {
  const saved: State[] = [];
  let state: State = { matrix, clip };
  /** Around the path so far. */
  let path: Box | undefined;
  let clips = false;
  let [name, numbers]: [string, number[]] = ['', []];
  for (const { kind, text } of tokensOf(content)) {
    if (kind === 'name') name = text;
    else if (kind === 'number') numbers = [...numbers.slice(1 - mostOperands), Number(text)];
    else {
      const [x = 0, y = 0, width = 0, height = 0] = numbers;
      if (text === 'q') saved.push(state);
      else if (text === 'Q') state = saved.pop() ?? state;
      else if (text === 'cm' && numbers.length === 6) state = { ...state, matrix: times(state.matrix, numbers as unknown as Matrix) };
      else if (text === 're') path = [[x, y], [x + width, y], [x, y + height], [x + width, y + height]].map(([across = 0, up = 0]) => apply(state.matrix, across, up)).reduce<Box | undefined>(grown, path);
      else if (text === 'W' || text === 'W*') clips = true;
      else if (text === 'Do') yield { name, box: clipped(placed(state.matrix, unitSquare), state.clip), matrix: state.matrix, clip: state.clip };
      else if (pathEnds.has(text)) {
        if (clips && path !== undefined) state = { ...state, clip: clipped(path, state.clip) };
        [path, clips] = [undefined, false];
      }
      for (let point = 0; point < (pathPoints[text] ?? 0); point += 1) path = grown(path, apply(state.matrix, numbers[2 * point] ?? 0, numbers[2 * point + 1] ?? 0));
      [name, numbers] = ['', []];
    }
  }
}

function clipped(box: Box, clip: Box | undefined): Box {
  return clip === undefined ? box : common(box, clip);
}

function* tokensOf(content: string): Generator<{ readonly kind: 'name' | 'number' | 'operator'; readonly text: string }> {
  for (let at = 0; at < content.length;) {
    token.lastIndex = at;
    const [whole = '', name, number, operator] = token.exec(content) ?? [];
    at += Math.max(1, whole.length);
    if (whole === '(') at = afterString(content, at);
    else if (name !== undefined) yield { kind: 'name', text: name };
    else if (number !== undefined) yield { kind: 'number', text: number };
    else if (operator !== undefined) {
      if (operator === 'ID') {
        endOfPicture.lastIndex = at;
        at = endOfPicture.exec(content) === null ? content.length : endOfPicture.lastIndex;
      }
      yield { kind: 'operator', text: operator };
    }
  }
}

function afterString(content: string, from: number): number {
  let depth = 1;
  let at = from;
  for (; at < content.length && depth > 0; at += 1) {
    const letter = content[at];
    if (letter === '\\') at += 1;
    else if (letter === '(') depth += 1;
    else if (letter === ')') depth -= 1;
  }
  return at;
}
