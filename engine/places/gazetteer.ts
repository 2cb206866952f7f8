import { placeKey } from './place-key.ts';
import { countryNames, generalWords, stateNames, townNames } from './place-names.ts';
import type { PlaceChoice } from './types.ts';

export interface KnownPlace extends PlaceChoice {
  readonly latitude: number;
  readonly longitude: number;
  readonly country: string;
  /** In thousands; 0 for states and countries. */
  readonly people: number;
}

export interface Gazetteer {
  /** Every place that a key (see placeKey) can mean. */
  meanings(key: string): readonly KnownPlace[];
}

const none: readonly KnownPlace[] = [];
const generalEndings = new RegExp(String.raw` (?:${generalWords})$`, 'u');
const tab = 9;
/** Of 58,000 lines; a few more or less make no difference. */
const signposts = 2048;

/**
 * Reads the table that scripts/derive-places.ts writes, three blocks of tab-separated lines: countries (code, English,
 * Hindi, latitude, longitude), states (country, name, postal code, latitude, longitude), towns in the order of their keys
 * (key, name where it is another, country, row of the state, latitude and longitude in thousandths of a degree, thousands
 * of people).
 *
 * Towns stay text until they are asked for: a key is found by halving the text, in which keys stand in the order of their
 * UTF-16 code units, so that 58,000 of them take no time to compile and no memory but the text's own. Source: GeoNames, CC BY 4.0. Throws RangeError where the text has
 * not three blocks.
 */
export function compileGazetteer(table: string): Gazetteer {
  const [countryBlock, stateBlock, townBlock] = table.split('\n\n');
  if (countryBlock === undefined || stateBlock === undefined || townBlock === undefined) throw new RangeError('The table of places has three blocks: countries, states, towns.');
  const towns: string = townBlock;
  const findLine = createLineFinder(towns);
  const areas = new Map<string, KnownPlace[]>();
  const states: KnownPlace[] = [];
  const byId = new Map<string, KnownPlace>();
  const read = new Map<number, readonly KnownPlace[]>();

  function addNames(known: Map<string, KnownPlace[]>, place: KnownPlace, names: readonly string[]): void {
    for (const name of names) {
      const key = placeKey(name);
      addKey(known, place, key);
      if (place.kind !== 'city' && key.includes(' ')) addKey(known, place, key.replace(generalEndings, ''));
    }
  }
  function addKey(known: Map<string, KnownPlace[]>, place: KnownPlace, key: string): void {
    const same = known.get(key);
    if (key === '' || same?.includes(place)) return;
    if (same) same.push(place);
    else known.set(key, [place]);
  }

  for (const line of stateBlock.split('\n')) {
    const { 0: country = '', 1: name = '', 2: postal = '', 3: latitude, 4: longitude } = line.split('\t');
    const state = { kind: 'state', name, state: name, country, latitude: Number(latitude), longitude: Number(longitude), people: 0 } as const;
    states.push(state);
    byId.set(`${country}|${name}`, state);
    addNames(areas, state, [name, postal]);
  }
  for (const [country = '', name = '', hindi = '', latitude, longitude] of cellsOf(countryBlock, '\t')) {
    const place = { kind: 'country', name, state: null, country, latitude: Number(latitude), longitude: Number(longitude), people: 0 } as const;
    byId.set(country, place);
    addNames(areas, place, [name, hindi, country]);
  }
  for (const [country = '', ...names] of cellsOf(countryNames.trim(), '|')) addKnown(byId.get(country), names);
  for (const [country, state, ...names] of cellsOf(stateNames.trim(), '|')) addKnown(byId.get(`${country}|${state}`), names);
  for (const [country, town = '', ...names] of cellsOf(townNames.trim(), '|')) {
    addKnown(townsOf(placeKey(town)).filter((place) => place.country === country).toSorted((a, b) => b.people - a.people)[0], names);
  }
  function addKnown(place: KnownPlace | undefined, names: readonly string[]): void {
    if (place) addNames(areas, place, names);
  }

  function townsOf(key: string): readonly KnownPlace[] {
    const start = findLine(key);
    if (start < 0) return none;
    const known = read.get(start);
    if (known) return known;
    const found: KnownPlace[] = [];
    for (let at = start; towns.startsWith(key, at) && towns.charCodeAt(at + key.length) === tab;) {
      const end = towns.indexOf('\n', at);
      const [, name = '', country = '', state = '', latitude, longitude, people] = towns.slice(at, end < 0 ? undefined : end).split('\t');
      found.push({ kind: 'city', name: name || capitalised(key), state: state === '' ? null : (states[Number(state)]?.name ?? null), country, latitude: Number(latitude) / 1000, longitude: Number(longitude) / 1000, people: Number(people) });
      if (end < 0) break;
      at = end + 1;
    }
    read.set(start, found);
    return found;
  }

  return {
    meanings(key) {
      const [inTable, others] = [townsOf(key), areas.get(key)];
      if (others === undefined) return inTable;
      // A second name of a town that the table has under both.
      return [...inTable, ...others.filter((place) => !inTable.some((town) => town.latitude === place.latitude && town.longitude === place.longitude))];
    },
  };
}

/** In thousands of people. Smaller towns are often called like something else. */
const leastPeople = 15;

/** Whether a name by itself is that of a town of some size, written with a capital. */
export function isTown(name: string, gazetteer: Gazetteer): boolean {
  return /^\p{Lu}[\p{L}\p{M} .'’-]{2,40}$/u.test(name) && gazetteer.meanings(placeKey(name)).some(({ kind, people }) => kind === 'city' && people >= leastPeople);
}

/** Where the first line with a key starts; -1 without one. */
function createLineFinder(text: string): (key: string) => number {
  const keyAt = (start: number): string => text.slice(start, text.indexOf('\t', start));
  const after = (start: number): number => {
    const end = text.indexOf('\n', start);
    return end < 0 ? text.length : end + 1;
  };
  /** Lines all over the text, whose keys are at hand: the first halvings need not read the text. */
  const starts = [...new Set(Array.from({ length: signposts }, (_, post) => text.lastIndexOf('\n', Math.floor((post * text.length) / signposts) - 1) + 1))];
  const keys = starts.map(keyAt);

  return (key) => {
    let [low, high] = [0, keys.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((keys[middle] as string) < key) low = middle + 1;
      else high = middle;
    }
    let [from, to] = [low === 0 ? 0 : (starts[low - 1] as number), starts[low] ?? text.length];
    while (from < to) {
      // The break before the middle: a break in the middle itself ends its line.
      const start = text.lastIndexOf('\n', ((from + to) >>> 1) - 1) + 1;
      if (keyAt(start) < key) from = after(start);
      else to = start;
    }
    return text.startsWith(key, from) && text.charCodeAt(from + key.length) === tab ? from : -1;
  };
}

/** What the table leaves out: a name that is its key with capitals. */
export function capitalised(key: string): string {
  return key.replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase());
}

function cellsOf(block: string, separator: string): string[][] {
  return block.split('\n').map((line) => line.split(separator));
}
