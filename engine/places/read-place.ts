import type { Gazetteer, KnownPlace } from './gazetteer.ts';
import { placeKey } from './place-key.ts';
import { generalWords, partlyRemoteWords, remoteWords } from './place-names.ts';
import type { Place, PlaceChoice } from './types.ts';

export interface PlaceOptions {
  /** ISO 3166-1 code of the country that is meant where nothing speaks for another. */
  readonly homeCountry?: string;
}

/** Longer texts say no place; what stands in a field for one is shorter. */
const longestText = 200;
const mostPieces = 12;
const mostWords = 6;
const mostAlternatives = 3;
/** A town this many times larger makes the smaller one before it a quarter of its own ("Whitefield, Bengaluru"). */
const largerTown = 8;
/** Kilometres, roughly a large city with its surroundings. */
const sameSurroundings = 60;
/** A state's or a country's name is a town's too: from so many thousand people on the town is meant ("New York"). */
const largeTown = 300;
/** What a place at home counts more than one abroad, as people. */
const homeFactor = 30;

const remote = new Set(remoteWords.split('|').map(placeKey));
const partly = new Set(partlyRemoteWords.split('|').map(placeKey));
const general = new RegExp(String.raw`(?<![\p{L}\p{M}])(?:${generalWords})(?![\p{L}\p{M}])`, 'gu');
const betweenPieces = /[,،;|/•·()[\]{}\n\t&+:]+|\s[-–—]+\s|\s(?:or|and|या|और)\s/u;
const betweenPlaces = /[;|/•·&+]|\s(?:or|and|या|और)\s/u;
/** Postal codes: digits, British and Canadian ones; not a number inside a word. */
const postalCode = /(?<![\p{L}\d])(?:\d{3} \d{3}|\d{4,6}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d)(?![\p{L}\d])/gu;
const remoteAnywhere = { kind: 'remote', name: '', state: null, country: null, latitude: null, longitude: null, alternatives: [] } as const;

interface Piece {
  readonly meanings: readonly KnownPlace[];
  /** Whether something that separates places, not parts of one, stands before it. */
  readonly apart: boolean;
  /** Whether words before or behind the name had to be passed over. */
  readonly guessed: boolean;
}

interface Reading {
  readonly candidates: readonly KnownPlace[];
  readonly qualified: boolean;
  readonly guessed: boolean;
}

/** Every place that a text names, in its order; one of kind "remote" where it names none and says so. See readPlace. */
export function readPlaces(text: string, gazetteer: Gazetteer, options: PlaceOptions = {}): Place[] {
  if (text.length > longestText) return [];
  const { pieces, isRemote, isPartlyRemote } = piecesOf(text, gazetteer);
  const places = group(pieces).map((reading) => choose(reading, isRemote || isPartlyRemote, options));
  if (places.length > 0) return places;
  return isRemote ? [{ ...remoteAnywhere, confidence: 1, remote: true }] : [];
}

/**
 * The place that a text of a resume or an ad names ("Bengaluru", "Austin, TX 78701", "Remote - India"), null where it
 * names none that the gazetteer has.
 *
 * The text is cut at commas and other marks. A piece that names a town starts a place; a state or country behind it keeps
 * the towns of that name that lie there. Among those left the one with most people is taken:
 * confidence = its people / people of all left, × 0.6 where words had to be passed over; at least 0.05, at most 0.99 (0.95
 * where no state or country stands beside it). Coordinates in degrees. Source: GeoNames, by the table in knowledge/places.
 */
export function readPlace(text: string, gazetteer: Gazetteer, options: PlaceOptions = {}): Place | null {
  return readPlaces(text, gazetteer, options)[0] ?? null;
}

