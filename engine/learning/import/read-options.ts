/** Options as files write them: one to a column, a list, an object by letters, or one text that lists them. */
import { columnKey, type Columns } from './columns.ts';

export interface ReadOption {
  readonly text: string;
  /** The letter or number that the file calls it by, folded; null where its place is all there is. */
  readonly label: string | null;
  /** Whether the file marks it as right itself; null where it does not say. */
  readonly right: boolean | null;
}

export type Cells = Readonly<Record<string, unknown>>;

/** What PostgreSQL cannot store or nobody can see goes; line ends become one kind. */
export function plainText(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return null;
  const text = String(value).toWellFormed().replaceAll(/\r\n?/g, '\n').replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff]/g, '').trim();
  return text === '' ? null : text;
}

export function optionsOf(cells: Cells, { optionCells, options, wrong, wrongCells, answer }: Columns): ReadOption[] {
  const oneEach = optionCells.flatMap((name) => withText(plainText(cells[name]), columnKey(name).at(-1) ?? null));
  if (oneEach.length >= 2) return oneEach;
  for (const name of options) {
    const listed = optionsIn(cells[name]);
    if (listed.length >= 2) return listed;
  }
  const wrongs = [...wrongCells.map((name) => cells[name]), ...wrong.flatMap((name) => optionsIn(cells[name]).map(({ text }) => text))].flatMap((value) => plainText(value) ?? []);
  const right = answer.map((name) => plainText(cells[name])).find((text) => text !== null);
  if (wrongs.length === 0 || right === undefined || right === null) return [];
  // The right one would always stand first; by the alphabet its place says nothing.
  return [{ text: right, label: null, right: true }, ...wrongs.map((text) => ({ text, label: null, right: false }))].sort((a, b) => (a.text < b.text ? -1 : 1));
}

function withText(text: string | null, label: string | null, right: boolean | null = null): ReadOption[] {
  return text === null ? [] : [{ text, label, right }];
}

function optionsIn(value: unknown): ReadOption[] {
  if (typeof value === 'string') return optionsInText(value.trim());
  if (Array.isArray(value)) return value.flatMap((one: unknown) => (isObject(one) ? markedOption(one) : withText(plainText(one), null)));
  if (!isObject(value)) return [];
  const { text, label } = value;
  if (Array.isArray(text)) return text.flatMap((one: unknown, at) => withText(plainText(one), Array.isArray(label) ? folded(label[at]) : null));
  return Object.entries(value).flatMap(([name, one]) => withText(plainText(one), name.trim().toLowerCase()));
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const folded = (value: unknown): string | null => plainText(value)?.toLowerCase() ?? null;

/** `{ text, correct }` under the names that such objects have. */
function markedOption(option: Record<string, unknown>): ReadOption[] {
  const byKey = new Map(Object.entries(option).map(([name, value]) => [columnKey(name), value]));
  const first = (...names: string[]): unknown => names.map((name) => byKey.get(name)).find((value) => value !== undefined && value !== null);
  const mark = first('correct', 'iscorrect', 'right', 'isright', 'isanswer');
  return withText(plainText(first('text', 'option', 'choice', 'value', 'content', 'answer')), folded(first('label', 'key', 'letter', 'id')), mark === undefined ? null : mark === true || mark === 1 || /^(?:true|yes|1)$/i.test(plainText(mark) ?? ''));
}

const quoted = /^\[\s*(?:(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")\s*,?\s*)*\]$/;

function optionsInText(text: string): ReadOption[] {
  if (text.startsWith('[') || text.startsWith('{')) {
    try {
      return optionsIn(JSON.parse(text) as object);
    } catch {
      // Not JSON: a list as Python prints it, or a text that begins with a bracket.
      if (quoted.test(text)) return [...text.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g)].flatMap(([, one, other]) => withText(plainText((one ?? other ?? '').replaceAll(/\\(.)/g, '$1')), null));
    }
  }
  const lettered = letteredOptions(text);
  if (lettered.length >= 2) return lettered;
  const sign = ['\n', '|', ';'].find((one) => text.includes(one));
  return sign === undefined ? [] : text.split(sign).flatMap((one) => withText(plainText(one), null));
}

/** "a) one b) two c) three": marks that follow each other from the first letter or number on. */
function letteredOptions(text: string): ReadOption[] {
  const marks = [...text.matchAll(/(?:^|\s|[;,|])\(?([A-Ja-j]|\d{1,2})[).:]\s+/g)];
  const first = marks[0]?.[1]?.toLowerCase();
  if (marks[0]?.index !== 0 || (first !== 'a' && first !== '1')) return [];
  const label = (at: number): string => (first === 'a' ? String.fromCharCode(97 + at) : String(at + 1));
  if (!marks.every(([, mark], at) => mark?.toLowerCase() === label(at))) return [];
  return marks.flatMap(({ index, 0: mark }, at) => withText(plainText(text.slice(index + mark.length, marks[at + 1]?.index).replace(/[;,|]\s*$/, '')), label(at)));
}

/** Where every option begins with its letter ("A) ", "b. "), the letters are labels and no part of the texts. */
export function withoutLetters(options: readonly ReadOption[]): ReadOption[] {
  const cut = options.map(({ text }, at) => new RegExp(`^\\(?${String.fromCharCode(97 + at)}[).:]\\s+(?=\\S)`, 'i').exec(text)?.[0].length ?? 0);
  return cut.every((length) => length > 0) ? options.map((option, at) => ({ ...option, text: option.text.slice(cut[at]), label: option.label ?? String.fromCharCode(97 + at) })) : [...options];
}
