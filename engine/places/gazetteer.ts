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
const [tab, lineEnd] = [9, 10];

/**
 * Reads the table that scripts/derive-places.ts writes, three blocks of tab-separated lines: countries (code, English,
 * Hindi, latitude, longitude), states (country, name, postal code, latitude, longitude), towns in the order of their keys
 * (key, name where it is another, country, row of the state, latitude and longitude in thousandths of a degree, thousands
 * of people).
 *
 * Towns stay text until they are asked for: keys are found by an open hash of line starts, so that reading 58,000 of them
 * takes a few milliseconds and memory is the text's own. Source: GeoNames, CC BY 4.0. Throws RangeError where the text has
 * not three blocks.
 */
export function compileGazetteer(table: string): Gazetteer {
  const [countryBlock, stateBlock, townBlock] = table.split('\n\n');
  if (countryBlock === undefined || stateBlock === undefined || townBlock === undefined) throw new RangeError('The table of places has three blocks: countries, states, towns.');
  const towns: string = townBlock;
  const findLine = indexLines(towns);
  const areas = new Map<string, KnownPlace[]>();
  const states: KnownPlace[] = [];
  const byId = new Map<string, KnownPlace>();
  const read = new Map<number, readonly KnownPlace[]>();

  function addNames(known: Map<string, KnownPlace[]>, place: KnownPlace, names: readonly string[]): void {
    for (const name of names) {
      const key = placeKey(name);
      const bare = place.kind === 'city' ? key : key.replace(generalEndings, '');
      for (const each of new Set([key, bare])) {
        const same = known.get(each);
        if (each === '' || same?.includes(place)) continue;
        if (same) same.push(place);
        else known.set(each, [place]);
      }
    }
  }

  for (const [country = '', name = '', postal = '', latitude, longitude] of cellsOf(stateBlock, '\t')) {
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

/** Where the first line with a key starts; -1 without one. Lines of one key stand together. */
function indexLines(text: string): (key: string) => number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(lines * 2))).fill(-1);
  const mask = slots.length - 1;
  const step = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);

  function slotOf(hash: number, isSame: (start: number) => boolean): number {
    let slot = (hash ^ (hash >>> 15)) & mask;
    while ((slots[slot] as number) >= 0 && !isSame(slots[slot] as number)) slot = (slot + 1) & mask;
    return slot;
  }

  for (let start = 0; start < text.length;) {
    let hash = 0x811c9dc5;
    let end = start;
    for (let code = text.charCodeAt(end); code !== tab && code !== lineEnd && end < text.length; code = text.charCodeAt(end)) {
      hash = step(hash, code);
      end += 1;
    }
    const key = text.slice(start, end);
    const slot = slotOf(hash, (known) => text.startsWith(key, known) && text.charCodeAt(known + key.length) === tab);
    if ((slots[slot] as number) < 0) slots[slot] = start;
    const next = text.indexOf('\n', end);
    start = next < 0 ? text.length : next + 1;
  }
  return (key) => {
    let hash = 0x811c9dc5;
    for (let at = 0; at < key.length; at += 1) hash = step(hash, key.charCodeAt(at));
    return slots[slotOf(hash, (known) => text.startsWith(key, known) && text.charCodeAt(known + key.length) === tab)] as number;
  };
}

/** What the table leaves out: a name that is its key with capitals. */
export function capitalised(key: string): string {
  return key.replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase());
}

function cellsOf(block: string, separator: string): string[][] {
  return block.split('\n').map((line) => line.split(separator));
}