function piecesOf(text: string, gazetteer: Gazetteer): { pieces: Piece[]; isRemote: boolean; isPartlyRemote: boolean } {
  const pieces: Piece[] = [];
  let [isRemote, isPartlyRemote] = [false, false];
  const wholeKey = placeKey(text);
  const whole = isName(wholeKey, text) ? meaningsOf(wholeKey, gazetteer) : [];
  if (whole.length > 0) return { pieces: [{ meanings: whole, apart: false, guessed: false }], isRemote, isPartlyRemote };
  const parts = text.replace(postalCode, ' ').split(new RegExp(`(${betweenPieces.source})`, 'u'));
  let apart = false;
  for (let at = 0; at < Math.min(parts.length, mostPieces * 2); at += 2) {
    const part = parts[at] ?? '';
    apart ||= betweenPlaces.test(parts[at - 1] ?? '');
    let key = placeKey(part);
    if (remote.has(key)) isRemote = true;
    else if (partly.has(key)) isPartlyRemote = true;
    else {
      const words = key.split(' ');
      if (words.length > 1) {
        const last = words.at(-1) ?? '';
        if (remote.has(words[0] ?? '') || remote.has(last)) isRemote = true;
        else if (partly.has(words[0] ?? '') || partly.has(last)) isPartlyRemote = true;
        key = words.filter((word) => !remote.has(word) && !partly.has(word)).join(' ');
      }
      const read = readWords(key, part, gazetteer);
      read.forEach((piece, index) => pieces.push({ ...piece, apart: index === 0 && apart }));
      if (read.length > 0) apart = false;
    }
  }
  return { pieces, isRemote, isPartlyRemote };
}

/** "in", "or" and "me" are words; "IN", "OR" and "ME" are states. */
function isName(key: string, written: string): boolean {
  return key.length > 2 || /\p{Lu}{2}|\p{Lu}\.\p{Lu}|[^\p{ASCII}]/u.test(written);
}

function meaningsOf(key: string, gazetteer: Gazetteer): readonly KnownPlace[] {
  return key.length < 2 ? [] : gazetteer.meanings(key);
}

/** The names in a piece: the whole of it, without general words, or the longest at its start and then the rest. */
function readWords(key: string, written: string, gazetteer: Gazetteer): Omit<Piece, 'apart'>[] {
  if (key === '') return [];
  const whole = meaningsOf(key, gazetteer);
  if (whole.length > 0 && isName(key, written)) return [{ meanings: whole, guessed: false }];
  const bare = key.replace(general, ' ').replace(/ +/g, ' ').trim();
  const named = bare === key ? [] : meaningsOf(bare, gazetteer);
  if (named.length > 0 && bare.length > 2) return [{ meanings: named, guessed: false }];
  const words = bare.split(' ');
  if (words.length > mostWords) return [];
  for (let end = words.length - 1; end >= 1; end -= 1) {
    const start = words.slice(0, end).join(' ');
    const first = meaningsOf(start, gazetteer);
    if (first.length === 0 || start.length < 3) continue;
    const rest = readWords(words.slice(end).join(' '), written, gazetteer);
    if (rest.length > 0) return [{ meanings: first, guessed: false }, ...rest];
  }
  // What stands before or behind the name is a street, a quarter or an employer; only names written as such are looked for.
  if (words.length < 2 || !/\p{Lu}|[^\p{ASCII}]/u.test(written)) return [];
  for (let start = 1; start < words.length; start += 1) {
    const end = words.slice(start).join(' ');
    const last = meaningsOf(end, gazetteer);
    if (last.length > 0 && end.length > 3) return [{ meanings: last, guessed: true }];
  }
  for (let end = words.length - 1; end >= 1; end -= 1) {
    const start = words.slice(0, end).join(' ');
    const first = meaningsOf(start, gazetteer);
    if (first.length > 0 && start.length > 4) return [{ meanings: first, guessed: true }];
  }
  return [];
}

/** Joins each town with the states and countries behind it. */
function group(pieces: readonly Piece[]): Reading[] {
  const readings: Reading[] = [];
  let last: Reading | undefined;
  for (const piece of pieces) {
    const narrowed = last && !piece.apart ? narrow(last, piece) : null;
    if (narrowed !== null) {
      readings.pop();
      last = narrowed;
    } else last = { candidates: piece.meanings, qualified: false, guessed: piece.guessed };
    readings.push(last);
  }
  return readings;
}

