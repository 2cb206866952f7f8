import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileGazetteer, distanceKilometres, readPlace, type Gazetteer, type Place } from '@cairn/engine/places';
import { loadPlaceTable } from '@cairn/knowledge/places';
import { areaCases, cityCases, remoteCases, type PlaceTruth } from './gold/places.ts';
import type { BenchRow } from './row.ts';
import { csvRecords } from './read-csv.ts';

/** A town is found when the answer is nearer than this, in kilometres on the great circle. */
const nearEnough = 50;

export interface PlaceCase {
  readonly text: string;
  readonly latitude: number;
  readonly longitude: number;
  /** How many ads have this text. */
  readonly ads: number;
}

/** The texts of `geo/job_location_strings_shared.csv` whose place is found: of all texts, and each counted as often as ads have it. */
export function measurePlaces(dataDirectory: string): Promise<BenchRow[]> {
  const cases = readPlaceCases(dataDirectory);
  const gazetteer = cases.length === 0 ? null : compileGazetteer(loadPlaceTable());
  const right = gazetteer === null ? [] : cases.filter((one) => {
    const place = readPlace(one.text, gazetteer);
    return place !== null && distanceKilometres(place, one) <= nearEnough;
  });
  const ads = (some: readonly PlaceCase[]): number => some.reduce((sum, one) => sum + one.ads, 0);
  return Promise.resolve([
    { id: 'places.within-50km', label: 'Places found within 50 km, texts: %', value: cases.length === 0 ? null : (100 * right.length) / cases.length, bar: 92, lowerIsBetter: false, n: cases.length },
    { id: 'places.within-50km-by-ads', label: 'Places found within 50 km, ads: %', value: cases.length === 0 ? null : (100 * ads(right)) / ads(cases), bar: null, lowerIsBetter: false, n: ads(cases) },
  ]);
}

/** Names that towns also go by, "Remote", states and countries by themselves (gold/places.ts): texts whose place is read right. */
export function measureOwnPlaces(): Promise<BenchRow[]> {
  const gazetteer = compileGazetteer(loadPlaceTable());
  return Promise.resolve([
    ownRow('cities', 'Towns by their other names, and towns of one name: %', cityCases, gazetteer),
    ownRow('remote', 'Remote or not, with and without a place, and what is no place: %', remoteCases, gazetteer),
    ownRow('areas', 'States and countries alone: %', areaCases, gazetteer),
  ]);
}

function ownRow(id: string, label: string, cases: Readonly<Record<string, PlaceTruth>>, gazetteer: Gazetteer): BenchRow {
  const all = Object.entries(cases);
  const right = all.filter(([text, truth]) => isPlaceRight(readPlace(text, gazetteer), truth));
  return { id: `places.own.${id}`, label, value: (100 * right.length) / all.length, bar: 92, lowerIsBetter: false, n: all.length };
}

export function isPlaceRight(read: Place | null, truth: PlaceTruth): boolean {
  if (read === null || truth.kind === 'none') return read === null && truth.kind === 'none';
  if (read.kind !== truth.kind || read.remote !== (truth.remote ?? false)) return false;
  if (truth.kind === 'remote') return true;
  if (read.country !== truth.country) return false;
  return truth.kind === 'city' ? distanceKilometres(read, truth) <= nearEnough : truth.kind === 'country' || read.name === truth.name;
}

export function readPlaceCases(dataDirectory: string): PlaceCase[] {
  const file = join(dataDirectory, 'geo', 'job_location_strings_shared.csv');
  if (!existsSync(file)) return [];
  return csvRecords(readFileSync(file, 'utf8')).map((row) => ({ text: row['location'] ?? '', latitude: Number(row['lat']), longitude: Number(row['lng']), ads: Number(row['ads']) }));
}
