import { compileGazetteer, isTown, readPlace, readPlaces, type Gazetteer, type Place } from '@cairn/engine/places';
import { loadPlaceTable } from '@cairn/knowledge/places';

export interface Places {
  /** Null for a text that names no place. */
  read(text: string): Place | null;
  all(text: string): Place[];
  /** ISO 3166-1 code of the country a text names or lies in; undefined where that is not sure. */
  countryOf(text: string): string | undefined;
  /** Whether a name is that of a town, and nothing around it. */
  isTown(name: string): boolean;
}

/** Below this another place of the same name is nearly as likely. */
const leastConfidence = 0.5;

/** Places of the world for texts of a college in `homeCountry`. The table is read when the first place is. */
export function createPlaces(homeCountry = 'IN'): Places {
  let gazetteer: Gazetteer | undefined;
  const known = (): Gazetteer => (gazetteer ??= compileGazetteer(loadPlaceTable()));
  const read = (text: string): Place | null => readPlace(text, known(), { homeCountry });
  return {
    read,
    isTown: (name) => isTown(name, known()),
    all: (text) => readPlaces(text, known(), { homeCountry }),
    countryOf(text) {
      const place = read(text);
      return place !== null && place.confidence >= leastConfidence ? (place.country ?? undefined) : undefined;
    },
  };
}
