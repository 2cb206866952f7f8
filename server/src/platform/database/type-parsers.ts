/** How PostgreSQL's values become JavaScript's where the driver's own choice is a trap. */
import pg from 'pg';

const { builtins } = pg.types;

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} does not fit a JavaScript number; select it as text`);
  return value;
}

const parsers = new Map<number, (text: string) => unknown>([
  // The driver gives counts and sums as strings.
  [builtins.INT8, wholeNumber],
  // The driver makes a day into midnight of this machine's time zone, which is another day elsewhere.
  [builtins.DATE, (text) => text],
]);

export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser(id: number, format?: 'text' | 'binary') {
    const own = format === 'binary' ? undefined : parsers.get(id);
    return own ?? pg.types.getTypeParser(id, format as 'text');
  },
};