/** What is left of a reading when another piece belongs to it; null when that piece names a place of its own. */
function narrow(reading: Reading, piece: Piece): Reading | null {
  const areas = piece.meanings.filter((place) => !isTown(place));
  const guessed = reading.guessed || piece.guessed;
  const inside = reading.candidates.filter((place) => areas.some((area) => lies(place, area)));
  if (inside.length > 0) return { candidates: inside, qualified: true, guessed };
  // The other way round: "India, Bengaluru", "Karnataka - Bengaluru".
  const outer = reading.candidates.filter((place) => !isTown(place));
  const within = piece.meanings.filter((place) => outer.some((area) => lies(place, area)));
  if (within.length > 0) return { candidates: within, qualified: true, guessed };

  const towns = piece.meanings.filter(isTown);
  const behind = mostPeople(towns);
  if (behind === undefined) return areas.length === 0 ? null : { candidates: areas, qualified: false, guessed: true };
  const close = reading.candidates.filter((place) => isTown(place) && towns.some((town) => distanceKilometres(place, town) <= sameSurroundings));
  const quarter = mostPeople(close);
  if (quarter && behind.people >= largerTown * quarter.people) return { candidates: close, qualified: true, guessed };
  const before = mostPeople(reading.candidates);
  const isMuchLarger = before !== undefined && isTown(before) && behind.people >= largerTown * before.people;
  return !reading.qualified && isMuchLarger ? { candidates: towns, qualified: false, guessed } : null;
}

function isTown({ kind }: KnownPlace): boolean {
  return kind === 'city';
}

function lies(place: KnownPlace, area: KnownPlace): boolean {
  if (place === area || place.kind === 'country' || place.country !== area.country) return false;
  return area.kind === 'country' || (place.kind === 'city' && place.state === area.state);
}

function mostPeople(places: readonly KnownPlace[]): KnownPlace | undefined {
  return places.toSorted((a, b) => b.people - a.people)[0];
}

/** Great-circle distance in kilometres (haversine, mean radius 6371.0088 km); infinite where one has no coordinates. */
export function distanceKilometres(a: Pick<PlaceChoice, 'latitude' | 'longitude'>, b: Pick<PlaceChoice, 'latitude' | 'longitude'>): number {
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null) return Infinity;
  const radians = Math.PI / 180;
  const half = (degrees: number): number => Math.sin((degrees * radians) / 2) ** 2;
  const chord = half(b.latitude - a.latitude) + Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * half(b.longitude - a.longitude);
  return 2 * 6371.0088 * Math.asin(Math.min(1, Math.sqrt(chord)));
}

function choose({ candidates, qualified, guessed }: Reading, isRemote: boolean, { homeCountry }: PlaceOptions): Place {
  const ranked = candidates
    .map((place) => ({ place, weight: weightOf(place) * (place.country === homeCountry ? homeFactor : 1) }))
    .sort((a, b) => b.weight - a.weight);
  const all = ranked.reduce((sum, one) => sum + one.weight, 0);
  const [best, ...others] = ranked;
  if (best === undefined) throw new RangeError('A reading has a candidate.');
  const share = (best.weight / all) * (guessed ? 0.6 : 1);
  return {
    ...shown(best.place),
    confidence: Math.round(Math.min(qualified ? 0.99 : 0.95, Math.max(0.05, share)) * 100) / 100,
    remote: isRemote,
    alternatives: others.slice(0, mostAlternatives).map(({ place }) => shown(place)),
  };
}

function shown({ kind, name, state, country, latitude, longitude }: KnownPlace): PlaceChoice {
  return { kind, name, state, country, latitude, longitude };
}

/** Thousands of people; a state and a country stand between small towns and large ones. */
function weightOf({ kind, people }: KnownPlace): number {
  if (kind === 'city') return people + 1;
  return kind === 'country' ? largeTown * 2 : largeTown;
}
